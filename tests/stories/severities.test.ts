import { afterEach, describe, expect, test } from 'vitest'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const critical = 'P0: { name: Critical, respond: 15m, resolve: 1h, escalate: technician }'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (changes: Readonly<Record<string, string>>) => {
    team = await startTeam({ opened: await open(), at: '2026-11-17T03:10:00-05:00', plans: shopWith(changes) })
  }
  afterEach(() => team.close())

  const declare = async () => {
    await team.maria.runs('/incident payments are down', { in: '#ops' })
    await team.settled()
  }
  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const asks = () => team.ben.seesThread('#incidents', 'payments are down')

  test('an incident that somebody has wants its updates, until it is told of or over', async () => {
    await begin({ [critical]: critical.replace(' }', ', updates: 20m }') })
    await declare()
    await press(team.ben, 'Acknowledge')
    await team.clockReaches('2026-11-17T03:29:59-05:00')
    expect(asks().some((text) => text.includes('update'))).toBe(false)
    await team.clockReaches('2026-11-17T03:30:00-05:00')
    expect(asks().at(-1)).toMatchInlineSnapshot(`
      "@ben P0 incident 1: payments are down. Nobody has said where it stands for 20 min or more. Please send an update, even if nothing is new.
      [Update] [Resolve] [View]"
    `)
    await team.clockReaches('2026-11-17T03:31:00-05:00')
    await press(team.ben, 'Update', 'Nobody has said')
    await team.ben.fills({ 'What should everybody know?': 'Waiting for the bank' })
    await team.ben.submits()
    await team.settled()
    expect(asks().at(-1)).toMatch(/^P0 incident 1: payments are down. An update was due \(.*\)\.$/)
    await team.clockReaches('2026-11-17T03:50:00-05:00')
    expect(asks().at(-1)).not.toContain('Please send an update')
    await team.clockReaches('2026-11-17T03:51:00-05:00')
    expect(asks().at(-1)).toContain('@ben P0 incident 1')
    await press(team.ben, 'Resolve', 'Nobody has said')
    await team.ben.submits()
    await team.settled()
    const told = asks().length
    await team.clockReaches('2026-11-17T06:00:00-05:00')
    expect(asks()).toHaveLength(told)
  })

  test('a call gives way to the next one, however many updates were asked for in between', async () => {
    await begin({ [critical]: critical.replace(' }', ', updates: 20m }') })
    await declare()
    await press(team.ben, 'Acknowledge')
    await team.clockReaches('2026-11-17T04:10:00-05:00')
    const firstCall = () => asks().find((text) => text.includes('open for 1 h without being resolved'))
    expect(firstCall()).toContain('[Update] [Resolve] [View]')
    await team.clockReaches('2026-11-17T05:10:00-05:00')
    expect(asks().some((text) => text.includes('open for 2 h without being resolved'))).toBe(true)
    expect(asks().filter((text) => text.includes('An update was due'))).not.toEqual([])
    expect(firstCall()).toContain('You have been asked again since.')
    expect(firstCall()).not.toContain('[Resolve]')
  })

  test('levels are asked after their own time, and only where their rule is met', async () => {
    await begin({
      'escalation: [manager, technician, director]':
        'escalation: [technician, { role: manager, after: 5m, on: no-response }, { role: director, on: breach }]',
    })
    await declare()
    const card = () => team.ben.sees('#incidents').at(-1)
    expect(card()).toContain('Respond by today at 03:25; asked next: Manager, today at 03:15')
    expect(asks().at(-1)).toContain('Please acknowledge by 03:25; after 03:15, Manager is asked.')
    await team.clockReaches('2026-11-17T03:14:59-05:00')
    expect(asks()).toHaveLength(1)
    await team.clockReaches('2026-11-17T03:15:00-05:00')
    expect(asks().at(-1)).toContain('@maria')
    await press(team.maria, 'Acknowledge', 'Nobody has acknowledged')
    await team.clockReaches('2026-11-17T04:09:00-05:00')
    expect(asks()).toHaveLength(2)
    await team.clockReaches('2026-11-17T04:10:00-05:00')
    expect(asks().at(-1)).toContain('@dana')
    expect(asks().at(-1)).toContain('without being resolved')
    expect(card()).toContain('resolution overdue since today at 04:10; asked next: Director again, today at 05:10')
  })

  test('a level that was passed over while nobody answered is asked once its rule is met', async () => {
    await begin({
      'escalation: [manager, technician, director]':
        'escalation: [technician, { role: director, on: breach }, { role: manager, on: no-response }]',
    })
    await declare()
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    expect(asks().at(-1)).toContain('@maria P0')
    await press(team.maria, 'Acknowledge', 'Nobody has acknowledged')
    await team.clockReaches('2026-11-17T04:10:00-05:00')
    expect(asks().at(-1)).toContain('@dana P0')
    await team.clockReaches('2026-11-17T05:10:00-05:00')
    expect(asks().at(-1)).toContain('@dana P0')
  })

  test('a person who is a level without a role is named once', async () => {
    await begin({ 'escalation: [manager, technician, director]': 'escalation: [technician, "@dana"]' })
    await declare()
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    expect(team.ben.sees('#incidents').at(-1)).toContain('Asked @dana: nobody had acknowledged it in time.')
  })

  test('whoever is late is asked only for what their rule says', async () => {
    await begin({
      'escalation: [manager, technician, director]':
        'escalation: [technician, { role: manager, on: breach }, { role: director, on: no-response }]',
    })
    await declare()
    await team.clockReaches('2026-11-17T03:25:00-05:00')
    expect(asks().at(-1)).toContain('@dana')
    expect(asks().some((text) => text.includes('@maria P0'))).toBe(false)
  })

  test('whoever is woken by a failed item is told where it stands and what to do, by its section, else its ritual', async () => {
    const nightly = (advice: string) => [
      '  backups:',
      '    title: Night round',
      '    every: day at 03:15',
      '    severity: P0',
      '    if-failed: Follow the incident procedure',
      `    sections: [{ title: Backups, ${advice}items: [Ran] }]`,
    ]
    const fails = async () => {
      await team.clockReaches('2026-11-17T03:15:00-05:00')
      await press(team.maria, 'Something failed')
      await team.maria.fills({ 'What failed?': 'Ran' })
      await team.maria.submits()
      await team.settled()
      return team.ben.sees('#incidents').at(-1)
    }
    const opened = { opened: await open(), at: '2026-11-17T03:10:00-05:00' }
    team = await startTeam({ ...opened, plans: shopWith({}, ...nightly('if-failed: Restart the agent, ')) })
    expect(await fails()).toMatchInlineSnapshot(`
      "P0 incident 1: Ran
      Corner shop · found in Night round: Backups, Tue 17 Nov 03:15
      > To do: Restart the agent
      Status
      Investigating
      Severity
      P0
      Commander
      Nobody yet
      Opened by
      @maria
      Respond by 03:30, then Director
      03:15 — @maria opened it as P0: Ran.
      03:15 — Asked @ben (Technician).
      [Acknowledge] [Update] [Resolve] [View] [Checklist]"
    `)
    await press(team.ben, 'Checklist')
    expect(team.ben.modal()?.text).toContain('Night round')
    expect(team.maria.sees('#ops').at(-1)).toContain('If something fails: Follow the incident procedure')
    await team.close()
    team = await startTeam({ ...opened, opened: await open(), plans: shopWith({}, ...nightly('')) })
    expect(await fails()).toContain('> To do: Follow the incident procedure')
  })

  test('what somebody fails by hand is as bad as the plan says of that item, unless they say otherwise', async () => {
    const lines = ['  oxygen:', '    title: Oxygen', '    every: day at 03:15']
    const items = '    items: [{ item: Cylinder, severity: P0 }, { item: Lamp, severity: P3 }, Mask]'
    const opened = { opened: await open(), at: '2026-11-17T03:10:00-05:00' }
    team = await startTeam({ ...opened, plans: shopWith({}, ...lines, items) })
    await team.clockReaches('2026-11-17T03:15:00-05:00')
    const fails = async (answers: Readonly<Record<string, string>>) => {
      await press(team.maria, 'Something failed')
      await team.maria.fills(answers)
      await team.maria.submits()
      await team.settled()
    }
    await fails({ 'What failed?': 'Lamp' })
    await fails({ 'What failed?': 'Mask', 'How bad is it?': 'P1 High' })
    await fails({ 'What failed?': 'Cylinder' })
    const card = team.maria.sees('#ops').at(-1)
    expect(card).toContain('✗ Lamp — issue 1, P3')
    expect(card).toContain('✗ Mask — issue 2, P1')
    expect(team.ben.sees('#incidents').at(-1)).toContain('P0 incident 3: Cylinder')
    await press(team.ben, 'Update', 'Mask')
    await team.ben.fills({ 'What should everybody know?': 'A new one is on its way' })
    await team.ben.submits()
    await team.settled()
    const told = team.eli.seesThread('#ops', 'Oxygen').find((text) => text.includes('P1 issue 2'))
    expect(told).toContain('A new one is on its way — @ben')
  })

  test('definitions, alerts and milestones are shown where a severity is chosen', async () => {
    await begin({
      [critical]: critical.replace(
        ' }',
        ', when: [Data loss], alerts: ["Error rate > 5%"] }\n  P3: { resolve: next release }',
      ),
    })
    await team.maria.runs('/incident help', { in: '#ops' })
    await team.settled()
    const help = team.maria.ephemerals('#ops').at(-1) ?? ''
    expect(help.split('\n').slice(-4)).toMatchInlineSnapshot(`
      [
        "P0 Critical: Data loss · respond within 15 min, resolve within 1 h · alerts: Error rate > 5%",
        "P1 High · respond within 2 h, resolve within 24 h",
        "P2 Medium · respond within 24 h, resolve within 7 days",
        "P3 Low · respond within 2 days, resolve by the next release",
      ]
    `)
    await team.maria.runs('/incident', { in: '#ops' })
    await team.settled()
    expect(team.maria.modal()?.text).toContain(
      'Data loss · respond within 15 min, resolve within 1 h · alerts: Error rate > 5%',
    )
    await team.maria.fills({ 'What is happening?': 'A typo', 'How bad is it?': 'P3 Low' })
    await team.maria.submits()
    await team.settled()
    expect(team.ben.sees('#incidents').at(-1)).toContain('To be resolved by the next release.')
  })
})
