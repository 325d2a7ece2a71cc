import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checklist, progressOf } from '../../src/domain/checklist.ts'
import { openChecklist } from '../../src/domain/due.ts'
import type { Happening } from '../../src/domain/journal.ts'
import type { Actor } from '../../src/domain/permission.ts'
import { enter, fail, markNotApplicable, signOff, tick, undo } from '../../src/domain/settle.ts'
import { wakeChecklist } from '../../src/domain/wake-checklist.ts'
import { readPlan } from '../../src/plans/load.ts'

/** A ritual with these items, as a plan file says it. */
function ritualOf(items: readonly string[]) {
  const { plan } = readPlan(
    `plan: shop
timezone: America/New_York
channel: "#ops"
owner: "@maria"
rituals:
  round:
    every: day at 09:00
    open-for: 2h
    items:
${items.map((item) => `      - ${item}`).join('\n')}
`,
    'shop.yaml',
  )
  const ritual = plan?.rituals[0]
  if (!plan || !ritual) throw new Error('The plan of this test has a fault.')
  return { plan, ritual }
}

const mixed = ritualOf(['Lights', 'Alarm', '"Fridge": number < 5', '{ item: Wins, text: true, optional: true }'])
const onlyOptional = ritualOf([
  '{ item: Ideas, optional: true }',
  '{ item: Wins, text: true, optional: true }',
  '{ item: Visitors, number: true, optional: true }',
])

const counted = ritualOf([
  'Answered: number',
  'Total: number < 9',
  '{ item: Share, percent: ">= 50", compute: { share: [Answered, Total] } }',
])

const opensAt = new Date('2026-11-16T14:00:00Z')
const closesAt = new Date('2026-11-16T16:00:00Z')
const people: readonly Actor[] = ['@maria', '@ben', '@cara'].map((id) => ({ id, external: false, admin: false }))

function fresh({ plan, ritual }: typeof mixed): Checklist {
  return openChecklist(plan, ritual, { id: 'c', dueAt: opensAt, opensAt, closesAt, late: false }, opensAt)
}

/** What anybody, or the clock, may do next; time only goes on. */
const deed = fc.record({
  kind: fc.constantFrom('tick', 'enter', 'fail', 'not-applicable', 'undo', 'sign-off', 'wake'),
  item: fc.nat({ max: 3 }),
  person: fc.constantFrom(...people),
  answer: fc.constantFrom('4', '9', 'cold', 'well'),
  minutes: fc.nat({ max: 30 }),
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

/** A round, and all that is done on it. */
const anyDeeds = fc.record({
  round: fc.constantFrom(mixed, onlyOptional, counted),
  deeds: fc.array(deed, { maxLength: 40 }),
})
type Deeds = typeof anyDeeds extends fc.Arbitrary<infer One> ? One : never

function does(checklist: Checklist, { kind, item, person: by, answer }: Deed, now: Date, newId: () => string) {
  const settle = { item: checklist.items[item]?.id ?? '', by, now, newId }
  switch (kind) {
    case 'tick':
      return tick(checklist, settle)
    case 'enter':
      return enter(checklist, { ...settle, answer })
    case 'fail':
      return fail(checklist, { ...settle, note: null, severity: null, owner: null })
    case 'not-applicable':
      return markNotApplicable(checklist, { ...settle, note: null })
    case 'undo':
      return undo(checklist, settle)
    case 'sign-off':
      return signOff(checklist, { by, now, minutes: 5 })
    default:
      return { ok: true as const, next: wakeChecklist(checklist, opensAt, now) }
  }
}

/** Plays deeds one after the other; refused ones change nothing. */
function play({ round, deeds }: Deeds, each: (checklist: Checklist, now: Date, last: Deed) => void) {
  let checklist = fresh(round)
  let now = opensAt
  const happened: Happening[] = []
  const opened: string[] = []
  const corrected: string[] = []
  let issues = 0
  const newId = () => `issue-${++issues}`
  for (const one of deeds) {
    now = new Date(now.getTime() + one.minutes * 60_000)
    const outcome = does(checklist, one, now, newId)
    if (!outcome.ok) continue
    checklist = outcome.next.checklist
    happened.push(...outcome.next.happenings)
    opened.push(...outcome.next.opens.map(({ id }) => id))
    corrected.push(...outcome.next.corrects)
    each(checklist, now, one)
  }
  return { checklist, happened, opened, corrected }
}

describe('whatever people do in whatever order', () => {
  test('the ledger says done only of what is complete, and open of nothing that has come to its end', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        play(deeds, ({ items, state, signedOff }, now, { kind }) => {
          const done = state === 'done' || state === 'done-late'
          const { complete, settled } = progressOf(items)
          // What is all optional is complete from the start; it waits until somebody does something, or it closes.
          const untouched = items.every(({ optional }) => optional) && settled === 0
          if (done || !untouched) expect(done).toBe(complete)
          const ended = signedOff !== null || (kind === 'wake' && now >= closesAt)
          if (ended) expect(state).not.toBe('open')
          if (complete) expect(state).not.toBe('missed')
        })
      }),
    )
  })

  test('done means in time: what was finished after closing is late', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { checklist } = play(deeds, () => {})
        const last = Math.max(
          ...checklist.items.map(({ optional, compute, settlement }) =>
            optional || compute || settlement.state === 'open' ? 0 : settlement.at.getTime(),
          ),
        )
        if (checklist.state === 'done') expect(last).toBeLessThan(closesAt.getTime())
        if (checklist.state === 'done-late') expect(last).toBeGreaterThanOrEqual(closesAt.getTime())
      }),
    )
  })

  test('what is counted stands exactly where all that it is counted from is settled', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        play({ ...deeds, round: counted }, ({ items: [answered, total, share] }) => {
          const isOpen = (item: typeof share) => item?.settlement.state === 'open'
          expect(isOpen(share)).toBe(isOpen(answered) || isOpen(total))
        })
      }),
    )
  })

  test('every failed item has the issue it opened, and every undone one gave its issue back', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { checklist, opened, corrected } = play(deeds, () => {})
        const standing = checklist.items.flatMap(({ settlement }) =>
          settlement.state === 'failed' ? [settlement.issue] : [],
        )
        expect([...standing, ...corrected].sort()).toEqual([...opened].sort())
      }),
    )
  })

  test('the journal counts what the card shows', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { checklist, happened } = play(deeds, () => {})
        const settled = happened.filter(({ kind }) => /^item-(done|failed|not-applicable)$/.test(kind)).length
        const undone = happened.filter(({ kind }) => kind === 'item-undone').length
        expect(settled - undone).toBe(progressOf(checklist.items).settled)
      }),
    )
  })

  test('after sign-off nothing changes any more, and nothing wakes', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        let signed: Checklist | undefined
        play(deeds, (checklist) => {
          if (signed) expect(checklist.items).toEqual(signed.items)
          if (checklist.signedOff) {
            signed = checklist
            expect(checklist.wakeAt).toBeNull()
          }
        })
      }),
    )
  })

  test('a checklist that waits always knows when to wake, and wakes at most twice', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { checklist } = play(deeds, () => {})
        let next = checklist
        let wakes = 0
        while (next.wakeAt !== null) {
          next = wakeChecklist(next, opensAt, next.wakeAt).checklist
          wakes += 1
          expect(wakes).toBeLessThanOrEqual(2)
        }
        expect(next.state).not.toBe('open')
      }),
    )
  })
})
