import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { deferred } from '../../src/sandbox/deferred.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts'
import { manifest } from './manifest.ts'

export type Running = { readonly sandbox: Sandbox; readonly app: App; close(): Promise<void> }

/** A sandbox and a real Bolt app in it, over sockets or signed HTTP. */
export async function littleApp(
  over: 'socket-mode' | 'http',
  listen: (app: App) => void,
  options: Partial<SandboxOptions> = {},
): Promise<Running> {
  const sandbox = await startSandbox({ manifest, ...options })
  const { app, stop } = over === 'http' ? await overHttp(sandbox) : overSockets(sandbox)
  listen(app)
  if (over === 'socket-mode') await app.start()
  return {
    sandbox,
    app,
    close: async () => {
      await stop()
      await sandbox.close()
    },
  }
}

type Stoppable = { readonly app: App; readonly stop: () => Promise<unknown> }

/** The short ping timeout is also how soon the client connects again. */
function overSockets(sandbox: Sandbox): Stoppable {
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    installerOptions: { clientOptions: clientOptions(sandbox) },
    clientPingTimeout: 400,
    logger: silent,
  })
  const app = new App({ token: sandbox.botToken, receiver, clientOptions: clientOptions(sandbox), logger: silent })
  const isBack = comingBack(receiver)
  return { app, stop: () => isBack().then(() => app.stop()) }
}

/** A client that is stopped between its new socket and Slack's hello rejects a promise that nobody holds. */
function comingBack({ client }: SocketModeReceiver): () => Promise<void> {
  let back = Promise.resolve()
  client.on('reconnecting', () => {
    const greeted = deferred()
    client.once('connected', () => greeted.resolve())
    back = greeted.promise
  })
  return () => back
}

async function overHttp(sandbox: Sandbox): Promise<Stoppable> {
  const receiver = new HTTPReceiver({ signingSecret: sandbox.signingSecret, logger: silent })
  const app = new App({ token: sandbox.botToken, receiver, clientOptions: clientOptions(sandbox), logger: silent })
  const server = await receiver.start(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await sandbox.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  return { app, stop: () => app.stop() }
}

const clientOptions = (sandbox: Sandbox) => ({ slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } })

export const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

/** A form with one input of each kind that has rules of its own. */
export const form: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'Readings' },
  submit: { type: 'plain_text', text: 'Save' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'errors',
      label: { type: 'plain_text', text: 'Error count' },
      element: { type: 'number_input', action_id: 'n', is_decimal_allowed: false, min_value: '0', max_value: '500' },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: { type: 'plain_text', text: 'Note' },
      element: { type: 'plain_text_input', action_id: 'n', min_length: 3 },
    },
    {
      type: 'input',
      block_id: 'owner',
      optional: true,
      label: { type: 'plain_text', text: 'Owner' },
      element: { type: 'users_select', action_id: 'n' },
    },
    {
      type: 'input',
      block_id: 'health',
      label: { type: 'plain_text', text: 'Health' },
      element: {
        type: 'static_select',
        action_id: 'n',
        options: ['Good', 'Poor'].map((text) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() })),
        initial_option: { text: { type: 'plain_text', text: 'Good' }, value: 'good' },
      },
    },
  ],
}
