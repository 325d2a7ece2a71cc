import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPace, type PaceOptions } from '../../src/slack/delivery/pace.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice } from './office.ts'

describe.each(databases())('$name', ({ open }) => {
  let office: Office
  let ms = 0
  const pacedBy = (options: PaceOptions = {}) =>
    office.deliveryWith({ pace: createPace({ ...options, monotonicMs: () => ms }) })
  const channels = Array.from({ length: 70 }, (_, index) => ({ name: `c${index}`, bot: true }))

  beforeEach(async () => {
    ms = 0
    office = await openOffice(await open(), { channels: [...channels, { name: 'ops', bot: true }] })
  })
  afterEach(() => office.close())

  test('a channel takes one post a second, and others go on meanwhile', async () => {
    const delivery = pacedBy()
    for (const subject of ['a', 'b', 'c', 'd', 'e']) await office.wish(subject, 1)
    await office.wish('z', 1, { channel: 'c1' })
    await delivery.deliver()
    expect(office.texts()).toHaveLength(2)
    expect(office.texts('c1')).toHaveLength(1)
    ms += 2_000
    await delivery.deliver()
    expect(office.texts()).toHaveLength(4)
    expect((await office.row('e')).leaseUntil).toBeNull()
  })

  test('a workspace takes no more posts a minute than it is configured to', async () => {
    const delivery = pacedBy({ postsPerMinute: 60 })
    for (const { name } of channels) await office.wish(name, 1, { channel: name, urgency: 1 })
    for (let second = 0; second < 60; second += 1, ms += 1_000) await delivery.deliver()
    expect(office.sent('chat.postMessage')).toHaveLength(60)
  })

  test('scheduled updates leave room for clicks', async () => {
    const delivery = pacedBy({ updatesPerMinute: 5 })
    const subjects = channels.slice(0, 6).map(({ name }) => name)
    for (const channel of subjects) await office.wish(channel, 1, { channel })
    await office.wish('clicked', 1)
    await delivery.deliver()
    ms += 60_000
    await delivery.deliver()
    for (const channel of subjects) await office.wish(channel, 2, { channel })
    await delivery.deliver()
    expect(office.sent('chat.update')).toHaveLength(4)
    await office.wish('clicked', 2, { urgency: 1 })
    await delivery.deliver()
    expect(office.texts()).toEqual(['clicked is at 2'])
  })

  test('updates that change nothing take the room of no other', async () => {
    const delivery = pacedBy({ updatesPerMinute: 5 })
    const subjects = channels.slice(0, 12).map(({ name }) => name)
    for (const channel of subjects) await office.wish(channel, 1, { channel })
    for (let minute = 0; minute < 2; minute += 1, ms += 61_000) await delivery.deliver()
    for (const channel of subjects) await office.wish(channel, 1, { channel })
    for (const channel of ['c7', 'c11']) await office.wish(channel, 2, { channel })
    await delivery.deliver()
    expect(delivery.counters).toMatchObject({ updated: 2, unchanged: 10 })
  })

  test('a 429 on one method does not stop the others', async () => {
    const delivery = pacedBy()
    await office.wish('pumps', 1)
    await delivery.deliver()
    const limited = office.faults.rateLimit({ method: 'chat.postMessage', retryAfterSeconds: 20, times: 1 })
    await office.wish('tanks', 1, { channel: 'c1' })
    await delivery.deliver()
    await office.wish('fans', 1, { channel: 'c2' })
    await office.wish('pumps', 2)
    await delivery.deliver()
    expect(limited.hits()).toBe(1)
    expect(office.texts()).toEqual(['pumps is at 2'])
    expect(office.texts('c2')).toEqual([])
    office.pass(20)
    ms += 20_000
    await delivery.deliver()
    expect([...office.texts('c1'), ...office.texts('c2')]).toEqual(['tanks is at 1', 'fans is at 1'])
    expect(office.sandbox.traffic.to('conversations.history')).toHaveLength(0)
  })

  test('Slack’s own limits are not met', async () => {
    office.faults.rateLimits = true
    const delivery = office.deliveryWith({ pace: createPace() })
    delivery.start()
    for (const subject of ['a', 'b', 'c', 'd', 'e', 'f']) await office.wish(subject, 1)
    delivery.nudge()
    await expect.poll(() => office.texts(), { timeout: 10_000 }).toHaveLength(6)
    await delivery.stop()
    expect(office.sandbox.traffic.calls.filter(({ status }) => status === 429)).toEqual([])
  })
})
