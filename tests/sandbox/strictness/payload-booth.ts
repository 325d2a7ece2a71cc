import { WebClient } from '@slack/web-api'
import type { Surface } from '../../../src/sandbox/limits/rules.ts'
import type { Json } from '../../../src/sandbox/protocol.ts'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { littleApp, silent } from '../little-app.ts'
import { acknowledging } from './doings.ts'
import { answerTo, manifestWith } from './stage.ts'

/** What came of a payload: the error, and a sentence with a pointer for each fault. */
export type Outcome = { readonly error: string | null; readonly findings: readonly string[] }

export type PayloadBooth = {
  /** Sends the payload by the method of its surface; a manifest starts a workspace of its own. */
  offer(root: Json, surface: Surface): Promise<Outcome>
  without<T>(row: string, work: () => Promise<T>): Promise<T>
  usualError(root: Json, surface: Surface): string
  /** What stands before a pointer into the payload. */
  prefix(root: Json, surface: Surface): string
  close(): Promise<void>
}

/** Rows about triggers and ids that a thousand payloads in one workspace would meet. */
const rulesOff = [
  'a trigger is used once',
  'a trigger lasts three seconds',
  'an external_id names one view',
  'an image shows a file that the app knows',
  'a view shows files that the app knows',
]

/** One workspace in which payloads are offered to the real Web API. */
export async function openBooth(): Promise<PayloadBooth> {
  const manifest = manifestWith({ scopes: ['links.embed:write', 'files:read'] })
  const usergroups = [{ id: 'S0CTO', handle: 'cto', name: 'CTO', users: [] }]
  const { sandbox, close } = await littleApp('http', acknowledging, { manifest, usergroups, rulesOff })
  const options = { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 }, logger: silent }
  const slack = new WebClient(sandbox.botToken, options)
  const maria = sandbox.member('@maria')
  await maria.runs('/open', { in: '#ops' })
  const trigger_id = String(sandbox.traffic.deliveries.at(-1)?.payload.trigger_id)
  const switchedOff = new Set<string>()

  function call(root: Json, surface: Surface): Promise<unknown> {
    if (surface === 'manifest') return install(root, [...switchedOff])
    if (isOddlyShaped(root, surface))
      return slack.apiCall('blocks.validate', { [surface === 'message' ? 'message' : 'view']: root })
    if (surface === 'message')
      return slack.apiCall('chat.postMessage', { channel: sandbox.channel('#ops').id, text: 'x', ...root })
    if (surface === 'home') return slack.apiCall('views.publish', { user_id: maria.id, view: root })
    return slack.apiCall('views.open', { trigger_id, view: root })
  }

  return {
    offer: async (root, surface) => outcomeOf(await answerTo(call(root, surface))),
    without: async (row, work) => {
      switchedOff.add(row)
      try {
        return await sandbox.without(row, work)
      } finally {
        switchedOff.delete(row)
      }
    },
    usualError: (root, surface) => {
      if (surface === 'manifest') return 'invalid_manifest'
      return surface === 'message' || isOddlyShaped(root, surface) ? 'invalid_blocks' : 'invalid_arguments'
    },
    prefix: (root, surface) =>
      surface === 'message' || surface === 'manifest' || isOddlyShaped(root, surface) ? '' : '/view',
    close,
  }
}

/** What chat.postMessage has no argument for, and a view of no known type, reach the table by blocks.validate only. */
function isOddlyShaped(root: Json, surface: Surface): boolean {
  if (surface === 'message') return !Array.isArray(root.blocks) || Object.keys(root).length > 1
  return root.type !== surface
}

async function install(manifest: Json, off: readonly string[]): Promise<unknown> {
  try {
    const sandbox = await startSandbox({ manifest, rulesOff: off, page: false })
    await sandbox.close()
    return { ok: true }
  } catch (error) {
    const [, ...messages] = String((error as Error).message).split('\n')
    return { error: 'invalid_manifest', response_metadata: { messages } }
  }
}

function outcomeOf(answer: unknown): Outcome {
  const { error, response_metadata: metadata } = answer as Json & { response_metadata?: { messages?: string[] } }
  return {
    error: typeof error === 'string' ? error : null,
    findings: error === undefined ? [] : (metadata?.messages ?? []),
  }
}
