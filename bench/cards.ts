import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import manifest from '../manifest.json' with { type: 'json' }
import { openDue } from '../src/operations/open-due.ts'
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts'
import { eachDatabase } from './databases.ts'
import { deliveryTo, type Post, postsOf } from './delivery.ts'
import { openShop } from './shop.ts'

/** Checklist cards as Rounds posts them: some fifteen blocks, a button on each of eight items. */
export async function roundsCards(count: number): Promise<readonly Post[]> {
  const sandbox = await startSandbox({ manifest, page: false, channels: [{ name: 'shop', bot: true }] })
  try {
    for await (const { opened } of eachDatabase()) {
      const shop = await openShop(opened, {
        plans: 1,
        ritualsEach: count,
        channels: [sandbox.channel('#shop').id],
      })
      await openDue(shop.deps)
      await deliveryTo(sandbox, shop).deliver()
      break
    }
    return postsOf(sandbox)
  } finally {
    await sandbox.close()
  }
}

export type Channel = {
  readonly sandbox: Sandbox
  readonly id: string
  /** Posts one more card. */
  post(card: Post): Promise<void>
  close(): Promise<void>
}

/** A channel with so many cards, the given ones over and over, and an app that answers a click by changing its card. */
export async function channelOf(cards: readonly Post[], count: number): Promise<Channel> {
  const sandbox = await startSandbox({ manifest, channels: [{ name: 'shop', bot: true }] })
  const { id } = sandbox.channel('#shop')
  const call = async (method: string, args: object) => {
    const response = await fetch(`${sandbox.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    })
    const answer = (await response.json()) as { readonly ok: boolean; readonly error?: string }
    if (!answer.ok) throw new Error(`${method} was refused: ${answer.error}`)
  }
  const post = ({ text, blocks }: Post) => call('chat.postMessage', { channel: id, text, blocks })
  for (let nth = 0; nth < count; nth++) await post(cards[nth % cards.length] as Post)
  const app = await startAnsweringApp(sandbox, (message, note) =>
    call('chat.update', {
      ...{ channel: id, ts: message.ts, text: note },
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: note } }, ...message.blocks.slice(1)],
    }),
  )
  return {
    sandbox,
    id,
    post,
    close: async () => {
      await app.close()
      await sandbox.close()
    },
  }
}

type Clicked = { readonly ts: string; readonly blocks: readonly object[] }

/** Says on the clicked card how many clicks there have been: `Clicked 7`. */
async function startAnsweringApp(sandbox: Sandbox, change: (message: Clicked, note: string) => Promise<void>) {
  let clicks = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    if (body.startsWith('{')) return response.end(JSON.parse(body).challenge)
    response.end()
    const { type, message } = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}')
    clicks += 1
    if (type === 'block_actions') await change(message, `Clicked ${clicks}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await sandbox.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { close: () => new Promise((resolve) => server.close(resolve)) }
}
