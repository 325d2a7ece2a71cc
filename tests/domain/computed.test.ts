import { describe, expect, test } from 'vitest'
import type { Checklist } from '../../src/domain/checklist.ts'
import { openChecklist } from '../../src/domain/due.ts'
import type { Actor } from '../../src/domain/permission.ts'
import { readingInWords } from '../../src/domain/reading/words.ts'
import { enter, fail, markNotApplicable, tick, undo } from '../../src/domain/settle.ts'
import { planOf } from '../plans/plans.ts'

const now = new Date('2026-11-16T14:00:00Z')
const maria: Actor = { id: '@maria', external: false, admin: false }

function roundOf(...items: readonly string[]): Checklist {
  const plan = planOf(`plan: shop
timezone: America/New_York
channel: "#ops"
owner: "@maria"
rituals:
  round:
    every: day at 09:00
    items:
${items.map((item) => `      - ${item}`).join('\n')}
`)
  const [ritual] = plan.rituals
  if (!ritual) throw new Error('no ritual')
  const closesAt = new Date('2026-11-16T16:00:00Z')
  return openChecklist(plan, ritual, { id: 'c', dueAt: now, opensAt: now, closesAt, late: false }, now)
}

const settle = (item: string) => ({ item, by: maria, now, newId: () => `issue of ${item}` })

function entered(checklist: Checklist, answers: Readonly<Record<string, string>>): Checklist {
  return Object.entries(answers).reduce((before, [item, answer]) => {
    const outcome = enter(before, { ...settle(item), answer })
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    return outcome.next.checklist
  }, checklist)
}

function told(checklist: Checklist, id: string): string {
  const found = checklist.items.find((item) => item.id === id)
  if (!found) return 'no such item'
  const { settlement } = found
  if (settlement.state === 'open') return 'open'
  if (settlement.state === 'not-applicable') return `not applicable: ${settlement.note}`
  return settlement.reading ? `${settlement.state} ${readingInWords(found, settlement.reading)}` : settlement.state
}

describe('the functions', () => {
  test.each([
    ['money $', 'sum', '30', '12.50', 'done $42.50'],
    ['money $', 'difference', '30', '12', 'done $18'],
    ['money $', 'product', '30', '12', 'done $360'],
    ['money $', 'ratio', '30', '12', 'done $2.50'],
    ['money $', 'average', '30', '12', 'done $21'],
    ['percent', 'share', '12', '36', 'done 33.33 %'],
    ['number', 'ratio', '1', '0', 'not applicable: B is 0'],
    ['percent', 'share', '0', '0', 'not applicable: B is 0'],
  ])('as %s, the %s of %s and %s', (kind, of, a, b, expected) => {
    const inputs = kind.startsWith('percent') ? 'number' : kind
    const round = roundOf(
      `A: ${inputs}`,
      `B: ${inputs}`,
      `{ item: C, ${kind.split(' ')[0]}: ${kind.split(' ')[1] ?? true}, compute: { ${of}: [A, B] } }`,
    )
    expect(told(entered(round, { a, b }), 'c')).toBe(expected)
  })

  test('times are counted in the unit of what they come to', () => {
    const round = roundOf('A: duration s', 'B: duration h', '{ item: C, duration: "< 3 h", compute: { sum: [A, B] } }')
    expect(told(entered(round, { a: '1800 s', b: '2 h' }), 'c')).toBe('done 2.5 h')
  })

  test('what is counted may be counted from in turn, in any order of the list', () => {
    const round = roundOf(
      '{ item: Margin, percent: ">= 20", compute: { share: [Profit, Revenue] } }',
      '{ item: Profit, money: $, compute: { difference: [Revenue, Cost] } }',
      'Revenue: money $',
      'Cost: money $',
    )
    expect(told(entered(round, { revenue: '200', cost: '150' }), 'margin')).toBe('done 25 %')
  })
})

describe('what does not apply', () => {
  const round = roundOf(
    'A: number',
    'B: number',
    '{ item: Sum, number: true, compute: { sum: [A, B] } }',
    '{ item: Mean, number: true, compute: { average: [A, B] } }',
    '{ item: Gap, number: true, compute: { difference: [A, B] } }',
  )
  const without = (...ids: readonly string[]) =>
    ids.reduce((before, id) => {
      const outcome = markNotApplicable(before, { ...settle(id), note: null })
      if (!outcome.ok) throw new Error(outcome.refusal.kind)
      return outcome.next.checklist
    }, round)

  test('adds nothing to a sum or an average, and leaves a difference without a figure', () => {
    const one = entered(without('b'), { a: '5' })
    expect(['sum', 'mean', 'gap'].map((id) => told(one, id))).toEqual([
      ...['done 5', 'done 5'],
      'not applicable: B has no figure',
    ])
  })

  test('everywhere leaves no figure at all', () => {
    expect(told(without('a', 'b'), 'sum')).toBe('not applicable: A has no figure')
  })

  test('an item that was failed by hand has no figure either', () => {
    const failed = fail(entered(round, { a: '5' }), { ...settle('b'), note: null, severity: null, owner: null })
    expect(failed.ok && told(failed.next.checklist, 'gap')).toBe('not applicable: B has no figure')
  })
})

describe('nobody answers what is counted', () => {
  const round = roundOf('A: number', 'B: number', '{ item: Sum, number: "< 5", compute: { sum: [A, B] } }')

  test.each([
    ['tick', () => tick(round, settle('sum'))],
    ['enter', () => enter(round, { ...settle('sum'), answer: '5' })],
    ['fail', () => fail(round, { ...settle('sum'), note: null, severity: null, owner: null })],
    ['not applicable', () => markNotApplicable(round, { ...settle('sum'), note: null })],
    ['undo', () => undo(entered(round, { a: '1', b: '1' }), settle('sum'))],
  ])('%s is refused with what it is counted from', (_, act) => {
    expect(act()).toEqual({ ok: false, refusal: { kind: 'item-is-computed', title: 'Sum', from: ['A', 'B'] } })
  })

  test('one answer can open two issues, its own and that of what it is counted in; an undo takes both back', () => {
    const both = roundOf('A: number', 'B: number < 5', '{ item: Sum, number: "< 5", compute: { sum: [A, B] } }')
    const outcome = enter(entered(both, { a: '1' }), { ...settle('b'), answer: '9', newId: newIds() })
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    expect(outcome.next.opens.map(({ title }) => title)).toEqual(['B: 9', 'Sum: 10'])
    const undone = undo(outcome.next.checklist, settle('b'))
    expect(undone.ok && undone.next.corrects).toEqual(['1', '2'])
  })

  test('a figure that nobody touched keeps its issue', () => {
    const lit = roundOf('Lights', 'A: number', 'B: number', '{ item: Sum, number: "< 5", compute: { sum: [A, B] } }')
    const failing = entered(lit, { a: '9', b: '0' })
    const ticked = tick(failing, settle('lights'))
    expect(ticked.ok && ticked.next.checklist.items[3]).toBe(failing.items[3])
    expect(ticked.ok && [ticked.next.opens, ticked.next.corrects]).toEqual([[], []])
  })

  test('the round is done without waiting for what is counted, and is never held up by it', () => {
    expect(entered(round, { a: '1', b: '1' }).state).toBe('done')
    const optional = roundOf(
      'A: number',
      '{ item: B, number: true, optional: true }',
      '{ item: Sum, number: "< 5", compute: { sum: [A, B] } }',
    )
    expect(entered(optional, { a: '1' }).state).toBe('done')
  })
})

describe('what may be left open', () => {
  const round = roundOf(
    'A: number',
    '{ item: B, number: true, optional: true }',
    'Lights',
    '{ item: Sum, number: "< 5", compute: { sum: [A, B] } }',
    '{ item: Rate, number: true, compute: { ratio: [A, B] } }',
  )
  const lit = (before: Checklist) => {
    const outcome = tick(before, settle('lights'))
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    return outcome.next
  }

  test('is waited for until all is settled that must be, and then left out', () => {
    const begun = entered(round, { a: '7' })
    expect([told(begun, 'sum'), told(begun, 'rate')]).toEqual(['open', 'open'])
    const { checklist, opens } = lit(begun)
    expect([told(checklist, 'sum'), told(checklist, 'rate')]).toEqual(['failed 7', 'not applicable: B has no figure'])
    expect(opens).toMatchObject([{ title: 'Sum: 7' }])
  })

  test('is counted when it comes later, and takes back what it mends', () => {
    const late = enter(lit(entered(round, { a: '7' })).checklist, { ...settle('b'), answer: '-4' })
    expect(late.ok && told(late.next.checklist, 'sum')).toBe('done 3')
    expect(late.ok && told(late.next.checklist, 'rate')).toBe('done -1.75')
    expect(late.ok && late.next.corrects).toEqual(['issue of lights'])
  })

  test('takes back no figure that does without it, whatever else is opened again', () => {
    const undone = undo(lit(entered(round, { a: '7' })).checklist, settle('lights'))
    expect(undone.ok && told(undone.next.checklist, 'sum')).toBe('failed 7')
    expect(undone.ok && undone.next.corrects).toEqual([])
    const retyped = undone.ok ? undo(undone.next.checklist, settle('a')) : undone
    expect(retyped.ok && told(retyped.next.checklist, 'sum')).toBe('open')
  })

  test('is waited for where nothing of what is counted has been answered', () => {
    const free = roundOf(
      '{ item: A, number: true, optional: true }',
      '{ item: B, number: true, optional: true }',
      '{ item: Lights, optional: true }',
      '{ item: Sum, number: true, compute: { sum: [A, B] } }',
    )
    expect(told(lit(free).checklist, 'sum')).toBe('open')
    expect(told(entered(free, { a: '3' }), 'sum')).toBe('done 3')
  })
})

function newIds(): () => string {
  let next = 0
  return () => `${++next}`
}

describe('what is multiplied or divided', () => {
  test.each([
    [['A: number', 'B: percent'], 'number: true', 'product', { a: '100', b: '25 %' }, 'done 25'],
    [['A: percent', 'B: percent'], 'percent: true', 'product', { a: '50', b: '50' }, 'done 25 %'],
    [['A: number', 'B: percent'], 'number: true', 'ratio', { a: '20', b: '80' }, 'done 25'],
    [['A: percent', 'B: percent'], 'percent: true', 'share', { a: '20', b: '80' }, 'done 25 %'],
    [['A: number', 'B: number'], 'percent: true', 'ratio', { a: '1', b: '4' }, 'done 25 %'],
    [['A: duration h', 'B: number'], 'duration: h', 'ratio', { a: '6', b: '3' }, 'done 2 h'],
    [['A: duration h', 'B: number'], 'duration: min', 'ratio', { a: '6', b: '3' }, 'done 120 min'],
    [['A: duration h', 'B: money €'], 'money: €', 'product', { a: '90 min', b: '40' }, 'done €60'],
    [['A: money €', 'B: duration h'], 'money: €', 'ratio', { a: '80', b: '2 h' }, 'done €40'],
    [['A: duration s', 'B: duration min'], 'number: true', 'ratio', { a: '90', b: '3' }, 'done 0.5'],
    [['A: duration ms', 'B: duration s'], 'percent: true', 'share', { a: '250', b: '1' }, 'done 25 %'],
  ])('%j in %s: the %s of %j is %s', (inputs, kind, of, answers, expected) => {
    const round = roundOf(...inputs, `{ item: C, ${kind}, compute: { ${of}: [A, B] } }`)
    expect(told(entered(round, answers as Record<string, string>), 'c')).toBe(expected)
  })
})
