import { WebClient } from '@slack/web-api'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyChange } from '../../src/sandbox/page/state/apply-change.ts'
import type { Act, SnapshotChange } from '../../src/sandbox/protocol.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { form, littleApp, type Running } from './little-app.ts'
import { openStream, type PageStream } from './page-stream.ts'

let running: Running
let sandbox: Sandbox
let slack: WebClient
let now: Date
let windows: PageStream[]

beforeEach(async () => {
  now = new Date('2026-11-20T14:00:00Z')
  windows = []
  running = await littleApp('http', listen, { clock: () => now, timing: { ackMs: 2000 } })
  sandbox = running.sandbox
  slack = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } })
})
afterEach(async () => {
  for (const one of windows) await one.close()
  await running.close()
})

const card = (text: string) => ({
  text,
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text } },
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }] },
  ],
})

function listen(app: Running['app']): void {
  app.command('/open', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.command('/echo', ({ ack, command }) => ack(`You said ${command.text}`))
  app.view('form', ({ ack }) => ack())
  app.action('more', async ({ ack, body, client }) => {
    await ack()
    if (body.type === 'block_actions' && body.message && body.channel)
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, ...card('Clicked') })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const { blocks } = card(`Home at ${now.toISOString()}`)
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
}

async function openWindow(handle: string): Promise<PageStream> {
  const stream = await openStream(sandbox.url, sandbox.member(handle).id)
  windows.push(stream)
  await stream.until(() => true)
  return stream
}

/** Waits until the window is as new as the workspace. */
const caughtUp = (stream: PageStream, handle: string) =>
  stream.until(({ version }) => version === sandbox.member(handle).snapshot().version)

type Pick = { readonly member: string; readonly channel: string; readonly nth: number }
type Step = (pick: Pick) => unknown

const handles = ['@maria', '@ben']
const channelNames = ['#ops', '#incidents']

async function act(handle: string, deed: Act): Promise<void> {
  const { id } = sandbox.member(handle)
  await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: JSON.stringify({ as: id, act: deed }) })
}

/** The app's message that the number falls on, if it has said anything in the channel. */
function appMessage({ channel, nth }: Pick): string | undefined {
  const own = sandbox.messages(channel).filter(({ user, tombstone }) => user === sandbox.botUser && !tombstone)
  return own[nth % own.length]?.ts
}

const said = (member: string, channel: string): string | undefined =>
  sandbox.messages(channel).find(({ user }) => user === sandbox.member(member).id)?.ts

const quietly = (call: Promise<unknown>) => call.catch(() => undefined)
const idOf = (name: string) => sandbox.channel(name).id

const steps: Readonly<Record<string, Step>> = {
  says: ({ member, channel, nth }) => act(member, { kind: 'say', channel: idOf(channel), text: `Hello ${nth} @ben` }),
  answers: ({ member, channel, nth }) => {
    const threadTs = sandbox.messages(channel).find(({ threadTs: thread }) => thread === null)?.ts
    if (threadTs === undefined) return
    return act(member, { kind: 'say', channel: idOf(channel), text: `Answer ${nth}`, threadTs })
  },
  posts: ({ channel, nth }) => slack.chat.postMessage({ channel: idOf(channel), ...card(`Card ${nth}`) }),
  edits: (pick) => {
    const ts = appMessage(pick)
    return ts && quietly(slack.chat.update({ channel: idOf(pick.channel), ts, ...card(`Edited ${pick.nth}`) }))
  },
  deletes: (pick) => {
    const ts = appMessage(pick)
    return ts && quietly(slack.chat.delete({ channel: idOf(pick.channel), ts }))
  },
  reacts: ({ member, channel, nth }) => {
    const ts = sandbox.messages(channel)[nth % 5]?.ts
    return ts && act(member, { kind: 'react', channel: idOf(channel), ts, name: 'eyes', on: nth % 2 === 0 })
  },
  corrects: ({ member, channel, nth }) => {
    const ts = said(member, channel)
    return ts && act(member, { kind: 'edit-message', channel: idOf(channel), ts, text: `Corrected ${nth}` })
  },
  withdraws: ({ member, channel }) => {
    const ts = said(member, channel)
    return ts && act(member, { kind: 'delete-message', channel: idOf(channel), ts })
  },
  whispers: ({ member, channel }) =>
    quietly(slack.chat.postEphemeral({ channel: idOf(channel), user: sandbox.member(member).id, text: 'Psst' })),
  echoes: ({ member, channel }) => sandbox.member(member).runs('/echo words', { in: channel }),
  clicks: ({ member, channel }) =>
    quietly(Promise.resolve().then(() => sandbox.member(member).clicks('More', undefined, { in: channel }))),
  opens: ({ member, channel }) => sandbox.member(member).runs('/open', { in: channel }),
  types: ({ member, nth }) => {
    const driver = sandbox.member(member)
    return driver.modal() && driver.fills({ 'Error count': String(nth % 500) })
  },
  submits: ({ member }) => sandbox.member(member).modal() && sandbox.member(member).submits(),
  cancels: ({ member }) => sandbox.member(member).modal() && sandbox.member(member).cancels(),
  opensHome: ({ member }) => sandbox.member(member).opensHome(),
  reads: ({ member, channel }) => act(member, { kind: 'read', channel: idOf(channel) }),
  joins: ({ member, channel }) => act(member, { kind: 'join', channel: idOf(channel) }),
  leaves: ({ member, channel }) => act(member, { kind: 'leave', channel: idOf(channel) }),
  founds: ({ member, nth }) => act(member, { kind: 'create-channel', name: `room-${nth}` }),
  waits: ({ nth }) => {
    now = new Date(now.getTime() + nth * 1000)
  },
}

const walks = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(steps)),
    member: fc.constantFrom(...handles),
    channel: fc.constantFrom(...channelNames),
    nth: fc.nat(600),
  }),
  { minLength: 4, maxLength: 14 },
)

test('changes put together are the whole, for everybody, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      const open = await Promise.all(handles.map(openWindow))
      for (const [index, { step, ...pick }] of walk.entries()) {
        await steps[step]?.(pick)
        // Now and then several things happen between two events.
        if (index % 3 !== 2 && index < walk.length - 1) continue
        await sandbox.settled()
        for (const [which, handle] of handles.entries()) {
          const seen = await caughtUp(open[which] as PageStream, handle)
          expect(seen).toEqual({ ...sandbox.member(handle).snapshot(), clock: seen.clock })
        }
      }
      for (const one of open) await one.close()
    }),
    { numRuns: 25 },
  )
})

test('a click among hundreds of cards sends that card, not the others', async () => {
  const channel = idOf('#ops')
  for (let nth = 0; nth < 200; nth++) await slack.chat.postMessage({ channel, ...card(`Card ${nth}`) })
  const stream = await openWindow('@maria')
  const before = await caughtUp(stream, '@maria')
  await sandbox.member('@maria').clicks('More', 'Card 100')
  const after = await stream.until(({ messages }) => messages.some(({ text }) => text === 'Clicked'))
  const [whole = 0, ...changes] = stream.sizes
  expect(whole).toBeGreaterThan(50_000)
  expect(Math.max(...changes)).toBeLessThan(2_000)
  const kept = after.messages.filter((message) => before.messages.includes(message))
  expect(kept).toHaveLength(199)
  expect(after.channels).toBe(before.channels)
})

test('a change that skips one is refused, so that the window asks for the whole again', async () => {
  const stream = await openWindow('@maria')
  const before = await caughtUp(stream, '@maria')
  const nothing = { put: [], gone: [] }
  const change: SnapshotChange = {
    since: before.version + 1,
    version: before.version + 2,
    now: before.clock.now,
    sections: {},
    messages: nothing,
    notifications: nothing,
  }
  expect(applyChange(before, change)).toBeUndefined()
  expect(applyChange(before, { ...change, since: before.version })).toMatchObject({ version: before.version + 2 })
})
