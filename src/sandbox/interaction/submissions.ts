import { isRecord, record, records, string } from '../json.ts'
import { checkView } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { refuseFindings } from '../web-api/refusals.ts'
import { changed } from '../workspace/workspace.ts'
import { stateValues } from './element-state.ts'
import { inputErrors } from './input-check.ts'
import { failed, ownView, trouble, warn } from './interactions.ts'
import { commonPayload } from './payloads.ts'
import { describeView } from './view-payload.ts'
import { clearStack, closeView, findView, pushView, stackOf, updateView, type View } from './views.ts'

/** Submits the visible modal; errors under inputs are not a failure of the act, the modal just stays. */
export async function submitView(platform: Platform, member: string, viewId: string): Promise<ActResult> {
  const view = ownView(platform, member, viewId)
  if (view === undefined || view.json.type !== 'modal') return failed('This form is no longer open.')
  const blocks = records(view.json.blocks)
  view.errors = inputErrors(blocks, stateValues(blocks, view.state))
  changed(platform.workspace)
  if (Object.keys(view.errors).length > 0) return { ok: true }
  view.busy = true
  const ack = await platform.delivery.interact('interactive', submission(platform, view))
  view.busy = false
  changed(platform.workspace)
  if (!ack.ok) return warn(platform, member, trouble)
  return follow(platform, view, ack.payload)
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
    if (action === undefined && Object.keys(answer).length === 0) closeView(platform.views, view)
    else followers[string(action)]?.(platform, view, answer) ?? unknownAction()
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

type Follow = (platform: Platform, view: View, answer: Json) => true

const followers: Readonly<Record<string, Follow>> = {
  errors: (_, view, { errors }) => {
    const inputs = records(view.json.blocks).filter((block) => block.type === 'input')
    const named = Object.entries(record(errors))
    const known = named.every(([id, text]) => string(text) !== '' && inputs.some((block) => block.block_id === id))
    if (named.length === 0 || !known) throw new Refused('invalid_errors')
    view.errors = Object.fromEntries(named.map(([id, text]) => [id, string(text)]))
    return true
  },
  update: (platform, view, answer) => {
    const stillOpen = findView(platform.views, { id: view.id })
    if (stillOpen !== undefined) updateView(platform.views, stillOpen, readView(platform, answer))
    return true
  },
  push: (platform, view, answer) => {
    pushView(platform.views, view.member, readView(platform, answer))
    return true
  },
  clear: (platform, view) => {
    clearStack(platform.views, view.member)
    return true
  },
}

function unknownAction(): never {
  throw new Refused('invalid_response_action')
}

function readView(platform: Platform, answer: Json): Json {
  const json = answer.view
  if (!isRecord(json) || json.type !== 'modal') throw new Refused('invalid_view')
  refuseFindings(checkView(json, platform.rules.off), 'invalid_arguments', '/view')
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
  const isCleared = how === 'dismiss' || view.json.clear_on_close === true
  const reported = isCleared ? (stackOf(platform.views, member)[0] ?? view) : view
  if (isCleared) clearStack(platform.views, member)
  else closeView(platform.views, view)
  changed(platform.workspace)
  if (reported.json.notify_on_close !== true) return { ok: true }
  await platform.delivery.interact('interactive', {
    type: 'view_closed',
    ...commonPayload(platform, member),
    view: describeView(platform, reported, false),
    is_cleared: isCleared,
  })
  return { ok: true }
}
