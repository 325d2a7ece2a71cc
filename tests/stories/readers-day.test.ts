import { afterEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const island = [
  'plan: island',
  'title: Island shop',
  'timezone: Australia/Lord_Howe',
  'channel: "#ops"',
  'owner: "@maria"',
  'maintenance: [{ title: New cables, every: day at 10:00, lasts: 2h, channel: "#ops", notice: 1h }]',
  'rituals:',
  '  opening: { title: Opening round, every: day at 08:15, open-for: 2h, items: [Lights on] }',
]

describe.each(databases())('$name', ({ open }) => {
  let team: Team
  afterEach(() => team.close())

  test('where it is Monday on the island, a reader in New York is told on which of her days that is', async () => {
    const at = '2026-11-29T15:00:00-05:00'
    team = await startTeam({ opened: await open(), at, plans: planFile(...island) })
    await team.settled()
    await team.maria.opensHome()
    await team.maria.runs('/rounds next', { in: '#ops' })
    await team.settled()
    const opening = 'Mon 30 Nov 08:15 Lord Howe (your time today at 16:15)'
    expect(team.maria.home()).toContain(`Next\nOpening round\n${opening}`)
    expect(team.maria.home()).toContain('New cables\nMon 30 Nov 10:00 Lord Howe (your time today at 18:00)')
    expect(team.maria.ephemerals('#ops').at(-1)).toContain(`Opening round — ${opening}`)
    await team.clockReaches('2026-11-29T18:00:00-05:00')
    expect(team.maria.sees('#ops').join('\n')).toContain(opening)
    expect(team.maria.sees('#ops').at(-1)).toContain('New cables, until 12:00 (your time today at 20:00).')
    await team.clockReaches('2026-11-30T12:00:00-05:00')
    expect(team.maria.sees('#ops').join('\n')).toContain('Mon 30 Nov 08:15 Lord Howe (your time yesterday at 16:15)')
  })
})
