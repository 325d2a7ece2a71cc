import { describe, expect, test } from 'vitest'
import { localTextOf } from '../../src/domain/cadence/time.ts'
import type { ChangedOpenings, Row } from '../../src/domain/changed-openings.ts'
import { launchMoves, withLaunch } from '../../src/domain/move-launch.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { planWith } from '../plans/plans.ts'

const zone = 'America/New_York'
const now = new Date('2026-12-20T17:00:00Z')

const text = (at: Date) => localTextOf(at, zone)
const row = <One>({ all, goesOn }: Row<One>, said: (one: One) => string) => [...all.map(said), ...(goesOn ? ['…'] : [])]

function told({ moved, added, dropped, closing }: ChangedOpenings) {
  return {
    moved: row(moved, ({ before, after }) => `${text(before)} → ${text(after)}`),
    added: row(added, text),
    dropped: row(dropped, text),
    closing: closing && `${text(closing.of)}: ${text(closing.before)} → ${text(closing.after)}`,
  }
}

function movesOf(plan: Plan, launch: string, at = now) {
  const [move, ...others] = launchMoves(plan, launch, at).shifts
  expect(others).toEqual([])
  return move ? told(move) : null
}

const none = { moved: [], added: [], dropped: [], closing: null }
const launched = (ritual: string, launch = '2026-12-31T09:00') => planWith(ritual, `launch: ${launch}`)

describe('whoever moves a launch reads', () => {
  test('what comes in addition, where nothing moves', () => {
    const plan = launched('every: "day at 18:00 until T+1w, then week"')
    expect(movesOf(plan, '2027-01-03T09:00')).toEqual({
      ...none,
      added: ['2027-01-07 18:00', '2027-01-08 18:00', '2027-01-09 18:00'],
    })
  })

  test('what falls away, where nothing moves', () => {
    const plan = launched('every: day at 07:00 from T+1d')
    expect(movesOf(plan, '2027-01-02T09:00')).toEqual({ ...none, dropped: ['2027-01-01 07:00', '2027-01-02 07:00'] })
  })

  test('what comes at the very instant from which things count', () => {
    const early = new Date('2026-11-20T14:00:00Z')
    const once = launched('every: T+4h', '2026-12-01T09:00')
    expect(movesOf(once, '2026-12-03T09:00', early)).toEqual({
      ...none,
      moved: ['2026-12-01 13:00 → 2026-12-03 13:00'],
    })
    const daily = launched('every: day at 00:00 from T+1d', '2026-12-01T09:00')
    expect(movesOf(daily, '2026-12-03T09:00', early)).toEqual({
      ...none,
      dropped: ['2026-12-02 00:00', '2026-12-03 00:00'],
    })
  })

  test('the first long month, where the days of short ones are the same', () => {
    const plan = launched('every: 2 months at 12:00 from T+0', '2026-12-30T09:00')
    const moves = movesOf(plan, '2026-12-31T09:00', new Date('2027-01-15T14:00:00Z'))
    expect(moves?.moved).toEqual(['2027-08-30 12:00 → 2027-08-31 12:00', '…'])
  })

  test('both, where a stretch of days lies elsewhere', () => {
    const plan = launched('every: day at 07:00 from T+1d until T+3d')
    expect(movesOf(plan, '2027-01-11T09:00')).toEqual({
      ...none,
      added: ['2027-01-12 07:00', '2027-01-13 07:00'],
      dropped: ['2027-01-01 07:00', '2027-01-02 07:00'],
    })
  })

  test('what moves one by one, each with the one that it becomes', () => {
    const plan = launched('every: "T+1d at 08:00; T+3d at 08:00"')
    expect(movesOf(plan, '2027-01-04T09:00')).toEqual({
      ...none,
      moved: ['2027-01-01 08:00 → 2027-01-05 08:00', '2027-01-03 08:00 → 2027-01-07 08:00'],
    })
    const between = new Date('2027-01-02T17:00:00Z')
    expect(movesOf(plan, '2027-01-04T09:00', between)).toEqual({
      ...none,
      moved: ['2027-01-03 08:00 → 2027-01-07 08:00'],
      added: ['2027-01-05 08:00'],
    })
    expect(movesOf(withLaunch(plan, '2027-01-04T09:00'), '2026-12-31T09:00', between)).toEqual({
      ...none,
      moved: ['2027-01-07 08:00 → 2027-01-03 08:00'],
      dropped: ['2027-01-05 08:00'],
    })
  })

  test('what does so for good, once', () => {
    const plan = launched('every: 2 weeks on Monday at 09:00 from T+0')
    expect(movesOf(plan, '2027-01-07T09:00')).toEqual({ ...none, moved: ['2027-01-04 09:00 → 2027-01-11 09:00', '…'] })
    expect(movesOf(plan, '2027-01-28T09:00')).toEqual({
      ...none,
      dropped: ['2027-01-04 09:00', '2027-01-18 09:00'],
    })
  })

  test('that what has no launch yet goes on from it', () => {
    const every = planWith('every: first Monday of month at 09:00 from T+0')
    expect(movesOf(every, '2026-12-31T09:00')).toEqual({
      ...none,
      added: ['2027-01-04 09:00', '2027-02-01 09:00', '…'],
    })
    const until = planWith('every: first Monday of month at 09:00 until T+8w')
    expect(movesOf(until, '2026-12-31T09:00')).toEqual({ ...none, added: ['2027-01-04 09:00', '2027-02-01 09:00'] })
  })

  test.each([
    ['day at 09:00 from T+1w', '2026-11-29 09:00'],
    ['first Monday of month at 09:00 from T+1mo', '2026-12-07 09:00'],
    ['Monday at 09:00 until T+1mo, then first Monday of month at 10:00', '2026-12-07 10:00'],
    ['first Monday of year at 09:00 from T+1mo', '2027-01-04 09:00'],
    ['cron 0 9 29 2 * from T+0', '2028-02-29 09:00'],
  ])('that %s comes on once a first launch lies in the past', (phrase, first) => {
    const moves = movesOf(planWith(`every: "${phrase}"`), '2026-06-01T09:00', new Date('2026-11-29T12:00:00Z'))
    expect(moves).toEqual({ ...none, added: expect.anything() })
    expect(moves?.added[0]).toBe(first)
    expect(moves?.added.at(-1)).toBe('…')
  })

  test('what is over before a first launch that lies in the past not at all', () => {
    const plan = planWith('every: "day at 09:00 until T+1mo; T+2mo"')
    expect(movesOf(plan, '2026-06-01T09:00')).toBeNull()
  })

  test('all that a first launch begins, up to a day on which it ends', () => {
    const plan = planWith('every: Monday at 09:00 from T+1w until 2027-06-01')
    const moves = movesOf(plan, '2026-06-01T09:00')
    expect([moves?.added.length, moves?.added.at(-1)]).toEqual([24, '2027-05-31 09:00'])
  })

  test('what a launch of years ago still moves', () => {
    const plan = launched('every: 2 weeks at 09:00 from T+0', '2020-06-01T09:00')
    expect(movesOf(plan, '2020-06-02T09:00')).toEqual({ ...none, moved: ['2026-12-21 09:00 → 2026-12-22 09:00', '…'] })
  })

  test('nothing of what a holiday holds up to where it comes anyway', () => {
    const calendar = 'calendar: { holidays: [2027-02-15] }'
    const ritual = 'every: day at 07:00 from T+1d, on-holiday: next-working-day'
    const plan = planWith(ritual, 'launch: 2026-12-31T09:00', calendar)
    expect(movesOf(plan, '2026-12-22T09:00', new Date('2027-02-15T17:00:00Z'))).toBeNull()
  })

  test('nothing of what comes for another reason on the same day', () => {
    const plan = launched('every: "Monday at 09:00; T+4d at 09:00"')
    expect(movesOf(plan, '2027-01-01T09:00')).toEqual({ ...none, added: ['2027-01-05 09:00'] })
  })

  test('a launch that lies a lifetime away, as soon as any', () => {
    const plan = launched('every: "15 minutes from T+0 to T+2h; cron */5 * * * * from T+1w until T+3w"')
    const moves = movesOf(plan, '2099-12-31T09:00')
    expect(moves?.dropped.slice(0, 2)).toEqual(['2026-12-31 09:00', '2026-12-31 09:15'])
    expect(moves?.dropped.at(-1)).toBe('…')
    expect(moves?.added.slice(0, 2)).toEqual(['2099-12-31 09:00', '2099-12-31 09:15'])
    expect(moves?.added.at(-1)).toBe('…')
  })
})

/** Milliseconds of the processor's time, so that others on the machine cannot make it late. */
const longest = 1_000

test.each([
  ['cron * * * * * from T+0 until T+36mo', '2027-01-01T09:00'],
  ['cron * * * * * from T+0 until T+36mo', '2028-06-01T09:00'],
  ['cron */5 * * * * from T+0 until T+36mo', '2027-01-01T09:00'],
  ['day from T+1w until T+600mo', '2027-01-01T09:00'],
  ['2 days from T+1w until T+600mo', '2027-01-01T09:00'],
])('however often %s falls due, what moves with a launch on %s is told at once', (phrase, launch) => {
  const plan = launched(`every: "${phrase}"`)
  const before = process.cpuUsage()
  const moves = movesOf(plan, launch)
  const { user, system } = process.cpuUsage(before)
  expect(moves?.added).not.toEqual([])
  expect(moves?.dropped).not.toEqual([])
  expect((user + system) / 1000).toBeLessThan(longest)
})

test.each([
  'day at 18:00 until T+1w, then week',
  'Monday until T+1mo, then first Monday of month at 10:00',
  'T+0 Monday to Friday at 10:00',
  'T+1w to T+4w; T+2d; Tuesday from T+3d',
  '3 days at 08:00 from T+2d until T+2mo',
  '1 hour from T+6h to T+24h',
])('what is told of %s is what the schedule says before and after', (phrase) => {
  const calendar = 'calendar: { holidays: [2027-01-01, 2027-01-04, 2027-01-18] }'
  for (const rule of ['keep', 'skip', 'next-working-day']) {
    const plan = planWith(`every: "${phrase}", on-holiday: ${rule}, open-for: 1h`, 'launch: 2026-12-31T09:00', calendar)
    for (const launch of ['2027-01-03T09:00', '2027-02-10T11:00', '2026-12-22T09:00']) {
      const openings = (by: Plan) =>
        new Set(
          scheduleOf(by, '2026-12-21', '2027-06-30')
            .filter(({ state }) => state === 'due')
            .map(({ opensAt }) => text(opensAt)),
        )
      const [before, after] = [openings(plan), openings(withLaunch(plan, launch))]
      const move = launchMoves(plan, launch, now).shifts[0]
      const moved = move?.moved.all ?? []
      const gone = [...(move?.dropped.all ?? []), ...moved.map((one) => one.before)].map(text)
      const anew = [...(move?.added.all ?? []), ...moved.map((one) => one.after)].map(text)
      expect(gone.toSorted()).toEqual([...before].filter((at) => !after.has(at)).toSorted())
      expect(anew.toSorted()).toEqual([...after].filter((at) => !before.has(at)).toSorted())
    }
  }
})
