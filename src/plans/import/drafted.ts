import type { Block } from './document/block.ts'
import type { Draft, DraftRitual, DraftSeverity, DraftText, Sourced } from './draft.ts'
import { alertsIn } from './facts/alerts.ts'
import { calendarOf, reconciled } from './facts/calendar.ts'
import { delayedIn } from './facts/delays.ts'
import { escalationIn } from './facts/escalation.ts'
import { notesOf } from './facts/notes.ts'
import { phasesIn } from './facts/phases.ts'
import { severitiesIn } from './facts/severities.ts'
import { type Subject, subjectOf } from './facts/subjects.ts'
import { templatesOf } from './facts/templates.ts'
import { nameIn, uniqueNames } from './names.ts'
import type { Part } from './outline/part.ts'
import type { Name } from './outline/told.ts'
import { within } from './rituals/having.ts'
import type { Customs } from './rituals/items.ts'
import { remediesIn } from './rituals/remedies.ts'
import { ritualsIn } from './rituals/walk.ts'
import { rolesBook } from './roles.ts'

export type Drafted = {
  readonly draft: Draft
  /** Lines that are told apart with a reason of their own. */
  readonly reasons: ReadonlyMap<number, string>
}

/** Everything that a document says, as parts of a plan. */
export function draftOf(document: Part, customs: Customs): Drafted {
  const severities = severitiesIn(document)
  const escalation = escalationIn(document)
  const calendar = calendarOf(document)
  const subjects = withSubject(document)
  const remedies = remediesIn(document, customs)
  const taken = new Set<Part | Block>([
    ...severities.taken,
    ...escalation.taken,
    ...subjects.map(({ part }) => part),
    ...remedies.map(({ part }) => part),
    ...(calendar ? [calendar] : []),
  ])
  const found = [...ritualsIn(document, customs, taken), ...remedies.map(({ ritual }) => ritual)]
  const { rituals, differs } = calendar ? reconciled(found, calendar) : { rituals: found, differs: [] }
  const all = named(rituals)
  const book = rolesBook()
  const about = (wanted: Subject) => subjects.flatMap(({ own, subject }) => (subject === wanted ? [own] : []))
  const owner = toldAt(document, 'owner')
  const draft = {
    title: titleOf(document),
    version: toldAt(document, 'version'),
    updated: toldAt(document, 'updated'),
    review: toldAt(document, 'review'),
    zone: toldAt(document, 'zone'),
    owner: owner && { ...owner, text: book.named({ text: owner.text, line: owner.lines[0] ?? 0 }) },
    rituals: all.map((ritual) => ({
      ...ritual,
      owner: ritual.owner && { ...ritual.owner, text: book.named(ritual.owner) },
    })),
    severities: completed(severities.severities, document, all).map((one) => ({
      ...one,
      escalate: one.escalate && { ...one.escalate, text: book.named(withoutDelay(one.escalate)) },
    })),
    escalation: escalation.levels.map(({ contacts, ...level }) => ({
      ...level,
      role: book.named({ text: level.role, line: level.lines[0] ?? 0 }, contacts),
    })),
    phases: phasesIn(document),
    targets: about('targets').flatMap(notesOf),
    practices: about('practices').flatMap(notesOf),
    documents: about('documents').flatMap((part) => notesOf(part).flatMap(({ lines }) => lines)),
    templates: templatesOf(about('template')),
  }
  const delayed = severities.severities.flatMap(({ escalate }) =>
    escalate && withoutDelay(escalate).text !== escalate.text
      ? [{ line: escalate.line, reason: `a severity asks at once: "${escalate.text}" says otherwise` }]
      : [],
  )
  const reasons = new Map([...differs, ...delayed].map(({ line, reason }) => [line, reason]))
  return { draft: { ...draft, roles: book.all() }, reasons }
}

/** `CTO after 30 minutes` is the CTO; one who is asked at once says no more than that. */
function withoutDelay(said: Sourced): Sourced {
  const { role, minutes, on } = delayedIn(said.text)
  return minutes === null && on === null ? said : { ...said, text: role }
}

/** The parts that are about something else than work; one of another subject within it is by itself. */
function withSubject(part: Part): readonly { readonly part: Part; readonly own: Part; readonly subject: Subject }[] {
  const subject = subjectOf(part)
  if (!subject) return part.parts.flatMap(withSubject)
  const others = part.parts.filter((one) => (subjectOf(one) ?? subject) !== subject)
  const own = { ...part, parts: part.parts.filter((one) => !others.includes(one)) }
  return [{ part, own, subject }, ...others.flatMap(withSubject)]
}

/** What the document tells of itself, at its beginning or its end. */
function toldAt(document: Part, name: Name): DraftText | null {
  const ofDocument = [document, ...document.parts.filter(({ rank }) => rank === 1)]
  const rest = name === 'owner' ? [] : within(document)
  const opening =
    name === 'owner'
      ? [...document.parts, ...document.parts.flatMap(({ parts }) => parts)].filter(
          (part) => part.body.every(({ kind }) => kind === 'said') && part.parts.length === 0,
        )
      : []
  const told = [...ofDocument, ...rest, ...opening]
    .flatMap((part) => part.told)
    .filter((one) => one.name === name && !/^\[.*\]$/u.test(one.value))
  const [first] = told
  const again = told.filter(({ value }) => value === first?.value).map(({ line }) => line)
  return first ? { text: first.value, lines: [...new Set(again)] } : null
}

function titleOf(document: Part): Sourced | null {
  const first = document.parts.find(({ kind }) => kind === 'heading')
  return first && first.title !== '' ? { text: first.title, line: first.line } : null
}

function named(rituals: readonly DraftRitual[]): readonly DraftRitual[] {
  const ids = uniqueNames(rituals.map(({ title }) => nameIn(title, 'ritual')))
  return rituals.map((ritual, place) => ({ ...ritual, id: ids[place] as string }))
}

/** With the alerts and the procedure of each; one that the document describes by nothing else is there for them. */
function completed(
  severities: readonly DraftSeverity[],
  document: Part,
  rituals: readonly DraftRitual[],
): readonly DraftSeverity[] {
  const alerts = alertsIn(document)
  return (['P0', 'P1', 'P2', 'P3'] as const).flatMap((id): readonly DraftSeverity[] => {
    const own = severities.find((one) => one.id === id)
    const more = alerts[id] ?? []
    const procedure = rituals.find(({ level }) => level === id)?.id ?? null
    if (!own && more.length === 0 && procedure === null) return []
    return [{ ...(own ?? unsaid(id)), alerts: more, procedure }]
  })
}

function unsaid(id: DraftSeverity['id']): DraftSeverity {
  return { id, name: null, when: [], alerts: [], respond: null, resolve: null, escalate: null, procedure: null }
}
