import { isRecord, record, records, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import type { ViewState } from '../workspace/workspace.ts'

export type View = {
  readonly id: string
  readonly member: string
  readonly rootId: string
  readonly previousId: string | null
  /** As the app sent it, with the ids it left out. */
  json: Json
  hash: string
  state: ViewState
  errors: Readonly<Record<string, string>>
  busy: boolean
}

/** The open modals of every member and their Home; the visible modal is the last of its stack. */
export type Views = {
  readonly stacks: Map<string, View[]>
  readonly homes: Map<string, View>
  count: number
}

export const createViews = (): Views => ({ stacks: new Map(), homes: new Map(), count: 0 })

export const stackDepthMax = 3

export const stackOf = (views: Views, member: string): View[] => views.stacks.get(member) ?? []

export const visibleView = (views: Views, member: string): View | undefined => stackOf(views, member).at(-1)

export function findView(views: Views, by: { readonly id?: string; readonly externalId?: string }): View | undefined {
  const all = [...[...views.stacks.values()].flat(), ...views.homes.values()]
  return all.find((view) => (by.id === undefined ? view.json.external_id === by.externalId : view.id === by.id))
}

/** Opening replaces whatever modal the member had open. */
export function openView(views: Views, member: string, json: Json): View {
  refuseDuplicateExternalId(views, json)
  const view = createView(views, member, json, null)
  views.stacks.set(member, [view])
  return view
}

export function pushView(views: Views, member: string, json: Json): View {
  const stack = stackOf(views, member)
  if (stack.length >= stackDepthMax) throw new Refused('push_limit_reached')
  refuseDuplicateExternalId(views, json)
  const view = createView(views, member, json, stack.at(-1) ?? null)
  views.stacks.set(member, [...stack, view])
  return view
}

/** What a member typed stays where block_id, action_id and element stay. */
export function updateView(views: Views, view: View, json: Json, hash?: string): View {
  if (hash !== undefined && hash !== view.hash) throw new Refused('hash_conflict')
  if (json.external_id !== view.json.external_id) refuseDuplicateExternalId(views, json)
  const before = elementTypes(view.json)
  view.json = withIds(json)
  const after = elementTypes(view.json)
  view.state = keepState(view.state, (key) => before.get(key) === after.get(key) && after.has(key))
  view.errors = {}
  view.hash = newHash(views)
  return view
}

export function publishHome(views: Views, member: string, json: Json, hash?: string): View {
  const home = views.homes.get(member)
  if (home !== undefined) return updateView(views, home, json, hash)
  refuseDuplicateExternalId(views, json)
  const view = createView(views, member, json, null)
  views.homes.set(member, view)
  return view
}

export function closeView(views: Views, view: View): void {
  views.stacks.set(
    view.member,
    stackOf(views, view.member).filter((one) => one.id !== view.id),
  )
}

export const clearStack = (views: Views, member: string): void => void views.stacks.set(member, [])

function createView(views: Views, member: string, json: Json, previous: View | null): View {
  views.count += 1
  const id = `V0${String(views.count).padStart(7, '0')}`
  return {
    id,
    member,
    rootId: previous?.rootId ?? id,
    previousId: previous?.id ?? null,
    json: withIds(json),
    hash: newHash(views),
    state: {},
    errors: {},
    busy: false,
  }
}

function newHash(views: Views): string {
  views.count += 1
  return `${views.count}.${crypto.randomUUID().slice(0, 8)}`
}

function refuseDuplicateExternalId(views: Views, json: Json): void {
  const externalId = string(json.external_id)
  if (externalId !== '' && findView(views, { externalId }) !== undefined) throw new Refused('duplicate_external_id')
}

/** Slack names the blocks and elements that the app left without an id. */
export function withIds(surface: Json): Json {
  return { ...surface, blocks: withBlockIds(records(surface.blocks)) }
}

export function withBlockIds(blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => ({
    ...block,
    block_id: string(block.block_id) || shortId(),
    ...(isRecord(block.accessory) ? { accessory: withActionId(block.accessory) } : {}),
    ...(isRecord(block.element) ? { element: withActionId(block.element) } : {}),
    ...(block.type === 'actions' || block.type === 'context_actions'
      ? { elements: records(block.elements).map(withActionId) }
      : {}),
    ...(block.type === 'card' && block.actions !== undefined
      ? { actions: records(block.actions).map(withActionId) }
      : {}),
    ...(block.type === 'carousel' ? { elements: withBlockIds(records(block.elements)) } : {}),
    ...(block.type === 'container' ? { child_blocks: withBlockIds(records(block.child_blocks)) } : {}),
  }))
}

const withActionId = (element: Json): Json =>
  element.type === 'image' ? element : { ...element, action_id: string(element.action_id) || shortId() }

const shortId = (): string => crypto.randomUUID().slice(0, 8)

function elementTypes(json: Json): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(records(json.blocks)).map(({ block, element }) => [
      `${string(block.block_id)} ${string(element.action_id)}`,
      string(element.type),
    ]),
  )
}

function keepState(state: ViewState, keep: (key: string) => boolean): ViewState {
  const kept: ViewState = {}
  for (const [blockId, actions] of Object.entries(state)) {
    for (const [actionId, value] of Object.entries(actions)) {
      if (keep(`${blockId} ${actionId}`)) kept[blockId] = { ...kept[blockId], [actionId]: value }
    }
  }
  return kept
}

export type PlacedElement = { readonly block: Json; readonly element: Json }

/** Every interactive element with the block it stands in, in the order a person meets them. */
export function elementsOf(blocks: readonly Json[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return elementsOf(records(block.child_blocks))
    if (block.type === 'carousel') return elementsOf(records(block.elements))
    const held = [record(block.accessory), record(block.element), ...records(block.elements), ...records(block.actions)]
    return held.filter((element) => element.action_id !== undefined).map((element) => ({ block, element }))
  })
}
