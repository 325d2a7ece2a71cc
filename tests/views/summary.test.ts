import { describe, expect, it } from 'vitest'
import type { LedgerState } from '../../src/domain/ledger.ts'
import { drawSummary, drawSummaryDetail, summaryMarkdown } from '../../src/slack/views/summary.ts'
import { at, dana, figures, maria, read } from './state.ts'

const occurrence = (title: string, state: LedgerState, itemsSettled = 0) => ({
  ritual: title,
  title,
  dueAt: at('09:00', '2026-11-18'),
  closesAt: at('11:00', '2026-11-18'),
  state,
  owners: [maria],
  reason: null,
  itemsSettled,
  itemsTotal: 12,
})

const outage = {
  number: 14,
  title: 'payments are down',
  severity: 'P0' as const,
  incident: true,
  status: 'resolved' as const,
  openedAt: at('03:10'),
  respondBy: at('03:25'),
  resolveBy: at('04:10'),
  acknowledgedAt: at('03:27'),
  resolvedAt: at('03:52'),
}

const week = figures({
  occurrences: [
    ...Array.from({ length: 10 }, () => occurrence('Morning checklist', 'done', 12)),
    occurrence('Evening checklist', 'done-late', 12),
    occurrence('Evening checklist', 'missed', 3),
    occurrence('Morning checklist', 'bot-down'),
    occurrence('Morning checklist', 'holiday'),
  ],
  readings: [
    {
      ritualTitle: 'Morning checklist',
      item: 'Error count',
      reading: '14',
      target: '< 10',
      note: 'target < 10',
      severity: 'P2',
      issueNumber: 12,
      at: at('09:06'),
    },
  ],
  issues: [
    outage,
    {
      ...outage,
      number: 12,
      title: 'Error count: 14',
      severity: 'P2',
      incident: false,
      resolvedAt: null,
      acknowledgedAt: null,
      respondBy: at('09:06', '2026-11-21'),
    },
  ],
  answers: [
    { heading: 'wins', text: 'Closed every ticket <before> Friday', by: dana, at: at('16:00') },
    { heading: 'next week', text: 'New phones', by: maria, at: at('16:00') },
  ],
})

const state = {
  planTitle: 'DrainPro',
  zone: 'America/New_York',
  from: at('00:00', '2026-11-16'),
  until: at('00:00', '2026-11-23'),
  figures: week,
  previous: figures(
    { occurrences: [occurrence('Morning checklist', 'done', 12), occurrence('Evening', 'missed')] },
    '2026-W46',
  ),
  restated: null,
}

describe('the weekly summary', () => {
  it('begins with the verdict and tells everything in one post', () => {
    expect(read(drawSummary(state))).toMatchInlineSnapshot(`
      "DrainPro, Mon 16 Nov to Sun 22 Nov
      11 of 12 checklists were done, 10 of them on time; 1 was missed. 1 item out of target or failed. 1 issue still open.
      Completion
      91 % (+41 points on the week before)
      On time
      83 % (+33 points on the week before)
      Missed
      • Evening checklist, Wed 18 Nov 09:00 · owner @maria · 3 of 12 settled when it closed
      Out of target or failed
      • Error count: 14 · target < 10 · Morning checklist · P2 issue 12
      Issues and incidents
      • P0: 1 opened, 1 resolved, 0 open · acknowledged in time 0 of 1 (17 min) · resolved in time 1 of 1 (42 min)
      • P2: 1 opened, 0 resolved, 1 open · resolved in time 0 of 1
      Still open
      • P2 issue 12: Error count: 14
      Wins
      • “Closed every ticket <before> Friday” — @dana
      Next week
      • “New phones” — @maria
      Nobody's miss, not counted above
      • 1 checklist on a holiday
      • 1 checklist while Rounds was not running
      Figures as of Fri 20 Nov 16:30 New York.
      — text: DrainPro, Mon 16 Nov to Sun 22 Nov: 11 of 12 checklists were done, 10 of them on time; 1 was missed. 1 item out of target or failed. 1 issue still open. Completion 91 % (+41 points on the week before), on time 83 % (+33 points on the week before)."
    `)
  })

  it('gives every line in its thread', () => {
    expect(read(drawSummaryDetail(state))).toMatchInlineSnapshot(`
      "Missed
      Evening checklist, Wed 18 Nov 09:00 · owner @maria · 3 of 12 settled when it closed
      Out of target or failed
      Error count: 14 · target < 10 · Morning checklist · P2 issue 12
      Issues and incidents
      P0: 1 opened, 1 resolved, 0 open · acknowledged in time 0 of 1 (17 min) · resolved in time 1 of 1 (42 min)
      P2: 1 opened, 0 resolved, 1 open · resolved in time 0 of 1
      Still open
      P2 issue 12: Error count: 14
      Wins
      “Closed every ticket <before> Friday” — @dana
      Next week
      “New phones” — @maria
      Nobody's miss, not counted above
      1 checklist on a holiday
      1 checklist while Rounds was not running
      — text: Detail of DrainPro, Mon 16 Nov to Sun 22 Nov: every miss, failed item and issue."
    `)
  })

  it('says what was restated', () => {
    expect(read(drawSummary({ ...state, restated: { was: 92, is: 94 } }))).toContain(
      'Restated: completion of the week before 92 → 94 %, with what came in after its post.',
    )
  })

  it('is kind when nothing happened', () => {
    expect(read(drawSummary({ ...state, figures: figures(), previous: null }))).toMatchInlineSnapshot(`
      "DrainPro, Mon 16 Nov to Sun 22 Nov
      A quiet week: nothing was due. No open issues.
      Completion
      nothing was due
      On time
      nothing was due
      Figures as of Fri 20 Nov 16:30 New York.
      — text: DrainPro, Mon 16 Nov to Sun 22 Nov: A quiet week: nothing was due. No open issues."
    `)
    expect(read(drawSummaryDetail({ ...state, figures: figures() }))).toContain('Nothing was missed')
  })

  it('says when all was well', () => {
    const all = figures({ occurrences: [occurrence('Morning', 'done', 12), occurrence('Evening', 'done', 12)] })
    expect(read(drawSummary({ ...state, figures: all }))).toContain(
      'Both checklists were done on time. No open issues.',
    )
  })

  it('reads as Markdown in a terminal', () => {
    expect(summaryMarkdown(state)).toMatchInlineSnapshot(`
      "# DrainPro, Mon 16 Nov to Sun 22 Nov

      11 of 12 checklists were done, 10 of them on time; 1 was missed. 1 item out of target or failed. 1 issue still open.

      - Completion: 91 % (+41 points on the week before)
      - On time: 83 % (+33 points on the week before)

      ## Missed

      - Evening checklist, Wed 18 Nov 09:00 · owner @U0MARIA · 3 of 12 settled when it closed

      ## Out of target or failed

      - Error count: 14 · target < 10 · Morning checklist · P2 issue 12

      ## Issues and incidents

      - **P0**: 1 opened, 1 resolved, 0 open · acknowledged in time 0 of 1 (17 min) · resolved in time 1 of 1 (42 min)
      - **P2**: 1 opened, 0 resolved, 1 open · resolved in time 0 of 1

      ## Still open

      - P2 issue 12: Error count: 14

      ## Wins

      - “Closed every ticket <before> Friday” — @U0DANA

      ## Next week

      - “New phones” — @U0MARIA

      ## Nobody's miss, not counted above

      - 1 checklist on a holiday
      - 1 checklist while Rounds was not running

      Figures as of Fri 20 Nov 16:30 New York.
      "
    `)
  })
})
