import { printDuration } from '../../duration.ts'
import type { Draft, DraftNotes, DraftSeverity, DraftText } from '../draft.ts'
import type { Choices, Placed } from '../imported.ts'
import { nameIn } from '../names.ts'
import { dateIn } from '../timing/date.ts'
import { lengthIn, milestoneIn } from '../timing/length.ts'
import { zoneIn } from '../timing/zone.ts'
import { line } from './item.ts'
import { type Book, type Keys, keysOf, placedBook, yamlOf } from './paper.ts'
import { writeRitual } from './ritual.ts'

/** The plan file, and which line of the document went where in it. */
export function writePlan(
  draft: Draft,
  choices: Choices,
  heading: string,
): { readonly yaml: string; readonly placed: readonly Placed[] } {
  const book = placedBook()
  const keys = keysOf()
  const said = (key: string, sourced: DraftText | null, value: string | null) => {
    if (!sourced || value === null) return
    keys.put(key, value)
    book.at(key, sourced.lines)
  }
  const title = draft.title?.text ?? choices.fileName.replace(/\.[^.]*$/u, '')
  keys.put('plan', choices.name ?? nameIn(title))
  keys.put('title', line(title), { chosen: draft.title ? null : 'after the file' })
  book.at('title', [draft.title?.line])
  said('version', draft.version, draft.version && line(draft.version.text))
  said('updated', draft.updated, draft.updated && dateIn(draft.updated.text))
  said('review', draft.review, draft.review && dateIn(draft.review.text))
  writeOpen(keys, draft, choices, book)
  writeRoles(keys, draft, choices, book)
  keys.within('severities', (inner) => {
    for (const severity of draft.severities)
      inner.within(severity.id, (own) => writeSeverity(own, severity, `severities/${severity.id}`, book))
  })
  writeEscalation(keys, draft, book)
  keys.list('phases', draft.phases, (inner, phase) => {
    inner.put('title', line(phase.title), { line: phase.line }).put('from', phase.from).put('to', phase.to)
    inner
      .put('focus', phase.focus && line(phase.focus.text))
      .put('monitoring', phase.monitoring && line(phase.monitoring.text))
    book.at(`phases/${phase.title}`, [phase.line, phase.focus?.line, phase.monitoring?.line])
  })
  writeNotes(keys, 'targets', draft.targets, book)
  writeNotes(keys, 'practices', draft.practices, book)
  keys.put(
    'documents',
    draft.documents.map(({ text }) => line(text)),
  )
  book.at(
    'documents',
    draft.documents.map((one) => one.line),
  )
  if (waitsForLaunch(draft)) keys.remark(launchRemark)
  keys.within('rituals', (inner) => {
    for (const ritual of draft.rituals.filter(({ procedure }) => !procedure))
      inner.within(ritual.id, (own) => writeRitual(own, ritual, `rituals/${ritual.id}`, book))
  })
  keys.within('procedures', (inner) => {
    for (const ritual of draft.rituals.filter(({ procedure }) => procedure))
      inner.within(ritual.id, (own) => writeRitual(own, ritual, `procedures/${ritual.id}`, book))
  })
  keys.within('templates', (inner) => {
    for (const template of draft.templates)
      inner.within(template.id, (own) => {
        own.put('title', line(template.title.text), { line: template.title.line })
        own.put('channel', choices.channel ?? usualChannel, { chosen: true }).put('text', template.text)
        book.at(`templates/${template.id}`, [template.title.line, ...template.lines])
      })
  })
  return { yaml: yamlOf(keys, heading), placed: book.placed.toSorted((a, b) => a.line - b.line) }
}

const launchRemark =
  ' What counts from T+0 waits for a launch: /rounds launch DATE sets it, or launch: 2026-12-01T09:00 in this file.'

function waitsForLaunch({ rituals }: Draft): boolean {
  const all = rituals.flatMap((ritual) => [ritual.every, ...ritual.sections.map((section) => section.every)])
  return all.some((every) => every?.every.includes('T+'))
}

const usualChannel = '#ops'
const usualZone = 'UTC'

/** What documents leave open as a rule. */
function writeOpen(keys: Keys, { zone, owner }: Draft, choices: Choices, book: Book): void {
  const found = zone && zoneIn(zone.text)
  keys.put('timezone', choices.timezone ?? found ?? usualZone, {
    chosen: found || choices.timezone ? null : 'write yours, such as Europe/Paris',
  })
  if (found && zone) book.at('timezone', zone.lines)
  keys.put('channel', choices.channel ?? usualChannel, { chosen: choices.channel ? null : true })
  keys.put('owner', owner?.text ?? choices.owner ?? null)
  if (owner) book.at('owner', owner.lines)
}

function writeRoles(keys: Keys, { roles }: Draft, choices: Choices, book: Book): void {
  keys.within('roles', (inner) => {
    for (const role of roles)
      inner.within(role.id, (own) => {
        const people = choices.people?.[role.id]
        own.put('title', line(role.title), { line: role.lines[0] ?? 0 })
        own.put('people', people ?? role.people, { chosen: people ? null : 'who has it' })
        own.list('contacts', role.contacts, (contact, { name, email, phone }) => {
          contact.put('name', line(name)).put('email', email?.text).put('phone', phone?.text)
          book.at(`roles/${role.id}/contacts`, [email?.line, phone?.line])
        })
        book.at(`roles/${role.id}`, role.lines)
      })
  })
}

function writeSeverity(
  keys: Keys,
  { name, when, alerts, respond, resolve, escalate, procedure }: DraftSeverity,
  path: string,
  book: Book,
): void {
  keys.put('name', name && line(name.text), name ? { line: name.line } : {})
  keys.put(
    'when',
    when.map(({ text }) => line(text)),
  )
  keys.put(
    'alerts',
    alerts.map(({ text }) => line(text)),
  )
  const answer = respond && lengthIn(respond.text)
  keys.put('respond', answer ? printDuration(answer) : null)
  const end = resolve && (lengthIn(resolve.text) ?? milestoneIn(resolve.text))
  keys.put('resolve', typeof end === 'number' ? printDuration(end) : end)
  keys.put('escalate', escalate?.text)
  keys.put('procedure', procedure)
  book.at(path, [name?.line, answer ? respond?.line : undefined, end ? resolve?.line : undefined, escalate?.line])
  book.at(
    `${path}/when`,
    when.map((one) => one.line),
  )
  book.at(
    `${path}/alerts`,
    alerts.map((one) => one.line),
  )
}

function writeEscalation(keys: Keys, { escalation }: Draft, book: Book): void {
  const levels = escalation.map(({ role, after, on, lines }) => {
    const minutes = after && lengthIn(after.text)
    book.at(`escalation/${role}`, [...lines, minutes ? after?.line : undefined])
    return minutes || on ? { role, ...(minutes && { after: printDuration(minutes) }), ...(on && { on }) } : role
  })
  const open = escalation.filter((level) => level.open).length > 1
  keys.put('escalation', levels, { chosen: open ? 'each counted from the level before' : null })
}

function writeNotes(keys: Keys, key: string, notes: readonly DraftNotes[], book: Book): void {
  keys.within(key, (inner) => {
    const headings = new Map<string, string[]>()
    for (const { heading, lines } of notes) {
      const own = headings.get(heading.text) ?? []
      own.push(...lines.map(({ text }) => line(text)))
      headings.set(heading.text, own)
      book.at(`${key}/${heading.text}`, [heading.line, ...lines.map((one) => one.line)])
    }
    for (const [heading, lines] of headings) inner.put(line(heading), lines)
  })
}
