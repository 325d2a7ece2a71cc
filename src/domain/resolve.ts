import { nearest } from './nearest.ts'
import type { Plan, Section } from './plan.ts'
import { severities } from './severity.ts'

/** The workspace's people and channels, by what a plan may call them. */
export type Directory = {
  readonly people: readonly { readonly id: string; readonly names: readonly string[] }[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
}

export type Unresolved = { readonly reference: string; readonly message: string }

/** Replaces every `@name` and `#name` by its ID; a reference that nobody answers to is told with the nearest names. */
export function resolvePlan(
  plan: Plan,
  directory: Directory,
): { readonly plan: Plan } | { readonly unresolved: readonly Unresolved[] } {
  const unresolved = new Map<string, Unresolved>()
  const person = (reference: string) => found(reference, personIn(directory, reference), directory, unresolved)
  const place = (reference: string) => found(reference, channelIn(directory, reference), directory, unresolved)
  const roles = { ...plan.roles, ...rolesOfOne(plan) }
  const resolved: Plan = {
    ...plan,
    channel: place(plan.channel),
    incidents: place(plan.incidents),
    fallback: place(plan.fallback),
    admins: plan.admins.map(person),
    roles: Object.fromEntries(
      Object.entries(roles).map(([name, role]) => [name, { ...role, people: role.people.map(person) }]),
    ),
    summary: { ...plan.summary, channel: place(plan.summary.channel) },
    rituals: plan.rituals.map((ritual) => ({ ...ritual, channel: ritual.channel && place(ritual.channel) })),
  }
  return unresolved.size > 0 ? { unresolved: [...unresolved.values()] } : { plan: resolved }
}

/** A person who is named where a role could be becomes a role of one, so that they keep the name the plan gives them. */
function rolesOfOne(plan: Plan): Plan['roles'] {
  const named = [
    plan.owner,
    ...plan.escalation,
    ...severities.map((severity) => plan.severities[severity].escalate),
    ...plan.rituals.flatMap(({ owner, sections }) => [owner, ...ownersOfItems(sections)]),
  ]
  const people = named.filter((name) => name !== null && !(name in plan.roles))
  return Object.fromEntries(people.map((name) => [name, { title: wordFor(String(name)), people: [String(name)] }]))
}

/** The handle that the plan gives a person; an ID is no word. */
const wordFor = (name: string): string => (name.startsWith('@') ? name : '')

function ownersOfItems(sections: readonly Section[]): readonly (string | null)[] {
  return sections.flatMap(({ items }) => items.map(({ owner }) => owner))
}

function found(
  reference: string,
  ids: readonly string[],
  directory: Directory,
  unresolved: Map<string, Unresolved>,
): string {
  const [id, ...more] = ids
  if (id !== undefined && more.length === 0) return id
  unresolved.set(reference, {
    reference,
    message: id === undefined ? unknown(reference, directory) : ambiguous(reference, ids),
  })
  return reference
}

/** Handles first, then e-mail addresses, then display names: whatever the directory lists, in that order. */
function personIn(directory: Directory, reference: string): readonly string[] {
  const name = reference.replace(/^@/u, '').toLowerCase()
  for (let rank = 0; rank < 4; rank += 1) {
    const ids = directory.people.filter(({ names }) => names[rank]?.toLowerCase() === name).map(({ id }) => id)
    if (ids.length > 0) return ids
  }
  return directory.people.filter(({ id }) => id === reference).map(({ id }) => id)
}

function channelIn(directory: Directory, reference: string): readonly string[] {
  const name = reference.replace(/^#/u, '')
  return directory.channels.filter((channel) => channel.name === name || channel.id === reference).map(({ id }) => id)
}

function unknown(reference: string, directory: Directory): string {
  const names = reference.startsWith('#')
    ? directory.channels.map(({ name }) => `#${name}`)
    : directory.people.flatMap(({ names }) => names.slice(0, 1).map((name) => `@${name}`))
  const near = nearest(reference, names)
  const hint = near ? ` Did you mean ${near}?` : ''
  return reference.startsWith('#')
    ? `There is no channel ${reference} that Rounds can see.${hint} Invite Rounds to it if it is private.`
    : `Nobody in the workspace is called ${reference}.${hint}`
}

function ambiguous(reference: string, ids: readonly string[]): string {
  return `${ids.length} members are called ${reference}: write one of the IDs ${ids.join(', ')} instead.`
}
