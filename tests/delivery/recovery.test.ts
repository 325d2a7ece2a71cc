import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slackCalls } from '../../src/slack/delivery/slack-calls.ts'
import { adoptOrDeleteStray } from '../../src/slack/delivery/stray.ts'
import { manifest } from '../sandbox/manifest.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, plainDrawing } from './office.ts'

const withoutHistory = {
  ...manifest,
  oauth_config: { scopes: { bot: manifest.oauth_config.scopes.bot.filter((scope) => !scope.endsWith(':history')) } },
  settings: { ...manifest.settings, event_subscriptions: { bot_events: ['app_home_opened'] } },
}

describe.each(databases())('$name', ({ open }) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(await open())
  })
  afterEach(() => office.close())

  test('a post whose answer was lost is found by its metadata and adopted, not posted again', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    expect(delivery.counters).toMatchObject({ posted: 0, adopted: 1 })
    await office.wish('pumps', 2)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('a reply whose answer was lost is found in its thread', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    const thread = { surface: 'checklist', subject: 'pumps', channel: office.idOf('ops') } as const
    await office.wish('pump one', 1, { surface: 'checklist-section', thread })
    office.faults.failAfter({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1', 'pump one is at 1'])
    expect(office.sandbox.traffic.to('conversations.replies')).toHaveLength(1)
  })

  test('a direct message whose answer was lost is found in its conversation', async () => {
    await office.wish('question', 1, { surface: 'ask', channel: '@ben' })
    office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    await office.deliveryWith().deliver()
    expect(office.texts('@ben')).toEqual(['question is at 1'])
    expect((await office.row('question', { surface: 'ask', channel: '@ben' })).postedIn).toMatch(/^D/)
  })

  test('a post that did not arrive is posted again only after a grace period, whoever clicks meanwhile', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    office.faults.failBefore({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    office.pass(20)
    await office.wish('pumps', 2, { urgency: 1 })
    await delivery.deliver()
    expect(office.texts()).toEqual([])
    office.pass(11)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('a post that could not even be sent needs no looking for', async () => {
    await office.wish('pumps', 1)
    await office.deliveryWith({ calls: await unreachableSlack() }).deliver()
    office.pass(6)
    await office.deliveryWith().deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
    expect(office.sandbox.traffic.to('conversations.history')).toHaveLength(0)
  })

  test('while history does not answer, nothing is posted again', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    const history = office.faults.failBefore({ method: 'conversations.history' })
    for (let round = 0; round < 3; round += 1) {
      await delivery.deliver()
      office.pass(100)
    }
    history.off()
    await delivery.deliver()
    expect(office.sent('chat.postMessage')).toHaveLength(1)
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a process that died while posting leaves one message', async () => {
    await office.wish('pumps', 1)
    const died = office.faults.holdAfter({ method: 'chat.postMessage', times: 1 })
    const dead = office.deliveryWith().deliver()
    await died.reached
    await office.expireLeases()
    await office.wish('pumps', 2)
    const successor = office.deliveryWith()
    await successor.deliver()
    expect(office.sent('chat.postMessage')).toHaveLength(1)
    office.pass(31)
    await successor.deliver()
    expect(successor.counters).toMatchObject({ posted: 0, adopted: 1, updated: 1 })
    died.release()
    await dead
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('a process that died before posting leaves one message as well', async () => {
    await office.wish('pumps', 1)
    const died = office.faults.holdBefore({ method: 'chat.postMessage', times: 1 })
    const dead = office.deliveryWith().deliver()
    await died.reached
    await office.expireLeases()
    office.pass(31)
    await office.deliveryWith().deliver()
    died.release()
    await dead
    expect(office.sent('chat.postMessage')).toHaveLength(2)
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a copy that arrives late is deleted', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const late = office.faults.holdBefore({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    office.pass(31)
    const again = office.faults.holdAfter({ method: 'chat.postMessage', times: 1 })
    const delivered = delivery.deliver()
    await again.reached
    late.release()
    await expect.poll(() => office.texts()).toHaveLength(2)
    again.release()
    await delivered
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('an update whose answer was lost is drawn once more when it can no longer arrive', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 2)
    const late = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    await delivery.deliver()
    await office.wish('pumps', 3)
    await delivery.deliver()
    late.release()
    await expect.poll(() => office.texts()).toEqual(['pumps is at 2'])
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 2'])
    office.pass(31)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
    office.pass(3_600)
    expect(await delivery.deliver()).toBe(0)
  })

  test('an update whose answer was lost is taken back, though nothing else is known to have been shown', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 2)
    office.faults.dropAfter({ method: 'chat.update', times: 1 })
    await delivery.deliver()
    await office.wish('pumps', 1)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a process that died after an edit does not hide that it must be taken back', async () => {
    const died = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const { successor, slowly: dead } = await losesItsLease(office, died, 2)
    await office.wish('pumps', 1)
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
    died.release()
    await dead
  })

  test('an edit that arrives after its lease was lost is drawn over', async () => {
    const slow = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 2)
    await office.wish('pumps', 3)
    await successor.deliver()
    slow.release()
    await slowly
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
  })

  test('an edit that arrives after its lease was lost is drawn over, though its successor is not done', async () => {
    const slow = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 2)
    await office.wish('pumps', 3)
    const unanswered = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const succeeded = successor.deliver()
    await unanswered.reached
    slow.release()
    await slowly
    unanswered.release()
    await succeeded
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
  })

  test('a lease that was lost costs one edit more, and takes nobody else’s', async () => {
    const slow = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 2)
    await office.wish('pumps', 3)
    const unanswered = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const succeeded = successor.deliver()
    await unanswered.reached
    slow.release()
    await slowly
    const third = office.deliveryWith()
    expect(await third.deliver()).toBe(0)
    unanswered.release()
    await succeeded
    await third.deliver()
    await office.wish('pumps', 3)
    await third.deliver()
    expect(office.sent('chat.update')).toEqual(['pumps is at 2', 'pumps is at 3', 'pumps is at 3'])
    expect(office.texts()).toEqual(['pumps is at 3'])
  })

  test('an edit whose lease and answer were lost is drawn over once it can no longer arrive, whoever shows more meanwhile', async () => {
    await office.wish('pumps', 1)
    const successor = office.deliveryWith()
    await successor.deliver()
    await office.wish('pumps', 2)
    const late = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    const { botToken: token, apiUrl: slackApiUrl } = office.sandbox
    const slowly = office.deliveryWith({ calls: slackCalls({ token, slackApiUrl, timeoutMs: 300 }) }).deliver()
    await late.reached
    await office.expireLeases()
    await office.wish('pumps', 3)
    const unanswered = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const succeeded = successor.deliver()
    await unanswered.reached
    await slowly
    unanswered.release()
    await succeeded
    late.release()
    await expect.poll(() => office.texts()).toEqual(['pumps is at 2'])
    office.pass(31)
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
  })

  test('an edit whose lease was lost does not concern what is to be posted anew', async () => {
    const slow = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 2)
    await deleteCard(office)
    await office.wish('pumps', 3)
    office.faults.failBefore({ method: 'chat.postMessage', times: 1 })
    await successor.deliver()
    const logged = office.logged.length
    slow.release()
    await slowly
    expect(office.logged).toHaveLength(logged)
    office.pass(31)
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
  })

  test('an edit that arrives when nobody waits for it, and whose lease was lost, is drawn over', async () => {
    const slow = office.faults.holdBefore({ method: 'chat.update', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 2)
    await office.wish('pumps', 3)
    await successor.deliver()
    await slowly
    await successor.deliver()
    slow.release()
    await expect.poll(() => office.texts()).toEqual(['pumps is at 2'])
    office.pass(31)
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
    office.pass(3_600)
    expect(await successor.deliver()).toBe(0)
    const edits = office.sent('chat.update').length
    await office.wish('pumps', 3)
    await successor.deliver()
    expect(office.sent('chat.update')).toHaveLength(edits)
  })

  test('a message that is deleted after the lease for that was lost is posted again', async () => {
    office.drawn.set('pumps', (value) => (value === 0 ? null : plainDrawing(`pumps is at ${value}`)))
    const slow = office.faults.holdBefore({ method: 'chat.delete', times: 1 })
    const { successor, slowly } = await losesItsLease(office, slow, 0)
    await office.wish('pumps', 1)
    await successor.deliver()
    slow.release()
    await slowly
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('an edit that the database could not record is taken back', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 2)
    await office.scope.db.execute(sql`alter table messages add constraint full_disk check (shown < 2)`)
    await delivery.deliver()
    await office.scope.db.execute(sql`alter table messages drop constraint full_disk`)
    await office.wish('pumps', 1)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a post that the database could not record is found, not posted again', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await office.scope.db.execute(sql`alter table messages add constraint full_disk check (ts is null)`)
    await delivery.deliver()
    await office.scope.db.execute(sql`alter table messages drop constraint full_disk`)
    await office.wish('pumps', 2)
    office.pass(31)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('an update whose answer was lost is taken back, though its channel took nothing in between', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 2)
    office.faults.dropAfter({ method: 'chat.update', times: 1 })
    await delivery.deliver()
    office.faults.refuse({ method: 'chat.update', error: 'is_archived', times: 1 })
    office.pass(31)
    await delivery.deliver()
    expect((await office.row('pumps')).parked).toBe('is_archived')
    await office.wish('pumps', 1)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a post that was found again is edited, whatever the one before it had shown', async () => {
    const successor = office.deliveryWith()
    await deleteOnceShown(office, successor, 1)
    await office.wish('pumps', 2)
    const died = office.faults.holdAfter({ method: 'chat.postMessage', times: 1 })
    const dead = office.deliveryWith().deliver()
    await died.reached
    await office.expireLeases()
    await office.wish('pumps', 1)
    office.pass(31)
    await successor.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
    died.release()
    await dead
  })
})

describe.each(databases())('$name without the scope to read history', ({ open }) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(await open(), { manifest: withoutHistory })
  })
  afterEach(() => office.close())

  test('a lost post is posted again, which is said once, and the stray goes when somebody clicks on it', async () => {
    const delivery = office.deliveryWith()
    for (const subject of ['pumps', 'tanks']) {
      await office.wish(subject, 1)
      office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
      await delivery.deliver()
      office.pass(31)
      await delivery.deliver()
    }
    expect(office.texts()).toEqual(['pumps is at 1', 'pumps is at 1', 'tanks is at 1', 'tanks is at 1'])
    expect(office.logged.filter(({ level }) => level === 'warn')).toHaveLength(1)

    const row = await office.row('pumps')
    const click = (ts: string) => adoptOrDeleteStray(office, { messageId: row.id, channel: office.idOf('ops'), ts })
    const [stray, own] = office.sandbox.messages('ops')
    expect(await click(own?.ts ?? '')).toBe('own')
    expect(await click(stray?.ts ?? '')).toBe('deleted')
    expect(office.texts()).toEqual(['pumps is at 1', 'tanks is at 1', 'tanks is at 1'])
  })

  test('a stray that is clicked before it was posted again becomes the message', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    const row = await office.row('pumps')
    const [stray] = office.sandbox.messages('ops')
    const clicked = { messageId: row.id, channel: office.idOf('ops'), ts: stray?.ts ?? '' }
    expect(await adoptOrDeleteStray(office, clicked)).toBe('adopted')
    office.pass(31)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })

  test('a stray that became the message is edited, whatever the one before it had shown', async () => {
    const delivery = office.deliveryWith()
    await deleteOnceShown(office, delivery, 1)
    await office.wish('pumps', 2)
    office.faults.dropAfter({ method: 'chat.postMessage', times: 1 })
    await delivery.deliver()
    const row = await office.row('pumps')
    const [stray] = office.sandbox.messages('ops')
    await adoptOrDeleteStray(office, { messageId: row.id, channel: office.idOf('ops'), ts: stray?.ts ?? '' })
    await office.wish('pumps', 1)
    office.pass(31)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })
})

/** A process that is held up while it makes the card show another value, until its lease is over; and its successor. */
async function losesItsLease(office: Office, gate: { readonly reached: Promise<unknown> }, value: number) {
  await office.wish('pumps', 1)
  const successor = office.deliveryWith()
  await successor.deliver()
  await office.wish('pumps', value)
  const slowly = office.deliveryWith().deliver()
  await gate.reached
  await office.expireLeases()
  return { successor, slowly }
}

async function deleteOnceShown(office: Office, delivery: ReturnType<Office['deliveryWith']>, value: number) {
  await office.wish('pumps', value)
  await delivery.deliver()
  await deleteCard(office)
}

async function deleteCard(office: Office) {
  const [card] = office.sandbox.messages('ops')
  await office.calls.delete({ channel: office.idOf('ops'), ts: card?.ts ?? '' })
}

async function unreachableSlack() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return slackCalls({ token: 'xoxb-nobody', slackApiUrl: `http://127.0.0.1:${port}/api/` })
}
