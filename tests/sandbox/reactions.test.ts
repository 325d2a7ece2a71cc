import { afterEach, describe, expect, test } from 'vitest'
import { canonicalName, emojiNames } from '../../src/sandbox/reading/emoji.ts'
import { chatApp, outcome } from './chat-app.ts'
import type { Running } from './little-app.ts'

let running: Running

afterEach(() => running.close())

const start = async (without: readonly string[] = []) => {
  const events: unknown[] = []
  running = await chatApp((app) => {
    app.event('reaction_added', async ({ event }) => void events.push(event))
    app.event('reaction_removed', async ({ event }) => void events.push(event))
  }, without)
  const { sandbox, app } = running
  const channel = sandbox.channel('#ops').id
  const { ts: timestamp = '' } = await app.client.chat.postMessage({ channel, text: 'Freezer alarm' })
  return { sandbox, client: app.client, events, here: { channel, timestamp }, maria: sandbox.member('@maria') }
}

describe('a member', () => {
  test('reacts, is counted with others, and takes it back', async () => {
    const { sandbox, maria, events, here } = await start()
    const ben = sandbox.member('@ben')
    const at = { in: '#ops' }
    await maria.reacts('eyes', 'Freezer alarm', at)
    await ben.reacts('eyes', 'Freezer alarm', at)
    await ben.reacts('tada', 'Freezer alarm', at)
    await maria.unreacts('eyes', 'Freezer alarm', at)
    expect(maria.reactions('Freezer alarm', at)).toEqual({ eyes: ['@ben'], tada: ['@ben'] })
    await sandbox.settled()
    const item = { type: 'message', channel: here.channel, ts: here.timestamp }
    expect(events).toHaveLength(4)
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'reaction_added',
        user: maria.id,
        reaction: 'eyes',
        item,
        item_user: sandbox.botUser,
      }),
    )
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'reaction_removed', user: maria.id, reaction: 'eyes' }),
    )
  })

  test('who reacts twice has reacted once', async () => {
    const { maria } = await start()
    await maria.reacts('thumbsup', 'Freezer', { in: '#ops' })
    expect(await maria.reacts('+1', 'Freezer', { in: '#ops' })).toEqual({ ok: true })
    expect(maria.reactions('Freezer', { in: '#ops' })).toEqual({ '+1': ['@maria'] })
  })

  test('cannot react in an archived channel, nor with what is no emoji', async () => {
    const { sandbox, maria } = await start()
    expect(await maria.reacts('no_such', 'Freezer', { in: '#ops' })).toEqual({
      ok: false,
      error: 'There is no emoji called :no_such:.',
    })
    sandbox.channel('#ops').archive()
    expect(await maria.reacts('eyes', 'Freezer', { in: '#ops' })).toEqual({ ok: false, error: '#ops is archived.' })
  })

  test('reacts 23 times at most', async () => {
    const { maria } = await start()
    const distinct = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'zero', 'bell', 'key']
    const more = ['fire', 'zap', 'mag', 'bulb', 'gear', 'wrench', 'hammer', 'battery', 'droplet', 'shield', 'bug']
    for (const name of [...distinct, ...more])
      expect(await maria.reacts(name, 'Freezer', { in: '#ops' })).toEqual({ ok: true })
    expect(await maria.reacts('tada', 'Freezer', { in: '#ops' })).toEqual({
      ok: false,
      error: 'You have reacted 23 times. Take one away first.',
    })
  })

  test('adds none that are new to a message with 50', async () => {
    const { sandbox, maria } = await start()
    const distinct = [...new Set(emojiNames.map(canonicalName))].slice(0, 51).map(String)
    const at = { in: '#ops' }
    for (const [index, name] of distinct.slice(0, 50).entries())
      await sandbox.member(['ben', 'cara', 'dana'][index % 3] ?? '').reacts(name, 'Freezer', at)
    expect(await maria.reacts(distinct[50] ?? '', 'Freezer', at)).toEqual({
      ok: false,
      error: 'This message has 50 different emoji. Use one that is there.',
    })
    expect(await maria.reacts(distinct[0] ?? '', 'Freezer', at)).toEqual({ ok: true })
  })
})

describe('the app', () => {
  test('adds, reads and removes a reaction', async () => {
    const { client, here, maria } = await start()
    await client.reactions.add({ ...here, name: 'thumbsup' })
    await maria.reacts('+1', 'Freezer', { in: '#ops' })
    const reactions = [{ name: '+1', count: 2, users: ['U0BOT0000', maria.id] }]
    expect(await client.reactions.get(here)).toMatchObject({
      type: 'message',
      message: { text: 'Freezer alarm', reactions, permalink: expect.stringContaining('/archives/') },
    })
    const { messages } = await client.conversations.history({ channel: here.channel })
    expect(messages).toMatchObject([{ reactions }])
    await client.reactions.remove({ ...here, name: '+1' })
    expect(maria.reactions('Freezer', { in: '#ops' })).toEqual({ '+1': ['@maria'] })
  })

  test.each([
    ['already_reacted', { name: 'eyes' }],
    ['invalid_name', { name: ':eyes:' }],
    ['invalid_name', { name: 'eyes::skin-tone-9' }],
    ['message_not_found', { name: 'tada', timestamp: '1.000000' }],
    ['no_item_specified', { name: 'tada', timestamp: '' }],
    ['channel_not_found', { name: 'tada', channel: 'C0NOWHERE' }],
  ])('is refused with %s for %o', async (error, changes: object) => {
    const { client, here } = await start()
    await client.reactions.add({ ...here, name: 'eyes' })
    expect(await outcome(client.reactions.add(Object.assign({ name: 'eyes' }, here, changes)))).toBe(error)
  })

  test('removes only what it added, and only where it is a member', async () => {
    const { sandbox, client, here, maria } = await start()
    await maria.reacts('eyes', 'Freezer', { in: '#ops' })
    expect(await outcome(client.reactions.remove({ ...here, name: 'eyes' }))).toBe('no_reaction')
    sandbox.channel('#ops').removes('@little')
    expect(await outcome(client.reactions.add({ ...here, name: 'eyes' }))).toBe('not_in_channel')
    sandbox.channel('#ops').adds('@little')
    sandbox.channel('#ops').archive()
    expect(await outcome(client.reactions.add({ ...here, name: 'eyes' }))).toBe('is_archived')
  })

  test('reacts to nothing that is deleted, or for one reader only', async () => {
    const { client, here, maria } = await start()
    const { channel, timestamp } = here
    await client.chat.postMessage({ channel, text: 'Looking', thread_ts: timestamp })
    await client.chat.delete({ channel, ts: timestamp })
    expect(await outcome(client.reactions.add({ ...here, name: 'eyes' }))).toBe('message_not_found')
    const { message_ts = '' } = await client.chat.postEphemeral({ channel, user: maria.id, text: 'For you' })
    const whisper = { channel, timestamp: message_ts, name: 'eyes' }
    expect(await outcome(client.reactions.add(whisper))).toBe('message_not_found')
    const gone = { ok: false, error: 'This message is no longer here.' }
    expect(await maria.reacts('eyes', 'For you', { in: '#ops' })).toEqual(gone)
    expect(await maria.reacts('eyes', 'deleted', { in: '#ops' })).toEqual(gone)
  })

  test('needs the scopes', async () => {
    const { client, here } = await start(['reactions:write', 'reactions:read'])
    expect(await outcome(client.reactions.add({ ...here, name: 'eyes' }))).toBe('missing_scope')
    expect(await outcome(client.reactions.get(here))).toBe('missing_scope')
  })

  test('hears of reactions only where it is a member', async () => {
    const { sandbox, maria, events } = await start()
    sandbox.channel('#ops').removes('@little')
    await maria.reacts('eyes', 'Freezer', { in: '#ops' })
    await sandbox.settled()
    expect(events).toEqual([])
  })

  test('keeps its reactions over an update, and its message has none once it is gone', async () => {
    const { client, here, maria } = await start()
    await client.reactions.add({ ...here, name: 'eyes' })
    await client.chat.update({ channel: here.channel, ts: here.timestamp, text: 'Freezer is fine' })
    expect(maria.reactions('Freezer is fine', { in: '#ops' })).toEqual({ eyes: ['@little'] })
    await client.chat.delete({ channel: here.channel, ts: here.timestamp })
    expect(await outcome(client.reactions.get(here))).toBe('message_not_found')
  })
})
