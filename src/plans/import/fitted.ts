import type { Draft, DraftNotes, DraftRitual, DraftSeverity, Sourced } from './draft.ts'
import { beginningOf, type Room, roomOf } from './limits.ts'
import { linesOf, ritualWithin } from './rituals/fitted.ts'
import { lengthIn, milestoneIn, withoutLengths } from './timing/length.ts'

/** A draft as the language of plans takes it, and what of the document had no room in it. */
export type Fitted = {
  readonly draft: Draft
  /** Lines that are left out, be it in part, with the reason. */
  readonly left: ReadonlyMap<number, string>
}

const mostRituals = 200

export function fitted(draft: Draft): Fitted {
  const room = roomOf()
  const one = (said: Sourced | null) => said && { ...said, text: room.line(said.text, [said.line]) }
  const templates = draft.templates.map((template) => ({
    ...template,
    title: one(template.title) ?? template.title,
    text: room.prose(template.text, template.lines),
  }))
  for (const { beside } of draft.escalation)
    if (beside) room.leave([beside.line], `a level of the escalation has no place for "${beside.text}"`)
  return {
    draft: {
      ...draft,
      title: one(draft.title),
      version: draft.version && { ...draft.version, text: room.line(draft.version.text, draft.version.lines) },
      roles: draft.roles.map((role) => ({
        ...role,
        contacts: role.contacts.map(({ name, email, phone }) => ({
          name: room.line(name, role.lines),
          email: one(email),
          phone: one(phone),
        })),
      })),
      severities: draft.severities.map((severity) => severityWithin(severity, room)),
      phases: draft.phases.map((phase) => ({
        ...phase,
        title: room.line(phase.title, [phase.line]),
        focus: one(phase.focus),
        monitoring: one(phase.monitoring),
      })),
      targets: notesWithin(draft.targets, room),
      practices: notesWithin(draft.practices, room),
      documents: linesWithin(draft.documents, room),
      templates,
      rituals: ritualsWithin(draft.rituals, room),
    },
    left: room.left,
  }
}

function severityWithin(severity: DraftSeverity, room: Room): DraftSeverity {
  const { name, respond, resolve } = severity
  const ends = resolve && (lengthIn(resolve.text) ?? milestoneIn(resolve.text))
  for (const [said, read] of [
    [respond, respond && lengthIn(respond.text)],
    [resolve, ends],
  ] as const)
    if (said && read === null && /[\p{L}\p{N}]/u.test(said.text))
      room.leave([said.line], `"${beginningOf(said.text, 60).head}" is no length of time`)
    else if (said && typeof read === 'number' && !isLengthAlone(said.text))
      room.leave([said.line], `no clock has a place for all of "${beginningOf(said.text, 60).head}"`)
  return {
    ...severity,
    name: name && { ...name, text: room.line(name.text, [name.line]) },
    when: linesWithin(severity.when, room),
    alerts: linesWithin(severity.alerts, room),
  }
}

function isLengthAlone(text: string): boolean {
  const rest = withoutLengths(text).replace(
    /\b(?:within|in|under|less than|max(?:imum)?|at most|or less|innerhalb|sous)\b/giu,
    ' ',
  )
  return !/\p{L}{2,}/u.test(rest)
}

function notesWithin(notes: readonly DraftNotes[], room: Room): readonly DraftNotes[] {
  return notes.map(({ heading, lines }) => ({
    heading: { ...heading, text: room.line(heading.text, [heading.line]) },
    lines: linesWithin(lines, room),
  }))
}

function linesWithin(said: readonly Sourced[], room: Room): readonly Sourced[] {
  return said
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => ({ text: room.line(text, [line]), line }))
}

function ritualsWithin(rituals: readonly DraftRitual[], room: Room): readonly DraftRitual[] {
  const beyond = new Set(rituals.filter(({ procedure }) => !procedure).slice(mostRituals))
  for (const ritual of beyond) room.leave(linesOf(ritual), `a plan has at most ${mostRituals} rituals`)
  return rituals.filter((ritual) => !beyond.has(ritual)).map((ritual) => ritualWithin(ritual, room))
}
