import { expect } from 'vitest'
import { fileBytesMax } from '../../../src/sandbox/protocol.ts'
import type { fileRules } from '../../../src/sandbox/rules/file-rules.ts'
import { input } from '../specimens.ts'
import { modal } from './doings.ts'
import { refuses, type Scenario, type Scenarios, type Stage, withScopes } from './stage.ts'

const withFiles = withScopes('files:read', 'files:write')
const announced = (more: object): Scenario =>
  refuses(
    ({ slack }) => slack.apiCall('files.getUploadURLExternal', { filename: 'a.txt', length: 3, ...more }),
    withFiles,
  )

/** The id of a file that the app announced and whose bytes it posted. */
async function ready({ slack }: Stage): Promise<string> {
  const { upload_url = '', file_id = '' } = await slack.files.getUploadURLExternal({ filename: 'a.txt', length: 3 })
  await fetch(upload_url, { method: 'POST', body: 'abc' })
  return file_id
}

const complete = ({ slack }: Stage, id: string, more: object = {}) =>
  slack.apiCall('files.completeUploadExternal', { files: [{ id }], ...more })

const completed = (more: (stage: Stage) => object | Promise<object>): Scenario => ({
  ...withFiles,
  show: async (stage) => stage.refused(complete(stage, await ready(stage), await more(stage))),
})

/** The id of a file of Maria's in #ops. */
async function sharedByMaria(stage: Stage): Promise<string> {
  await stage.maria.says('look', { in: '#ops', files: [{ name: 'a.txt', content: 'abc' }] })
  const { messages } = await stage.slack.conversations.history({ channel: stage.ops })
  return messages?.[0]?.files?.[0]?.id ?? ''
}

/** What is behind `url_private_download` of a file in #ops for whoever brings this token. */
async function downloaded(stage: Stage, token: string): Promise<{ readonly type: string; readonly text: string }> {
  await stage.maria.says('', { in: '#ops', files: [{ name: 'a.txt', content: 'abc' }] })
  const { messages } = await stage.slack.conversations.history({ channel: stage.ops })
  const url = messages?.[0]?.files?.[0]?.url_private_download ?? ''
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  return { type: answer.headers.get('content-type') ?? '', text: await answer.text() }
}

/** The file for whoever may have it, the sign-in page for whoever may not. */
const leadsToSignIn = async (stage: Stage, token: string): Promise<void> => {
  const { type, text } = await downloaded(stage, token)
  expect(type).toMatch(/^text\/html/)
  expect(text).toContain('Sign in')
}

const picture = { type: 'image', alt_text: 'x', slack_file: { id: 'F0NOWHERE' } }

export const fileScenarios: Scenarios<typeof fileRules> = {
  'an announced file has a length': announced({ length: 0 }),
  'an announced file is small enough': announced({ length: fileBytesMax + 1 }),
  'a text alternative has up to 1,000 characters': announced({ alt_txt: 'x'.repeat(1_001) }),
  'a snippet has up to 1 MB': announced({ snippet_type: 'python', length: 1_000_001 }),
  'an upload is completed once, and after its bytes': {
    ...withFiles,
    show: async (stage) => {
      const id = await ready(stage)
      await complete(stage, id)
      await stage.refused(complete(stage, id))
    },
  },
  'an upload goes to up to 100 channels': completed(() => ({
    channels: Array.from({ length: 101 }, (_, at) => `C${at}`).join(),
  })),
  'an upload to a thread goes to one channel': completed(async ({ ops, post, sandbox }) => ({
    channels: `${ops},${sandbox.channel('#incidents').id}`,
    thread_ts: await post('parent'),
  })),
  'an app knows the file it asks for': refuses(({ slack }) => slack.files.info({ file: 'F0NOWHERE' }), withFiles),
  'a deleted file is gone': {
    ...withFiles,
    show: async (stage) => {
      const id = await ready(stage)
      await complete(stage, id)
      await stage.slack.files.delete({ file: id })
      await stage.refused(stage.slack.files.info({ file: id }))
    },
  },
  'an app deletes its own files': {
    ...withFiles,
    show: async (stage) => stage.refused(stage.slack.files.delete({ file: await sharedByMaria(stage) })),
  },
  'an image shows a file that the app knows': refuses(
    ({ slack, ops }) => slack.chat.postMessage({ channel: ops, text: 'x', blocks: [picture] as never }),
    { pointer: '/blocks/0/slack_file' },
  ),
  'a view shows files that the app knows': refuses(
    ({ slack, maria }) =>
      slack.views.publish({ user_id: maria.id, view: { type: 'home', blocks: [picture] } as never }),
    { pointer: '/view/blocks/0/slack_file' },
  ),
  'a private file takes a token of the app': {
    ...withFiles,
    show: async (stage) => {
      expect((await downloaded(stage, stage.sandbox.botToken)).text).toBe('abc')
      await leadsToSignIn(stage, 'xoxb-another')
    },
  },
  'a private file takes files:read': { show: (stage) => leadsToSignIn(stage, stage.sandbox.botToken) },
  'a private file is one that the app knows': {
    ...withFiles,
    show: async (stage) => {
      const id = await sharedByMaria(stage)
      const url = `${new URL(stage.sandbox.apiUrl).origin}/files-pri/${stage.sandbox.teamId}-${id}/a.txt`
      const read = async () =>
        (await fetch(url, { headers: { authorization: `Bearer ${stage.sandbox.botToken}` } })).status
      expect(await read()).toBe(200)
      stage.sandbox.channel('#ops').removes('@little')
      expect(await read()).toBe(404)
    },
  },
  'a file_input needs files:read': refuses(({ slack }) =>
    slack.views.open({ trigger_id: 'x', view: modal(input({ type: 'file_input' })) }),
  ),
}
