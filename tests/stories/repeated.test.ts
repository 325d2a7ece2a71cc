import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const plan = [
  ...['plan: shops', 'title: Two shops', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
  'summary: { channel: "#leadership", every: Friday at 16:30 }',
  'procedures:',
  '  restore: { limit: 15m, items: [{ group: "{each}", for-each: [Paris, Lyon], items: [Restored] }] }',
  'rituals:',
  '  people:',
  '    title: Technicians',
  '    every: Monday at 09:00',
  '    sections:',
  '      - title: "Technician {who}"',
  '        for-each: { name: who, of: [Ana, Ben] }',
  '        items: [{ Booking rate: "percent > 25" }, { item: Wins, text: long, optional: true, into: wins }]',
  '  sites:',
  '    title: Sites',
  '    every: Monday at 10:00',
  '    open-for: 2h',
  '    report:',
  '      channel: "#leadership"',
  '      text: |',
  '        Size in Lyon {Lyon: Size}, in Paris {paris: size}',
  '        Spare: {Spare}',
  '    items:',
  '      - group: "{each}"',
  '        for-each: [Paris, Lyon]',
  '        items: [Keys counted, { Size: "number < 5" }, { Spare: number }, { item: Total, number: true, compute: { sum: [Size, Spare] } }]',
]

describe.each(databases())('what is repeated for several things, on $name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: planFile(...plan) })
  })
  afterEach(() => team.close())

  const at = (day: string, time: string) => team.clockReaches(`2026-11-${day}T${time}:00-05:00`)

  test('is told apart by its section in issues and in the summary', async () => {
    await at('16', '09:00')
    for (const [who, rate] of Object.entries({ Ana: '30', Ben: '10' })) {
      await team.maria.clicks('Fill in', `Technician ${who}`)
      await team.settled()
      await team.maria.fills({ 'Booking rate': rate })
      expect(await team.maria.submits()).toBeUndefined()
      await team.settled()
    }
    expect(team.maria.seesThread('#ops', 'Technicians').join('\n')).toContain('Technician Ben: Booking rate: 10 %')
    await at('20', '16:30')
    const week = team.maria.sees('#leadership').join('\n')
    expect(week).toMatch(/Technician Ben: Booking rate.*10 %/)
    expect(week).not.toContain('Technician Ana')
  })

  test('is told apart by its group in the form, in issues and in what is counted', async () => {
    await at('16', '10:00')
    await team.maria.clicks('Fill in', 'Sites')
    await team.settled()
    const form = team.maria.modal()?.text
    expect(form).toContain('☐ Paris: Keys counted ☐ Lyon: Keys counted')
    expect(form).toContain('Lyon: Total is counted by itself: the sum of Lyon: Size and Lyon: Spare.')
    await team.maria.fills({ 'Lyon: Size': '7' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(team.maria.seesThread('#ops', 'Sites').join('\n')).toContain('Lyon: Size: 7')
    await at('20', '16:30')
    expect(team.maria.sees('#leadership').join('\n')).toContain('• Lyon: Size: 7 · target < 5 · Sites')
  })

  test('is told apart in what happened and in what the summary quotes', async () => {
    await at('16', '09:00')
    for (const [who, wins] of Object.entries({ Ana: 'A new shop', Ben: 'No complaint' })) {
      await team.maria.clicks('Fill in', `Technician ${who}`)
      await team.settled()
      await team.maria.fills({ 'Booking rate': '30', Wins: wins })
      expect(await team.maria.submits()).toBeUndefined()
      await team.settled()
    }
    await team.maria.chooses('History')
    await team.settled()
    const [, happened = ''] = team.maria.modal()?.text.split('What happened') ?? []
    expect(happened).toContain('Technician Ben: Booking rate')
    await at('20', '16:30')
    const week = team.maria.sees('#leadership').join('\n')
    expect(week).toContain('Technician Ana: Wins: “A new shop” — @maria')
    expect(week).toContain('Technician Ben: Wins: “No complaint” — @maria')
  })

  test('is named in a report, and told item by item where the report does not say which', async () => {
    await at('16', '10:00')
    await team.maria.clicks('Fill in', 'Sites')
    await team.settled()
    await team.maria.fills({ 'Paris: Size': '3', 'Lyon: Size': '4', 'Lyon: Spare': '8' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    await at('16', '12:00')
    const report = team.maria.sees('#leadership').join('\n')
    expect(report).toContain('Size in Lyon 4, in Paris 3\n')
    expect(report).toContain('Spare: not entered (Paris: Spare), 8 (Lyon: Spare)\n')
  })

  test('is named in the reminder', async () => {
    await at('16', '10:00')
    await team.maria.clicks('Fill in', 'Sites')
    await team.settled()
    await team.maria.fills({ 'Lyon: Size': '4', 'Lyon: Spare': '8', 'Paris: Size': '2' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    await at('16', '11:45')
    expect(team.maria.seesThread('#ops', 'Sites').at(-1)).toContain(
      'Still open: Paris: Keys counted, Paris: Spare, Lyon: Keys counted.',
    )
  })

  test('is named where a procedure has passed its limit', async () => {
    await team.maria.runs('/rounds start restore', { in: '#ops' })
    await team.settled()
    await at('16', '09:10')
    expect(team.maria.seesThread('#ops', 'Restore').at(-1)).toContain('2 steps open: Paris: Restored, Lyon: Restored.')
  })
})
