import { isRecord, record, records, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { Rulebook } from '../rules/rulebook.ts'
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

type Around = { readonly views: Views; readonly rules: Rulebook }

export const createViews = (): Views => ({ stacks: new Map(), homes: new Map(), count: 0 })

export const stackDepthMax = 3

export const stackOf = (views: Views, member: string): View[] => views.stacks.get(member) ?? []

export const visibleView = (views: Views, member: string): View | undefined => stackOf(views, member).at(-1)

export function findView(views: Views, by: { readonly id?: string; readonly externalId?: string }): View | undefined {
  const all = [...[...views.stacks.values()].flat(), ...views.homes.values()]
  return all.find((view) => (by.id === undefined ? view.json.external_id === by.externalId : view.id === by.id))
}

/** Opening replaces whatever modal the member had open. */
export function openView({ views, rules }: Around, member: string, json: Json): View {
  refuseDuplicateExternalId({ views, rules }, json)
  const view = createView(views, member, json, null)
  views.stacks.set(member, [view])
  return view
}

export function pushView({ views, rules }: Around, member: string, json: Json): View {
  const stack = stackOf(views, member)
  rules.refuse('modals are stacked three deep', stack.length >= stackDepthMax)
  refuseDuplicateExternalId({ views, rules }, json)
  const view = createView(views, member, json, stack.at(-1) ?? null)
  views.stacks.set(member, [...stack, view])
  return view
}

/** What a member typed stays where block_id, action_id and element stay. */
export function updateView({ views, rules }: Around, view: View, json: Json, hash?: string): View {
  rules.refuse('a hash is that of the view as it is', hash !== undefined && hash !== view.hash)
  if (json.external_id !== view.json.external_id) refuseDuplicateExternalId({ views, rules }, json)
  const before = elementTypes(view.json)
  view.json = withIds(json)
  const after = elementTypes(view.json)
  const keeps = rules.holds('what was typed stays where the ids stay')
  const forgets = rules.holds('what was typed is lost where an id changes')
  const same = (key: string) => before.get(key) === after.get(key) && after.has(key)
  view.state = keepState(view.state, (key) => (same(key) ? keeps : !forgets))
  view.errors = {}
  view.hash = newHash(views)
  return view
}

export function publishHome({ views, rules }: Around, member: string, json: Json, hash?: string): View {
  const home = views.homes.get(member)
  if (home !== undefined) return updateView({ views, rules }, home, json, hash)
  refuseDuplicateExternalId({ views, rules }, json)
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

function refuseDuplicateExternalId({ views, rules }: Around, json: Json): void {
  const externalId = string(json.external_id)
  const taken = externalId !== '' && findView(views, { externalId }) !== undefined
  rules.refuse('an external_id names one view', taken)
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

/** With a letter, because an object puts a key of digits before all others, and the state is in the order of the blocks. */
const shortId = (): string => `b${crypto.randomUUID().slice(0, 7)}`

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
