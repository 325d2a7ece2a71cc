import { expect, test } from 'vitest'
import { launchMoves } from '../../src/domain/move-launch.ts'
import { planWith } from '../plans/plans.ts'

const at = (text: string) => new Date(`${text}Z`)

/** Before and after, of a round whose plan is launched otherwise. */
function moved(every: string, [launch, to]: readonly [string, string], now: string) {
  const { moves } = launchMoves(planWith(`every: ${every}`, `launch: ${launch}`), to, at(now))
  return moves.map(({ before, after }) => [before, after])
}

test.each([
  ['T+4h', '2026-12-01T18:00', '2026-12-03T18:00'],
  ['day at 00:00 from T+1d', '2026-12-02T05:00', '2026-12-04T05:00'],
])('what comes at the very instant that moves is told: %s', (every, before, after) => {
  const launches = ['2026-12-01T09:00', '2026-12-03T09:00'] as const
  expect(moved(every, launches, '2026-11-20T14:00')).toEqual([[at(before), at(after)]])
})

test('what comes on the last day of short months on either launch day is told by the first long month', () => {
  const launches = ['2026-12-30T09:00', '2026-12-31T09:00'] as const
  expect(moved('2 months at 12:00 from T+0', launches, '2027-01-15T14:00')).toEqual([
    [at('2027-08-30T16:00'), at('2027-08-31T16:00')],
  ])
})
