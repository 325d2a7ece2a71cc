import { afterEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (plans: string) => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:59:00-05:00', plans })
    team.sandbox.channel('#ops').archive()
    await team.clockReaches('2026-11-16T09:01:00-05:00')
  }
  afterEach(() => team.close())

  test('what a channel does not take goes to the fallback of its plan, and the owner is told', async () => {
    await begin(shopWith({ 'channel: "#ops"': 'channel: "#ops"\nfallback: "#incidents"' }))
    expect(team.ben.sees('#incidents')).toEqual([expect.stringContaining('Opening round')])
    expect(team.maria.sees('dm')).toEqual([expect.stringContaining('What belongs there is in #incidents now.')])
    expect(team.ben.sees('dm')).toEqual([])
  })

  test('a channel that is its own fallback keeps it until it is wanted again', async () => {
    await begin(shopWith({}))
    expect(team.maria.sees('dm')).toEqual([expect.stringContaining('What belongs there is shown nowhere.')])
    team.sandbox.channel('#ops').unarchive()
    expect(team.ben.sees('#ops')).toEqual([])
    await team.clockReaches('2026-11-16T11:00:00-05:00')
    expect(team.ben.sees('#ops')).toEqual([expect.stringContaining('reached Slack only after its time')])
  })
})
