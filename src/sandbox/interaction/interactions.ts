import { records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { canSee, changed, findMessage, type ViewState } from '../workspace/workspace.ts'
import { chosen } from './chosen.ts'
import { acceptedState, stateValues } from './element-state.ts'
import { actionPayload, channelName, commonPayload, messageContainer, sourceMessage } from './payloads.ts'
import { describeView } from './view-payload.ts'
import { elementsOf, findView, type View, visibleView } from './views.ts'

export type Place = { readonly message: string; readonly channel: string } | { readonly view: string }

export type Use = { readonly where: Place; readonly blockId: string; readonly actionId: string; readonly action: Json }

/** A click or choice of a member; resolves once the app acknowledged it, or the member was told that it did not. */
export function useElement(platform: Platform, member: string, use: Use): Promise<ActResult> {
  return 'view' in use.where
    ? useInView(platform, member, use.where.view, use)
    : useInMessage(platform, member, use.where, use)
}

/** What a member has typed into the visible view so far; nothing is sent. */
export function typeInto(
  platform: Platform,
  member: string,
  viewId: string,
  blockId: string,
  actionId: string,
  value: Json,
): ActResult {
  const view = ownView(platform, member, viewId)
  const element = view === undefined ? undefined : findElement(records(view.json.blocks), blockId, actionId)?.element
  if (view === undefined || element === undefined) return failed('This form has changed.')
  const given = chosen(platform, member, { where: { view: viewId }, blockId, actionId }, element, value)
  if (given === undefined) return failed('That is not one of the options.')
  keep(view.state, blockId, actionId, acceptedState(element, given))
  changed(platform.workspace)
  return { ok: true }
}

async function useInMessage(
  platform: Platform,
  member: string,
  where: { message: string; channel: string },
  use: Use,
): Promise<ActResult> {
  const message = findMessage(platform.workspace, where.channel, where.message)
  const channel = platform.workspace.channels.get(where.channel)
  if (message === undefined || channel === undefined || !canSee(platform.workspace, member, message)) {
    return failed('This message is no longer here.')
  }
  if (channel.archived) return failed('This channel is archived.')
  const placed = findElement(message.blocks, use.blockId, use.actionId)
  if (placed === undefined) return failed('This message has changed.')
  const { element } = placed
  const action = chosen(platform, member, use, element, use.action)
  if (action === undefined) return failed('That is not one of the options.')
  const choices = message.choices.get(member) ?? {}
  keep(choices, use.blockId, use.actionId, acceptedState(element, action))
  message.choices.set(member, choices)
  if (isQuiet(platform, placed.block)) return { ok: true }
  const trigger = platform.triggers.issue(member, null)
  return act(platform, member, {
    type: 'block_actions',
    ...commonPayload(platform, member),
    container: messageContainer(message),
    trigger_id: trigger,
    channel: { id: channel.id, name: channelName(platform, channel.id) },
    ...sourceMessage(platform, message),
    state: { values: stateValues(message.blocks, choices) },
    response_url: platform.responseUrls.issue(channel.id, member, message.ts),
    actions: [actionPayload(platform, use.blockId, element, action)],
  })
}

/** What is entered in an input block stays with the client unless the block dispatches. */
const isQuiet = ({ rules }: Platform, block: Json): boolean =>
  block.type === 'input' &&
  block.dispatch_action !== true &&
  rules.holds('an input is told of only where its block dispatches')

async function useInView(platform: Platform, member: string, viewId: string, use: Use): Promise<ActResult> {
  const view = ownView(platform, member, viewId)
  const placed = view === undefined ? undefined : findElement(records(view.json.blocks), use.blockId, use.actionId)
  if (view === undefined || placed === undefined) return failed('This view has changed.')
  const action = chosen(platform, member, use, placed.element, use.action)
  if (action === undefined) return failed('That is not one of the options.')
  keep(view.state, use.blockId, use.actionId, acceptedState(placed.element, action))
  changed(platform.workspace)
  if (isQuiet(platform, placed.block)) return { ok: true }
  const described = describeView(platform, view)
  return act(platform, member, {
    type: 'block_actions',
    ...commonPayload(platform, member),
    container: { type: 'view', view_id: view.id },
    trigger_id: platform.triggers.issue(member, view.json.type === 'modal' ? view.id : null),
    view: described,
    state: described.state,
    actions: [actionPayload(platform, use.blockId, placed.element, action)],
  })
}

async function act(platform: Platform, member: string, payload: Json): Promise<ActResult> {
  if (lacksInteractivity(platform)) return warn(platform, member, notConfigured)
  const ack = await platform.delivery.interact('interactive', payload)
  return ack.ok ? { ok: true } : warn(platform, member, trouble)
}

/** Slack's words where the manifest has no interactivity. */
export const notConfigured = 'This app is not configured to handle interactive responses.'

export const lacksInteractivity = ({ manifest, rules }: Platform): boolean =>
  !manifest.interactive && rules.holds('interactivity is on')

/** Slack's words where the app did not answer a click or a form in time. */
export const trouble = 'We had some trouble connecting. Try again?'

export function warn(platform: Platform, member: string, sentence: string): ActResult {
  const mine = platform.warnings.get(member) ?? []
  mine.push(sentence)
  platform.warnings.set(member, mine)
  return failed(sentence)
}

export const failed = (error: string): ActResult => ({ ok: false, error })

/** Home, or the modal on top of the member's stack: what lies under it cannot be reached. */
export function ownView(platform: Platform, member: string, viewId: string): View | undefined {
  const view = findView(platform.views, { id: viewId })
  const visible = view?.json.type === 'home' || visibleView(platform.views, member)?.id === viewId
  return view?.member === member && visible ? view : undefined
}

export const findElement = (blocks: readonly Json[], blockId: string, actionId: string) =>
  elementsOf(blocks).find(({ block, element }) => block.block_id === blockId && element.action_id === actionId)

function keep(state: ViewState, blockId: string, actionId: string, value: Json): void {
  if (string(value.type) !== '') state[blockId] = { ...state[blockId], [actionId]: value }
}
