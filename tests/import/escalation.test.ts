import { describe, expect, test } from 'vitest'
import { importDocument } from '../../src/plans/import/import.ts'
import type { Imported } from '../../src/plans/import/imported.ts'

/** A document with one checklist, and this under a heading of its own. */
function imported(heading: string, ...lines: readonly string[]): Imported {
  const document = ['# House', '', '## Daily', '', '- [ ] Look around', '', `## ${heading}`, '', ...lines].join('\n')
  const found = importDocument(document, { fileName: 'house.md' })
  if ('reason' in found) throw new Error(found.reason)
  return found
}

const levelsOf = (...lines: readonly string[]) => imported('Escalation', ...lines).plan.escalation

describe('who is asked when nobody answered', () => {
  test('is asked as long after the level before as the list says, and called as it says without that', () => {
    const list = [
      '1. Shift lead – immediately',
      '2. Duty manager – 10 minutes',
      '3. General Manager – if no response within 20 minutes',
    ]
    expect(levelsOf(...list)).toEqual([
      'shift-lead',
      { role: 'duty-manager', afterMinutes: 10 },
      { role: 'general-manager', afterMinutes: 20, on: 'no-response' },
    ])
    expect(imported('Escalation', ...list).yaml).toContain('title: Duty manager #')
  })

  test.each([
    ['Head of kitchen (after 1 hour)', { role: 'head-of-kitchen', afterMinutes: 60 }],
    ['Head of kitchen, if not resolved within 2 hours', { role: 'head-of-kitchen', afterMinutes: 120, on: 'breach' }],
    ['Head of kitchen if unanswered', { role: 'head-of-kitchen', on: 'no-response' }],
    [
      'after 30 minutes without an answer: Head of kitchen',
      { role: 'head-of-kitchen', afterMinutes: 30, on: 'no-response' },
    ],
    ['Küchenleiter – nach 20 Minuten', { role: 'kuchenleiter', afterMinutes: 20 }],
    [
      'Chef de cuisine, sans réponse après 15 minutes',
      { role: 'chef-de-cuisine', afterMinutes: 15, on: 'no-response' },
    ],
  ])('%s', (line, level) => {
    expect(levelsOf('- Duty manager', `- ${line}`)).toEqual(['duty-manager', level])
  })

  test('is asked since the level before where the list counts from the start', () => {
    expect(levelsOf('- 0 min: on duty', '- 10 min: second DBA', '- 25 min: Ines (+49 30 23125 041)')).toEqual([
      'on-duty',
      { role: 'second-dba', afterMinutes: 10 },
      { role: 'ines', afterMinutes: 15 },
    ])
  })

  test('and where it may mean either, that is chosen', () => {
    expect(imported('Escalation', '- Shift lead', '- Manager – 10 minutes', '- Owner – 30 minutes').yaml).toMatch(
      /escalation: .*# chosen: each counted from the level before$/mu,
    )
  })

  test('also in levels that are numbered', () => {
    expect(levelsOf('- Level 1: Operations team', '- Level 2: Technical lead (if no answer in 15 min)')).toEqual([
      'operations-team',
      { role: 'technical-lead', afterMinutes: 15, on: 'no-response' },
    ])
  })

  test.each([
    ['CTO (response in 1 hour)', 'CTO', { role: 'cto', afterMinutes: 60 }, 'response in 1 hour'],
    ['Director - unresolved after 4 h', 'Director', { role: 'director', afterMinutes: 240, on: 'breach' }, null],
    [
      'Director - unresolved after 4 h, by phone only',
      'Director',
      { role: 'director', afterMinutes: 240, on: 'breach' },
      'unresolved after 4 h, by phone only',
    ],
    ['Director, unresolved', 'Director', { role: 'director', on: 'breach' }, null],
    [
      'Ines Moll, head of kitchen, after 10 min',
      'Ines Moll, head of kitchen',
      { role: 'ines-moll-head-of-kitchen', afterMinutes: 10 },
      null,
    ],
    ['CTO: reached by phone in 2 h', 'CTO', { role: 'cto', afterMinutes: 120 }, 'reached by phone in 2 h'],
    ['Plumber (Kim, phone only) if no answer', 'Plumber', { role: 'plumber', on: 'no-response' }, 'Kim, phone only'],
  ])('is named by what stands before the first words about when: %s', (line, title, level, beside) => {
    const { plan, yaml, unplaced } = imported('Escalation', '- Level 1: Duty manager', `- Level 2: ${line}`)
    expect(plan.escalation).toEqual(['duty-manager', level])
    expect(yaml).toContain(`title: ${title} #`)
    const reason = `a level of the escalation has no place for "${beside}"`
    expect(unplaced.filter((one) => one.line === 10).map((one) => one.reason)).toEqual(beside ? [reason] : [])
  })

  test('is told with what a level has no place for', () => {
    const { unplaced } = imported('Escalation', '- Duty manager', '- Owner – 10 minutes, on weekends by phone')
    expect(unplaced).toContainEqual({
      line: 10,
      text: '- Owner – 10 minutes, on weekends by phone',
      reason: 'a level of the escalation has no place for "10 minutes, on weekends by phone"',
    })
  })
})

test('what is no delay stays in the name of a role', () => {
  expect(imported('Escalation', '- Support team, 24 hours a day', '- Manager in Paris').yaml).toContain(
    'title: Support team, 24 hours a day #',
  )
})

test('whom a severity asks later than at once is told', () => {
  const table = ['| Priority | Response | Escalate |', '|---|---|---|', '| P0 | 15 min | CTO after 30 minutes |']
  const { yaml, unplaced } = imported('Priorities', ...table, '| P1 | 1 hour | Manager |')
  expect(yaml).toContain('escalate: cto')
  expect(unplaced.map(({ line, reason }) => [line, reason])).toContainEqual([
    11,
    'a severity asks at once: "CTO after 30 minutes" says otherwise',
  ])
})

test('what a clock has no place for is told', () => {
  const table = ['| Priority | Response |', '|---|---|', '| P0 | 15 min while we are open |', '| P1 | within 1 hour |']
  const { plan, unplaced } = imported('Priorities', ...table)
  expect([plan.severities.P0.respondMinutes, plan.severities.P1.respondMinutes]).toEqual([15, 60])
  expect(unplaced.map(({ line, reason }) => [line, reason])).toContainEqual([
    11,
    'no clock has a place for all of "15 min while we are open"',
  ])
  expect(unplaced.map(({ line }) => line)).not.toContain(12)
})
