import { describe, expect, it } from 'vitest'
import type { LedgerState } from '../../src/domain/ledger.ts'
import { drawSummary, drawSummaryDetail, summaryMarkdown } from '../../src/slack/views/summary.ts'
import { at, dana, figures, maria, read, readBlocks } from './state.ts'

const occurrence = (title: string, state: LedgerState, itemsSettled = 0) => ({
  ritual: title,
  title,
  dueAt: at('09:00', '2026-11-18'),
  closesAt: at('11:00', '2026-11-18'),
  state,
  owners: [maria],
  ownerTitle: 'Operations Manager',
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
  owner: dana,
  ownerTitle: 'CTO',
  openedAt: at('03:10'),
  respondMinutes: 15,
  respondBy: at('03:25'),
  resolveMinutes: 60,
  resolveBy: at('04:10'),
  acknowledgedAt: at('03:27'),
  acknowledgedBy: dana,
  resolvedAt: at('03:52'),
  next: null,
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
      acknowledgedBy: null,
      owner: null,
      ownerTitle: null,
      openedAt: at('09:06'),
      respondMinutes: 1440,
      respondBy: at('09:06', '2026-11-21'),
      resolveMinutes: 7 * 1440,
      resolveBy: at('09:06', '2026-11-27'),
      next: { clock: 'response' as const, at: at('09:06', '2026-11-21'), level: 'Technical Lead' },
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
      • Evening checklist, Wed 18 Nov 09:00 · owner Operations Manager · 3 of 12 settled when it closed
      Out of target or failed
      • Error count: 14 · target < 10 · Morning checklist · P2 issue 12
      Incidents
      • P0 incident 14, payments are down: acknowledged in 17 min (clock 15 min), resolved in 42 min (clock 1 h)
      Issues and incidents by severity
      • P0: 1 opened, 1 resolved, 0 open · acknowledged 0 of 1 within 15 min (took 17 min) · resolved 1 of 1 within 1 h (took 42 min)
      • P2: 1 opened, 0 resolved, 1 open
      Still open
      • P2 issue 12: Error count: 14 · nobody owns it yet · respond by Sat 21 Nov 09:06, then Technical Lead
      Wins
      • “Closed every ticket <before> Friday” — @dana
      Next week
      • “New phones” — @maria
      Nobody's miss, not counted above
      • 1 checklist on a holiday
      • 1 checklist while Rounds was not running
      Figures as of Fri 20 Nov 16:30 New York.
      — text: DrainPro, Mon 16 Nov to Sun 22 Nov: 11 of 12 checklists were done, 10 of them on time; 1 was missed. 1 item out of target or failed. 1 issue still open. Completion 91 % (+41 points on the week before), on time 83 % (+33 points on the week before).
      Missed: Evening checklist, Wed 18 Nov 09:00 · owner Operations Manager · 3 of 12 settled when it closed.
      Out of target or failed: Error count: 14 · target < 10 · Morning checklist · P2 issue 12.
      Incidents: P0 incident 14, payments are down: acknowledged in 17 min (clock 15 min), resolved in 42 min (clock 1 h).
      Issues and incidents by severity: P0: 1 opened, 1 resolved, 0 open · acknowledged 0 of 1 within 15 min (took 17 min) · resolved 1 of 1 within 1 h (took 42 min). P2: 1 opened, 0 resolved, 1 open.
      Still open: P2 issue 12: Error count: 14 · nobody owns it yet · respond by Sat 21 Nov 09:06, then Technical Lead.
      Wins: “Closed every ticket <before> Friday” — @dana.
      Next week: “New phones” — @maria.
      Nobody's miss, not counted above: 1 checklist on a holiday. 1 checklist while Rounds was not running.
      Figures as of Fri 20 Nov 16:30 New York."
    `)
  })

  it('gives every line in its thread', () => {
    expect(read(drawSummaryDetail(state))).toMatchInlineSnapshot(`
      "Ritual | Due | On time | Late | Missed | Open
      Morning checklist | 10 | 10 | 0 | 0 | 0
      Evening checklist | 2 | 0 | 1 | 1 | 0
      Every failed item
      • Fri 20 Nov 09:06 · Error count: 14 · target < 10 · Morning checklist · P2 issue 12
      Every issue
      • P2 issue 12: Error count: 14 · opened Fri 20 Nov 09:06 · not acknowledged yet (clock 24 h) · not resolved yet (clock 7 days)
      — text: Detail of DrainPro, Mon 16 Nov to Sun 22 Nov.
      Every ritual: Morning checklist: 10 due, 10 on time. Evening checklist: 2 due, 1 late, 1 missed.
      Every failed item: Fri 20 Nov 09:06 · Error count: 14 · target < 10 · Morning checklist · P2 issue 12.
      Every issue: P2 issue 12: Error count: 14 · opened Fri 20 Nov 09:06 · not acknowledged yet (clock 24 h) · not resolved yet (clock 7 days)."
    `)
  })

  it('adds to the thread what the post had no room for, and tells the table in words where Slack takes none', () => {
    const long = `${'A long week. '.repeat(40)}The end.`
    const many = figures({
      occurrences: Array.from({ length: 8 }, (_, index) => occurrence(`Round ${index + 1}`, 'missed')),
      answers: [{ heading: 'wins', text: long, by: dana, at: at('16:00') }],
    })
    expect(read(drawSummary({ ...state, figures: many }))).toContain('and 2 more in the thread')
    const answer = read(drawSummary({ ...state, figures: many }, { hasThread: false }))
    expect(answer).toContain('and 2 more')
    expect(answer).not.toContain('in the thread')
    const detail = drawSummaryDetail({ ...state, figures: many })
    const drawn = read(detail).split('— text:')[0]
    expect(drawn).toContain('Missed\n• Round 7, Wed 18 Nov 09:00')
    expect(drawn).not.toContain('Round 6, ')
    expect(drawn).toContain('The end.')
    expect(readBlocks(detail.plain ?? [])).toContain('Every ritual\n• Round 1: 1 due, 1 missed')
  })

  it('names whoever has what is open, else its owner by the title, else the person', () => {
    const owned = (owner: string | null, ownerTitle: string | null, acknowledgedBy: string | null = null) => {
      const [, open] = week.issues
      const issues = open ? [{ ...open, owner, ownerTitle, acknowledgedBy }] : []
      return read(drawSummary({ ...state, figures: { ...week, issues } }))
    }
    expect(owned(dana, null)).toContain('Error count: 14 · owner @dana ·')
    expect(owned(dana, 'Technical Lead')).toContain('Error count: 14 · owner Technical Lead ·')
    expect(owned(maria, 'Technical Lead', dana)).toContain('Error count: 14 · @dana has it ·')
    expect(owned(null, null)).toContain('Error count: 14 · nobody owns it yet ·')
  })

  it('tells the worst of what is open first', () => {
    const [, open] = week.issues
    if (!open) throw new Error('The week has one that is open.')
    const issues = (['P2', 'P0', 'P1', 'P2'] as const).map((severity, place) => ({
      ...open,
      severity,
      number: place + 30,
    }))
    const drawn = read(drawSummary({ ...state, figures: { ...week, issues } }))
    const told = drawn.slice(drawn.indexOf('Still open')).match(/(?<=• )P\d \w+ \d+/gu)
    expect(told).toEqual(['P0 issue 31', 'P1 issue 32', 'P2 issue 30', 'P2 issue 33'])
  })

  it('says in a line of its own what was still open', () => {
    const half = figures({ occurrences: [occurrence('Morning', 'done', 12), occurrence('Evening', 'open')] })
    expect(read(drawSummary({ ...state, figures: half }))).toContain(
      '\n1 checklist was still open when this was counted.\nFigures as of',
    )
    expect(read(drawSummary({ ...state, figures: half }))).not.toContain("Nobody's miss")
  })

  it('notifies nobody who has a role, and names the clock where all had the same', () => {
    expect(JSON.stringify(drawSummary({ ...state, figures: { ...week, answers: [] } }))).not.toContain('<@')
    const slower = { ...outage, respondMinutes: 30, respondBy: at('03:40') }
    expect(read(drawSummary({ ...state, figures: figures({ issues: [outage, slower] }) }))).toContain(
      'acknowledged 1 of 2 within their clocks (took 17 min) · resolved 2 of 2 within 1 h',
    )
  })

  it('tells a post by its hours, against the post before', () => {
    const post = { ...state, from: at('16:30', '2026-11-13'), until: at('16:30', '2026-11-20') }
    const drawn = read(drawSummary(post))
    expect(drawn).toContain('DrainPro, Fri 13 Nov 16:30 to Fri 20 Nov 16:30')
    expect(drawn).toContain('91 % (+41 points on the post before)')
    expect(summaryMarkdown(post)).toContain('# DrainPro, Fri 13 Nov 16:30 to Fri 20 Nov 16:30')
  })

  it('says what was restated', () => {
    expect(read(drawSummary({ ...state, restated: { was: 92, is: 94 } }))).toContain(
      'Restated: completion in the post before 92 → 94 %, with what was corrected since.',
    )
  })

  it('is kind when nothing happened', () => {
    expect(read(drawSummary({ ...state, figures: figures(), previous: null }))).toMatchInlineSnapshot(`
      "DrainPro, Mon 16 Nov to Sun 22 Nov
      All quiet: nothing was due. No open issues.
      Completion
      nothing was due
      On time
      nothing was due
      Figures as of Fri 20 Nov 16:30 New York.
      — text: DrainPro, Mon 16 Nov to Sun 22 Nov: All quiet: nothing was due. No open issues.
      Figures as of Fri 20 Nov 16:30 New York."
    `)
    expect(read(drawSummaryDetail({ ...state, figures: figures() }))).toContain('Nothing was due, nothing failed')
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

      - Evening checklist, Wed 18 Nov 09:00 · owner Operations Manager · 3 of 12 settled when it closed

      ## Out of target or failed

      - Error count: 14 · target < 10 · Morning checklist · P2 issue 12

      ## Incidents

      - P0 incident 14, payments are down: acknowledged in 17 min (clock 15 min), resolved in 42 min (clock 1 h)

      ## Issues and incidents by severity

      - **P0**: 1 opened, 1 resolved, 0 open · acknowledged 0 of 1 within 15 min (took 17 min) · resolved 1 of 1 within 1 h (took 42 min)
      - **P2**: 1 opened, 0 resolved, 1 open

      ## Still open

      - P2 issue 12: Error count: 14 · nobody owns it yet · respond by Sat 21 Nov 09:06, then Technical Lead

      ## Wins

      - “Closed every ticket <before> Friday” — @U0DANA

      ## Next week

      - “New phones” — @U0MARIA

      ## Nobody's miss, not counted above

      - 1 checklist on a holiday
      - 1 checklist while Rounds was not running

      ## Every ritual

      - Morning checklist: 10 due, 10 on time
      - Evening checklist: 2 due, 1 late, 1 missed

      ## Every issue

      - P2 issue 12: Error count: 14 · opened Fri 20 Nov 09:06 · not acknowledged yet (clock 24 h) · not resolved yet (clock 7 days)

      Figures as of Fri 20 Nov 16:30 New York.
      "
    `)
  })
})
