import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { planOf } from './plans.ts'

const plan = planOf(readFileSync('plans/drainpro.yaml', 'utf8'))

/** What comes more rarely than once a week. */
const rare = [
  'first-monday',
  'recovery-test',
  'quarterly-review',
  'full-recovery-test',
  'database-update',
  'model-retraining',
]

test("a quarter falls due as the document's calendar says", () => {
  const due = scheduleOf(plan, '2026-10-01', '2026-12-31').filter(({ ritual }) => rare.includes(ritual))
  expect(due.map(({ local, ritual }) => `${local} ${ritual}`)).toEqual([
    '2026-10-01 09:00 quarterly-review',
    '2026-10-05 09:00 first-monday',
    '2026-10-12 11:00 database-update',
    '2026-10-30 14:00 recovery-test',
    '2026-11-02 09:00 first-monday',
    '2026-11-09 11:00 database-update',
    '2026-11-11 11:00 model-retraining',
    '2026-11-27 14:00 recovery-test',
    '2026-12-07 09:00 first-monday',
    '2026-12-14 11:00 database-update',
    '2026-12-25 10:00 full-recovery-test',
    '2026-12-25 14:00 recovery-test',
  ])
})

test("the quarter's review may be done at any time of its first week", () => {
  const [review] = scheduleOf(plan, '2026-10-01', '2026-10-31').filter(({ ritual }) => ritual === 'quarterly-review')
  expect(review?.closesAt.toISOString()).toBe('2026-10-08T04:00:00.000Z')
})

test('in March 2026 the morning stays at nine while the clocks change under it', () => {
  const mornings = scheduleOf(plan, '2026-03-01', '2026-03-31').filter(({ ritual }) => ritual === 'morning')
  expect(mornings).toHaveLength(31)
  for (const { dueAt, local } of mornings) {
    const day = local.slice(0, 10)
    expect(local).toBe(`${day} 09:00`)
    expect(dueAt.toISOString()).toBe(`${day}T${day < '2026-03-08' ? '14' : '13'}:00:00.000Z`)
  }
})
