import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reading } from '../../src/operations/transact.ts'
import { weekState } from '../../src/slack/surfaces.ts'
import { currentPlans } from '../../src/store/plans.ts'
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
      "Corner shop, Mon 16 Nov to Sun 22 Nov
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
      • P2 issue 1: Fridge: 6.5 °C · nobody owns it yet · respond by Sat 21 Nov 09:05, then Director
      Wins
      • “The new coffee sells” — @ben
      • “No queue on Thursday” — @ben
      Figures as of Fri 20 Nov 16:30 New York."
    `)
  })

  test('the figures are frozen with the post; what comes later is told as restated a week on', async () => {
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
    expect(posts()[1]).toContain('Restated: completion of the week before 80 → 85 %')
  })

  test('it is posted also when nothing was due', async () => {
    const [applied] = await currentPlans(reading(team.rounds.deps))
    const { rates } = (await weekState(reading(team.rounds.deps), applied?.plan as never, '2026-W45', team.now()))
      .figures
    expect(rates).toEqual({ completion: null, onTime: null })
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
})
