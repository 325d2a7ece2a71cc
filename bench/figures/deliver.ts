import { WebClient } from '@slack/web-api'
import manifest from '../../manifest.json' with { type: 'json' }
import { openDue } from '../../src/operations/open-due.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { notInSlack } from '../../src/store/messages.ts'
import { messages } from '../../src/store/schema.ts'
import { type BenchDatabase, eachDatabase } from '../databases.ts'
import { deliveryTo, type Post, postsOf } from '../delivery.ts'
import { inTurns, type Line } from '../measure.ts'
import { openShop } from '../shop.ts'

const runs = 3
const cards = 80

/** Cards that are stale, until they stand in Slack: claimed, loaded, drawn, posted, recorded. */
export async function* deliver(): AsyncGenerator<Line> {
  for await (const database of eachDatabase()) {
    for (const channels of [1, 8]) yield await measure(database, channels)
  }
}

async function measure({ name, opened }: BenchDatabase, count: number): Promise<Line> {
  const names = Array.from({ length: count }, (_, index) => `shop-${index}`)
  const sandbox = await startSandbox({
    manifest,
    page: false,
    channels: names.map((channel) => ({ name: channel, bot: true })),
  })
  try {
    const channels = names.map((channel) => sandbox.channel(channel).id)
    const shop = await openShop(opened, { plans: 8, ritualsEach: cards / 8, channels })
    await openDue(shop.deps)
    const delivery = deliveryTo(sandbox, shop)
    await delivery.deliver()
    const posts = postsOf(sandbox)
    if (posts.length !== cards) throw new Error(`${posts.length} cards were posted, not ${cards}.`)
    const { ours, peer } = await inTurns({
      runs,
      before: async () => void (await opened.db.update(messages).set({ ...notInSlack, shown: 0 })),
      sides: { ours: () => delivery.deliver(), peer: () => postBare(sandbox, channels, posts) },
    })
    const where = count === 1 ? 'one channel, one after the other' : `${count} channels at once`
    const peerIs = `bare chat.postMessage of the same cards, ${where}`
    const perSecond = (milliseconds: number) => (cards / milliseconds) * 1_000
    const figure = count === 1 ? 'deliver-one-channel' : 'deliver'
    return { figure, ours: perSecond(ours), unit: 'messages/s', peer: perSecond(peer), peerIs, runs, database: name }
  } finally {
    await sandbox.close()
  }
}

async function postBare(sandbox: Sandbox, channels: readonly string[], posts: readonly Post[]): Promise<void> {
  const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } })
  await Promise.all(
    channels.map(async (channel) => {
      for (const post of posts.filter((each) => each.channel === channel))
        await client.apiCall('chat.postMessage', post)
    }),
  )
}
