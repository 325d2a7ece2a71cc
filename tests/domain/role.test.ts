import fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrences } from '../../src/domain/cadence/occurrences.ts'
import { calendarOf } from '../../src/domain/plan.ts'
import { everybodyIn, handOverAt, handOverRituals, holdersOf } from '../../src/domain/role.ts'
import { planOf, planWith } from '../plans/plans.ts'

const plan = planOf(
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: lead', 'roles:'],
    '  lead: { people: ["@maria"] }',
    '  watch: { rotation: ["@ben", "@cara", "@dana"], hand-over: Monday at 09:00, from: 2026-11-16, cover: [{ from: 2026-11-25, to: 2026-11-26, person: "@eli" }] }',
    ...['rituals:', '  a: { every: day, items: [Lights on] }'],
  ].join('\n'),
)
const at = (text: string) => new Date(`${text}-05:00`)
const onWatch = (text: string) => holdersOf(plan, 'watch', at(text))[0]

test('the first has it from the first day until the next hand-over, and then each in turn', () => {
  expect(onWatch('2026-11-16T09:00')).toBe('@ben')
  expect(onWatch('2026-11-23T08:59')).toBe('@ben')
  expect(onWatch('2026-11-23T09:00')).toBe('@cara')
  expect(onWatch('2026-11-30T09:00')).toBe('@dana')
  expect(onWatch('2026-12-07T09:00')).toBe('@ben')
})

test('a hand-over at midnight counts from the end of the first day', () => {
  const roles = 'roles: { watch: { rotation: ["@ben", "@cara", "@dana"], hand-over: day at 00:00, from: 2026-11-16 } }'
  const nightly = planWith('every: day', roles)
  const at0 = (day: string) => holdersOf(nightly, 'watch', at(`${day}T00:00`))[0]
  expect(['2026-11-16', '2026-11-17', '2026-11-18'].map(at0)).toEqual(['@ben', '@cara', '@dana'])
})

test('whoever covers has it from the morning of the first day to that after the last', () => {
  expect(onWatch('2026-11-25T08:59')).toBe('@cara')
  expect(onWatch('2026-11-25T09:00')).toBe('@eli')
  expect(onWatch('2026-11-27T08:59')).toBe('@eli')
  expect(onWatch('2026-11-27T09:00')).toBe('@cara')
})

test('somebody has a rotation at any instant, and it changes only where a hand-over is told', () => {
  const hour = 60 * 60_000
  fc.assert(
    // At nine it may change.
    fc.property(fc.nat({ max: 400 }), fc.constantFrom(0, 8, 8, 8, 9, 17), (days, hours) => {
      const instant = new Date(at('2026-11-16T00:00').getTime() + (days * 24 + hours) * hour)
      const [before, after] = [instant, new Date(instant.getTime() + hour)].map((one) => holdersOf(plan, 'watch', one))
      expect(before).toHaveLength(1)
      const told = handOverAt(plan, 'watch', new Date(instant.getTime() + hour))
      expect(told).toEqual(before?.join() === after?.join() ? null : { role: 'watch', from: before, to: after })
    }),
  )
})

test('a rotation is all of those who can have it, each once', () => {
  expect(plan.roles.watch && everybodyIn(plan.roles.watch)).toEqual(['@ben', '@cara', '@dana', '@eli'])
  expect(plan.roles.lead && everybodyIn(plan.roles.lead)).toEqual(['@maria'])
  const cover = { from: '2026-12-01', to: '2026-12-01', person: '@cara' } as const
  const rotation = { people: ['@ben', '@cara'], handOver: [], from: '2026-11-16', cover: [cover] } as const
  expect(everybodyIn({ title: 'Watch', people: [], rotation })).toEqual(['@ben', '@cara'])
})

test('a rotation may fall to another at its hand-overs, and where a cover begins and has ended', () => {
  const week = [at('2026-11-23T08:59'), at('2026-11-30T08:59')] as const
  const changesOf = (by: typeof plan) =>
    handOverRituals(by).map(({ every, ...ritual }) => ({ ...ritual, due: occurrences(every, calendarOf(by), ...week) }))
  const monday = at('2026-11-23T09:00')
  expect(changesOf(plan)).toMatchObject([
    {
      ...{ role: 'watch', title: 'Watch', openForMinutes: 24 * 60 },
      due: [monday, at('2026-11-25T09:00'), at('2026-11-27T09:00')],
    },
  ])
  const early = changesOf({ ...plan, dayStarts: '08:15' })
  expect(early).toMatchObject([{ due: [monday, at('2026-11-25T08:15'), at('2026-11-27T08:15')] }])
})

test('of nobody, it is the owner; a person is themself; a lost role is nobody', () => {
  const now = at('2026-11-16T09:00')
  expect(holdersOf(plan, null, now)).toEqual(['@maria'])
  expect(holdersOf(plan, '@zoe', now)).toEqual(['@zoe'])
  expect(holdersOf(plan, 'U0ZOE0000', now)).toEqual(['U0ZOE0000'])
  for (const lost of ['gone', 'UNIT', 'U0ZOE0000-lost']) expect(holdersOf(plan, lost, now)).toEqual([])
  expect(holdersOf({ ...plan, owner: null }, null, now)).toEqual([])
})
