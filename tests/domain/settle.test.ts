import { addMinutes } from 'date-fns'
import { describe, expect, test } from 'vitest'
import type { Checklist, ChecklistStep } from '../../src/domain/checklist.ts'
import { openChecklist } from '../../src/domain/due.ts'
import type { Outcome } from '../../src/domain/outcome.ts'
import type { Actor } from '../../src/domain/permission.ts'
import { enter, fail, markNotApplicable, signOff, tick, undo } from '../../src/domain/settle.ts'
import { nextWake, reminderAt, wakeChecklist } from '../../src/domain/wake-checklist.ts'
import { planOf } from '../plans/plans.ts'

const plan = planOf(
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"', 'rituals:', '  round:'],
    ...['    every: day at 09:00', '    severity: P3', '    items:'],
    '      - Lights on',
    '      - { item: Doors, severity: P1, owner: "@eli", optional: true }',
    '      - { item: Fridge, number: "< 5", critical: { when: "> 8", severity: P0, respond: 5m, do: Call the fitter }, optional: true }',
    '      - { item: Checked on, date: "< 30 d", optional: true }',
    '      - { item: Freezer, number: true, optional: true }',
    '      - { item: Both, number: "< 99", compute: { sum: [Fridge, Freezer] } }',
  ].join('\n'),
)
const at = new Date('2026-11-16T14:00:00Z')
const closesAt = addMinutes(at, 120)
const [ritual] = plan.rituals
const opened = (): Checklist => {
  if (!ritual) throw new Error('The plan of this test has no ritual.')
  return openChecklist(plan, ritual, { id: 'c', dueAt: at, opensAt: at, closesAt, late: false }, at)
}
const maria: Actor = { id: '@maria', external: false, admin: false }
const ben: Actor = { ...maria, id: '@ben' }
const idOf = (title: string) => opened().items.find((item) => item.title === title)?.id ?? ''
const on = (title: string, by = ben) => ({ item: idOf(title), by, now: at, newId: () => 'an issue' })
const next = (outcome: Outcome<ChecklistStep>): ChecklistStep => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`)
  return outcome.next
}
const whyNot = (outcome: Outcome<ChecklistStep>) => (outcome.ok ? null : outcome.refusal)
const lit = () => next(tick(opened(), on('Lights on'))).checklist
const cold = () => next(enter(lit(), { ...on('Freezer'), answer: '-18' })).checklist
const bySomebody = { note: null, severity: null, owner: null }
const sign = { by: maria, now: at, minutes: 12 }

describe('an item', () => {
  test('that is read is not ticked, and one that is counted is settled and undone by nobody', () => {
    expect(whyNot(tick(opened(), on('Fridge')))).toEqual({ kind: 'item-needs-reading', title: 'Fridge' })
    const counted = { kind: 'item-is-computed', title: 'Both', from: ['Fridge', 'Freezer'] }
    expect(whyNot(enter(opened(), { ...on('Both'), answer: '3' }))).toEqual(counted)
    expect(whyNot(undo(opened(), on('Both')))).toEqual(counted)
  })

  test('is refused by its whole name, where others have its title', () => {
    const sites = planOf(
      [
        ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"', 'rituals:', '  sites:'],
        ...['    every: day at 09:00', '    sections:', '      - title: "{each}"', '        for-each: [Paris, Lyon]'],
        '        items: [Size: number, Spare: number, { item: Both, number: true, compute: { sum: [Size, Spare] } }]',
      ].join('\n'),
    )
    const [whole] = sites.rituals
    if (!whole) throw new Error('The plan of this test has no ritual.')
    const card = openChecklist(sites, whole, { id: 'c', dueAt: at, opensAt: at, closesAt, late: false }, at)
    const inLyon = (item: string) => ({ ...on(''), item: `lyon.${item}` })
    expect(whyNot(tick(card, inLyon('size')))).toMatchObject({ title: 'Lyon: Size' })
    expect(whyNot(enter(card, { ...inLyon('size'), answer: 'x' }))).toMatchObject({ title: 'Lyon: Size' })
    expect(whyNot(undo(card, inLyon('size')))).toMatchObject({ title: 'Lyon: Size' })
    const counted = { title: 'Lyon: Both', from: ['Lyon: Size', 'Lyon: Spare'] }
    expect(whyNot(undo(card, inLyon('both')))).toMatchObject(counted)
    const once = next(enter(card, { ...inLyon('size'), answer: '3' })).checklist
    expect(whyNot(enter(once, { ...inLyon('size'), answer: '3' }))).toMatchObject({ title: 'Lyon: Size' })
  })

  test('that is not there is neither settled nor undone', () => {
    const nowhere = { ...on('Lights on'), item: 'gone' }
    expect(whyNot(tick(opened(), nowhere))).toEqual({ kind: 'item-unknown' })
    expect(whyNot(undo(opened(), nowhere))).toEqual({ kind: 'item-unknown' })
  })

  test('is settled once, and undone once', () => {
    const settled = { kind: 'item-already-settled', title: 'Lights on', state: 'done', by: '@ben', at }
    for (const again of [tick(lit(), on('Lights on')), fail(lit(), { ...on('Lights on'), ...bySomebody })])
      expect(whyNot(again)).toEqual(settled)
    expect(whyNot(markNotApplicable(lit(), { ...on('Lights on'), note: null }))).toEqual(settled)
    expect(whyNot(undo(opened(), on('Lights on')))).toEqual({ kind: 'item-not-settled', title: 'Lights on' })
  })

  test('is undone by whoever settled it and by owners; others are told to ask these', () => {
    expect(undo(lit(), on('Lights on')).ok).toBe(true)
    expect(undo(lit(), on('Lights on', maria)).ok).toBe(true)
    const refused = whyNot(undo(lit(), on('Lights on', { ...ben, id: '@cara' })))
    expect(refused).toEqual({ kind: 'not-permitted', action: 'undo-others', ask: ['@ben', '@maria'] })
  })

  test('is settled by no outsider', () => {
    expect(whyNot(tick(opened(), on('Lights on', { ...ben, external: true })))).toEqual({ kind: 'external-member' })
  })

  test('takes a reading by the calendar of its ritual; what cannot be read is told with what was understood', () => {
    const evening = { ...on('Checked on'), now: new Date('2026-11-17T03:00:00Z') }
    expect(whyNot(enter(opened(), { ...evening, answer: '2026-11-17' }))).toMatchObject({
      kind: 'reading-not-understood',
      got: '2026-11-17 00:00',
    })
    expect(enter(opened(), { ...evening, answer: '2026-11-16' }).ok).toBe(true)
    expect(whyNot(enter(opened(), { ...on('Fridge'), answer: 'cold' }))).toMatchObject({
      kind: 'reading-not-understood',
      title: 'Fridge',
      got: 'cold',
    })
  })
})

describe('a failure', () => {
  const opens = (outcome: Outcome<ChecklistStep>) => next(outcome).opens

  test('by hand has the severity and the owner that were chosen, else those of the item, else that of the ritual', () => {
    const chosen = { note: 'It jams', severity: 'P2', owner: '@cara' } as const
    expect(opens(fail(opened(), { ...on('Doors'), ...chosen }))).toEqual([
      {
        ...{ id: 'an issue', title: 'Doors', severity: 'P2', detail: 'It jams', owner: '@cara', incident: false },
        ...{ source: { checklist: 'c', item: idOf('Doors') }, by: '@ben' },
      },
    ])
    expect(opens(fail(opened(), { ...on('Doors'), ...bySomebody }))).toMatchObject([
      { severity: 'P1', owner: '@eli', detail: null, incident: false },
    ])
    expect(opens(fail(opened(), { ...on('Lights on'), ...bySomebody, note: ' ' }))).toMatchObject([
      { severity: 'P3', owner: null, detail: null },
    ])
  })

  test('of a reading has its threshold’s severity, time and action, else the severity of the ritual', () => {
    expect(opens(enter(opened(), { ...on('Fridge'), answer: '9' }))).toMatchObject([
      { title: 'Fridge: 9', severity: 'P0', incident: true, respondMinutes: 5, owner: null },
    ])
    const [critical] = opens(enter(opened(), { ...on('Fridge'), answer: '9' }))
    expect(critical?.detail).toMatch(/^.+\nTo do: Call the fitter$/)
    const [missed] = opens(enter(opened(), { ...on('Fridge'), answer: '6' }))
    expect(missed).toMatchObject({ severity: 'P3', incident: false, detail: expect.not.stringContaining('To do') })
    expect(missed).not.toHaveProperty('respondMinutes')
  })

  test('is journalled with all that was counted from it', () => {
    const step = next(enter(cold(), { ...on('Fridge'), answer: '4' }))
    expect(step.happenings).toMatchObject([
      { kind: 'item-done', title: 'Fridge' },
      { kind: 'item-done', title: 'Both', computed: true },
    ])
    expect(step.happenings[0]).not.toHaveProperty('computed')
  })

  test('and what is not applicable keep the words that were written to them', () => {
    const settlement = (outcome: Outcome<ChecklistStep>) =>
      next(outcome).checklist.items.find(({ title }) => title === 'Doors')?.settlement
    expect(settlement(fail(opened(), { ...on('Doors'), ...bySomebody, note: 'It jams' }))).toMatchObject({
      note: 'It jams',
    })
    expect(settlement(markNotApplicable(opened(), { ...on('Doors'), note: 'No doors' }))).toMatchObject({
      note: 'No doors',
    })
  })
})

describe('a checklist', () => {
  const complete = () => next(enter(cold(), { ...on('Fridge'), answer: '4' })).checklist
  const optional = () => ({ ...opened(), items: opened().items.map((item) => ({ ...item, optional: true })) })
  const signed = () => next(signOff(complete(), sign)).checklist

  test('is signed off by its owners alone, once, when nothing that is required is open', () => {
    expect(whyNot(signOff(opened(), sign))).toEqual({ kind: 'items-still-open', count: 1 })
    expect(whyNot(signOff(complete(), { ...sign, by: ben }))).toMatchObject({ kind: 'not-permitted', ask: ['@maria'] })
    expect(signed()).toMatchObject({ state: 'done', signedOff: { by: '@maria', at, minutes: 12 }, wakeAt: null })
    const nothing = next(signOff(optional(), sign)).checklist
    expect(nothing, 'nobody had anything to say').toMatchObject({ state: 'done', wakeAt: null })
    const already = { kind: 'already-signed-off', by: '@maria', at, minutes: 12 }
    for (const late of [signOff(signed(), sign), undo(signed(), on('Lights on')), tick(signed(), on('Doors'))])
      expect(whyNot(late)).toEqual(already)
  })

  test('reminds of what is open a quarter of its time before it closes, an hour at most, and once', () => {
    expect(reminderAt(at, closesAt)).toEqual(addMinutes(closesAt, -30))
    expect(reminderAt(at, addMinutes(at, 600))).toEqual(addMinutes(at, 540))
    const reminder = addMinutes(closesAt, -30)
    expect(opened().wakeAt).toEqual(reminder)
    expect(complete().wakeAt).toBeNull()
    expect(nextWake(optional())).toEqual(closesAt)
    expect(wakeChecklist(opened(), at, addMinutes(reminder, -1))).toMatchObject({
      happenings: [],
      checklist: { wakeAt: reminder },
    })
    const reminded = wakeChecklist(opened(), at, reminder)
    expect(reminded).toMatchObject({
      checklist: { remindedAt: reminder, wakeAt: closesAt },
      happenings: [{ kind: 'checklist-reminded', people: ['@maria'] }],
    })
    expect(wakeChecklist(reminded.checklist, at, addMinutes(reminder, 1))).toMatchObject({ happenings: [] })
    expect(wakeChecklist(optional(), at, reminder)).toMatchObject({ happenings: [], checklist: { wakeAt: closesAt } })
    expect(wakeChecklist(opened(), at, reminder, { incidentOver: true })).toMatchObject({
      checklist: { remindedAt: null, wakeAt: closesAt },
      happenings: [],
    })
  })

  test('closes at its end: missed, done, or nobody’s miss where its card was not to be seen in time', () => {
    const closed = (seen: Date | null, checklist = opened()) => wakeChecklist(checklist, seen, closesAt)
    expect(closed(at)).toMatchObject({
      checklist: { state: 'missed', wakeAt: null },
      happenings: [{ kind: 'checklist-closed', state: 'missed' }],
    })
    expect(closed(null).checklist.state).toBe('not-delivered')
    expect(closed(closesAt).checklist.state).toBe('not-delivered')
    expect(closed(addMinutes(closesAt, -1)).checklist.state).toBe('missed')
    expect(closed(at, optional()).checklist.state).toBe('done')
    for (const over of [signed(), { ...opened(), closesAt: null }]) {
      expect(nextWake(over)).toBeNull()
      expect(wakeChecklist(over, at, closesAt)).toEqual({ ...wakeChecklist(over, at, at), happenings: [] })
    }
  })
})
