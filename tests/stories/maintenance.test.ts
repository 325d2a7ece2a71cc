import { afterEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const p2 = 'severities:\n'
const plans = () =>
  shopWith(
    { [p2]: 'severities:\n  P2: { resolve: next maintenance window }\n' },
    'maintenance: [{ title: AWS updates, every: Sunday at 02:00, lasts: 8h, channel: "#leadership", text: Orders wait until it is over. }]',
  )

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (at: string) => {
    team = await startTeam({ opened: await open(), at, plans: plans() })
    await team.clockReaches(at)
  }
  afterEach(() => team.close())
  const told = () => team.dana.sees('#leadership').filter((text) => text.includes('AWS'))

  test('a window is announced two days before, and at its start and end', async () => {
    await begin('2026-11-20T01:59:00-05:00')
    expect(told()).toEqual([])
    await team.clockReaches('2026-11-20T02:00:00-05:00')
    expect(told()).toHaveLength(1)
    team.outageUntil('2026-11-22T01:59:00-05:00')
    await team.clockReaches('2026-11-22T10:00:00-05:00')
    expect(told()).toMatchInlineSnapshot(`
      [
        "Maintenance planned: AWS updates on Sun 22 Nov 02:00 New York (your time yesterday at 23:00), for 8 h.
      Orders wait until it is over.
      Corner shop",
        "Maintenance has begun: AWS updates, until 10:00 (your time 07:00).
      Orders wait until it is over.
      Corner shop",
        "Maintenance is over: AWS updates.
      Corner shop",
      ]
    `)
  })

  test('a plan that is applied late announces at once what should have been announced', async () => {
    await begin('2026-11-21T12:00:00-05:00')
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('Maintenance planned')
  })

  test('Home tells of the window with what falls due in it, and an issue that waits for it has its clock', async () => {
    await begin('2026-11-20T12:00:00-05:00')
    await team.maria.opensHome()
    await team.settled()
    expect(team.maria.home()).toContain(
      'AWS updates\nSun 22 Nov 02:00 New York (your time 02:00) · for 8 h\nFalls due in it: Opening round',
    )
    await team.maria.runs('/incident', { in: '#ops' })
    await team.settled()
    await team.maria.fills({ 'What is happening?': 'A bulb', 'How bad is it?': 'P2 Medium' })
    await team.maria.submits()
    await team.settled()
    await team.ben.clicks('Acknowledge', 'A bulb')
    await team.settled()
    expect(team.ben.sees('#incidents').at(-1)).toMatch(/resolve by .*22.* at 0?2:00/)
  })
})
