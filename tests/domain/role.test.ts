import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handOverAt, holdersOf } from '../../src/domain/role.ts'
import { planOf } from '../plans/plans.ts'

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

test('whoever covers has it from the morning of the first day to that after the last', () => {
  expect(onWatch('2026-11-25T08:59')).toBe('@cara')
  expect(onWatch('2026-11-25T09:00')).toBe('@eli')
  expect(onWatch('2026-11-27T08:59')).toBe('@eli')
  expect(onWatch('2026-11-27T09:00')).toBe('@cara')
})

test('somebody has a rotation at any instant, and it changes only where a hand-over is told', () => {
  const hour = 60 * 60_000
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 400 }), (hours) => {
      const instant = new Date(at('2026-11-16T00:00').getTime() + hours * hour)
      const [before, after] = [instant, new Date(instant.getTime() + hour)].map((one) => holdersOf(plan, 'watch', one))
      expect(before).toHaveLength(1)
      if (before?.join() !== after?.join())
        expect(handOverAt(plan, 'watch', new Date(instant.getTime() + hour))).toMatchObject({ to: after })
    }),
  )
})

test('of nobody, it is the owner; a person is themself; a lost role is nobody', () => {
  const now = at('2026-11-16T09:00')
  expect(holdersOf(plan, null, now)).toEqual(['@maria'])
  expect(holdersOf(plan, '@zoe', now)).toEqual(['@zoe'])
  expect(holdersOf(plan, 'gone', now)).toEqual([])
})
