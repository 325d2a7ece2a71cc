import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'tests/data/readings.yaml' })
  })
  afterEach(() => team.close())

  const day = (date: string, time: string) => team.clockReaches(`2026-${date}T${time}:00-05:00`)
  const card = (title: string) => team.maria.sees('#ops').findLast((message) => message.startsWith(title)) ?? ''
  const row = (title: string, of: string) =>
    card(title)
      .split('\n')
      .find((line) => line.includes(of)) ?? ''
  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const start = async (ritual: string) => {
    await team.maria.runs(`/rounds start ${ritual}`, { in: '#ops' })
    await team.settled()
  }
  /** Opens the form of the newest card that says `near`, fills it and sends it; what is wrong, by its sentences. */
  const enter = async (near: string, values: Parameters<MemberDriver['fills']>[0]) => {
    await press(team.ben, 'Fill in', near)
    await team.ben.fills(values)
    const errors = await team.ben.submits()
    await team.settled()
    return Object.values(errors ?? {})
  }

  describe('every kind of reading', () => {
    beforeEach(() => start('kinds'))

    test('has its own input, with what is asked and how to write it', async () => {
      await press(team.ben, 'Fill in')
      expect(team.ben.modal()?.text).toMatchInlineSnapshot(`
        "Anything may be left empty. What you fill in is saved.
        Average rating (optional): [of 5]
        Average, target > 4.5 of 5 · 0 to 5, such as 4.5
        Cleanliness (optional): [Choose]
        System status (optional): [Choose]
        Target All good
        AI agents (optional): [Choose]
        Target all active
        Health word (optional): []
        Target healthy
        Contract signed (optional): []
        Last backup (optional): []
        Target < 24 h old
        Response time (optional): [in ms]
        P95, target < 200 ms, stretch < 150 ms · such as 12 ms, 1.5 h or 1h 30m
        Till (optional): [in $]
        Such as $1,250.50; 1.250,50 is the same
        Top features (optional): [One per line, at most 3]
        Top 3"
      `)
    })

    test('is shown as people write it, in the unit of its target', async () => {
      const wrong = await enter('Every kind', {
        'Average rating': '9.4/10',
        Cleanliness: '4 of 5',
        'System status': '🟢 All good',
        'AI agents': '🟢 all active',
        'Health word': 'Healthy',
        'Contract signed': '2026-11-02',
        'Last backup': '2026-11-16T02:10:00-05:00',
        'Response time': '0,18 s',
        Till: '$1,200.50',
        'Top features': '1. Booking\n- Search',
      })
      expect(wrong).toEqual([])
      expect(card('Every kind')).toMatchInlineSnapshot(`
        "Every kind
        Clinic · Mon 16 Nov 08:55 New York (your time today at 08:55) · owner @maria
        ▓▓▓▓▓▓▓▓▓▓▓▓  10 of 10
        Ready to sign off by @maria.
        ✓ Average rating: 4.7 of 5 — @ben 08:55 [⋯]
        ✓ Cleanliness: 4 of 5 — @ben 08:55 [⋯]
        ✓ System status: 🟢 All good — @ben 08:55 [⋯]
        ✓ AI agents: 🟢 all active — @ben 08:55 [⋯]
        ✓ Health word: Healthy — @ben 08:55 [⋯]
        ✓ Contract signed: 2026-11-02 (14 d old) — @ben 08:55 [⋯]
        ✓ Last backup: 2026-11-16 02:10 (6.8 h old) — @ben 08:55 [⋯]
        ✓ Response time: 180 ms p95 — @ben 08:55 [⋯]
        ✓ Till: $1,200.50 — @ben 08:55 [⋯]
        ✓ Top features: Booking · Search — @ben 08:55 [⋯]
        [Sign off]"
      `)
    })

    test('that cannot be understood is answered under its input, with a good one as an example', async () => {
      const wrong = await enter('Every kind', {
        'Average rating': '6',
        'Response time': 'fast',
        Till: '€20',
        'Top features': 'a\nb\nc\nd',
        'Last backup': '2026-11-17T09:00:00-05:00',
      })
      expect(wrong).toMatchInlineSnapshot(`
        [
          "Please write a rating from 0 to 5 such as 4.5 or 4/5. I could not read “6” as that.",
          "Please write a day and a time such as 2026-03-06 02:10 that is not in the future. I could not read “2026-11-17 09:00” as that.",
          "Please write a duration such as 12 ms or 1h 30m. I could not read “fast” as that.",
          "Please write an amount in $ such as $1,250.50 (1.250,50 is the same). I could not read “€20” as that.",
          "Please write at most 3 lines, one for each. I could not read “a b c d” as that.",
        ]
      `)
      expect(card('Every kind')).toContain('0 of 10')
    })

    test('fails by what it is judged by: a word, a light, an age, a rating', async () => {
      await enter('Every kind', {
        'Average rating': '4,5',
        'System status': '🔴 Critical',
        'AI agents': '🔴 Not all active',
        'Health word': 'degraded',
        'Last backup': '2026-11-14T08:00:00-05:00',
      })
      expect(card('Every kind')).toMatchInlineSnapshot(`
        "Every kind
        Clinic · Mon 16 Nov 08:55 New York (your time today at 08:55) · open until midnight · owner @maria
        ▓▓▓▓▓▓░░░░░░  5 of 10 · 5 failed
        ✗ Average rating: 4.5 of 5 (target > 4.5 of 5) — issue 1, P2 · respond by Tue 17 Nov 08:55, then Technician [⋯]
        Cleanliness [Enter]
        ✗ System status: 🔴 Critical (target All good) — issue 2, P2 · respond by Tue 17 Nov 08:55, then Technician [⋯]
        ✗ AI agents: 🔴 Not all active (target all active) — issue 3, P2 · respond by Tue 17 Nov 08:55, then Technician [⋯]
        ✗ Health word: degraded (target healthy) — issue 4, P2 · respond by Tue 17 Nov 08:55, then Technician [⋯]
        Contract signed [Enter]
        ✗ Last backup: 2026-11-14 08:00 (48.9 h old) (target < 24 h old) — issue 5, P2 · respond by Tue 17 Nov 08:55, then Technician · to do: Run the backup by hand [⋯]
        Response time (p95, target < 200 ms, stretch < 150 ms) [Enter]
        Till [Enter]
        Top features (top 3) [Enter]
        [Fill in] [Something failed] [⋯]"
      `)
      const thread = team.ben.seesThread('#ops', 'Every kind').join('\n')
      expect(thread).toContain('Last backup: 2026-11-14 08:00 (48.9 h old)')
      expect(thread).toContain('To do: Run the backup by hand')
    })

    test('may warn without failing, and may do better than it has to', async () => {
      await enter('Every kind', { 'System status': '🟡 Minor issues', 'Response time': '140' })
      expect(row('Every kind', 'System status')).toContain('⚠ System status: 🟡 Minor issues (warning) — @ben')
      expect(row('Every kind', 'Response time')).toContain(
        '★ Response time: 140 ms p95 (stretch < 150 ms reached) — @ben',
      )
      expect(card('Every kind')).toContain('2 of 10 · 1 warning')
      expect(team.ben.seesThread('#ops', 'Every kind')).toEqual([])
    })
  })

  describe('a threshold', () => {
    beforeEach(() => day('11-16', '09:01'))

    test('that warns says what to do, and opens no issue', async () => {
      expect(await enter('Health round', { 'Disk used': '85%' })).toEqual([])
      expect(row('Health round', 'Disk used')).toContain(
        '⚠ Disk used: 85 % (warning > 80 %) · to do: Clear the old logs — @ben 09:01',
      )
      expect(team.ben.seesThread('#ops', 'Health round')).toEqual([])
    })

    test('that is critical opens an issue with its own clock and what to do', async () => {
      await enter('Health round', { 'Disk used': '96' })
      expect(row('Health round', 'Disk used')).toContain('P1 · respond by 09:16')
      expect(row('Health round', 'Disk used')).toContain('to do: Call the hoster')
      expect(team.ben.seesThread('#ops', 'Health round').join('\n')).toContain('To do: Call the hoster')
    })

    test('that warns and names a severity opens an issue of it', async () => {
      await enter('Health round', { 'Error rate': '3' })
      expect(row('Health round', 'Error rate')).toContain('✗ Error rate: 3 % (warning > 2 %)')
      expect(row('Health round', 'Error rate')).toContain('P3 · respond by 10:01')
    })

    test('leaves the plain target to the ritual', async () => {
      await enter('Health round', { 'Disk used': '92' })
      expect(row('Health round', 'Disk used')).toContain('P2')
      expect(row('Health round', 'Disk used')).toContain('(target < 90 %)')
    })
  })

  test('steps and commands are told on the card and in the form', async () => {
    await day('11-16', '09:01')
    expect(card('Health round')).toContain(
      'Restore test\n1. Pick a backup at random\n2. Restore it\nRun: ./restore.sh --latest\nExpect: restored: 42 tables [Done]',
    )
    await press(team.ben, 'Fill in', 'Health round')
    expect(team.ben.modal()?.text).toContain('1. Start the watch\n2. Stop it when the app answers')
    expect(team.ben.modal()?.text).toContain('Restore test\n1. Pick a backup at random')
  })

  describe('week after week', () => {
    const numbers = (leads: string, churn: string) => enter('Weekly numbers', { Leads: leads, Churn: churn })

    test('the first reading has nothing to be compared with, and passes', async () => {
      await day('11-16', '10:01')
      await numbers('100', '4')
      expect(row('Weekly numbers', 'Leads')).toContain('✓ Leads: 100 (first reading, 10 % of the year')
      expect(row('Weekly numbers', 'Churn')).toContain('✓ Churn: 4 % (first reading)')
    })

    test('a trend is judged by the reading of the week before', async () => {
      await day('11-16', '10:01')
      await numbers('100', '4')
      await day('11-23', '10:01')
      await numbers('90', '4.5')
      expect(row('Weekly numbers', 'Leads')).toContain('✗ Leads: 90')
      expect(row('Weekly numbers', 'Churn')).toContain('✗ Churn: 4.5 %')
      expect(row('Weekly numbers', 'Churn')).toContain('target < 5 %, not rising on last week')
      await day('11-30', '10:01')
      await numbers('120', '4.5')
      expect(row('Weekly numbers', 'Leads')).toContain('✓ Leads: 120 (+33 % on last week')
      expect(row('Weekly numbers', 'Churn')).toContain('✓ Churn: 4.5 % (as last week)')
    })

    test('a week that nobody read is no week to compare with', async () => {
      await day('11-16', '10:01')
      await numbers('100', '4')
      await day('11-30', '10:01')
      await numbers('90', '4')
      expect(row('Weekly numbers', 'Leads')).toContain(
        "✓ Leads: 90 (19 % of the year's 1,000 (91 % of the year gone), …)",
      )
    })

    test('a target comes in force on its day', async () => {
      await day('11-16', '10:01')
      expect(row('Weekly numbers', 'Signups')).toContain('(target > 10)')
      await day('11-23', '10:01')
      expect(row('Weekly numbers', 'Signups')).toContain('(target > 100)')
    })

    test('a goal that was set is what the next reading has to reach', async () => {
      await day('11-16', '10:01')
      await enter('Weekly numbers', { 'Goal for next week': '50', Bookings: '10' })
      expect(row('Weekly numbers', 'Bookings')).toContain('✓ Bookings: 10 (no goal was set)')
      await day('11-23', '10:01')
      await enter('Weekly numbers', { 'Goal for next week': '60', Bookings: '45' })
      expect(row('Weekly numbers', 'Bookings')).toContain('✗ Bookings: 45')
      await day('11-30', '10:01')
      await enter('Weekly numbers', { Bookings: '60' })
      expect(row('Weekly numbers', 'Bookings')).toContain('✓ Bookings: 60 (goal at least 60)')
    })
  })

  describe('what is counted from others', () => {
    beforeEach(() => day('11-16', '10:01'))

    test('has no input, and stands once all it is counted from is settled', async () => {
      expect(row('Weekly numbers', 'Answer rate')).toBe('Answer rate (target >= 80 %) · counted by itself')
      await press(team.ben, 'Fill in', 'Weekly numbers')
      expect(team.ben.modal()?.text).toContain('Answer rate is counted by itself: the share of Answered and Calls.')
      expect(team.ben.modal()?.text).not.toContain('Answer rate (optional)')
      await team.ben.fills({ Calls: '120' })
      await team.ben.submits()
      await team.settled()
      expect(row('Weekly numbers', 'Answer rate')).toContain('counted by itself')
      await enter('Weekly numbers', { Answered: '100' })
      expect(row('Weekly numbers', 'Answer rate')).toBe('✓ Answer rate: 83.33 %')
    })

    test('is judged, and judged anew when a figure is corrected', async () => {
      await enter('Weekly numbers', { Calls: '120', Answered: '60' })
      expect(row('Weekly numbers', 'Answer rate')).toContain('✗ Answer rate: 50 % (target >= 80 %) — issue 1')
      await team.ben.chooses('Undo', '✓ Answered')
      await team.settled()
      expect(row('Weekly numbers', 'Answer rate')).toContain('counted by itself')
      expect(team.ben.seesThread('#ops', 'Weekly numbers').join('\n')).toMatch(/withdrawn/i)
      await enter('Weekly numbers', { Answered: '110' })
      expect(row('Weekly numbers', 'Answer rate')).toBe('✓ Answer rate: 91.67 %')
    })

    test('adds up what applies', async () => {
      await enter('Weekly numbers', { 'Costs: Hosting': '300' })
      expect(row('Weekly numbers', 'Total cost')).toContain('counted by itself')
      await team.ben.chooses('Not applicable…', '[Something failed]')
      await team.settled()
      await team.ben.fills({ 'Which item does not apply this time?': 'Costs: Ads' })
      await team.ben.submits()
      await team.settled()
      expect(row('Weekly numbers', 'Total cost')).toBe('✓ Total cost: $300')
    })
  })

  test('an item and a group are repeated for each thing', async () => {
    await start('rooms')
    expect(card('Rooms')).toMatchInlineSnapshot(`
      "Rooms
      Clinic · Mon 16 Nov 08:55 New York (your time today at 08:55) · open until midnight · owner @maria
      ░░░░░░░░░░░░  0 of 4
      Lab: temperature (target 18 °C to 25 °C) [Enter]
      Office: temperature (target 18 °C to 25 °C) [Enter]
      Doors: Front
      Front door locked [Done]
      Doors: Back
      Back door locked [Done]
      [Fill in] [Something failed] [⋯]"
    `)
  })

  test('the summary tells trends, warnings, what was better, what was counted, and lists', async () => {
    await day('11-16', '10:05')
    await enter('Weekly numbers', { Leads: '100', Churn: '4', Calls: '100', Answered: '90' })
    await enter('Health round', { 'Disk used': '70' })
    await day('11-23', '10:05')
    await enter('Weekly numbers', { Leads: '120', Churn: '6', Calls: '100', Answered: '95' })
    await enter('Health round', { 'Disk used': '85' })
    await start('kinds')
    await enter('Every kind', {
      'Response time': '140',
      'Top features': 'Booking\nSearch',
      'System status': '🟡 Minor issues',
    })
    await day('11-27', '16:30')
    expect(team.eli.sees('#leadership').at(-1)).toMatchInlineSnapshot(`
      "Clinic, Fri 20 Nov 16:30 to Fri 27 Nov 16:30
      None of 3 checklists was done. 1 item out of target or failed. 2 warnings. 1 issue still open.
      Completion
      0 % (as the post before)
      On time
      0 % (as the post before)
      Missed
      • Health round, Mon 23 Nov 09:00 · owner Manager · 1 of 4 settled when it closed
      • Weekly numbers, Mon 23 Nov 10:00 · owner Manager · 5 of 11 settled when it closed
      • Every kind, Mon 23 Nov 10:05 · owner Manager · 3 of 10 settled when it closed
      Out of target or failed
      • Churn: 6 % · ↗ from 4 % · target < 5 %, not rising on last week · Weekly numbers · P2 issue 1
      Warnings
      • Disk used: 85 % · warning > 80 % · Health round
      • System status: 🟡 Minor issues · Every kind
      Better than asked for
      • Response time: 140 ms p95 · stretch < 150 ms · Every kind
      Figures
      • Leads: 120 · +20 % on last week · 22 % of the year's 1,000 (89 % of the year gone) · no reading of the same week last month · Weekly numbers
      • Churn: 6 % · +2 points on last week · Weekly numbers
      • Answer rate: 95 % · Weekly numbers
      Issues and incidents by severity
      • P2: 1 opened, 0 resolved, 1 open · acknowledged 0 of 1 within 24 h
      Still open
      • P2 issue 1: Churn: 6 % · nobody owns it yet · response overdue since Tue 24 Nov 10:05; asked next: Technician, Sat 28 Nov 10:05
      Lists
      • Top features: 1 Booking, 2 Search — @ben
      Figures as of Fri 27 Nov 16:30 New York."
    `)
  })
})
