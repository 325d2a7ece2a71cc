import { rungRule } from './escalation.ts'
import { nearest } from './nearest.ts'
import type { Plan, Section } from './plan.ts'
import type { Role } from './role.ts'
import { severities } from './severity.ts'

/** The workspace's people and channels, by what a plan may call them. */
export type Directory = {
  readonly people: readonly { readonly id: string; readonly names: readonly string[] }[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly groups?: Groups
}

/** The workspace's user groups with their members, or why Rounds may not read them, in Slack's own word. */
export type Groups =
  | { readonly known: readonly { readonly id: string; readonly handle: string; readonly members: readonly string[] }[] }
  | { readonly unreadable: string }

export type Unresolved = { readonly reference: string; readonly message: string }

/** What a plan file calls a person or a place: its name where the workspace knows one, else its ID. */
export function nameOf({ people, channels }: Directory, id: string): string {
  const [handle] = people.find((person) => person.id === id)?.names ?? []
  if (handle) return `@${handle}`
  const channel = channels.find((one) => one.id === id)
  return channel ? `#${channel.name}` : id
}

/** Replaces every `@name` and `#name` by its ID; a reference that nobody answers to is told with the nearest names. */
export function resolvePlan(
  plan: Plan,
  directory: Directory,
): { readonly plan: Plan } | { readonly unresolved: readonly Unresolved[] } {
  const unresolved = new Map<string, Unresolved>()
  const person = (reference: string) => found(reference, personsNamed(directory, reference), directory, unresolved)
  const place = (reference: string) => found(reference, placesNamed(directory, reference), directory, unresolved)
  const roles = { ...plan.roles, ...rolesOfOne(plan) }
  const resolved: Plan = {
    ...plan,
    channel: place(plan.channel),
    incidents: place(plan.incidents),
    fallback: place(plan.fallback),
    admins: plan.admins.map(person),
    roles: Object.fromEntries(
      Object.entries(roles).map(([name, role]) => [
        name,
        withPeople(role, person, (reference) => groupIn(directory, reference, name, unresolved)),
      ]),
    ),
    summary: { ...plan.summary, channel: place(plan.summary.channel) },
    ...(plan.maintenance ? { maintenance: plan.maintenance.map((window) => withPlace(window, place)) } : {}),
    ...(plan.templates ? { templates: withPlaces(plan.templates, place) } : {}),
    rituals: plan.rituals.map((ritual) => ({
      ...ritual,
      channel: ritual.channel && place(ritual.channel),
      ...(ritual.report?.channel ? { report: { ...ritual.report, channel: place(ritual.report.channel) } } : {}),
    })),
  }
  return unresolved.size > 0 ? { unresolved: [...unresolved.values()] } : { plan: resolved }
}

function withPlace<One extends { readonly channel?: string }>(one: One, place: (reference: string) => string): One {
  return one.channel === undefined ? one : { ...one, channel: place(one.channel) }
}

function withPlaces<One extends { readonly channel: string }>(
  named: Readonly<Record<string, One>>,
  place: (reference: string) => string,
): Readonly<Record<string, One>> {
  const entries = Object.entries(named).map(([name, one]) => [name, { ...one, channel: place(one.channel) }])
  return Object.fromEntries(entries)
}

function withPeople(
  role: Role,
  person: (reference: string) => string,
  group: (reference: string) => { readonly id: string; readonly members: readonly string[] },
): Role {
  if (role.group !== undefined) {
    const { id, members } = group(role.group)
    return { ...role, group: id, people: members }
  }
  const { rotation } = role
  if (!rotation) return { ...role, people: role.people.map(person) }
  const cover = rotation.cover.map((one) => ({ ...one, person: person(one.person) }))
  return { ...role, rotation: { ...rotation, people: rotation.people.map(person), cover } }
}

/** A group by its handle or ID; what cannot be read is told with what to do about it. */
function groupIn(directory: Directory, reference: string, role: string, unresolved: Map<string, Unresolved>) {
  const { groups = { known: [] } } = directory
  const handle = reference.replace(/^@/u, '').toLowerCase()
  const none = { id: reference, members: [] }
  if ('unreadable' in groups) {
    const message = `The role "${role}" is the user group ${reference}. ${whyUnreadable(groups.unreadable)}`
    unresolved.set(reference, { reference, message })
    return none
  }
  const found = groups.known.find((group) => group.handle.toLowerCase() === handle || group.id === reference)
  if (found) return found
  const near = nearest(
    reference,
    groups.known.map((group) => `@${group.handle}`),
  )
  const hint = near ? ` Did you mean ${near}?` : ''
  unresolved.set(reference, { reference, message: `There is no user group ${reference} in the workspace.${hint}` })
  return none
}

function whyUnreadable(word: string): string {
  if (word === 'plan_upgrade_required' || word === 'paid_teams_only')
    return 'User groups need a paid Slack plan: list its people instead.'
  if (word !== 'missing_scope')
    return `Slack does not tell its members (${word}): try again, or list its people instead.`
  return 'Rounds may not read user groups: add the scope usergroups:read under "OAuth & Permissions" and install the app again, or list its people instead.'
}

/** A person who is named where a role could be becomes a role of one, so that they keep the name the plan gives them. */
function rolesOfOne(plan: Plan): Plan['roles'] {
  const named = [
    plan.owner,
    ...plan.escalation.map((rung) => rungRule(rung).role),
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
    message: id === undefined ? unknown(reference, directory) : ambiguous(reference, ids, directory),
  })
  return reference
}

/**
 * IDs of those who answer to it. Handles first, then the names that Slack shows, then full names. Whoever has no display
 * name is shown by the full one.
 */
export function personsNamed({ people }: Directory, reference: string): readonly string[] {
  const name = spoken(reference.replace(/^@/u, ''))
  const ways: readonly ((names: readonly string[]) => string | undefined)[] = [
    ([handle]) => handle,
    ([, display, full]) => display || full,
    ([, , full]) => full,
  ]
  for (const way of ways) {
    const ids = people.filter(({ names }) => spoken(way(names) ?? '') === name).map(({ id }) => id)
    if (ids.length > 0) return ids
  }
  return people.filter(({ id }) => id === reference).map(({ id }) => id)
}

/** Names are the same however their letters are put together, whatever their case and the width of their spaces. */
function spoken(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** IDs of the channels of that name. */
export function placesNamed(directory: Directory, reference: string): readonly string[] {
  const name = reference.replace(/^#/u, '')
  return directory.channels.filter((channel) => channel.name === name || channel.id === reference).map(({ id }) => id)
}

function unknown(reference: string, directory: Directory): string {
  const names = reference.startsWith('#')
    ? directory.channels.map(({ name }) => `#${name}`)
    : directory.people.flatMap(({ names }) => names.slice(0, 1).map((name) => `@${name}`))
  const near = nearest(reference, names) ?? nearestName(reference, directory)
  const hint = near ? ` Did you mean ${near}?` : ''
  return reference.startsWith('#')
    ? `There is no channel ${reference} that Rounds can see.${hint} Invite Rounds to it if it is private.`
    : `Nobody in the workspace is called ${reference}.${hint}`
}

/** Somebody's handle, by their other names, where these have a space as the reference has. */
function nearestName(reference: string, { people }: Directory): string | null {
  if (!reference.startsWith('@') || !reference.includes(' ')) return null
  const others = people.flatMap(({ names: [handle, ...more] }) => more.map((name) => ({ handle, name: `@${name}` })))
  const near = nearest(
    reference,
    others.map(({ name }) => name),
  )
  const found = others.find(({ name, handle }) => name === near && handle)
  return found ? `@${found.handle}` : null
}

/** Each by their handle where it names nobody else, or by their ID. */
function ambiguous(reference: string, ids: readonly string[], directory: Directory): string {
  const ways = ids.map((id) => {
    const name = nameOf(directory, id)
    return personsNamed(directory, name).length === 1 ? name : id
  })
  return `${ids.length} members are called ${reference}: write ${ways.slice(0, -1).join(', ')} or ${ways.at(-1)} instead.`
}
