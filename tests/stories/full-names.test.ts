import { afterEach, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { namesInPlans } from '../../src/cli/names-in-plans.ts'
import { resolvePlan } from '../../src/domain/resolve.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { directoryClient, readDirectory } from '../../src/slack/directory.ts'
import { planOf } from '../plans/plans.ts'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { configFor, startTeam, type Team } from '../support/team.ts'

const at = '2026-11-16T08:55:00-05:00'
const shop = (owner: string) => [
  ...['plan: shop', 'title: Corner shop', 'timezone: America/New_York', 'channel: "#ops"', `owner: "${owner}"`],
  ...['roles: { technician: { title: Technician, people: ["@Ben Carter"] } }', 'escalation: [technician]'],
  ...['rituals: { round: { title: Round, every: day at 09:00, items: [{ item: Till, owner: "@Dana Okafor" }] } }'],
]

describe.each(databases())('$name', ({ open }) => {
  let team: Team | undefined
  afterEach(() => team?.close())
  const begin = async (plan: readonly string[]) => {
    team = await startTeam({ opened: await open(), at, plans: planFile(...plan) })
    return team
  }

  test('people who are named in full own the card, have the role and are asked', async () => {
    const { maria, clockReaches, settled } = await begin(shop('@Maria Lopez'))
    await clockReaches('2026-11-16T09:00:00-05:00')
    expect(maria.sees('#ops').at(-1)).toContain('owner @maria')
    await maria.runs('/incident payments are down', { in: '#ops' })
    await settled()
    expect(maria.sees('#ops').at(-1)).toContain('@ben')
  })

  test('nobody of that name stops the start', async () => {
    await expect(begin(shop('@Maria Silva'))).rejects.toThrow('Nobody in the workspace is called @Maria Silva.')
  })
})

test('two who are shown by one name are told by their handles', async () => {
  const members = [
    { id: 'U0MARIA01', name: 'maria.s', realName: 'Maria Silva' },
    { id: 'U0MARIA02', name: 'silva', realName: 'Maria Silva' },
  ]
  const sandbox = await startSandbox({ manifest, members, page: false })
  const directory = await readDirectory(directoryClient(configFor(sandbox, 'socket-mode', 0, {}).slack))
  await sandbox.close()
  expect(resolvePlan(planOf(shop('@maria silva').join('\n')), directory)).toMatchObject({
    unresolved: expect.arrayContaining([
      expect.objectContaining({ message: '2 members are called @maria silva: write @maria.s or @silva instead.' }),
    ]),
  })
})

test('the demo invites whoever its plans name in full, and those who are there but once', async () => {
  const sandbox = await startSandbox({ manifest, page: false })
  const named = namesInPlans([planOf(shop('@Maria Silva').join('\n'))])
  sandbox.inviteNames(named)
  sandbox.inviteNames({ people: ['@maria silva', '@maria.silva', '@Maria-Silva Ó', '@Maria Silva-Ó'], channels: [] })
  const directory = await readDirectory(directoryClient(configFor(sandbox, 'socket-mode', 0, {}).slack))
  await sandbox.close()
  expect(directory.people.map(({ names }) => `${names[0]}: ${names[2]}`).slice(5)).toEqual([
    'maria.silva: Maria Silva',
    'maria.silva.ó: Maria-Silva Ó',
    'maria.silva.ó2: Maria Silva-Ó',
  ])
  expect(resolvePlan(planOf(shop('@Maria Silva').join('\n')), directory)).toHaveProperty('plan')
})
