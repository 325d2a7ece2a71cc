import { afterEach, beforeEach, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { directoryClient, readDirectory, readGroups } from '../../src/slack/directory.ts'
import { configFor } from '../support/team.ts'

let sandbox: Sandbox

beforeEach(async () => {
  const members = [
    { id: 'U0MARIA00', name: 'maria', realName: 'Maria Rossi', timezone: 'America/New_York', isAdmin: true },
    { id: 'U0BEN0000', name: 'ben', realName: 'Ben Okafor', timezone: 'Europe/Paris' },
    { id: 'U0GONE000', name: 'gone', deleted: true, isAdmin: true },
    { id: 'U0OTHER00', name: 'other-bot', isBot: true },
  ]
  const channels = [
    { name: 'ops', bot: true },
    { name: 'board', kind: 'private' as const, bot: true },
    { name: 'secret', kind: 'private' as const },
  ]
  const usergroups = [{ id: 'S0CREW000', handle: 'crew', name: 'Crew', users: ['U0MARIA00', 'U0BEN0000'] }]
  sandbox = await startSandbox({ manifest, members, channels, usergroups, page: false })
})
afterEach(() => sandbox.close())

const config = () => configFor(sandbox, 'socket-mode', 0, {}).slack
const read = () => readDirectory(directoryClient(config()))

/** As if Slack answered one method otherwise: with what the sandbox never leaves out. */
const answering = (method: string, answer: () => Response) => {
  const edge: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input))
    return pathname.endsWith(`/${method}`) ? answer() : fetch(input, init)
  }
  return directoryClient(config(), edge)
}
const saying = (method: string, answer: object) => answering(method, () => Response.json({ ok: true, ...answer }))

test('people who left and other apps are nobody whom a plan may name, or who may administer it', async () => {
  const { people, admins, zones } = await read()
  expect(people).toEqual([
    { id: 'U0MARIA00', names: ['maria', 'maria', 'Maria Rossi'] },
    { id: 'U0BEN0000', names: ['ben', 'ben', 'Ben Okafor'] },
  ])
  expect([...admins]).toEqual(['U0MARIA00'])
  expect([...zones]).toEqual([
    ['U0MARIA00', 'America/New_York'],
    ['U0BEN0000', 'Europe/Paris'],
  ])
})

test('channels are those that Rounds can see and that are in use', async () => {
  sandbox.channel('ops').archive()
  const { channels } = await read()
  expect(channels.map(({ name }) => name)).toEqual(['board'])
  sandbox.channel('ops').unarchive()
  expect((await read()).channels.map(({ name }) => name)).toEqual(['ops', 'board'])
})

test('a large workspace is read in few large pages', async () => {
  const names = Array.from({ length: 1100 }, (_, index) => `helper-${index}`)
  sandbox.inviteNames({ people: names.map((name) => `@${name}`), channels: names.map((name) => `#${name}`) })
  const { people, channels } = await read()
  expect(people).toHaveLength(1102)
  expect(channels).toHaveLength(1102)
  expect(sandbox.traffic.to('users.list')).toHaveLength(2)
  expect(sandbox.traffic.to('conversations.list')).toHaveLength(2)
})

test('what Slack leaves unsaid of somebody is unknown, and holds up nobody else', async () => {
  const members = [{ id: 'U0BARE000' }, { name: 'without-id' }, { id: 'U0ODD0000', name: 'odd', tz: 'Mars/Olympus' }]
  const { people, zones } = await readDirectory(saying('users.list', { members }))
  expect(people).toEqual([
    { id: 'U0BARE000', names: ['', '', ''] },
    { id: 'U0ODD0000', names: ['odd', '', ''] },
  ])
  expect([...zones]).toEqual([])
  const places = [{ id: 'C0BARE000' }, { name: 'without-id' }, { id: 'C0OPS0000', name: 'ops' }]
  const { channels } = await readDirectory(saying('conversations.list', { channels: places }))
  expect(channels).toEqual([{ id: 'C0OPS0000', name: 'ops' }])
})

test('the members of a user group are told in one order, and what has no handle is no group', async () => {
  const known = [{ id: 'S0CREW000', handle: 'crew', members: ['U0BEN0000', 'U0MARIA00'] }]
  expect((await read()).groups).toEqual({ known })
  const usergroups = [{ id: 'S0NEW0000', handle: 'new' }, { id: 'S0BARE000' }, { handle: 'without-id' }]
  expect(await readGroups(saying('usergroups.list', { usergroups }))).toEqual({
    known: [{ id: 'S0NEW0000', handle: 'new', members: [] }],
  })
  expect(await readGroups(saying('usergroups.list', {}))).toEqual({ known: [] })
})

test('that Slack tells no user groups is an answer; that it cannot be understood is none', async () => {
  sandbox.faults.refuse({ method: 'usergroups.list', error: 'missing_scope', times: 1 })
  expect((await read()).groups).toEqual({ unreadable: 'missing_scope' })
  const garbled = answering('usergroups.list', () => new Response('', { status: 429 }))
  await expect(readGroups(garbled)).rejects.toThrow()
})
