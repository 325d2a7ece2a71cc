import { describe, expect, test } from 'vitest'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { phraseOf } from '../../src/plans/import/timing/cadence.ts'
import { lengthIn, stretchIn } from '../../src/plans/import/timing/length.ts'
import { timingOf, untimed } from '../../src/plans/import/timing/timing.ts'

/** A heading, what it means in the language of plans, and what of that is chosen. */
const alone: readonly (readonly [heading: string, every: string, chosen: string | null])[] = [
  ['Every Monday Morning', 'Monday at 09:00', 'the time'],
  ['DAILY MAINTENANCE 15-20 minutes', 'day at 09:00', 'the time'],
  ['Evening Checklist (5:00 PM - 10 minutes)', 'day at 17:00', null],
  ['Every weekday at 7:30', 'weekday at 07:30', null],
  ['First Week of Quarter (4 hours)', 'first week of quarter', null],
  ['First Monday of Each Month', 'first Monday of month at 09:00', 'the time'],
  ['Monthly Tasks', 'month', null],
  ['January (Year Start)', 'January', null],
  ['Weekly Backups (Sunday 2:00 AM)', 'Sunday at 02:00', null],
  ['Monthly Test (Last Friday)', 'last Friday of month at 09:00', 'the time'],
  ['Quarterly Test (Last Friday of Quarter)', 'last Friday of quarter at 09:00', 'the time'],
  ['Tuesday and Thursday at 14:00', 'Tuesday, Thursday at 14:00', null],
  ['Twice daily', 'day at 09:00, 17:00', 'the time'],
  ['As released by AWS', 'on demand', null],
  ['Täglich um 8:30 Uhr', 'day at 08:30', null],
  ['Chaque lundi matin', 'Monday at 09:00', 'the time'],
  ['Tâches hebdomadaires', 'week', null],
  ['Tous les soirs à 18h30', 'day at 18:30', null],
  ['Week 1: Initial Monitoring', 'T+0 to T+6d', null],
  ['Week 2-4: Stabilization', 'T+1w to T+3w', null],
  ['Month 2: Growth Planning', 'T+1mo', null],
  ['Day +1: 24-Hour Performance Review', 'T+1d', null],
  ['Day +2 to +3: Optimization', 'T+2d to T+3d', null],
]

const within: readonly (readonly [around: string, heading: string, every: string])[] = [
  ['Hour +1 to +6: Critical Monitoring', 'System Health (Every 15 minutes)', '15 minutes from T+1h to T+6h'],
  ['Week +2: Feature Enhancement', 'Premium Features (Day 1-2)', 'T+2w to T+2w1d'],
  ['Week +1 Tuesday-Thursday: Implementation', 'Infrastructure (Day 1)', 'T+1w Tuesday'],
  ['Week +1: Optimization', 'Monday: Review', 'T+1w Monday at 09:00'],
  ['Month +1: Growth', 'Acquisition (Week 1-2)', 'T+1mo to T+1mo1w'],
  ['Week 1: Initial Monitoring', 'Daily Tasks', 'day at 09:00 from T+0 until T+1w'],
  ['Day +1: Review', 'Morning Session (8:00 AM - 10:00 AM)', 'T+1d at 08:00'],
  ['DAILY MAINTENANCE', 'Evening (5:00 PM)', 'day at 17:00'],
]

describe('a heading says when', () => {
  test.each(alone)('%s', (heading, every, chosen) => {
    expect(phraseOf(timingOf(heading), untimed)).toEqual({ every, chosen })
    expect(parseCadence(every).ok).toBe(true)
  })

  test.each(['System Health Check', 'Customer Support (Time varies)', 'Marketing', 'May I help you?'])(
    'not "%s"',
    (heading) => {
      expect(phraseOf(timingOf(heading), untimed)).toBeNull()
    },
  )
})

describe('within a heading that says when', () => {
  test.each(within)('%s: %s', (around, heading, every) => {
    expect(phraseOf(timingOf(heading), timingOf(around))?.every).toBe(every)
    expect(parseCadence(every).ok).toBe(true)
  })
})

test('how long it takes is the longer of two, and no part of how often', () => {
  expect(lengthIn('15-20 minutes')).toBe(20)
  expect(lengthIn('1 full day')).toBe(1440)
  expect(lengthIn('4 hours')).toBe(240)
  expect(lengthIn('every 15 minutes')).toBeNull()
  expect(lengthIn('24-Hour Review')).toBeNull()
})

test('a stretch of a procedure begins and ends', () => {
  expect(stretchIn('0-15 minutes')).toEqual({ from: 0, to: 15 })
  expect(stretchIn('15 minutes - 2 hours')).toEqual({ from: 15, to: 120 })
  expect(stretchIn('within 15 minutes')).toEqual({ from: 0, to: 15 })
})
