import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countBehind } from '../../src/store/messages.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, plainDrawing } from './office.ts'

describe.each(databases())('$name', ({ open }) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(await open())
  })
  afterEach(() => office.close())

  test('a message is posted once, and edited from then on', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    expect(await delivery.deliver()).toBe(1)
    await office.wish('pumps', 2)
    await delivery.deliver()
    expect(await delivery.deliver()).toBe(0)
    expect(office.texts()).toEqual(['pumps is at 2'])
    expect(delivery.counters).toMatchObject({ posted: 1, updated: 1 })
    expect((await office.row('pumps')).postedAt).toEqual(office.clock())
  })

  test('five changes between two deliveries cost one update', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 0)
    await delivery.deliver()
    for (const value of [1, 2, 3, 4, 5]) await office.wish('pumps', value)
    await delivery.deliver()
    expect(office.sent('chat.update')).toEqual(['pumps is at 5'])
  })

  test('who asks before a delivery has begun shares it, who asks later has another', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const first = delivery.deliver()
    expect(delivery.deliver()).toBe(first)
    expect(await first).toBe(1)
    await office.wish('pumps', 2)
    expect(await delivery.deliver()).toBe(1)
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('an edit that would change nothing is not sent', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', 2)
    await delivery.deliver()
    await office.wish('pumps', 2)
    await delivery.deliver()
    expect(office.sent('chat.update')).toEqual(['pumps is at 2'])
    expect(delivery.counters).toMatchObject({ updated: 1, unchanged: 2 })
    expect(await countBehind(office.scope)).toEqual({ stale: 0, parked: 0 })
  })

  test('a change committed during the call is drawn next', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const gate = office.faults.holdBefore({ method: 'chat.postMessage' })
    const delivered = delivery.deliver()
    await gate.reached
    await office.wish('pumps', 2)
    gate.release()
    await delivered
    expect(office.sent('chat.postMessage')).toEqual(['pumps is at 1'])
    expect(office.texts()).toEqual(['pumps is at 2'])
  })

  test('an incident goes before a click and that before a scheduled post', async () => {
    const delivery = office.deliveryWith({ parallel: 1 })
    await office.wish('round', 1, { urgency: 2 })
    office.pass(1)
    await office.wish('click', 1, { urgency: 1, channel: 'general' })
    office.pass(1)
    await office.wish('fire', 1, { urgency: 0, channel: 'incidents' })
    await delivery.deliver()
    expect(office.sent('chat.postMessage')).toEqual(['fire is at 1', 'click is at 1', 'round is at 1'])
  })

  test('posts of one channel keep their order, however many go out at once', async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => `round ${String(index).padStart(2, '0')}`)
    for (const subject of subjects) await office.wish(subject, 1)
    await office.deliveryWith().deliver()
    expect(office.texts()).toEqual(subjects.map((subject) => `${subject} is at 1`))
  })

  test('a reply waits for what it replies to', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const thread = { surface: 'checklist', subject: 'pumps', channel: office.idOf('ops') } as const
    await office.wish('pump one', 1, { surface: 'checklist-section', urgency: 0, thread })
    await delivery.deliver()
    const [parent, reply] = office.sandbox.messages('ops')
    expect([parent?.text, reply?.text]).toEqual(['pumps is at 1', 'pump one is at 1'])
    expect(reply?.threadTs).toBe(parent?.ts)
  })

  test('what is drawn as nothing is withdrawn, and comes back as a new post', async () => {
    office.drawn.set('pumps', (value) => (value < 0 ? null : plainDrawing(`pumps: ${value}`)))
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await office.wish('pumps', -1)
    await delivery.deliver()
    expect(office.texts()).toEqual([])
    await office.wish('pumps', 3)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps: 3'])
  })

  test('Home is published for its person', async () => {
    office.drawn.set('maria', (value) => ({ home: plainDrawing(`due: ${value}`).blocks }))
    await office.wish('maria', 4, { surface: 'home', channel: '@maria' })
    await office.deliveryWith().deliver()
    const [published] = office.sandbox.traffic.to('views.publish')
    expect(published?.args.user_id).toBe(office.idOf('@maria'))
    expect(String(published?.args.view)).toContain('due: 4')
  })

  test('a direct message is edited in the conversation that Slack opened for it', async () => {
    const delivery = office.deliveryWith()
    await office.wish('question', 1, { surface: 'ask', channel: '@ben' })
    await delivery.deliver()
    await office.wish('question', 2, { surface: 'ask', channel: '@ben' })
    await delivery.deliver()
    expect(office.texts('@ben')).toEqual(['question is at 2'])
  })

  test('a drawing that fails does not stop the others, and is tried again later', async () => {
    office.drawn.set('broken', (value) => {
      if (value === 1) throw new Error('no such thing')
      return plainDrawing('mended')
    })
    const delivery = office.deliveryWith()
    await office.wish('broken', 1, { urgency: 0 })
    await office.wish('pumps', 1)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
    expect(office.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
    await office.wish('broken', 2)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1', 'mended'])
  })

  test('a nudge wakes the loop, and stopping waits for what is in flight', async () => {
    const delivery = office.deliveryWith()
    delivery.start()
    await office.wish('pumps', 1)
    const gate = office.faults.holdAfter({ method: 'chat.postMessage' })
    delivery.nudge()
    await gate.reached
    const stopped = delivery.stop()
    gate.release()
    await stopped
    expect(await office.row('pumps')).toMatchObject({ shown: 1, leaseUntil: null })
  })

  test('a call that hangs holds up no other message', async () => {
    const delivery = office.deliveryWith()
    delivery.start()
    await office.wish('pumps', 1)
    const gate = office.faults.holdBefore({ method: 'chat.postMessage', times: 1 })
    delivery.nudge()
    await gate.reached
    await office.wish('fire', 1, { channel: 'incidents' })
    delivery.nudge()
    await expect.poll(() => office.texts('incidents')).toEqual(['fire is at 1'])
    expect(office.texts()).toEqual([])
    gate.release()
    await delivery.stop()
  })
})
