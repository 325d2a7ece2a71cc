import { ErrorCode, WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { form, silent } from './little-app.ts'
import { manifest } from './manifest.ts'
import { button, modalWith, option, section } from './specimens.ts'

let sandbox: Sandbox
let slack: WebClient
const blocksOf = (...blocks: readonly object[]) => blocks as never

beforeEach(async () => {
  sandbox = await startSandbox({ manifest })
  slack = client(sandbox.botToken)
})

afterEach(() => sandbox.close())

function client(token?: string): WebClient {
  const options = {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  }
  return new WebClient(token, options)
}

/** The manifest with these scopes and events alone. */
const installed = (bot: readonly string[], events: readonly string[] = []) => ({
  ...manifest,
  oauth_config: { scopes: { bot: ['commands', ...bot] } },
  settings: { ...manifest.settings, event_subscriptions: { bot_events: events } },
})

const ops = () => sandbox.channel('#ops').id
const maria = () => sandbox.member('@maria')

/** The platform's refusal, as the SDK reports it. */
async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as { code: string; data: Record<string, unknown> },
  )
  expect(error?.code).toBe(ErrorCode.PlatformError)
  return error?.data ?? {}
}

const code = async (call: Promise<unknown>) => (await refusal(call)).error

describe('tokens and scopes', () => {
  test('auth.test tells who the bot is and which scopes it has', async () => {
    const answer = await slack.auth.test()
    expect(answer).toMatchObject({
      ok: true,
      user_id: sandbox.botUser,
      team_id: sandbox.teamId,
      bot_id: expect.any(String),
    })
    expect(answer.response_metadata?.scopes).toContain('chat:write')
  })

  test('no token, a wrong one, one of another type and a revoked one are told apart', async () => {
    expect(await code(client().auth.test())).toBe('not_authed')
    expect(await code(client('xoxb-else').auth.test())).toBe('invalid_auth')
    expect(await code(client(sandbox.appToken).auth.test())).toBe('not_allowed_token_type')
    sandbox.faults.tokenRevoked = true
    expect(await code(slack.auth.test())).toBe('token_revoked')
  })

  test('a missing scope is named', async () => {
    expect(await refusal(slack.users.lookupByEmail({ email: 'maria@example.com' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read.email',
      provided: expect.stringContaining('chat:write'),
    })
  })

  test('a channel is managed with the scope of its kind, a narrow one where there is one', async () => {
    const install = async (...bot: readonly string[]) => {
      await sandbox.close()
      const secret = { name: 'secret', kind: 'private', bot: true } as const
      sandbox = await startSandbox({
        manifest: installed(bot),
        channels: [{ name: 'ops', bot: true }, secret],
      })
      slack = client(sandbox.botToken)
      const channel = sandbox.channel('#secret').id
      return { channel, topic: slack.conversations.setTopic({ channel, topic: 'x' }) }
    }
    const missing = { error: 'missing_scope', needed: 'groups:write,groups:write.topic' }
    expect(await refusal((await install('channels:manage')).topic)).toMatchObject(missing)
    expect(await (await install('groups:write.topic')).topic).toMatchObject({ ok: true })
    const archiving = await install('groups:write.topic', 'channels:manage')
    expect(await refusal(slack.conversations.archive({ channel: archiving.channel }))).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:write',
    })
    expect(await slack.conversations.archive({ channel: ops() })).toMatchObject({ ok: true })
  })

  test('listing a kind of channel needs its scope, also where there is none', async () => {
    await sandbox.close()
    sandbox = await startSandbox({
      manifest: installed(['channels:read']),
    })
    slack = client(sandbox.botToken)
    expect(await refusal(slack.conversations.list({ types: 'private_channel' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
    })
    expect(await slack.conversations.list({ types: 'public_channel' })).toMatchObject({ ok: true })
  })

  test('an unknown method is unknown', async () => {
    expect(await code(slack.apiCall('chat.shout'))).toBe('unknown_method')
  })
})

describe('posting', () => {
  test('only where the bot is a member and the channel is alive', async () => {
    expect(await code(slack.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }))).toBe('channel_not_found')
    expect(await code(slack.chat.postMessage({ channel: sandbox.channel('#general').id, text: 'x' }))).toBe(
      'not_in_channel',
    )
    sandbox.faults.archive('#ops')
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x' }))).toBe('is_archived')
  })

  test('text is needed even beside blocks, and is limited', async () => {
    expect(await code(slack.chat.postMessage({ channel: ops(), text: '', blocks: blocksOf(section('x')) }))).toBe(
      'no_text',
    )
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x'.repeat(4_001) }))).toBe('msg_too_long')
  })

  test('blocks that break a limit are refused with code, pointer and constraint', async () => {
    const blocks = blocksOf(section('x', { accessory: button('y'.repeat(76)) }))
    expect(await refusal(slack.chat.postMessage({ channel: ops(), text: 'x', blocks }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [
        {
          code: 'max_length',
          pointer: '/blocks/0/accessory/text/text',
          constraint: { type: 'max_length', expected: 75, got: 76 },
        },
      ],
      response_metadata: {
        messages: ['[ERROR] must be less than 76 characters [json-pointer:/blocks/0/accessory/text/text]'],
      },
    })
    const long = blocksOf(...Array.from({ length: 5 }, () => section('x'.repeat(2_900))))
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x', blocks: long }))).toBe('msg_blocks_too_long')
  })

  test('metadata has a form and a size, and is returned only when asked for', async () => {
    const metadata = { event_type: 'card_posted', event_payload: { message_id: '7' } }
    await slack.chat.postMessage({ channel: ops(), text: 'x', metadata })
    const bare = await slack.conversations.history({ channel: ops() })
    expect(bare.messages?.[0]).toMatchObject({ metadata: { event_type: 'card_posted' } })
    expect(bare.messages?.[0]).not.toHaveProperty('metadata.event_payload')
    const full = await slack.conversations.history({ channel: ops(), include_all_metadata: true })
    expect(full.messages?.[0]).toMatchObject({ metadata })
    const wrong = { event_type: 'no spaces', event_payload: {} }
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x', metadata: wrong }))).toBe(
      'invalid_metadata_format',
    )
    const large = { event_type: 'x', event_payload: { x: 'x'.repeat(9_000) } }
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x', metadata: large }))).toBe(
      'metadata_too_large',
    )
  })

  test('replies hang on a parent, never on a reply', async () => {
    const parent = await slack.chat.postMessage({ channel: ops(), text: 'parent' })
    const reply = await slack.chat.postMessage({ channel: ops(), text: 'reply', thread_ts: parent.ts ?? '' })
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x', thread_ts: reply.ts ?? '' }))).toBe(
      'cannot_reply_to_message',
    )
    expect(await code(slack.chat.postMessage({ channel: ops(), text: 'x', thread_ts: '1.1' }))).toBe('thread_not_found')
    expect(maria().sees('#ops')).toEqual(['parent'])
    expect(maria().seesThread('#ops', 'parent')).toEqual(['reply'])
    const thread = await slack.conversations.replies({ channel: ops(), ts: parent.ts ?? '' })
    expect(thread.messages?.map((one) => one.text)).toEqual(['parent', 'reply'])
    await slack.chat.delete({ channel: ops(), ts: parent.ts ?? '' })
    expect(maria().sees('#ops')).toEqual(['This message was deleted.'])
  })

  test('an update keeps the metadata it does not mention and never notifies', async () => {
    const metadata = { event_type: 'card_posted', event_payload: { message_id: '7' } }
    const { ts = '' } = await slack.chat.postMessage({
      channel: ops(),
      text: 'x',
      blocks: blocksOf(section('x')),
      metadata,
    })
    await slack.chat.update({
      channel: ops(),
      ts,
      text: '<@U0MARIA00> look',
      blocks: blocksOf(section('<@U0MARIA00> look')),
    })
    expect(sandbox.messages('#ops')).toMatchObject([{ metadata, edited: true, readable: '@maria look' }])
    expect(maria().notifications()).toEqual([])
    await slack.chat.update({ channel: ops(), ts, text: 'y', metadata: {} as never })
    expect(sandbox.messages('#ops')[0]?.metadata).toBeNull()
  })

  test('only own messages can be changed', async () => {
    await maria().says('mine', { in: '#ops' })
    const ts = sandbox.messages('#ops')[0]?.ts ?? ''
    expect(await code(slack.chat.update({ channel: ops(), ts, text: 'x' }))).toBe('cant_update_message')
    expect(await code(slack.chat.delete({ channel: ops(), ts }))).toBe('cant_delete_message')
    expect(await code(slack.chat.update({ channel: ops(), ts: '1.1', text: 'x' }))).toBe('message_not_found')
  })

  test('mentions, direct messages and replies in followed threads notify; nobody outside the channel is notified', async () => {
    sandbox.channel('#ops').removes('@dana')
    const { ts = '' } = await slack.chat.postMessage({ channel: ops(), text: '<@U0MARIA00> <@U0DANA000> please' })
    await slack.chat.postMessage({ channel: ops(), text: 'more', thread_ts: ts })
    await slack.chat.postMessage({ channel: 'U0MARIA00', text: 'psst' })
    expect(
      maria()
        .notifications()
        .map((one) => one.text),
    ).toEqual(['@maria @dana please', 'more', 'psst'])
    expect(sandbox.member('@dana').notifications()).toEqual([])
    expect(maria().unread('#ops')).toEqual({ unread: 2, mentions: 1 })
    await maria().reads('#ops')
    expect(maria().unread('#ops')).toEqual({ unread: 0, mentions: 0 })
  })
})

describe('ephemeral messages', () => {
  test('reach one member of the channel, are in no history, and do not survive a reload', async () => {
    const posted = await slack.chat.postEphemeral({ channel: ops(), user: maria().id, text: 'only you' })
    expect(maria().ephemerals('#ops')).toEqual(['only you'])
    expect(sandbox.member('@ben').ephemerals('#ops')).toEqual([])
    expect((await slack.conversations.history({ channel: ops() })).messages).toEqual([])
    expect(await code(slack.chat.update({ channel: ops(), ts: posted.message_ts ?? '', text: 'x' }))).toBe(
      'message_not_found',
    )
    maria().reloads()
    expect(maria().ephemerals('#ops')).toEqual([])
  })

  test('are no thread that could be read', async () => {
    const user = maria().id
    const { message_ts: ts = '' } = await slack.chat.postEphemeral({ channel: ops(), user, text: 'Psst' })
    expect(await refusal(slack.conversations.replies({ channel: ops(), ts }))).toMatchObject({
      error: 'thread_not_found',
    })
  })

  test('never reach a stranger to the channel, an absent member or a thread without replies', async () => {
    sandbox.channel('#ops').removes('@maria')
    expect(await code(slack.chat.postEphemeral({ channel: ops(), user: maria().id, text: 'x' }))).toBe(
      'user_not_in_channel',
    )
    sandbox.channel('#ops').adds('@maria')
    sandbox.faults.away.add(maria().id)
    await slack.chat.postEphemeral({ channel: ops(), user: maria().id, text: 'x' })
    sandbox.faults.away.clear()
    const { ts = '' } = await slack.chat.postMessage({ channel: ops(), text: 'parent' })
    await slack.chat.postEphemeral({ channel: ops(), user: maria().id, text: 'x', thread_ts: ts })
    expect(maria().ephemerals('#ops')).toEqual([])
  })
})

describe('views', () => {
  test('need a trigger that the platform issued', async () => {
    expect(await code(slack.views.open({ trigger_id: 'nonsense', view: form }))).toBe('invalid_trigger_id')
  })

  test('that break a limit are refused with a pointer into the view', async () => {
    const view = modalWith({ type: 'divider', colour: 'red' })
    expect(await refusal(slack.views.open({ trigger_id: 'x', view: view as never }))).toMatchObject({
      error: 'invalid_arguments',
      errors: [{ code: 'unexpected_property', pointer: '/view/blocks/0/colour' }],
    })
  })

  test('of Home are published per member, with a hash against older writes', async () => {
    const home = (text: string) => ({ type: 'home', blocks: [section(text)] }) as never
    const first = await slack.views.publish({ user_id: maria().id, view: home('one') })
    const hash = first.view?.hash ?? ''
    await slack.views.publish({ user_id: maria().id, view: home('two'), hash })
    expect(await code(slack.views.publish({ user_id: maria().id, view: home('three'), hash }))).toBe('hash_conflict')
    expect(maria().home()).toBe('two')
    expect(sandbox.member('@ben').home()).toBeUndefined()
    expect(await code(slack.views.update({ view_id: 'V404', view: home('x') }))).toBe('not_found')
  })
})

describe('blocks.validate', () => {
  test('points into the list that was sent, and takes forms only', async () => {
    const blocks = blocksOf({
      type: 'actions',
      elements: [{ type: 'overflow', options: Array.from({ length: 6 }, (_, index) => option(`${index}`)) }],
    })
    expect(await refusal(slack.apiCall('blocks.validate', { blocks }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ code: 'max_items', pointer: '/0/elements/0/options', constraint: { expected: 5, got: 6 } }],
    })
    expect(await slack.apiCall('blocks.validate', { blocks: [section('fine')] })).toMatchObject({ ok: true })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${sandbox.apiUrl}blocks.validate`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ blocks: [] }),
    })
    expect(await answer.json()).toMatchObject({ error: 'invalid_arguments' })
  })
})

describe('people and places', () => {
  test('are listed page by page', async () => {
    const names: unknown[] = []
    for await (const page of slack.paginate('users.list', { limit: 2 })) {
      names.push(...(page as unknown as { members: { name: string }[] }).members.map((one) => one.name))
    }
    expect(names).toEqual(['little', 'maria', 'ben', 'cara', 'dana', 'eli'])
    const channels = await slack.conversations.list({ limit: 3 })
    expect(channels.channels?.map((one) => [one.name, one.is_member])).toEqual([
      ['general', false],
      ['ops', true],
      ['incidents', true],
    ])
    expect(channels.response_metadata?.next_cursor).not.toBe('')
  })

  test('a private channel without the bot does not exist for it', async () => {
    await sandbox.close()
    sandbox = await startSandbox({ manifest, channels: [{ name: 'secret', kind: 'private' }] })
    slack = client(sandbox.botToken)
    expect(await code(slack.conversations.info({ channel: sandbox.channel('#secret').id }))).toBe('channel_not_found')
    expect((await slack.conversations.list({ types: 'private_channel' })).channels).toEqual([])
  })

  test('archiving is told to the app, that of a private channel only where it is a member', async () => {
    await sandbox.close()
    const events = ['channel_archive', 'group_archive']
    sandbox = await startSandbox({
      manifest: installed(['channels:read', 'groups:read', 'channels:manage'], events),
      channels: [
        { name: 'ops', bot: true },
        { name: 'secret', kind: 'private' },
        { name: 'board', kind: 'private', bot: true },
      ],
      timing: { eventRetryMs: [] },
    })
    await client(sandbox.botToken).conversations.archive({ channel: ops() })
    sandbox.channel('#secret').archive()
    sandbox.channel('#board').archive()
    await sandbox.settled()
    expect(sandbox.traffic.deliveries.map(({ payload }) => payload.event)).toMatchObject([
      { type: 'channel_archive', channel: ops() },
      { type: 'group_archive', channel: sandbox.channel('#board').id },
    ])
  })

  test('a plan may name people and channels that are not there yet', () => {
    sandbox.inviteNames({ channels: ['#kitchen'], people: ['@zoe', '@maria'] })
    expect(sandbox.channel('#kitchen').members()).toEqual(expect.arrayContaining(['@zoe', '@maria', '@little']))
    expect(sandbox.channel('#ops').members()).toContain('@zoe')
  })

  test('zones and their offsets are those of the moment', async () => {
    const answer = await slack.users.info({ user: sandbox.member('@eli').id })
    expect(answer.user).toMatchObject({ tz: 'Asia/Kolkata', tz_offset: 19_800 })
  })
})
