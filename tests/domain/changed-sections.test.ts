import { describe, expect, test } from 'vitest'
import { type Checklist, changedSections } from '../../src/domain/checklist.ts'
import { openChecklist } from '../../src/domain/due.ts'
import type { Actor } from '../../src/domain/permission.ts'
import { signOff, tick, undo } from '../../src/domain/settle.ts'
import { wakeChecklist } from '../../src/domain/wake-checklist.ts'
import { drawSection } from '../../src/slack/views/checklist.ts'
import { planOf } from '../plans/plans.ts'

const plan = planOf(`plan: shop
timezone: America/New_York
channel: "#ops"
owner: "@maria"
rituals:
  round:
    every: day at 09:00
    sections:
      - { title: Front, items: [Lights] }
      - { title: Back, items: [Alarm] }
      - { title: Yard, items: [Gate] }
`)
const opensAt = new Date('2026-11-16T14:00:00Z')
const closesAt = new Date('2026-11-16T16:00:00Z')
const later = new Date('2026-11-16T17:00:00Z')
const newId = () => 'issue'
const maria: Actor = { id: '@maria', external: false, admin: false }

function fresh(): Checklist {
  const [ritual] = plan.rituals
  if (!ritual) throw new Error('no ritual')
  return openChecklist(plan, ritual, { id: 'c', dueAt: opensAt, opensAt, closesAt, late: false }, opensAt)
}

function ticked(checklist: Checklist, section: number, now = opensAt): Checklist {
  const outcome = tick(checklist, { item: checklist.items[section]?.id ?? '', by: maria, now, newId })
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.next.checklist
}

/** None that looks different afterwards may be left out. */
function drawnAgain(before: Checklist, after: Checklist): readonly number[] {
  const changed = changedSections(before, after)
  for (const section of [0, 1, 2].filter((one) => !changed.includes(one)))
    expect(drawSection({ checklist: after, issues: {}, section })).toEqual(
      drawSection({ checklist: before, issues: {}, section }),
    )
  return changed
}

const closed = (checklist: Checklist, seenAt: Date | null) => wakeChecklist(checklist, seenAt, closesAt).checklist

describe('the sections of a checklist that are drawn again', () => {
  const opened = fresh()
  const begun = ticked(opened, 1)
  const almost = ticked(begun, 0)

  test('after a tick: its own', () => {
    expect(drawnAgain(opened, begun)).toEqual([1])
  })

  test('after the last tick: its own, and the last would no longer call the owners', () => {
    expect(drawnAgain(ticked(begun, 2), ticked(ticked(begun, 2), 0))).toEqual([0, 2])
  })

  test('when it closes with something open: the last, which calls the owners', () => {
    expect(drawnAgain(begun, closed(begun, opensAt))).toEqual([2])
  })

  test('when an undo opens it again: its own, and the last, which calls the owners', () => {
    const done = ticked(almost, 2)
    const undone = undo(done, { item: done.items[0]?.id ?? '', by: maria, now: opensAt, newId })
    if (!undone.ok) throw new Error(undone.refusal.kind)
    expect(drawnAgain(done, undone.next.checklist)).toEqual([0, 2])
  })

  test('when it closes unseen: the last, which calls the owners', () => {
    expect(drawnAgain(begun, closed(begun, null))).toEqual([2])
  })

  test('when it is finished late: its own, and the last', () => {
    const missed = closed(ticked(begun, 2), opensAt)
    expect(drawnAgain(missed, ticked(missed, 0, later))).toEqual([0, 2])
  })

  test('when it is signed off: all', () => {
    const done = ticked(almost, 2)
    const signed = signOff(done, { by: maria, now: opensAt, minutes: null })
    if (!signed.ok) throw new Error(signed.refusal.kind)
    expect(drawnAgain(done, signed.next.checklist)).toEqual([0, 1, 2])
  })

  test('after a reminder: none', () => {
    expect(drawnAgain(begun, { ...begun, remindedAt: later })).toEqual([])
  })
})
