import { type Checklist, isSplit } from '../domain/checklist.ts'
import type { PlanDocument } from '../domain/document.ts'
import type { Issue } from '../domain/issue.ts'
import type { Person } from '../domain/plan.ts'
import { type Urgency, urgencies, type Wish } from '../domain/surface.ts'

/**
 * The messages that show a checklist: its card, its sections where the card is too long for one message, and the
 * reminder once there was one. Of the sections only those that changed: edits are few a minute.
 */
export function checklistWishes(
  checklist: Checklist,
  urgency: Urgency,
  changed: readonly number[] = [...checklist.sections.keys()],
): readonly Wish[] {
  const card: Wish = { surface: 'checklist', subject: checklist.id, channel: checklist.channel, urgency }
  const sections = isSplit(checklist) ? changed.map((section) => sectionWish(card, section)) : []
  const reminder: Wish = { ...card, surface: 'checklist-reminder', thread: card }
  return [card, ...sections, ...(checklist.remindedAt === null ? [] : [reminder])]
}

/** The message in which an item stands with its issue: the card, or its section's where the card is too long for one. */
export function itemWishes(checklist: Checklist, item: string): readonly Wish[] {
  const { id: subject, channel, items } = checklist
  const card: Wish = { surface: 'checklist', subject, channel, urgency: urgencies.click }
  if (!isSplit(checklist)) return [card]
  return items.filter(({ id }) => id === item).map(({ section }) => sectionWish(card, section))
}

/** The notice that a procedure has passed its limit, in the thread of its card. */
export function limitWish({ id, channel, incident }: Checklist): Wish {
  const urgency = incident ? urgencies.incident : urgencies.click
  return { surface: 'limit', subject: id, channel, urgency, thread: { surface: 'checklist', subject: id, channel } }
}

/**
 * The messages that show an issue: its card, and a notice for each level that was asked. The card of an issue
 * names whom it asks first; an incident asks even them in a notice of its own. When a clock asks once more, or somebody
 * says where it stands, of the notices of each kind only the newest and the one before it change.
 */
export function issueWishes(issue: Issue, changed: 'all' | 'newest' = 'all'): readonly Wish[] {
  const urgency = issue.incident ? urgencies.incident : urgencies.click
  const here = { subject: issue.id, channel: issue.channel, urgency }
  const origin: Wish | null = issue.source && {
    surface: 'checklist',
    subject: issue.source.checklist,
    channel: issue.channel,
    urgency,
  }
  const card: Wish = issue.incident
    ? { ...here, surface: 'incident' }
    : { ...here, surface: 'issue', ...(origin && { thread: origin }) }
  const thread = issue.incident ? card : (origin ?? card)
  const told = changed === 'all' ? [...issue.asks.keys()] : newestAsks(issue)
  const own = issue.incident ? told : told.filter((ask) => ask > 0)
  return [card, ...own.map((ask): Wish => ({ ...here, surface: 'ask', subject: `${issue.id}/${ask}`, thread }))]
}

/** What asks for an update gives way to the next of its kind, and so does what asks for somebody to step in. */
function newestAsks({ asks }: Issue): readonly number[] {
  const places = [...asks.keys()]
  const [updates, calls] = [
    places.filter((ask) => asks[ask]?.why === 'update-due'),
    places.filter((ask) => asks[ask]?.why !== 'update-due'),
  ]
  return [...calls.slice(-2), ...updates.slice(-2)].sort((a, b) => a - b)
}

/** Home as one person sees it. */
export function homeWish(person: Person): Wish {
  return { surface: 'home', subject: person, channel: person, urgency: urgencies.click }
}

/** A document as each of those sees it who were shown it, in their messages with Rounds. */
export function documentWishes({ id, shownTo }: PlanDocument): readonly Wish[] {
  return shownTo.map((person) => documentWish(id, person))
}

/** Edits notify nobody: whoever was shown a document that somebody else has settled is told in its thread. */
export function documentToldWishes({ id, shownTo, settled }: PlanDocument): readonly Wish[] {
  return shownTo
    .filter((person) => person !== settled?.by)
    .map((person) => ({ ...documentWish(id, person), surface: 'document-told', thread: documentWish(id, person) }))
}

function documentWish(id: string, person: Person): Wish {
  return { surface: 'document', subject: `${id}/${person}`, channel: person, urgency: urgencies.click }
}

function sectionWish(card: Wish, section: number): Wish {
  return { ...card, surface: 'checklist-section', subject: `${card.subject}/${section}`, thread: card }
}
