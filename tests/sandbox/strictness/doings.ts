import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Json } from '../../../src/sandbox/protocol.ts'
import { actions, button, modalWith } from '../specimens.ts'
import type { Stage } from './stage.ts'

export type Answered = { readonly status: number; readonly body: Json; readonly headers: Headers }

/** One call as it goes over the wire, so that a scenario can send what the SDK would not. */
export async function send({ sandbox }: Stage, method: string, body: string | object): Promise<Answered> {
  const answer = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Json, headers: answer.headers }
}

/** An app that acknowledges every click, and commands without a word. */
export function acknowledging(app: App): void {
  app.action(/.*/, ({ ack }) => ack())
  app.command(/.*/, ({ ack }) => ack())
}

export const lastDelivery = ({ sandbox }: Stage): Json => sandbox.traffic.deliveries.at(-1)?.payload ?? {}

export const deliveriesOf = ({ sandbox }: Stage, type: string) =>
  sandbox.traffic.deliveries.filter((one) => one.type === type)

/** A trigger from a command of Maria's. */
export async function commandTrigger(stage: Stage): Promise<string> {
  await stage.maria.runs('/open', { in: '#ops' })
  return String(lastDelivery(stage).trigger_id)
}

export const modal = (...blocks: readonly Json[]): ModalView => modalWith(...blocks) as never

/** Opens a modal for Maria and gives its id. */
export async function openModal(stage: Stage, view: ModalView): Promise<string> {
  const { view: opened } = await stage.slack.views.open({ trigger_id: await commandTrigger(stage), view })
  return opened?.id ?? ''
}

export const card = actions(button('Done', { action_id: 'done' }))

/** The response_url of Maria's click on a card in #ops. */
export async function clickedUrl(stage: Stage): Promise<string> {
  await stage.post('card', { blocks: [card] })
  await stage.maria.clicks('Done')
  return String(lastDelivery(stage).response_url)
}

export async function respond(url: string, body: object): Promise<Answered> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return { status: answer.status, body: (await answer.json()) as Json, headers: answer.headers }
}

/** An app of nothing but an HTTP endpoint: it passes the challenge, then answers as the scenario says. */
export async function withEndpoint(
  { sandbox }: Stage,
  answer: (response: ServerResponse, path: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { challenge } = body.startsWith('{') ? JSON.parse(body) : { challenge: undefined }
    if (challenge === undefined) answer(response, request.url ?? '/')
    else response.end(challenge)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  try {
    await sandbox.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/events`)
    await work()
  } finally {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}
