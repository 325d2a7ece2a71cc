import { refuse } from './outcome.ts'
import type { Person, PlanFrame } from './plan.ts'

/** Whoever acts: a member of the workspace, or an outsider in a shared channel, who only looks. */
export type Actor = { readonly id: Person; readonly external: boolean; readonly admin: boolean }

export type Action =
  | 'settle'
  | 'undo-own'
  | 'undo-others'
  | 'sign-off'
  | 'declare'
  | 'acknowledge'
  | 'start'
  | 'update-issue'
  | 'resolve-issue'
  | 'move-launch'
  | 'retire'
  | 'import'
  | 'apply'
  | 'discard'

/** How an actor stands to the thing acted upon. */
export type Relation = 'member' | 'owner' | 'commander' | 'admin'

const allowed: Readonly<Record<Action, readonly Relation[]>> = {
  settle: ['member'],
  'undo-own': ['member'],
  'undo-others': ['owner', 'admin'],
  'sign-off': ['owner', 'admin'],
  declare: ['member'],
  acknowledge: ['member'],
  start: ['member'],
  'update-issue': ['owner', 'commander', 'admin'],
  'resolve-issue': ['owner', 'commander', 'admin'],
  'move-launch': ['admin'],
  retire: ['admin'],
  import: ['member'],
  apply: ['admin'],
  discard: ['owner', 'admin'],
}

type Standing = {
  readonly owners: readonly Person[]
  readonly commander?: Person | null
  /** Whom a refusal names, where that is not simply the commander and the owners. */
  readonly ask?: readonly Person[]
}

/** Undefined when the actor may; otherwise the refusal, naming whom to ask. */
export function forbids(action: Action, actor: Actor, standing: Standing) {
  if (actor.external) return refuse({ kind: 'external-member' })
  const relations = relationsOf(actor, standing)
  if (allowed[action].some((relation) => relations.includes(relation))) return undefined
  const ask = standing.ask ?? [...(standing.commander ? [standing.commander] : []), ...standing.owners]
  return refuse({ kind: 'not-permitted', action, ask: [...new Set(ask)] })
}

function relationsOf(actor: Actor, { owners, commander }: Standing): Relation[] {
  return [
    'member',
    ...(owners.includes(actor.id) ? (['owner'] as const) : []),
    ...(commander === actor.id ? (['commander'] as const) : []),
    ...(actor.admin ? (['admin'] as const) : []),
  ]
}

/** A plan may name admins of its own. */
export function actingIn(plan: PlanFrame, by: Actor): Actor {
  return { ...by, admin: by.admin || plan.admins.includes(by.id) }
}
