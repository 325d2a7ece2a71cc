import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  const told = async (line: string) => {
    await team.maria.runs(line, { in: '#general' })
    await team.settled()
    return team.maria.ephemerals('#general').at(-1) ?? ''
  }

  test('help, nothing and nonsense are all answered with what one can do', async () => {
    for (const line of ['/rounds help', '/rounds', '/rounds abracadabra']) {
      expect(await told(line)).toContain('/incident what is happening')
    }
    expect(await told('/rounds abracadabra')).toContain('I do not know')
  })

  test('today tells what is due and how far it is', async () => {
    const later = 'Later today\nOpening round — Mon 16 Nov 09:00'
    expect(await told('/rounds today')).toContain(`Nothing has fallen due so far.\n${later}`)
    await team.clockReaches('2026-11-16T09:01:00-05:00')
    await team.maria.clicks('Done', 'Lights on')
    await team.settled()
    expect(await told('/rounds today')).toContain('1 of 5')
    expect(await told('/rounds today')).not.toContain('Later today')
  })

  test('next tells what falls due', async () => {
    expect(await told('/rounds next')).toContain('Opening round')
  })

  test('a ritual is started by its name or its title, once at a time', async () => {
    expect(await told('/rounds start stocktake')).toContain('Stocktake is open in #ops')
    expect(team.ben.sees('#ops')).toHaveLength(1)
    expect(await told('/rounds start Stocktake')).toContain('already open')
    expect(await told('/rounds start stock')).toContain('I know no ritual called')
    expect(team.ben.sees('#ops')).toHaveLength(1)
  })

  test('the list of issues tells the worst first, and says when there are none', async () => {
    expect(await told('/incident list')).toContain('No open issues')
    await team.ben.runs('/incident the till is on fire', { in: '#ops' })
    expect(await told('/incident list')).toContain('P0 incident 1')
  })

  test('Home shows what is mine, what is open and what is next', async () => {
    await team.clockReaches('2026-11-16T09:01:00-05:00')
    await team.ben.runs('/incident the till is on fire', { in: '#ops' })
    await team.settled()
    await team.maria.opensHome()
    await team.settled()
    expect(team.maria.home()).toMatchInlineSnapshot(`
      "Rounds
      [Declare an incident] [Import a document]
      Open issues
      P0 incident 1 — the till is on fire
      Respond by today at 09:16, then Director [Acknowledge]
      Yours today
      Opening round
      Mon 16 Nov 09:00 New York · 0 of 5 · #ops · @maria [View]
      Next
      Opening round
      Tue 17 Nov 09:00 New York (your time tomorrow at 09:00) · #ops · @maria [Start now]
      Corner shop
      [Retire this plan]
      Type /rounds help in any channel for what else Rounds can do."
    `)
  })

  test('Home keeps what is late and what nobody has signed off, for a week', async () => {
    await team.clockReaches('2026-11-16T09:01:00-05:00')
    await team.maria.clicks('Fill in')
    await team.settled()
    await team.maria.fills({ 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: '3', 'Till float': '200' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.clockReaches('2026-11-18T08:00:00-05:00')
    await team.maria.opensHome()
    await team.settled()
    expect(team.maria.home()?.split('Next')[0]).toMatchInlineSnapshot(`
      "Rounds
      [Declare an incident] [Import a document]
      Open issues
      No open issues.
      Yours today
      Nothing of yours has fallen due today.
      Late or waiting for sign-off
      Opening round
      Tue 17 Nov 09:00 New York · 0 of 5 · #ops · @maria
      Missed: it closed at 11:00 with 4 items open. It can still be filled in, and then counts as done late. [View]
      Opening round
      Mon 16 Nov 09:00 New York · 4 of 5 · #ops · @maria
      Ready to sign off by @maria. [View]
      "
    `)
    expect(await told('/rounds today')).toMatch(
      /Nothing has fallen due so far.[\s\S]*Late or waiting for sign-off[\s\S]*Tue 17 Nov/,
    )
    await team.clockReaches('2026-11-24T08:00:00-05:00')
    await team.maria.opensHome()
    await team.settled()
    expect(team.maria.home()).not.toContain('Mon 16 Nov')
    expect(team.maria.home()).toContain('Wed 18 Nov')
  })

  test('what is done in Home shows in Home', async () => {
    await team.ben.runs('/incident the till is on fire', { in: '#ops' })
    await team.maria.opensHome()
    await team.settled()
    await team.maria.clicks('Acknowledge', 'the till is on fire', { in: 'home' })
    await team.settled()
    expect(team.maria.home()).toContain('@maria has it')
  })

  describe('with two plans that name their rounds alike', () => {
    beforeEach(async () => {
      await team.close()
      const folder = mkdtempSync(join(tmpdir(), 'rounds-two-plans-'))
      const shop = readFileSync('tests/data/shop.yaml', 'utf8')
      const bakery = shop.replace('plan: shop', 'plan: bakery').replace('Corner shop', 'Bakery')
      writeFileSync(join(folder, 'a.yaml'), shop)
      writeFileSync(
        join(folder, 'b.yaml'),
        bakery.replaceAll('"#ops"', '"#incidents"').replaceAll('Opening round', 'Bakery opening'),
      )
      team = await startTeam({ opened: await open(), at: '2026-11-16T07:00:00-05:00', plans: folder })
    })

    test.each([
      ['Opening round', '#ops'],
      ['Bakery opening', '#incidents'],
    ])('Home starts the one whose row it is: %s', async (title, channel) => {
      await team.maria.opensHome()
      await team.settled()
      await team.maria.clicks('Start now', title, { in: 'home' })
      await team.settled()
      const cards = [...team.maria.sees('#ops'), ...team.maria.sees('#incidents')]
      expect(cards).toEqual([expect.stringContaining(title)])
      expect(team.maria.sees(channel)).toEqual(cards)
    })

    test('a command starts the one of its channel', async () => {
      for (const [channel, title] of [
        ['#ops', 'Opening round'],
        ['#incidents', 'Bakery opening'],
      ] as const) {
        await team.maria.runs('/rounds start open-up', { in: channel })
        await team.settled()
        expect(team.maria.ephemerals(channel)).toEqual([`${title} is open in ${channel}.`])
      }
    })
  })

  test('a command means the plan of its channel, whichever of its places that is, and else the first', async () => {
    await team.close()
    const channels = ['#tea', '#spilt', '#sales', '#kitchen']
    const folder = mkdtempSync(join(tmpdir(), 'rounds-places-'))
    writeFileSync(join(folder, 'a.yaml'), readFileSync('tests/data/shop.yaml', 'utf8'))
    const places = [
      ...['plan: tea-room', 'title: Tea room', 'timezone: America/New_York', 'channel: "#tea"', 'incidents: "#spilt"'],
      ...['owner: "@ben"', 'summary: { channel: "#sales" }'],
      'rituals: { bake: { every: on demand, channel: "#kitchen", items: [Scones] } }',
    ]
    writeFileSync(join(folder, 'b.yaml'), places.join('\n'))
    const invited = { channels, people: [] }
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: folder, invited })
    for (const channel of channels) {
      await team.maria.runs('/rounds launch', { in: channel })
      expect(team.maria.ephemerals(channel)).toEqual([expect.stringContaining('Tea room has no launch date')])
    }
    expect(await told('/rounds launch')).toContain('Corner shop has no launch date')
  })

  test('/summary says so where it is asked for what it cannot tell', async () => {
    expect(await told('/summary')).not.toContain('week so far')
    expect(await told('/summary month post')).toMatch(/week so far[\s\S]*by itself/)
    expect(await told('/summary help')).toContain('What Rounds can do')
  })

  test('without a plan every command says what is missing', async () => {
    await team.close()
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00' })
    expect(await told('/incident help me')).toContain('No plan is set up')
    expect(await told('/summary')).toContain('No plan is set up')
    expect(await told('/rounds start anything')).toContain('No plan is set up')
  })
})
