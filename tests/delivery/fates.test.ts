import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, plainDrawing } from './office.ts'

describe.each(databases())('$name', ({ open }) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice(await open())
  })
  afterEach(() => office.close())

  const visible = () => office.sandbox.messages('ops').filter(({ tombstone }) => !tombstone)

  async function postThread() {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const thread = { surface: 'checklist', subject: 'pumps', channel: office.idOf('ops') } as const
    const section = { surface: 'checklist-section', thread } as const
    await office.wish('pump one', 1, section)
    await delivery.deliver()
    return { delivery, section }
  }

  async function deleteInSlack(subject: string) {
    const { ts } = await office.row(subject)
    await office.calls.delete({ channel: office.idOf('ops'), ts: ts ?? '' })
  }

  test('a deleted message is posted anew with its thread', async () => {
    const { delivery } = await postThread()
    await deleteInSlack('pumps')
    await office.wish('pumps', 2)
    await delivery.deliver()
    const [parent, reply] = visible()
    expect(visible().map(({ text }) => text)).toEqual(['pumps is at 2', 'pump one is at 1'])
    expect(reply?.threadTs).toBe(parent?.ts)
  })

  test('a reply that finds its thread gone brings the whole thread back', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    await delivery.deliver()
    await deleteInSlack('pumps')
    const thread = { surface: 'checklist', subject: 'pumps', channel: office.idOf('ops') } as const
    await office.wish('pump one', 1, { surface: 'checklist-section', thread })
    await delivery.deliver()
    expect(visible().map(({ text }) => text)).toEqual(['pumps is at 1', 'pump one is at 1'])
  })

  test('a thread that Slack keeps denying is not posted again and again', async () => {
    const { delivery } = await postThread()
    // Slack takes no replies to a reply.
    const thread = { surface: 'checklist-section', subject: 'pump one', channel: office.idOf('ops') } as const
    await office.wish('reminder', 1, { surface: 'checklist-reminder', thread })
    await delivery.deliver()
    expect(office.sent('chat.postMessage').filter((text) => text === 'pump one is at 1')).toHaveLength(2)
    expect((await office.row('reminder', { surface: 'checklist-reminder' })).retryAt).not.toBeNull()
  })

  test.each(['edit_window_closed', 'cant_update_message'])(
    'after %s the old message gives way to a new one',
    async (error) => {
      const { delivery } = await postThread()
      await office.wish('pumps', 2)
      office.faults.refuse({ method: 'chat.update', error, times: 1 })
      await delivery.deliver()
      expect(visible().map(({ text }) => text)).toEqual(['pumps is at 2', 'pump one is at 1'])
    },
  )

  test('an archived channel parks the message, tells the owner once and uses the fallback', async () => {
    office.setFallback(async () => ({ channel: office.idOf('general'), tellOwner: office.idOf('@maria') }))
    const { delivery, section } = await postThread()
    office.faults.archive('ops')
    await office.wish('pumps', 2)
    await office.wish('pump one', 2, section)
    await office.wish('tanks', 1)
    await delivery.deliver()
    expect(office.texts('general').toSorted()).toEqual(['pump one is at 2', 'pumps is at 2', 'tanks is at 1'])
    expect(office.texts('@maria')).toHaveLength(1)
    expect(office.texts('@maria')[0]).toContain('Slack says “is_')
    await office.wish('pumps', 3)
    await delivery.deliver()
    expect(office.texts('general').toSorted()).toEqual(['pump one is at 2', 'pumps is at 3', 'tanks is at 1'])
  })

  test('a refusal that comes after the thread has moved does not move it again', async () => {
    office.setFallback(async () => ({ channel: office.idOf('general'), tellOwner: office.idOf('@maria') }))
    const { delivery, section } = await postThread()
    office.faults.archive('ops')
    await office.wish('pump one', 2, section)
    const gate = office.faults.holdAfter({ method: 'chat.update', times: 1 })
    const delivered = delivery.deliver()
    await gate.reached
    await office.wish('pumps', 2)
    delivery.nudge()
    await expect.poll(() => office.texts('general')).toHaveLength(2)
    gate.release()
    await delivered
    expect(office.texts('general').toSorted()).toEqual(['pump one is at 2', 'pumps is at 2'])
  })

  test('in its own fallback the message is parked with the reason, and tried again when it is wanted again', async () => {
    office.setFallback(async () => ({ channel: office.idOf('ops'), tellOwner: office.idOf('@maria') }))
    const delivery = office.deliveryWith()
    office.sandbox.channel('ops').archive()
    await office.wish('pumps', 1)
    await delivery.deliver()
    expect((await office.row('pumps')).parked).toBe('is_archived')
    await office.wish('pumps', 2)
    await delivery.deliver()
    expect(office.texts('@maria')).toHaveLength(1)

    office.sandbox.channel('ops').unarchive()
    await office.wish('pumps', 3)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 3'])
    office.sandbox.channel('ops').archive()
    await office.wish('pumps', 4)
    await delivery.deliver()
    expect(office.texts('@maria')).toHaveLength(2)
  })

  test('refused blocks are drawn plainly, and the log says where they were wrong', async () => {
    const wrong = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }] as const
    office.drawn.set('pumps', () => ({ text: 'words', blocks: wrong, plain: plainDrawing('plain').blocks }))
    office.drawn.set('tanks', () => ({ text: 'words alone', blocks: wrong }))
    await office.wish('pumps', 1)
    await office.wish('tanks', 1)
    await office.deliveryWith().deliver()
    const [pumps, tanks] = office.sandbox.messages('ops')
    expect(pumps?.blocks).toHaveLength(1)
    expect(tanks).toMatchObject({ text: 'words alone', blocks: [] })
    const pointers = office.logged.map(({ about }) => JSON.stringify(about.pointers))
    expect(pointers).toEqual([expect.stringContaining('/blocks/0/text'), expect.stringContaining('/blocks/0/text')])
  })

  test('words too long to be edited are cut, and the blocks stay', async () => {
    office.drawn.set('pumps', () => ({ ...plainDrawing('short'), text: 'x'.repeat(4_100) }))
    await office.wish('pumps', 1)
    await office.deliveryWith().deliver()
    const [message] = office.sandbox.messages('ops')
    expect(message?.text).toHaveLength(4_000)
    expect(message?.blocks).toHaveLength(1)
  })

  test('a Home that Slack refuses is logged with the place, and tried again later', async () => {
    office.drawn.set('maria', () => ({ home: plainDrawing('x'.repeat(3_001)).blocks }))
    await office.wish('maria', 1, { surface: 'home', channel: '@maria' })
    await office.deliveryWith().deliver()
    expect(office.logged).toHaveLength(1)
    expect(JSON.stringify(office.logged[0]?.about.pointers)).toContain('/blocks/0/text')
  })

  test('a revoked token stops the workspace with one line, and everything stays stale', async () => {
    for (const subject of ['pumps', 'tanks', 'fans']) await office.wish(subject, 1)
    office.faults.tokenRevoked = true
    const delivery = office.deliveryWith()
    await delivery.deliver()
    await delivery.deliver()
    expect(delivery.halted()).toBe('token_revoked')
    expect(office.logged).toHaveLength(1)
    office.faults.tokenRevoked = false
    office.pass(31)
    await office.deliveryWith().deliver()
    expect(office.texts()).toHaveLength(3)
  })

  test('an error nobody knows is tried again, later each time', async () => {
    const delivery = office.deliveryWith()
    await office.wish('pumps', 1)
    const refused = office.faults.refuse({ method: 'chat.postMessage', error: 'a_new_error' })
    for (let second = 0; second < 60; second += 1) {
      await delivery.deliver()
      office.pass(1)
    }
    expect(refused.hits()).toBe(4)
    expect(office.logged).toHaveLength(4)
    refused.off()
    office.pass(3_600)
    await delivery.deliver()
    expect(office.texts()).toEqual(['pumps is at 1'])
  })
})
