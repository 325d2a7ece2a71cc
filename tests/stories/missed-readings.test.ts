import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const plan = planFile(
  'plan: lab',
  'title: Laboratory',
  'timezone: Asia/Kolkata',
  'channel: "#ops"',
  'owner: "@maria"',
  'summary: { channel: "#leadership", every: Friday at 16:30 }',
  'rituals:',
  '  morning:',
  '    title: Morning round',
  '    every: day at 08:00',
  '    open-for: 4h',
  '    items:',
  '      - Freezer: number < -70 °C, warning > -75 P3, critical > -72 P1',
  '      - Incubator: number 36..38 °C, critical > 40 P1',
  '      - Goal: number',
  '      - { item: Samples, number: "> 10", goal: Goal }',
  '      - Faults: number',
  '      - { item: Fault rate, number: < 0.001, compute: { ratio: [Faults, Samples] } }',
  '      - Near misses: number',
  '      - Cash: number',
  '      - { item: Cards, number: true, optional: true }',
  '      - { item: Takings, number: ">= 100", compute: { sum: [Cash, Cards] } }',
  '      - { item: Events, number: not rising on yesterday, compute: { sum: [Faults, Near misses] } }',
)

/** What must be settled beside the freezer and the cash. */
const rest = { Incubator: '37', Goal: '1', Samples: '11', Faults: '0', 'Near misses': '0' }

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T07:55:00+05:30', plans: plan })
    await team.clockReaches('2026-11-16T08:01:00+05:30')
  })
  afterEach(() => team.close())

  const enter = async (values: Record<string, string>) => {
    await team.ben.clicks('Fill in')
    await team.settled()
    await team.ben.fills(values)
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
  }
  const row = (title: string) =>
    (team.maria.sees('#ops').findLast((message) => message.startsWith('Morning round')) ?? '')
      .split('\n')
      .find((line) => line.includes(title)) ?? ''

  test('a reading that meets its target and crosses a threshold is told with it, and one that misses it too with both, everywhere', async () => {
    await enter({ Freezer: '-71', Incubator: '41' })
    expect(row('Freezer')).toContain('✗ Freezer: -71 °C (critical > -72 °C) — issue 1, P1')
    expect(row('Incubator')).toContain('✗ Incubator: 41 °C (target 36 °C to 38 °C, critical > 40 °C) — issue 2, P1')
    expect(team.maria.seesThread('#ops', 'Morning round').join('\n')).toContain('critical > -72 °C')
    await team.clockReaches('2026-11-20T16:30:00+05:30')
    const summary = team.eli.sees('#leadership').at(-1) ?? ''
    expect(summary).toContain('Freezer: -71 °C · critical > -72 °C · Morning round · P1 issue 1')
    expect(summary).toContain('Incubator: 41 °C · target 36 °C to 38 °C, critical > 40 °C · Morning round · P1 issue 2')
  })

  test('a reading that meets its target and not its goal is told with the goal, once', async () => {
    await enter({ Goal: '50' })
    await team.clockReaches('2026-11-17T08:01:00+05:30')
    await enter({ Samples: '45' })
    expect(row('Samples')).toContain('✗ Samples: 45 (goal at least 50) — issue 1')
    expect(team.maria.seesThread('#ops', 'Morning round').join('\n')).toContain('goal at least 50')
  })

  test('a small figure that is counted keeps the digits that it is judged by', async () => {
    await enter({ Faults: '7', Samples: '5000' })
    expect(row('Fault rate')).toContain('✗ Fault rate: 0.0014 (target < 0.001)')
    await team.clockReaches('2026-11-17T08:01:00+05:30')
    await enter({ Faults: '11', Samples: '5000' })
    await team.clockReaches('2026-11-20T16:30:00+05:30')
    expect(team.eli.sees('#leadership').at(-1)).toContain('Fault rate: 0.0022 · ↗ from 0.0014')
  })

  test('a figure that is counted is compared with the one of the day before', async () => {
    await enter({ Faults: '2', 'Near misses': '3' })
    expect(row('Events')).toContain('✓ Events: 5')
    await team.clockReaches('2026-11-17T08:01:00+05:30')
    await enter({ Faults: '4', 'Near misses': '3' })
    expect(row('Events')).toContain('✗ Events: 7 (target not rising on yesterday, +40 % on yesterday)')
  })

  test('a sum does not wait for what may be left open, and a form that has it is judged as a whole', async () => {
    const issues = () => team.maria.seesThread('#ops', 'Morning round').filter((text) => text.includes('Takings'))
    await enter({ ...rest, Freezer: '-80', Cash: '60', Cards: '50' })
    expect(row('Takings')).toContain('✓ Takings: 110')
    expect(issues()).toEqual([])
    await team.clockReaches('2026-11-17T08:01:00+05:30')
    await enter({ Cash: '60' })
    expect(row('Takings')).toContain('Takings (target >= 100) · counted by itself')
    await enter({ ...rest, Freezer: '-80' })
    expect(row('Takings')).toContain('✗ Takings: 60 (target >= 100)')
    expect(issues()).toHaveLength(1)
  })

  test('a minus sign may be typed as word processors write it', async () => {
    await enter({ Freezer: '−80 °C' })
    expect(row('Freezer')).toContain('✓ Freezer: -80 °C')
  })
})
