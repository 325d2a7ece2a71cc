import { expect, test } from 'vitest'
import { form, littleApp } from './little-app.ts'

for (const over of ['socket-mode', 'http'] as const) {
  test(`a member runs a command, fills in the form and sees the message change (${over})`, async () => {
    const { sandbox, close } = await littleApp(over, (app) => {
      app.command('/open', async ({ ack, client, body }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form })
        await ack()
      })
      app.view('form', async ({ ack, view, client, body }) => {
        const count = view.state.values.errors?.n?.value
        if (Number(count) > 100) return ack({ response_action: 'errors', errors: { errors: 'Too many to be true.' } })
        await client.chat.postMessage({
          channel: sandbox.channel('#ops').id,
          text: `<@${body.user.id}> saved ${count}`,
        })
        await ack()
      })
    })
    const maria = sandbox.member('@maria')
    expect(await maria.runs('/open', { in: '#ops' })).toEqual({ ok: true })
    expect(maria.modal()?.labels).toEqual(['Error count', 'Note', 'Owner', 'Health'])
    expect(await maria.submits()).toEqual({ 'Error count': 'Please complete this required field.' })
    await maria.fills({ 'Error count': '120', Owner: '@ben' })
    expect(await maria.submits()).toEqual({ 'Error count': 'Too many to be true.' })
    await maria.fills({ 'Error count': 12 })
    expect(await maria.submits()).toBeUndefined()
    await sandbox.settled()
    expect(maria.modal()).toBeUndefined()
    expect(maria.sees('#ops')).toEqual(['@maria saved 12'])
    await close()
  })
}
