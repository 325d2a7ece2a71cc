import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf } from '../../src/operations/transact.ts'
import { insertOccurrence } from '../../src/store/occurrences.ts'
import { insertSummary, newestSummary } from '../../src/store/summaries.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  /** Opens the form of the newest card and saves the whole of it. */
  const fillIn = async (fridge: string, wins?: string) => {
    await team.ben.clicks('Fill in')
    await team.settled()
    await team.ben.fills({ 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: fridge, 'Till float': '200' })
    if (wins) await team.ben.fills({ Wins: wins })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
  }
  const day = async (date: string, time: string) => team.clockReaches(`2026-11-${date}T${time}:00-05:00`)
  const posts = () => team.eli.sees('#leadership')

  /** Monday on time with a warm fridge, Tuesday late, Wednesday missed, Thursday and Friday on time. */
  const playWeek = async () => {
    await day('16', '09:05')
    await fillIn('6.5', 'The new coffee sells')
    await day('17', '12:00')
    await fillIn('4')
    await day('19', '09:30')
    await fillIn('4')
    await day('20', '09:30')
    await fillIn('4', 'No queue on Thursday')
  }

  test('Friday 16:30 brings the week: verdict, rates, the miss, the reading, the quotes', async () => {
    await playWeek()
    await day('20', '16:29')
    expect(posts()).toHaveLength(0)
    await day('20', '16:30')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchInlineSnapshot(`
      "Corner shop, Mon 16 Nov 08:55 to Fri 20 Nov 16:30
      4 of 5 checklists were done, 3 of them on time; 1 was missed. 1 item out of target or failed. 1 issue still open.
      Completion
      80 %
      On time
      60 %
      Missed
      • Opening round, Wed 18 Nov 09:00 · owner Manager · not started
      Out of target or failed
      • Fridge: 6.5 °C · target < 5 °C · Opening round · P2 issue 1
      Issues and incidents by severity
      • P2: 1 opened, 0 resolved, 1 open · acknowledged 0 of 1 within 24 h
      Still open
      • P2 issue 1: Fridge: 6.5 °C · nobody owns it yet · response overdue since Tue 17 Nov 09:05; asked next: Director, Sat 21 Nov 09:05
      Wins
      • “The new coffee sells” — @ben
      • “No queue on Thursday” — @ben
      Figures as of Fri 20 Nov 16:30 New York."
    `)
  })

  test('the figures are frozen with the post; what comes later changes nothing in it and corrects nothing', async () => {
    await playWeek()
    await day('20', '16:30')
    const [frozen] = posts()
    await day('21', '09:30')
    await fillIn('4')
    await day('22', '09:30')
    await fillIn('4')
    expect(posts()[0]).toBe(frozen)
    await day('27', '16:30')
    expect(posts()).toHaveLength(2)
    expect(posts()[1]).not.toContain('Restated')
  })

  /** On Saturday nobody came, and at noon the till burned for half an hour; on Sunday all was well. */
  const playWeekend = async () => {
    await day('21', '12:00')
    await team.ben.runs('/incident the till is on fire', { in: '#ops' })
    await team.settled()
    await day('21', '12:10')
    await team.ben.clicks('Acknowledge', 'the till is on fire')
    await team.settled()
    await day('21', '12:30')
    await team.ben.clicks('Resolve', 'the till is on fire')
    await team.settled()
    await team.ben.fills({ 'What was it, and what was done?': 'A cable' })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    await day('22', '09:30')
    await fillIn('4', 'A calm Sunday')
  }

  test('a weekend is told in the next post, and once', async () => {
    await playWeek()
    await playWeekend()
    // Seven rounds were due from Saturday to Friday; only Sunday's was done.
    await day('27', '16:30')
    const [, second] = posts()
    expect(second).toContain('Corner shop, Fri 20 Nov 16:30 to Fri 27 Nov 16:30')
    expect(second).toContain('1 of 7 checklists was done on time; 6 were missed.')
    expect(second).toContain('14 % (−66 points on the post before)')
    expect(second).toContain('Opening round, Sat 21 Nov 09:00')
    expect(second).toContain(
      'P0 incident 2, the till is on fire: acknowledged in 10 min (clock 15 min), resolved in 30 min (clock 1 h)',
    )
    expect(second).toContain('P0: 1 opened, 1 resolved, 0 open · acknowledged 1 of 1 within 15 min')
    // Monday's issue is still open, and its week to be resolved in ran out on this Monday.
    expect(second).toContain('P2: 0 opened, 0 resolved, 1 open · resolved 0 of 1 within 7 days')
    expect(second).toContain('“A calm Sunday”')
    expect(second).not.toMatch(/No queue on Thursday|Fridge: 6.5 °C · target|Wed 18 Nov|Restated/)
    await team.clockReaches('2026-12-04T16:30:00-05:00')
    const third = posts()[2]
    expect(third).toContain('None of 7 checklists was done.')
    expect(third).toContain('P2: 0 opened, 0 resolved, 1 open\n')
    expect(third).not.toMatch(/P0|Sat 21 Nov|A calm Sunday|Restated/)
  })

  test('a miss that is made good after the post is told as restated, once, and not counted again', async () => {
    await playWeek()
    await day('20', '16:30')
    expect(posts()[0]).toContain('80 %')
    await day('21', '08:00')
    // Only Wednesday's card is closed and not done.
    await team.ben.clicks('Fill in', '[Fill in] [View]')
    await team.settled()
    await team.ben.fills({ 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: '4', 'Till float': '200' })
    await team.ben.fills({ Wins: 'Found the missing round' })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    await day('27', '16:30')
    const [, second] = posts()
    expect(second).toContain('Restated: completion in the post before 80 → 100 %')
    // Saturday to Friday; Wednesday's is not among them, and the change is counted from what is true now.
    expect(second).toContain('None of 7 checklists was done.')
    expect(second).toContain('0 % (−100 points on the post before)')
    expect(second).toContain('“Found the missing round”')
    await team.clockReaches('2026-12-04T16:30:00-05:00')
    expect(posts()[2]).not.toContain('Restated')
  })

  test('whoever asks in between sees the week so far, alone', async () => {
    await day('16', '09:05')
    await fillIn('4')
    await team.eli.runs('/summary', { in: '#general' })
    await team.settled()
    expect(team.eli.ephemerals('#general')[0]).toContain('The only checklist was done on time.')
    expect(team.maria.ephemerals('#general')).toHaveLength(0)
  })

  test('after an outage over Friday the week is still told, once', async () => {
    await day('16', '09:05')
    await fillIn('4')
    team.outageUntil('2026-11-21T10:00:00-05:00')
    await day('21', '10:05')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toContain('while Rounds was not running')
    expect(posts()[0]).toContain('100 %')
  })

  describe('with a plan of its own', () => {
    const begin = async (at: string, every: string, rituals: readonly string[], more: readonly string[] = []) => {
      await team.close()
      const folder = mkdtempSync(join(tmpdir(), 'rounds-summary-'))
      const head = [
        'plan: shop',
        'title: Corner shop',
        'timezone: America/New_York',
        'channel: "#ops"',
        'owner: "@maria"',
      ]
      const summary = `summary: { channel: "#leadership", every: ${every} }`
      writeFileSync(join(folder, 'shop.yaml'), [...head, ...more, summary, 'rituals:', ...rituals].join('\n'))
      team = await startTeam({ opened: await open(), at, plans: folder })
    }
    const morning = ['  morning: { title: Morning round, every: day at 09:00, open-for: 2h, items: [Lights on] }']
    const evening = [
      '  evening:',
      '    title: Evening round',
      '    every: weekday at 16:00',
      '    open-for: 2h',
      '    items: [Lights on, { item: Wins, text: true, optional: true, into: wins }]',
    ]

    test('it is posted also when nothing was due', async () => {
      await begin('2026-11-16T08:55:00-05:00', 'Friday at 16:30', ['  count: { every: on demand, items: [Shelves] }'])
      await day('20', '16:30')
      expect(posts()).toHaveLength(1)
      expect(posts()[0]).toMatchInlineSnapshot(`
        "Corner shop, Mon 16 Nov 08:55 to Fri 20 Nov 16:30
        All quiet: nothing was due. No open issues.
        Completion
        nothing was due
        On time
        nothing was due
        Figures as of Fri 20 Nov 16:30 New York."
      `)
    })

    test('a round that was open at one post and missed later is told in the next, once', async () => {
      await begin('2026-11-16T08:55:00-05:00', 'Friday at 16:30', evening)
      await day('20', '16:30')
      // Monday to Thursday; Friday's is open until 18:00.
      expect(posts()[0]).toContain('None of 4 checklists was done.')
      expect(posts()[0]).toContain('1 checklist was still open when this was counted.')
      await day('27', '16:30')
      // Friday's, and Monday to Thursday again.
      expect(posts()[1]).toContain('None of 5 checklists was done.')
      expect(posts()[1]).toContain('Evening round, Fri 20 Nov 16:00')
      expect(posts()[1]).not.toMatch(/Thu 19 Nov|Fri 27 Nov 16:00|Restated/)
      await team.clockReaches('2026-12-04T16:30:00-05:00')
      expect(posts()[2]).toContain('None of 5 checklists was done.')
      expect(posts()[2]).not.toContain('Fri 20 Nov')
    })

    test.each(['16:30', '17:00'])('what is answered after the post, at %s, is quoted in the next', async (time) => {
      await begin('2026-11-20T08:55:00-05:00', 'Friday at 16:30', evening)
      await day('20', '16:30')
      await day('20', time)
      await team.ben.clicks('Fill in')
      await team.settled()
      await team.ben.fills({ 'Tick what is done': ['Lights on'], Wins: 'The late sale' })
      expect(await team.ben.submits()).toBeUndefined()
      await team.settled()
      expect(posts()[0]).not.toContain('The late sale')
      await day('27', '16:30')
      // Friday's was done; Monday to Thursday were missed.
      expect(posts()[1]).toContain('1 of 5 checklists was done on time; 4 were missed.')
      expect(posts()[1]).toContain('“The late sale” — @ben')
      await team.clockReaches('2026-12-04T16:30:00-05:00')
      expect(posts()[2]).not.toContain('The late sale')
    })

    test('on Monday morning it tells the week that is over', async () => {
      await begin('2026-11-16T08:55:00-05:00', 'Monday at 08:00', morning)
      await day('23', '08:00')
      expect(posts()).toHaveLength(1)
      expect(posts()[0]).toContain('Corner shop, Mon 16 Nov 08:55 to Mon 23 Nov 08:00')
      expect(posts()[0]).toContain('None of 7 checklists was done.')
      expect((await newestSummary(scopeOf(team.rounds.deps), 'shop'))?.week).toBe('2026-W47')
      await day('30', '08:00')
      expect(posts()[1]).toContain('0 % (as the post before)')
      expect(posts()[1]).toContain('Mon 23 Nov 09:00')
      expect(posts()[1]).not.toContain('Sun 22 Nov')
    })

    test('a post every day tells a day each', async () => {
      await begin('2026-11-16T08:55:00-05:00', 'day at 17:00', morning)
      await day('18', '17:00')
      expect(posts()).toHaveLength(3)
      for (const [index, text] of posts().entries()) {
        expect(text).toContain('The only checklist was missed.')
        expect(text).toContain(`Morning round, ${['Mon 16', 'Tue 17', 'Wed 18'][index]} Nov 09:00`)
      }
    })

    test('a round that is open over several posts is told when it is decided', async () => {
      const count = '  count: { title: Count, every: Monday at 16:00, open-for: 3d, items: [Shelves] }'
      await begin('2026-11-16T08:55:00-05:00', 'day at 17:00', [count])
      await day('20', '17:00')
      const open = '1 checklist still open; nothing else was due.'
      const missed = 'The only checklist was missed.'
      const verdicts = posts().map((text) => [open, missed].find((verdict) => text.includes(verdict)))
      expect(verdicts).toEqual([open, open, open, missed, undefined])
      expect(posts()[3]).toContain('Count, Mon 16 Nov 16:00')
    })

    test('a round that a holiday moved past the post is told in the next', async () => {
      const review =
        '  review: { title: Review, every: Friday at 10:00, on-holiday: next-working-day, open-for: 2h, items: [Books] }'
      await begin('2026-12-21T08:55:00-05:00', 'Friday at 16:30', [review], ['calendar: { holidays: [2026-12-25] }'])
      await team.clockReaches('2026-12-25T16:30:00-05:00')
      expect(posts()[0]).toContain('All quiet: nothing was due.')
      await team.clockReaches('2027-01-01T16:30:00-05:00')
      expect(posts()[1]).toContain('None of 2 checklists was done.')
      expect(posts()[1]).toContain('Review, Fri 25 Dec 10:00')
    })

    test('what is entered in the ledger only after the post is told in the next', async () => {
      await begin('2026-11-20T12:00:00-05:00', 'Friday at 16:30', ['  count: { every: on demand, items: [Shelves] }'])
      await day('20', '16:30')
      const dueAt = new Date('2026-11-20T16:00:00-05:00')
      const closesAt = new Date('2026-11-20T16:10:00-05:00')
      const late = {
        id: 'late',
        plan: 'shop',
        ritual: 'count',
        section: '',
        title: 'Late entry',
        owners: [],
        reason: null,
      }
      const times = { dueAt, opensAt: dueAt, closesAt }
      await insertOccurrence(scopeOf(team.rounds.deps), { ...late, ...times, state: 'missed' })
      await day('27', '16:30')
      expect(posts()[1]).toContain('Late entry, Fri 20 Nov 16:00')
      expect(posts()[1]).not.toContain('Restated')
      await team.clockReaches('2026-12-04T16:30:00-05:00')
      expect(posts()[2]).not.toContain('Late entry')
    })

    test('a round of another zone that was missed is told by its own clock, with its place', async () => {
      await begin('2026-11-19T08:00:00-05:00', 'Friday at 16:30', [
        '  paris: { title: Paris round, every: Thursday at 17:00, open-for: 2h, timezone: Europe/Paris, items: [Lights on] }',
        '  here: { title: Home round, every: Thursday at 12:00, open-for: 2h, timezone: America/New_York, items: [Lights on] }',
      ])
      await day('20', '16:30')
      expect(posts()[0]).toContain('• Paris round, Thu 19 Nov 17:00 Paris · owner')
      expect(posts()[0]).toContain('• Home round, Thu 19 Nov 12:00 · owner')
    })

    test('whoever took an issue is named, also when they only stood in for a role; untaken it is the role that owns it', async () => {
      const cover = 'cover: [{ from: 2026-11-18, to: 2026-11-18, person: "@dana" }]'
      await begin('2026-11-18T08:55:00-05:00', 'Friday at 16:30', morning, [
        `roles: { technician: { title: Technician, rotation: ["@ben"], hand-over: Monday at 09:00, ${cover} } }`,
        'escalation: [technician]',
        'severities: { P0: { name: Critical, respond: 15m, resolve: 1w, escalate: technician } }',
      ])
      await day('18', '10:00')
      for (const what of ['the till is down', 'the door is open']) {
        await team.maria.runs(`/incident ${what}`, { in: '#ops' })
        await team.settled()
      }
      await team.dana.clicks('Acknowledge', 'the till is down')
      await team.settled()
      await day('20', '16:30')
      expect(posts()[0]).toContain('• P0 incident 1: the till is down · @dana has it · resolve by Wed 25 Nov 10:00')
      expect(posts()[0]).toContain('• P0 incident 2: the door is open · nobody owns it yet · ')
      await team.maria.opensHome()
      await team.settled()
      expect(team.maria.home()).toContain('@dana has it')
    })

    test('what happens in the very instant of a post is told in the next, and only there', async () => {
      await begin('2026-11-20T16:00:00-05:00', 'Friday at 16:30', ['  count: { every: on demand, items: [Shelves] }'])
      await team.ben.runs('/incident the till is on fire', { in: '#ops' })
      await team.settled()
      team.outageUntil('2026-11-20T16:30:00-05:00')
      await team.ben.clicks('Resolve', 'the till is on fire')
      await team.settled()
      await team.ben.fills({ 'What was it, and what was done?': 'A cable' })
      expect(await team.ben.submits()).toBeUndefined()
      await team.settled()
      await day('20', '16:30')
      expect(posts()[0]).toContain('P0: 1 opened, 0 resolved, 1 open · acknowledged 0 of 1 within 15 min\n')
      await day('27', '16:30')
      // To resolve it is to take it: the clock of the response had run out, and was told in the first post.
      expect(posts()[1]).toContain(
        'P0: 0 opened, 1 resolved, 0 open · acknowledged (took 30 min) · resolved 1 of 1 within 1 h (took 30 min)',
      )
    })

    test('of one due time there is one post, whoever else would freeze it', async () => {
      await begin('2026-11-20T12:00:00-05:00', 'Friday at 16:30', morning)
      await day('20', '16:30')
      const scope = scopeOf(team.rounds.deps)
      const frozen = await newestSummary(scope, 'shop')
      if (!frozen) throw new Error('Nothing was frozen.')
      expect(await insertSummary(scope, { ...frozen, id: 'another' })).toBe(false)
    })

    test('after weeks of absence one post tells them all', async () => {
      await begin('2026-11-16T08:55:00-05:00', 'Friday at 16:30', morning)
      await day('20', '16:30')
      team.outageUntil('2026-12-07T10:00:00-05:00')
      await team.clockReaches('2026-12-07T10:05:00-05:00')
      expect(posts()).toHaveLength(2)
      expect(posts()[1]).toContain('Corner shop, Fri 20 Nov 16:30 to Mon 7 Dec 10:00')
      // 21 November to 6 December; the seventh's is open until 11:00.
      expect(posts()[1]).toContain('16 checklists while Rounds was not running')
    })
  })
})
