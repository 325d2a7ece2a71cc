import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf } from '../../src/operations/transact.ts'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { occurrencesBetween } from '../../src/store/occurrences.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  /** A click, and everything that comes of it. */
  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }

  const card = () => team.maria.sees('#ops').at(-1) ?? ''

  const ledger = async () => {
    const rows = await occurrencesBetween(
      scopeOf(team.rounds.deps),
      'shop',
      new Date('2026-11-16T00:00:00Z'),
      new Date('2026-12-31T00:00:00Z'),
    )
    return rows.map(({ ritual, dueAt, state }) => `${ritual} ${dueAt.toISOString().slice(0, 16)} ${state}`)
  }

  const settleAll = async () => {
    await press(team.ben, 'Fill in')
    await team.ben.fills({ 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: '4', 'Till float': '200' })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
  }

  test('the card appears when the ritual falls due, and a tick is shown on it', async () => {
    expect(team.maria.sees('#ops')).toEqual([])
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await team.maria.clicks('Done', 'Lights on')
    await team.settled()
    expect(team.maria.sees('#ops')).toHaveLength(1)
    expect(card()).toMatchInlineSnapshot(`
      "Opening round
      Corner shop · Mon 16 Nov 09:00 New York (your time today at 09:00) · open until 11:00 · owner @maria
      ▓▓░░░░░░░░░░  1 of 5
      ✓ Lights on — @maria 09:00 [⋯]
      Alarm off [Done]
      Fridge (target < 5 °C, critical > 8 °C) [Enter]
      Till float (target = $200) [Enter]
      Wins (optional) [Enter]
      [Fill in] [Something failed] [⋯]"
    `)
  })

  test('the owner is notified once, and nobody is notified of edits', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await team.ben.clicks('Done', 'Lights on')
    await team.ben.clicks('Done', 'Alarm off')
    await team.settled()
    expect(team.maria.notifications()).toHaveLength(1)
    expect(team.ben.notifications()).toHaveLength(0)
  })

  test('a second click by somebody else leaves one fact, and tells who was first', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    const both = await Promise.all([team.maria.clicks('Done', 'Lights on'), team.ben.clicks('Done', 'Lights on')])
    await team.settled()
    expect(both).toEqual([{ ok: true }, { ok: true }])
    const told = [...team.maria.ephemerals('#ops'), ...team.ben.ephemerals('#ops')]
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/Lights on: @(maria|ben) already marked it done/)
  })

  test('an answer that is lost on the way does not make the fact unsaid', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await team.maria.clicks('Done', 'Lights on')
    team.sandbox.faults.failBefore({ method: 'response_url', times: 1 })
    await Promise.all([team.ben.clicks('Done', 'Alarm off'), team.cara.clicks('Done', 'Alarm off')])
    await team.settled()
    expect([...team.ben.ephemerals('#ops'), ...team.cara.ephemerals('#ops')]).toEqual([])
    expect(card()).toContain('✓ Alarm off')
  })

  test('a reading out of its target opens an issue with its clock on the card', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await press(team.maria, 'Enter', 'Fridge')
    await team.maria.fills({ Fridge: '9.5' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toContain('✗ Fridge')
    expect(card()).toContain('P1')
    expect(card()).toContain('respond by 11:00')
    const thread = team.ben.seesThread('#ops', 'Opening round')
    expect(thread.join('\n')).toContain('P1 issue 1')
    expect(team.ben.notifications()).toHaveLength(1)
  })

  test('what cannot be read keeps the form open, with a sentence under the input, and saves nothing', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await press(team.maria, 'Fill in')
    await team.maria.fills({ 'Tick what is done': ['Lights on'], Fridge: 'cold' })
    const errors = await team.maria.submits()
    expect(Object.values(errors ?? {})).toEqual([
      'Please write a number in °C such as 12.5 (12,5 is the same, and 1,250 is 1250). I could not read “cold” as that.',
    ])
    expect(card()).toContain('0 of 5')
    await team.maria.fills({ Fridge: '4.2' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toContain('2 of 5')
  })

  test('failing by hand asks for a note and a severity, and undo takes the issue back', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await press(team.maria, 'Something failed')
    await team.maria.fills({ 'What failed?': 'Lights on', 'What did you see?': 'Half of them flicker' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toContain('✗ Lights on')
    await team.maria.chooses('Undo', 'Lights on')
    await team.settled()
    expect(card()).toContain('Lights on [Done]')
    expect(team.ben.seesThread('#ops', 'Opening round').join('\n')).toMatch(/withdrawn/i)
  })

  test('an issue that somebody has taken stays when its item is undone, and says so', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await press(team.maria, 'Enter', 'Fridge')
    await team.maria.fills({ Fridge: '6' })
    await team.maria.submits()
    await team.settled()
    await team.ben.clicks('Acknowledge')
    await team.settled()
    await team.maria.chooses('Undo', 'Fridge')
    await team.settled()
    await press(team.ben, 'View', 'issue')
    expect(team.ben.modal()?.text).toContain('corrected')
  })

  test("somebody else's item is the owner's to undo; others are told whom to ask", async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await team.ben.clicks('Done', 'Lights on')
    await team.settled()
    await team.cara.chooses('Undo', 'Lights on')
    await team.settled()
    expect(team.cara.ephemerals('#ops')).toEqual([expect.stringContaining('Please ask @ben and @maria.')])
    expect(card()).toContain('✓ Lights on')
    await team.maria.chooses('Undo', 'Lights on')
    await team.settled()
    expect(card()).toContain('Lights on [Done]')
  })

  test('the owner signs off with the time it took, and the card condenses', async () => {
    await team.clockReaches('2026-11-16T09:04:00-05:00')
    await settleAll()
    await press(team.maria, 'Sign off')
    await team.maria.fills({ 'How many minutes did it take?': 'six' })
    expect(Object.values((await team.maria.submits()) ?? {})).toHaveLength(1)
    await team.maria.fills({ 'How many minutes did it take?': '6' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toMatchInlineSnapshot(
      `"✓ Opening round Mon 16 Nov — 4 of 5 · signed off by @maria 09:04 · took 6 min [View]"`,
    )
    expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 done'])
  })

  test('what is done and waits for its sign-off does not say that it is open, until something of it is opened again', async () => {
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await settleAll()
    await team.clockReaches('2026-11-16T21:35:00-05:00')
    expect(card()).toContain('Ready to sign off by @maria.')
    expect(card()).not.toContain('open until')
    await team.clockReaches('2026-11-17T09:00:00-05:00')
    await settleAll()
    await team.ben.chooses('Undo', 'Alarm off')
    await team.settled()
    expect(card()).toContain('open until 11:00')
  })

  test('only the owner signs off, and only when all is settled', async () => {
    await team.clockReaches('2026-11-16T09:04:00-05:00')
    expect(card()).not.toContain('[Sign off]')
    await settleAll()
    expect(card()).toContain('[Sign off]')
    await press(team.ben, 'Sign off')
    await team.ben.submits()
    expect(team.ben.modal()?.text).toContain('Please ask @maria.')
  })

  test('what is still open is reminded of before closing, then missed, and can be made good', async () => {
    await team.clockReaches('2026-11-16T10:30:00-05:00')
    expect(team.maria.seesThread('#ops', 'Opening round').at(-1)).toContain('Still open: Lights on')
    expect(team.sandbox.traffic.to('chat.update'), 'the card says the same as before').toEqual([])
    await team.clockReaches('2026-11-16T11:00:00-05:00')
    expect(card()).toMatchInlineSnapshot(`
      "Opening round
      Corner shop · Mon 16 Nov 09:00 New York (your time today at 09:00) · closed at 11:00 · owner @maria
      ░░░░░░░░░░░░  0 of 5
      Missed: it closed at 11:00 with 4 items open. It can still be filled in, and then counts as done late.
      [Fill in] [View]"
    `)
    expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 missed'])
    await settleAll()
    expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 done-late'])
    expect(card()).toContain('Finished after it closed')
  })

  test("an outage is nobody's miss: the newest opens late, older ones are told apart", async () => {
    team.outageUntil('2026-11-19T09:40:00-05:00')
    await team.clockReaches('2026-11-19T09:41:00-05:00')
    expect(await ledger()).toEqual([
      'open-up 2026-11-16T14:00 bot-down',
      'open-up 2026-11-17T14:00 bot-down',
      'open-up 2026-11-18T14:00 bot-down',
      'open-up 2026-11-19T14:00 open',
    ])
    expect(team.maria.sees('#ops')).toHaveLength(1)
    expect(card()).toContain('Opened late')
  })

  test('a card that nobody could see in time is not a miss', async () => {
    team.sandbox.faults.outage = true
    await team.clockReaches('2026-11-16T11:30:00-05:00')
    team.sandbox.faults.outage = false
    await team.clockReaches('2026-11-16T12:00:00-05:00')
    expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 not-delivered'])
    expect(card()).toContain("nobody's miss")
  })
})
