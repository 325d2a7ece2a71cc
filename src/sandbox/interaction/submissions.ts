import { record, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { refuseView } from '../web-api/view-check.ts'
import { changed } from '../workspace/workspace.ts'
import { stateValues } from './element-state.ts'
import { inputErrors } from './input-check.ts'
import { failed, lacksInteractivity, notConfigured, ownView, trouble, warn } from './interactions.ts'
import { commonPayload } from './payloads.ts'
import { describeView } from './view-payload.ts'
import { clearStack, closeView, findView, pushView, stackOf, updateView, type View } from './views.ts'

/** Submits the visible modal; errors under inputs are not a failure of the act, the modal just stays. */
export async function submitView(platform: Platform, member: string, viewId: string): Promise<ActResult> {
  const view = ownView(platform, member, viewId)
  if (view === undefined || view.json.type !== 'modal') return failed('This form is no longer open.')
  const blocks = records(view.json.blocks)
  view.errors = inputErrors(platform.rules, blocks, stateValues(blocks, view.state))
  changed(platform.workspace)
  if (Object.keys(view.errors).length > 0) return { ok: true }
  handFiles(platform, view)
  if (lacksInteractivity(platform)) return warn(platform, member, notConfigured)
  view.busy = true
  const ack = await platform.delivery.interact('interactive', submission(platform, view))
  view.busy = false
  changed(platform.workspace)
  if (!ack.ok) return warn(platform, member, trouble)
  return follow(platform, view, ack.payload)
}

/** The app may read what was entered in its form from now on. */
function handFiles({ workspace }: Platform, view: View): void {
  for (const { type, files } of Object.values(view.state).flatMap(Object.values)) {
    if (type !== 'file_input') continue
    for (const { id } of records(files)) {
      const file = workspace.files.get(string(id))
      if (file !== undefined) file.handedToApp = true
    }
  }
}

function submission(platform: Platform, view: View): Json {
  return {
    type: 'view_submission',
    ...commonPayload(platform, view.member),
    trigger_id: platform.triggers.issue(view.member, view.id),
    view: describeView(platform, view),
    response_urls: responseUrls(platform, view),
  }
}

/** One for each conversation chosen where the app asked to be able to answer there. */
function responseUrls(platform: Platform, view: View): readonly Json[] {
  const values = stateValues(records(view.json.blocks), view.state)
  return records(view.json.blocks).flatMap((block) => {
    const element = record(block.element)
    const value = values[string(block.block_id)]?.[string(element.action_id)]
    const channel = string(value?.selected_conversation ?? value?.selected_channel)
    if (element.response_url_enabled !== true || channel === '') return []
    const url = platform.responseUrls.issue(channel, view.member, null)
    return [{ block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url: url }]
  })
}

/** Does what the ack's response_action says; a bad one shows the member Slack's trouble message. */
function follow(platform: Platform, view: View, answer: Json): ActResult {
  try {
    const action = answer.response_action
    const bare = Object.keys(answer).length > 0 && action === undefined
    platform.rules.refuse('an answer to a form is empty or has a response_action', bare, { answer })
    const known = action === undefined || Object.hasOwn(followers, string(action))
    platform.rules.refuse('a response_action is errors, update, push or clear', !known, { response_action: action })
    const doAsTold = followers[string(action)] ?? ((one, shown) => closeView(one.views, shown))
    doAsTold(platform, view, answer)
    changed(platform.workspace)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    changed(platform.workspace)
    platform.traffic.problem(
      `${view.id}: the answer to view_submission was refused: ${error.code} ${JSON.stringify(error.details)}`,
    )
    return warn(platform, view.member, trouble)
  }
}

type Follow = (platform: Platform, view: View, answer: Json) => void

const followers: Readonly<Record<string, Follow>> = {
  errors: ({ rules }, view, { errors }) => {
    const inputs = records(view.json.blocks).filter((block) => block.type === 'input')
    const named = Object.entries(record(errors))
    const known = named.every(([id, text]) => string(text) !== '' && inputs.some((block) => block.block_id === id))
    rules.refuse('errors name input blocks', named.length === 0 || !known, { errors })
    view.errors = Object.fromEntries(named.map(([id, text]) => [id, string(text)]))
  },
  update: (platform, view, answer) => {
    const stillOpen = findView(platform.views, { id: view.id })
    if (stillOpen !== undefined) updateView(platform, stillOpen, readView(platform, answer))
  },
  push: (platform, view, answer) => {
    pushView(platform, view.member, readView(platform, answer))
  },
  clear: (platform, view) => {
    clearStack(platform.views, view.member)
  },
}

function readView(platform: Platform, answer: Json): Json {
  const json = record(answer.view)
  platform.rules.refuse('an answer brings a modal', json.type !== 'modal', { view: json })
  refuseView(platform, json)
  return json
}

/** Cancel closes the visible view; the × clears the stack and reports its root. */
export async function closeModal(
  platform: Platform,
  member: string,
  viewId: string,
  how: 'cancel' | 'dismiss',
): Promise<ActResult> {
  const view = ownView(platform, member, viewId)
  if (view === undefined || view.json.type !== 'modal') return failed('This form is no longer open.')
  const dismissed = how === 'dismiss' && platform.rules.holds('the × closes the whole stack')
  const isCleared = dismissed || view.json.clear_on_close === true
  const reported = isCleared ? (stackOf(platform.views, member)[0] ?? view) : view
  if (isCleared) clearStack(platform.views, member)
  else closeView(platform.views, view)
  changed(platform.workspace)
  const asked = reported.json.notify_on_close === true
  if (!asked && platform.rules.holds('a closed modal is told of where it asks')) return { ok: true }
  await platform.delivery.interact('interactive', {
    type: 'view_closed',
    ...commonPayload(platform, member),
    view: describeView(platform, reported, !platform.rules.holds('a closed view leaves out its inputs')),
    is_cleared: isCleared,
  })
  return { ok: true }
}
