import { isRecord, list, record, records, string } from '../json.ts'
import { checkBlocks } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { Json, SuggestedGroup, SuggestResult } from '../protocol.ts'
import { canSee, changed, findMessage, type Message } from '../workspace/workspace.ts'
import { findElement, ownView, warn } from './interactions.ts'
import { channelName, commonPayload, messageContainer, sourceMessage } from './payloads.ts'
import { describeView } from './view-payload.ts'
import type { View } from './views.ts'

/** One element in one place. */
export type Spot = { readonly where: Place; readonly blockId: string; readonly actionId: string }

type Place = { readonly message: string; readonly channel: string } | { readonly view: string }

/** What the app offered each member for each element, by the options' values. */
export type Suggestions = Map<string, Map<string, Json>>

export const isExternal = ({ type }: Json): boolean => type === 'external_select' || type === 'multi_external_select'

/** Only what the app offered, or preset, can be chosen. */
export function offeredTo(platform: Platform, member: string, spot: Spot, element: Json): ReadonlyMap<string, Json> {
  const preset = [record(element.initial_option), ...records(element.initial_options)]
  const offered = platform.suggestions.get(keyOf(member, spot)) ?? []
  return new Map([...preset.map((one): [string, Json] => [string(one.value), one]), ...offered])
}

const keyOf = (member: string, { where, blockId, actionId }: Spot): string =>
  [member, ...('view' in where ? [where.view] : [where.channel, where.message]), blockId, actionId].join(' ')

type Ask = Spot & { readonly value: string }

/** Asks the app for the options that fit what a member typed into a select of its own. */
export async function suggest(platform: Platform, member: string, ask: Ask): Promise<SuggestResult> {
  const place = 'view' in ask.where ? inView(platform, member, ask.where.view) : inMessage(platform, member, ask.where)
  const element = place === undefined ? undefined : findElement(place.blocks, ask.blockId, ask.actionId)?.element
  if (place === undefined || element === undefined || !isExternal(element)) return refused('This has changed.')
  const least = Number(element.min_query_length ?? defaultLeast)
  if (ask.value.length < least && platform.rules.holds('a search reaches min_query_length'))
    return refused(`Type at least ${least} characters to search.`)
  const ack = await platform.delivery.interact('interactive', {
    type: 'block_suggestion',
    ...commonPayload(platform, member),
    action_id: ask.actionId,
    block_id: ask.blockId,
    value: ask.value,
    ...place.payload,
  })
  if (!ack.ok) return tell(platform, member, 'The options could not be loaded. Try again?')
  return offer(platform, member, ask, ack.payload)
}

const defaultLeast = 3

type Found = { readonly blocks: readonly Json[]; readonly payload: Json }

function inView(platform: Platform, member: string, id: string): Found | undefined {
  const view = ownView(platform, member, id)
  return view && { blocks: records(view.json.blocks), payload: viewPayload(platform, view) }
}

function viewPayload(platform: Platform, view: View): Json {
  return { container: { type: 'view', view_id: view.id }, view: describeView(platform, view) }
}

function inMessage(platform: Platform, member: string, where: { message: string; channel: string }): Found | undefined {
  const message = findMessage(platform.workspace, where.channel, where.message)
  if (message === undefined || !canSee(platform.workspace, member, message)) return undefined
  return { blocks: message.blocks, payload: messagePayload(platform, message) }
}

function messagePayload(platform: Platform, message: Message): Json {
  return {
    container: messageContainer(message),
    channel: { id: message.channel, name: channelName(platform, message.channel) },
    ...sourceMessage(platform, message),
  }
}

function offer(platform: Platform, member: string, spot: Spot, answer: Json): SuggestResult {
  const groups = groupsIn(answer)
  const problem = groups === undefined ? 'neither options nor option_groups' : whyBad(platform, answer)
  if (groups === undefined || problem !== undefined) {
    platform.traffic.problem(`the answer to block_suggestion was refused: ${problem}`)
    return tell(platform, member, 'The options could not be loaded: the app sent something unusable.')
  }
  const key = keyOf(member, spot)
  const offered = platform.suggestions.get(key) ?? new Map<string, Json>()
  for (const option of groups.flatMap((group) => group.options)) offered.set(string(option.value), option)
  platform.suggestions.set(key, offered)
  return { ok: true, groups }
}

function groupsIn(answer: Json): readonly SuggestedGroup[] | undefined {
  if (Array.isArray(answer.options)) return [{ label: null, options: records(answer.options) }]
  if (!Array.isArray(answer.option_groups)) return undefined
  return records(answer.option_groups).map((group) => ({
    label: string(record(group.label).text),
    options: records(group.options),
  }))
}

/** The limits of a select's own options hold for those that are loaded; none at all means no results. */
function whyBad(platform: Platform, { options, option_groups }: Json): string | undefined {
  const named = {
    ...(options === undefined ? {} : { options }),
    ...(option_groups === undefined ? {} : { option_groups }),
  }
  const given = Object.values(named)
  if (given.every((one) => list(one).length === 0)) return undefined
  if (!given.flatMap(list).every(isRecord)) return 'options and option_groups are lists of objects'
  const element = { type: 'static_select', action_id: 'loaded', ...named }
  const [finding] = checkBlocks([{ type: 'actions', elements: [element] }], platform.rules.off)
  return finding && `${finding.message} [json-pointer:${finding.pointer.replace('/blocks/0/elements/0', '')}]`
}

const refused = (error: string): SuggestResult => ({ ok: false, error })

function tell(platform: Platform, member: string, sentence: string): SuggestResult {
  warn(platform, member, sentence)
  changed(platform.workspace)
  return refused(sentence)
}
