import type { App } from '@slack/bolt'
import { afterEach, describe, expect, test } from 'vitest'
import { fileBytesMax, type UploadResult } from '../../src/sandbox/protocol.ts'
import { chatApp, deed, outcome, pixel } from './chat-app.ts'
import type { Running } from './little-app.ts'
import { input, modalWith } from './specimens.ts'

let running: Running

afterEach(() => running.close())

const start = async (listen: (app: App) => void = () => undefined, without: readonly string[] = []) => {
  running = await chatApp(listen, without)
  const { sandbox, app } = running
  return { sandbox, client: app.client, maria: sandbox.member('@maria'), ops: sandbox.channel('#ops').id }
}

const report = { name: 'report.pdf', content: 'the report' }
const photo = { name: 'valve.png', content: pixel }

async function upload(as: string, name: string, body: string | Buffer): Promise<UploadResult> {
  const query = new URLSearchParams({ as, name })
  const answer = await fetch(`${running.sandbox.url}/sandbox/upload?${query}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
  })
  return (await answer.json()) as UploadResult
}

describe('a member', () => {
  test('shares several files in one message, and the app hears of it', async () => {
    const events: unknown[] = []
    const { sandbox, maria, client, ops } = await start((app) => {
      app.event('file_shared', async ({ event }) => void events.push(event))
      app.message(async ({ event }) => void events.push(event))
    })
    expect(await maria.says('The valve leaks', { in: '#ops', files: [photo, report] })).toEqual({ ok: true })
    expect(maria.sees('#ops')).toEqual(['The valve leaks\n[file valve.png]\n[file report.pdf]'])
    await sandbox.settled()
    expect(events).toHaveLength(3)
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'message', subtype: 'file_share', text: 'The valve leaks', channel: ops }),
    )
    const [file] = (await client.conversations.history({ channel: ops })).messages?.[0]?.files ?? []
    expect(file).toMatchObject({
      name: 'valve.png',
      mimetype: 'image/png',
      filetype: 'png',
      size: pixel.length,
      user: maria.id,
    })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'file_shared', file_id: file?.id, user_id: maria.id, channel_id: ops }),
    )
  })

  test('drops a document on the app, which is told where its text is, and reads it with its token', async () => {
    const events: unknown[] = []
    const { sandbox, maria } = await start((app) => {
      app.message(async ({ event }) => void events.push(event))
    })
    await maria.says('', { in: '@little', files: [{ name: 'round.md', content: '# Round' }] })
    await sandbox.settled()
    const [event] = events as { files: { url_private_download: string }[] }[]
    expect(event).toMatchObject({
      ...{ type: 'message', subtype: 'file_share', channel_type: 'im', user: maria.id, text: '' },
      files: [{ name: 'round.md', filetype: 'markdown', mimetype: 'text/markdown', size: 7, mode: 'hosted' }],
    })
    const read = await fetch(event?.files[0]?.url_private_download ?? '', {
      headers: { authorization: `Bearer ${sandbox.botToken}` },
    })
    expect(await read.text()).toBe('# Round')
  })

  test('drops a file that cannot be downloaded while a fault is on, and the traffic tells so', async () => {
    const { sandbox, maria, client } = await start()
    await maria.says('', { in: '#ops', files: [report] })
    const { messages } = await client.conversations.history({ channel: sandbox.channel('#ops').id })
    const download = () =>
      fetch(messages?.[0]?.files?.[0]?.url_private_download ?? '', {
        headers: { authorization: `Bearer ${sandbox.botToken}` },
      })
    sandbox.faults.failBefore({ method: 'url_private', times: 1 })
    expect((await download()).status).toBe(500)
    expect((await download()).status).toBe(200)
    expect(sandbox.traffic.to('url_private').map(({ status }) => status)).toEqual([500, 200])
  })

  test('shares a file without a word, into a thread', async () => {
    const { maria, sandbox } = await start()
    await maria.says('How does it look?', { in: '#ops' })
    const [parent] = sandbox.messages('#ops')
    await sandbox.member('@ben').says('', { in: '#ops', threadTs: parent?.ts ?? '', files: [photo] })
    expect(maria.seesThread('#ops', 'How does it look')).toEqual(['[file valve.png]'])
    expect(maria.notifications().at(-1)?.text).toBe('valve.png')
  })

  test('shares only what they uploaded themselves', async () => {
    await start()
    const mine = await upload('ben', 'plan.txt', 'plan')
    const files = [mine.ok ? mine.file.id : '']
    const channel = running.sandbox.channel('#ops').id
    expect(await deed(running, 'maria', { kind: 'say', channel, text: 'look', files })).toEqual({
      ok: false,
      error: 'One of these files is no longer here. Take it out and add it again.',
    })
    expect(await deed(running, 'ben', { kind: 'say', channel, text: '', files })).toEqual({ ok: true })
  })

  test('is told when a file is too large, empty or has no name', async () => {
    await start()
    expect(await upload('maria', 'film.mp4', Buffer.alloc(fileBytesMax + 1))).toEqual({
      ok: false,
      error: 'film.mp4 is too large. Files have up to 20 MB here.',
    })
    expect(await upload('maria', 'film.mp4', Buffer.alloc(fileBytesMax))).toMatchObject({ ok: true })
    expect(await upload('maria', 'nothing.txt', '')).toEqual({
      ok: false,
      error: 'nothing.txt is empty. Choose a file with something in it.',
    })
    expect(await upload('maria', ' ', 'x')).toEqual({ ok: false, error: 'A file needs a name.' })
    expect(await upload('nobody', 'a.txt', 'x')).toMatchObject({ ok: false })
  })
})

describe('a stored file', () => {
  const served = async (name: string, content: string | Buffer) => {
    const result = await upload('maria', name, content)
    const answer = await fetch(`${running.sandbox.url}/sandbox/files/${result.ok ? result.file.id : ''}`)
    return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()), status: answer.status }
  }

  test('is served to look at where it is a picture', async () => {
    await start()
    const { headers, bytes } = await served('valve "1".png', pixel)
    expect(bytes.equals(pixel)).toBe(true)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('content-disposition')).toBe("inline; filename*=UTF-8''valve%20%221%22.png")
  })

  test.each([
    ['page.html', '<script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['lie.png', '<script>alert(1)</script>'],
  ])('%s is never run', async (name, content) => {
    await start()
    const { headers } = await served(name, content)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  test('is read by the app with its token and the scope, where it knows the file', async () => {
    const { maria, client, sandbox, ops } = await start()
    await maria.says('', { in: '#ops', files: [report] })
    const [file] = (await client.conversations.history({ channel: ops })).messages?.[0]?.files ?? []
    const read = (url: string | undefined, token: string) =>
      fetch(url ?? '', { headers: { authorization: `Bearer ${token}` } })
    expect(await (await read(file?.url_private_download, sandbox.botToken)).text()).toBe('the report')
    expect((await read(file?.url_private, 'xoxb-other')).url).toMatch(/\/sign-in$/)
    sandbox.channel('#ops').removes('@little')
    expect((await read(file?.url_private, sandbox.botToken)).status).toBe(404)
    expect(await outcome(client.files.info({ file: file?.id ?? '' }))).toBe('file_not_found')
  })
})

describe('the app', () => {
  test('uploads with filesUploadV2, and learns from files.info where it stands', async () => {
    const { client, ops, maria } = await start()
    const { ts: thread_ts = '' } = await client.chat.postMessage({ channel: ops, text: 'Week 47' })
    const file_uploads = [
      { file: pixel, filename: 'chart.png', title: 'Issues' },
      { content: 'a,b\n1,2', filename: 'issues.csv' },
    ]
    await client.filesUploadV2({ channel_id: ops, thread_ts, initial_comment: 'The figures', file_uploads })
    expect(maria.seesThread('#ops', 'Week 47')).toEqual(['The figures\n[file chart.png]\n[file issues.csv]'])
    const { messages } = await client.conversations.replies({ channel: ops, ts: thread_ts })
    const share = messages?.[1]
    expect(share).toMatchObject({ subtype: 'file_share', files: [{ title: 'Issues' }, { mimetype: 'text/csv' }] })
    const { file } = await client.files.info({ file: share?.files?.[0]?.id ?? '' })
    expect(file).toMatchObject({ shares: { public: { [ops]: [{ ts: share?.ts, thread_ts }] } }, is_public: true })
  })

  test('keeps a file to itself until it shows it', async () => {
    const { client, ops, maria } = await start()
    await client.filesUploadV2({ file: pixel, filename: 'chart.png' })
    expect(maria.sees('#ops')).toEqual([])
    const { file } = await client.files.info({ file: 'F000000001' })
    const blocks = [{ type: 'image', slack_file: { id: file?.id }, alt_text: 'Issues' }]
    await client.chat.postMessage({ channel: ops, text: 'Week 47', blocks: blocks as never })
    expect(maria.sees('#ops')).toEqual(['(Issues)'])
    const byUrl = [{ type: 'image', slack_file: { url: file?.url_private }, alt_text: 'Issues' }]
    expect(await outcome(client.chat.postMessage({ channel: ops, text: 'x', blocks: byUrl as never }))).toMatchObject({
      ok: true,
    })
  })

  test('cannot show a file that it does not know, or that is no picture', async () => {
    const { client, ops } = await start()
    const theirs = await upload('maria', 'valve.png', pixel)
    await client.filesUploadV2({ content: 'text', filename: 'notes.txt' })
    for (const id of [theirs.ok ? theirs.file.id : '', 'F000000002', 'F099999999']) {
      const blocks = [{ type: 'image', slack_file: { id }, alt_text: 'x' }]
      expect(await outcome(client.chat.postMessage({ channel: ops, text: 'x', blocks: blocks as never }))).toBe(
        'invalid_blocks',
      )
    }
  })

  test('is refused with what is wrong about an upload', async () => {
    const { client, sandbox, ops } = await start()
    const ask = (more: object) =>
      outcome(client.files.getUploadURLExternal(Object.assign({ filename: 'a.txt', length: 3 }, more)))
    expect(await ask({ length: 0 })).toBe('missing_argument')
    expect(await ask({ length: fileBytesMax + 1 })).toBe('file_upload_size_restricted')
    expect(await ask({ alt_txt: 'x'.repeat(1_001) })).toBe('alt_txt_too_large')
    expect(await ask({ snippet_type: 'python', length: 1_000_001 })).toBe('snippet_too_large')

    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 })
    const complete = (more: object = {}) =>
      outcome(client.files.completeUploadExternal(Object.assign({ files: [{ id: file_id }] as never }, more)))
    expect(await complete()).toBe('file_not_found')
    expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400)
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(200)
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(404)

    const general = sandbox.channel('#general').id
    expect(await complete({ channel_id: general })).toBe('not_in_channel')
    expect(await complete({ channel_id: ops, thread_ts: '1.000000' })).toBe('thread_not_found')
    expect(await complete({ channels: `${ops},${general}`, thread_ts: '1.000000' })).toBe('invalid_arguments')
    const many = Array.from({ length: 101 }, (_, at) => `C${at}`).join()
    expect(await complete({ channels: many })).toBe('invalid_arguments')
    expect(await complete({ channel_id: ops })).toMatchObject({ ok: true, files: [{ id: file_id, title: 'a.txt' }] })
    expect(await complete({ channel_id: ops })).toBe('file_not_found')
  })

  test('deletes its own files only, and their messages go where they showed nothing else', async () => {
    const { client, ops, maria } = await start()
    await client.filesUploadV2({ channel_id: ops, file: pixel, filename: 'chart.png' })
    await client.filesUploadV2({ channel_id: ops, file: pixel, filename: 'chart.png', initial_comment: 'Issues' })
    await maria.says('', { in: '#ops', files: [photo] })
    await client.files.delete({ file: 'F000000001' })
    await client.files.delete({ file: 'F000000002' })
    expect(maria.sees('#ops')).toEqual(['Issues', '[file valve.png]'])
    expect(await outcome(client.files.info({ file: 'F000000001' }))).toBe('file_deleted')
    expect(await outcome(client.files.delete({ file: 'F000000003' }))).toBe('cant_delete_file')
  })

  test('needs the scopes', async () => {
    const { client } = await start(() => undefined, ['files:read', 'files:write'])
    expect(await outcome(client.files.getUploadURLExternal({ filename: 'a', length: 1 }))).toBe('missing_scope')
    expect(await outcome(client.files.info({ file: 'F1' }))).toBe('missing_scope')
  })

  test('hears of files only where it is a member', async () => {
    const events: unknown[] = []
    const { sandbox, maria } = await start((app) => {
      app.event('file_shared', async ({ event }) => void events.push(event))
    })
    await maria.says('', { in: '#general', files: [report] })
    await sandbox.settled()
    expect(events).toEqual([])
  })
})

describe('a form that asks for files', () => {
  const asking = (element: object, submitted: unknown[]) => (app: App) => {
    app.command('/open', async ({ ack, body, client }) => {
      await ack()
      const block = input({ type: 'file_input', action_id: 'files', ...element })
      await client.views.open({ trigger_id: body.trigger_id, view: modalWith(block) as never })
    })
    app.view(/.*/, async ({ ack, view }) => {
      submitted.push(Object.values(view.state.values)[0]?.files)
      await ack()
    })
  }

  const open = async (element: object, without: readonly string[] = []) => {
    const submitted: unknown[] = []
    const started = await start(asking(element, submitted), without)
    await started.maria.runs('/open', { in: '#ops' })
    await started.sandbox.settled()
    return { ...started, submitted, label: started.maria.modal()?.labels[0] ?? '' }
  }

  test('sends them, and lets the app read them', async () => {
    const { maria, client, label, submitted } = await open({})
    await maria.fills({ [label]: [photo, report] })
    expect(await outcome(client.files.info({ file: 'F000000001' }))).toBe('file_not_found')
    expect(await maria.submits()).toBeUndefined()
    const files = [{ id: 'F000000001', name: 'valve.png', mimetype: 'image/png' }, { name: 'report.pdf' }]
    expect(submitted).toMatchObject([{ type: 'file_input', files }])
    expect(await outcome(client.files.info({ file: 'F000000001' }))).toMatchObject({ ok: true })
  })

  test('is not sent with too many, with another kind, or without any', async () => {
    const { maria, label, submitted } = await open({ max_files: 1, filetypes: ['PNG'] })
    expect(await maria.submits()).toMatchObject({ [label]: expect.stringContaining('required') })
    await maria.fills({ [label]: [photo, photo] })
    expect(await maria.submits()).toEqual({ [label]: 'Please choose no more than 1 file.' })
    await maria.fills({ [label]: report })
    expect(await maria.submits()).toEqual({ [label]: 'report.pdf is not of a kind taken here: png.' })
    await maria.fills({ [label]: photo })
    expect(await maria.submits()).toBeUndefined()
    expect(submitted).toHaveLength(1)
  })

  test('takes only files of the member who fills it in', async () => {
    const { maria } = await open({})
    const theirs = await upload('ben', 'plan.txt', 'plan')
    const view = maria.modal()
    const [block] = (view?.view.blocks ?? []) as readonly { readonly block_id: string }[]
    const act = { kind: 'type', view: view?.viewId ?? '', blockId: block?.block_id ?? '', actionId: 'files' } as const
    const value = { files: [{ id: theirs.ok ? theirs.file.id : '' }] }
    expect(await deed(running, 'maria', { ...act, value })).toEqual({
      ok: false,
      error: 'That is not one of the options.',
    })
  })

  test('is not opened without files:read', async () => {
    const { maria } = await open({}, ['files:read'])
    expect(maria.modal()).toBeUndefined()
  })
})

describe('a message of one’s own', () => {
  test('is edited and deleted, and the app hears of both', async () => {
    const events: unknown[] = []
    const { sandbox, maria, ops } = await start((app) => {
      app.event('message', async ({ event }) => void events.push(event))
    })
    await maria.says('Valve 1 leeks', { in: '#ops' })
    expect(await maria.edits('leeks', 'Valve 1 leaks, @ben', { in: '#ops' })).toEqual({ ok: true })
    expect(maria.sees('#ops')).toEqual(['Valve 1 leaks, @ben'])
    expect(sandbox.messages('#ops')[0]?.edited).toBe(true)
    expect(await maria.deletes('leaks', { in: '#ops' })).toEqual({ ok: true })
    expect(maria.sees('#ops')).toEqual([])
    await sandbox.settled()
    expect(events).toMatchObject([
      { text: 'Valve 1 leeks' },
      {
        subtype: 'message_changed',
        hidden: true,
        channel: ops,
        message: { text: `Valve 1 leaks, <@${sandbox.member('@ben').id}>`, edited: { user: maria.id } },
        previous_message: { text: 'Valve 1 leeks' },
      },
      { subtype: 'message_deleted', hidden: true, deleted_ts: expect.any(String) },
    ])
  })

  test('leaves a placeholder where it has replies', async () => {
    const { sandbox, maria } = await start()
    await maria.says('Anybody there?', { in: '#ops' })
    await sandbox.member('@ben').says('Yes', { in: '#ops', threadTs: sandbox.messages('#ops')[0]?.ts ?? '' })
    await maria.deletes('Anybody', { in: '#ops' })
    expect(maria.snapshot().messages[0]).toMatchObject({ tombstone: true, text: 'This message was deleted.' })
    expect(await maria.edits('deleted', 'Back again', { in: '#ops' })).toEqual({
      ok: false,
      error: 'This message is no longer here.',
    })
  })

  test('is nobody else’s to change, and never empty', async () => {
    const { sandbox, maria } = await start()
    await maria.says('Mine', { in: '#ops' })
    const refused = { ok: false, error: 'Only who wrote a message can change it.' }
    expect(await sandbox.member('@ben').edits('Mine', 'Yours', { in: '#ops' })).toEqual(refused)
    expect(await sandbox.member('@ben').deletes('Mine', { in: '#ops' })).toEqual(refused)
    expect(await maria.edits('Mine', '  ', { in: '#ops' })).toEqual({
      ok: false,
      error: 'A message cannot be empty. Delete it if it should go.',
    })
  })
})
