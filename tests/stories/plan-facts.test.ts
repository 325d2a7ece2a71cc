import { afterEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const gate =
  '  week-1:\n    title: Week 1 gate\n    gate: true\n    every: Friday at 10:00\n    items: [Targets met]\n  stocktake:'
const plans = () =>
  shopWith(
    { '  stocktake:': gate, 'timezone:': 'version: "1.2"\nreview: 2026-11-01\ntimezone:' },
    'phases: [{ title: Stabilising, from: 2026-11-16, to: 2026-12-14, focus: Response times }]',
    'targets: { Service: ["Uptime > 99.9%", Positive feedback] }',
    'practices: [Back up before major changes]',
  )

describe.each(databases())('$name', ({ open }) => {
  let team: Team
  afterEach(() => team.close())

  test('Home shows where the plan stands, and the summary ends with its targets and what wants a decision', async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-20T09:59:00-05:00', plans: plans() })
    await team.clockReaches('2026-11-20T10:00:00-05:00')
    expect(team.ben.sees('#ops').at(-1)).toContain('Corner shop, Stabilising')
    await team.ben.opensHome()
    await team.settled()
    const home = team.ben.home() ?? ''
    expect(home.slice(home.indexOf('version 1.2'))).toMatchInlineSnapshot(`
      "version 1.2 · review overdue since 2026-11-01
      Phase: Stabilising, until 2026-12-14. Focus: Response times
      Targets
      Service
      • Uptime > 99.9%
      • Positive feedback
      Best practices
      • Back up before major changes
      Type /rounds help in any channel for what else Rounds can do."
    `)
    team.outageUntil('2026-11-20T23:59:00-05:00')
    await team.clockReaches('2026-11-27T16:30:00-05:00')
    const post = team.dana.sees('#leadership').find((text) => text.includes('Week 1 gate of Fri 20 Nov')) ?? ''
    expect(post).toContain('Decisions needed')
    expect(post).toContain('Week 1 gate of Fri 20 Nov was not passed: 0 of 1 settled when it closed.')
    expect(post).toContain('Plan review overdue since 2026-11-01')
    expect(post).toContain('Targets of the plan\n• Service: Uptime > 99.9%\n• Service: Positive feedback')
  })

  test('a section of a gate that falls due by itself is a gate too', async () => {
    const sections =
      '  week-1:\n    title: Week 1\n    gate: true\n    sections: [{ title: Money, every: Friday at 10:00, items: [Budget kept] }]\n  stocktake:'
    const plans = shopWith({ '  stocktake:': sections })
    team = await startTeam({ opened: await open(), at: '2026-11-19T09:59:00-05:00', plans })
    await team.clockReaches('2026-11-27T16:30:00-05:00')
    const post = team.dana.sees('#leadership').find((text) => text.includes('Week 1')) ?? ''
    expect(post).toContain('Week 1: Money of Fri 20 Nov was not passed')
  })
})
