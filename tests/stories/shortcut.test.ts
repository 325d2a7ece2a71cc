import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-17T03:10:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  test('an incident is declared from the shortcut, without a command', async () => {
    const { maria, ben } = team
    expect(await maria.usesShortcut('Declare an incident')).toEqual({ ok: true })
    await team.settled()
    expect(maria.modal()?.labels).toContain('What is happening?')
    await maria.fills({ 'What is happening?': 'The cold room is warm' })
    expect(await maria.submits()).toBeUndefined()
    await team.settled()
    expect(ben.sees('#incidents').at(-1)).toContain('The cold room is warm')
  })
})
