import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-17T03:10:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const declare = async (words: string) => {
    await team.maria.runs(`/incident ${words}`, { in: '#ops' })
    await team.settled()
  }
  const card = () => team.ben.sees('#incidents').at(-1) ?? ''
  const asks = () => team.ben.seesThread('#incidents', 'payments are down')

  test('a severity before the words is taken, and whoever typed it is told', async () => {
    await declare('p3: typo on the menu')
    expect(card()).toContain('P3 incident 1: typo on the menu')
    expect(team.maria.ephemerals('#ops').at(-1)).toContain('It is a P3 because your words begin with it')
    await declare('P1 payments are slow')
    expect(card()).toContain('P1 incident 2: payments are slow')
    await declare('P1')
    expect(card()).toContain('P1 incident 3: P1')
    await declare('P0 nobody can pay')
    expect(card()).toContain('P0 incident 4: nobody can pay')
    expect(team.maria.ephemerals('#ops').at(-1)).not.toContain('your words begin')
  })

  test('what begins with a severity that does not exist is a P0 all the same, and it is said why', async () => {
    await declare('P4 typo on the menu')
    expect(card()).toContain('P0 incident 1: P4 typo on the menu')
    expect(team.maria.ephemerals('#ops').at(-1)).toContain(
      'There is no severity P4, only P0, P1, P2 and P3, so I took P0, to be safe.',
    )
    await declare('p2p link is down')
    expect(card()).toContain('P0 incident 2: p2p link is down')
    expect(team.maria.ephemerals('#ops').at(-1)).not.toContain('severity')
  })

  test('words after the command are a P0 at once: card, clocks, and the first level is asked', async () => {
    await declare('payments are down')
    expect(team.maria.ephemerals('#ops')).toEqual([expect.stringContaining('P0 incident 1')])
    expect(card()).toMatchInlineSnapshot(`
      "P0 incident 1: payments are down
      Corner shop
      Status
      Investigating
      Severity
      P0
      Commander
      Nobody yet
      Opened by
      @maria
      Respond by 03:25, then Director
      03:10 — @maria opened it as P0: payments are down.
      03:10 — Asked @ben (Technician).
      [Acknowledge] [Update] [Resolve] [View]"
    `)
    expect(asks()).toMatchInlineSnapshot(`
      [
        "@ben P0 incident 1: payments are down. It has just been opened, and you are asked first. Please acknowledge by 03:25; after that, Director is asked.
      [Acknowledge] [Update] [Resolve] [View]",
      ]
    `)
    expect(team.ben.notifications().length).toBeGreaterThan(0)
  })

  test('when nobody answers in time the next level is asked, and the last again and again', async () => {
    await declare('payments are down')
    await team.clockReaches('2026-11-17T03:24:59-05:00')
    expect(asks()).toHaveLength(1)
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    expect(asks()).toHaveLength(2)
    expect(asks().at(-1)).toContain('@dana')
    expect(asks().at(-1)).toContain('Nobody has acknowledged it for 15 min')
    expect(team.dana.notifications().length).toBeGreaterThan(0)
    await team.clockReaches('2026-11-17T03:40:00-05:00')
    expect(asks()).toHaveLength(3)
    expect(asks().at(-1)).toContain('@dana')
  })

  test('the last level is asked again at growing distances, at least once a day', async () => {
    await declare('payments are down')
    await press(team.ben, 'Acknowledge')
    await team.clockReaches('2026-11-20T03:10:00-05:00')
    const asked = team.sandbox.messages('#incidents').filter(({ text }) => text.includes('without being resolved'))
    expect(asked.length).toBeGreaterThan(6)
    expect(asked.length).toBeLessThan(10)
  })

  test('an acknowledgement stops the response clock, and the notices say who has it', async () => {
    await declare('payments are down')
    await team.clockReaches('2026-11-17T03:12:00-05:00')
    await press(team.ben, 'Acknowledge')
    await team.clockReaches('2026-11-17T03:40:00-05:00')
    expect(asks()).toEqual([expect.stringContaining('@ben acknowledged it')])
    expect(card()).toContain('Commander\n@ben')
  })

  test('whoever acknowledges answers everybody who was asked, however long ago', async () => {
    await declare('payments are down')
    await team.clockReaches('2026-11-17T04:30:00-05:00')
    expect(asks().length).toBeGreaterThan(3)
    await press(team.dana, 'Acknowledge')
    const calls = asks().filter((text) => !text.includes('without being resolved'))
    expect(calls.length).toBeGreaterThan(2)
    for (const call of calls) expect(call).toContain('@dana acknowledged it')
  })

  test('two people acknowledge at once: one has it, the other is told', async () => {
    await declare('payments are down')
    await Promise.all([team.ben.clicks('Acknowledge'), team.dana.clicks('Acknowledge')])
    await team.settled()
    const told = [...team.ben.ephemerals('#incidents'), ...team.dana.ephemerals('#incidents')]
    expect(told).toEqual([expect.stringMatching(/@(ben|dana) acknowledged it/)])
  })

  test('what is not resolved in time asks the next level even though somebody has it', async () => {
    await declare('payments are down')
    await press(team.ben, 'Acknowledge')
    await team.clockReaches('2026-11-17T04:10:00-05:00')
    expect(asks().at(-1)).toContain('without being resolved')
    expect(asks().at(-1)).toContain('@dana')
  })

  test('an update is told on the card; resolving ends the clocks and tells how long it took', async () => {
    await declare('payments are down')
    await press(team.ben, 'Acknowledge')
    await press(team.ben, 'Update')
    await team.ben.fills({
      'What should everybody know?': 'The card terminal lost its line',
      'Where does it stand?': 'Identified',
    })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toContain('The card terminal lost its line')
    await team.clockReaches('2026-11-17T03:52:00-05:00')
    await press(team.ben, 'Resolve')
    await team.ben.fills({ 'What was it, and what was done?': 'Switched to the spare line' })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toMatchInlineSnapshot(`
      "✓ P0 incident 1: payments are down
      Resolved by @ben: Switched to the spare line
      Acknowledged in 0 min (clock 15 min) · resolved in 42 min (clock 1 h) [View]"
    `)
    await team.clockReaches('2026-11-17T06:00:00-05:00')
    expect(asks()).toEqual(['P0 incident 1: payments are down. Resolved by @ben.'])
  })

  test('a passer-by may acknowledge, but only its own people resolve it', async () => {
    await declare('payments are down')
    await press(team.eli, 'Resolve')
    expect(team.eli.modal()?.text).toContain('You cannot resolve this issue here.')
    expect(card()).not.toContain('resolved')
  })

  const said = async (who: MemberDriver, line: string) => {
    await who.runs(line, { in: '#ops' })
    await team.settled()
    return who.ephemerals('#ops').at(-1) ?? ''
  }

  test('a word and a number act on that issue, and never declare another', async () => {
    await declare('payments are down')
    await declare('the back door is stuck')
    expect(await said(team.ben, '/incident ack #1')).toContain('You have P0 incident 1')
    await said(team.ben, '/incident update 1')
    expect(team.ben.modal()?.title).toBe('Update incident 1')
    await team.ben.cancels()
    await said(team.ben, '/incident show 2')
    expect(team.ben.modal()?.text).toContain('the back door is stuck')
    await team.ben.dismisses()
    await said(team.ben, '/incident resolve 1')
    expect(team.ben.modal()?.title).toBe('Resolve incident 1')
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(await said(team.ben, '/incident close incident 1')).toContain('It was resolved')
    expect(await said(team.ben, '/incident resolve 7')).toContain('There is no issue 7.')
    expect(await said(team.ben, '/incident list open')).toContain('P0 incident 2')
    expect(team.ben.sees('#incidents')).toHaveLength(2)
  })

  test('without a number the only one that is open is meant; of several, one is asked for', async () => {
    expect(await said(team.ben, '/incident resolve')).toContain('No open issues.')
    await declare('payments are down')
    await said(team.ben, '/incident Resolve')
    expect(team.ben.modal()?.title).toBe('Resolve incident 1')
    await team.ben.cancels()
    await declare('the back door is stuck')
    const asked = await said(team.ben, '/incident resolve')
    expect(asked).toContain('/incident resolve 1')
    expect(asked).toContain('the back door is stuck')
    expect(team.ben.modal()).toBeUndefined()
    expect(team.ben.sees('#incidents')).toHaveLength(2)
  })

  test('whoever looks on another day is told of which day each time is', async () => {
    await declare('payments are down')
    await team.ben.opensHome()
    await team.settled()
    expect(team.ben.home()).toContain('Respond by today at 03:25, then Director')
    await press(team.ben, 'Acknowledge', 'payments are down')
    await team.clockReaches('2026-11-18T09:00:00-05:00')
    await team.ben.opensHome()
    await team.settled()
    const overdue =
      /resolution overdue since yesterday at 04:10; asked next: Director again, (today|tomorrow) at \d\d:\d\d/
    expect(team.ben.home()).toMatch(overdue)
    expect(await said(team.ben, '/incident list')).toMatch(overdue)
    await team.clockReaches('2026-11-20T09:00:00-05:00')
    expect(await said(team.ben, '/incident list')).toContain('resolution overdue since 17 Nov at 04:10')
    await said(team.ben, '/incident show 1')
    const shown = team.ben.modal()?.text
    expect(shown).toContain('resolution overdue since 17 Nov at 04:10')
    expect(shown).toContain('17 Nov at 03:10 — @maria opened it as P0')
    expect(card()).toContain('resolution overdue since 17 Nov at 04:10')
  })

  test('words that only begin like a command are declared', async () => {
    await declare('update server is down')
    expect(card()).toContain('P0 incident 1: update server is down')
  })

  test('who may not is told before writing, not after', async () => {
    await declare('payments are down')
    await press(team.eli, 'Update')
    expect(team.eli.modal()?.text).toContain('You cannot update this issue here. Please ask')
    await team.eli.dismisses()
    expect(await said(team.eli, '/incident update 1')).toContain('You cannot update this issue here.')
  })

  test('what was written stays when it can no longer be sent', async () => {
    await declare('payments are down')
    await press(team.ben, 'Update')
    await team.ben.fills({ 'What should everybody know?': 'A long and careful text' })
    await press(team.maria, 'Resolve')
    await team.maria.submits()
    await team.settled()
    await team.ben.submits()
    expect(team.ben.modal()?.text).toContain('It was resolved')
    await team.ben.cancels()
    expect(team.ben.modal()?.title).toBe('Update incident 1')
    expect(team.ben.modal()?.values).toMatchObject({ 'What should everybody know?': 'A long and careful text' })
  })

  test('the smallest plan names people, and never by their IDs', async () => {
    await team.close()
    const folder = mkdtempSync(join(tmpdir(), 'rounds-smallest-'))
    const plan = ['plan: shop', 'timezone: Europe/Paris', 'channel: "#ops"', 'rituals:']
    writeFileSync(
      join(folder, 'shop.yaml'),
      [...plan, '  a: { every: weekday at 09:00, items: [Lights on] }'].join('\n'),
    )
    const people = { admins: ['U0MARIA00'] }
    team = await startTeam({ opened: await open(), at: '2026-11-17T03:10:00+01:00', plans: folder, ...people })
    await team.ben.runs('/incident payments are down', { in: '#ops' })
    await team.clockReaches('2026-11-17T09:30:00+01:00')
    const [posted = ''] = team.ben.sees('#ops')
    expect(posted).toContain('asked next: @maria again, ')
    expect(posted).toContain('Asked @maria: nobody had acknowledged it in time.')
    await team.ben.clicks('View', 'payments are down')
    const shown = [...team.ben.sees('#ops'), ...team.ben.seesThread('#ops', 'payments'), team.ben.modal()?.text]
    expect(shown.join('\n')).not.toMatch(/U0[A-Z]/)
  })

  test('the empty command opens the form; what is written there is declared with its severity', async () => {
    await team.maria.runs('/incident', { in: '#ops' })
    await team.settled()
    expect(team.maria.modal()?.title).toBe('Declare an incident')
    await team.maria.fills({ 'What is happening?': 'The back door is stuck', 'How bad is it?': 'P1 High' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(card()).toContain('P1')
    expect(card()).toContain('The back door is stuck')
  })

  test('a command that arrives twice declares once', async () => {
    team.sandbox.faults.duplicate({ times: 1 })
    await declare('payments are down')
    expect(team.ben.sees('#incidents')).toHaveLength(1)
  })

  test('what people type is shown as they typed it, never as markup', async () => {
    await declare('<!channel> *all* down & <https://evil.example|safe>')
    expect(card()).toContain('P0 incident 1: <!channel> *all* down & <https://evil.example|safe>')
    expect(team.eli.notifications()).toHaveLength(0)
  })

  test('the night post is made up after an outage of Slack, once', async () => {
    team.sandbox.faults.failAfter({ method: 'chat.postMessage', times: 1 })
    await declare('payments are down')
    await team.clockReaches('2026-11-17T03:14:00-05:00')
    expect(team.ben.sees('#incidents')).toHaveLength(1)
  })
})
