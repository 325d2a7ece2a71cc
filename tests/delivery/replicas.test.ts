import { expect, test } from 'vitest'
import { unpaced } from '../../src/slack/delivery/pace.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { claimStale } from '../../src/store/message-claims.ts'
import { messages } from '../../src/store/schema.ts'
import { describeOnServer, serverDatabase } from '../support/databases.ts'
import { openOffice } from './office.ts'

describeOnServer('postgres', () => {
  test('two deliverers on one PostgreSQL post twenty messages once each', async () => {
    const url = await serverDatabase()
    const other = await openDatabase({ kind: 'server', url })
    const channels = Array.from({ length: 20 }, (_, index) => ({ name: `c${index}`, bot: true }))
    const office = await openOffice(await openDatabase({ kind: 'server', url }), { channels })
    for (const { name } of channels) await office.wish(name, 1, { channel: name })

    const deliveries = [office.deliveryWith(), office.deliveryWith({ db: other.db })]
    await Promise.all(deliveries.map((delivery) => delivery.deliver()))

    expect(channels.map(({ name }) => office.texts(name).length)).toEqual(channels.map(() => 1))
    expect(deliveries.map(({ counters }) => counters.posted).reduce((a, b) => a + b)).toBe(20)
    for (const { counters } of deliveries) expect(counters.posted).toBeGreaterThan(0)
    await other.close()
    await office.close()
  })

  test('two deliverers never draw one message at the same time', async () => {
    const url = await serverDatabase()
    const other = await openDatabase({ kind: 'server', url })
    const office = await openOffice(await openDatabase({ kind: 'server', url }))
    await office.wish('pumps', 1)
    const gate = office.faults.holdBefore({ method: 'chat.postMessage', times: 1 })
    const first = office.deliveryWith().deliver()
    await gate.reached
    await office.wish('pumps', 2)
    office.pass(60)
    expect(await office.deliveryWith({ db: other.db }).deliver()).toBe(0)
    gate.release()
    await first
    expect(office.texts()).toEqual(['pumps is at 2'])
    expect(office.sent('chat.postMessage')).toHaveLength(1)
    await other.close()
    await office.close()
  })

  test('claims made at the same time share no message', async () => {
    const url = await serverDatabase()
    const office = await openOffice(await openDatabase({ kind: 'server', url, max: 10 }))
    for (let index = 0; index < 40; index += 1) await office.wish(`round ${index}`, 1)
    // Posted, so that all are edits: of posts each channel gives out one at a time.
    await office.scope.db.update(messages).set({ ts: messages.id })
    const claims = Array.from({ length: 10 }, (_, index) => ({
      now: office.clock(),
      limit: 4,
      lease: { owner: `replica ${index}`, seconds: 60 },
      room: unpaced.room(),
    }))
    const claimed = (await Promise.all(claims.map((claim) => claimStale(office.scope, claim)))).flat()
    expect(new Set(claimed.map(({ id }) => id)).size).toBe(claimed.length)
    expect(claimed.length).toBeGreaterThan(4)
    await office.close()
  })
})
