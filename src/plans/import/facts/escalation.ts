import type { Block } from '../document/block.ts'
import type { DraftContact, DraftLevel, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { type Told, toldBy, toldOf } from '../outline/told.ts'
import { within } from '../rituals/having.ts'
import { linesOf } from './notes.ts'

export type Path = {
  readonly levels: readonly (DraftLevel & { readonly contacts: readonly DraftContact[] })[]
  readonly taken: readonly (Part | Block)[]
}

const numbered = /^(?:level|tier|l|stufe|niveau)\s*(\d)\s*[:\u2013-]\s*(.+)$/iu
const isSubject = /\b(?:escalation|eskalation|escalade|support levels?|on-call chain)\b/iu

/** Who is asked after whom. */
export function escalationIn(document: Part): Path {
  for (const part of within(document)) {
    const found = ofLabels(part) ?? ofLines(part)
    if (found) return found
  }
  return { levels: [], taken: [] }
}

/** `Level 1: First response` over who that is and how to reach them. */
function ofLabels(part: Part): Path | null {
  const labelled = part.parts.filter(({ heading }) => numbered.test(heading))
  if (labelled.length < 2) return null
  const levels = labelled.map((one, place) => {
    const lines = linesOf(one).filter(({ text }) => toldBy(text, 0) === null)
    const named = numbered.exec(one.heading)?.[2] ?? one.title
    const role = isRole(named) ? named : (lines.find(({ text }) => isRole(text))?.text ?? named)
    const before = place > 0 ? tellsOf(labelled[place - 1] as Part) : []
    return {
      role,
      after: sourced(toldOf(before, 'respond')),
      contacts: contactsOf(lines.find(({ text }) => text !== role)?.text ?? role, tellsOf(one)),
      lines: [one.line, ...lines.map(({ line }) => line)],
    }
  })
  return { levels, taken: labelled }
}

/** `Level 1: Operations Team`, one a line, or a plain list under a heading about escalation. */
function ofLines(part: Part): Path | null {
  const said = linesOf(part).flatMap(({ text, line }) => {
    const role = numbered.exec(text)?.[2]
    return role === undefined ? [] : [{ text: role, line }]
  })
  const listed = said.length >= 2 ? said : isSubject.test(part.title) ? plainList(part) : []
  if (listed.length < 2) return null
  const levels = listed.map(({ text, line }) => ({
    role: withoutRemark(text),
    after: null,
    contacts: [],
    lines: [line],
  }))
  const lines = new Set(levels.flatMap((level) => level.lines))
  return { levels, taken: part.body.filter(({ line }) => lines.has(line)) }
}

function plainList(part: Part): readonly Sourced[] {
  const entries = part.body.flatMap((block) => (block.kind === 'entry' ? [block] : []))
  const timed = entries.every(({ text }) => /^(?:after )?\d+ ?(?:min\w*|h\w*)\b/iu.test(text))
  const fits = entries.every(({ text, marker }) => marker !== 'box' && text.length <= 60 && (timed || isRole(text)))
  return fits ? entries.map(({ text, line }) => ({ text, line })) : []
}

function tellsOf(part: Part): readonly Told[] {
  const entries = part.body.flatMap((block) => ('text' in block ? (toldBy(block.text, block.line) ?? []) : []))
  return [...part.told, ...entries]
}

function contactsOf(name: string, told: readonly Told[]): readonly DraftContact[] {
  const email = sourced(toldOf(told, 'email'))
  const phone = sourced(toldOf(told, 'phone'))
  const reached = email && /\S+@\S+\.\S+/u.test(email.text) ? email : null
  const called = phone && /\d{3}/u.test(phone.text) ? phone : null
  return reached || called ? [{ name, email: reached, phone: called }] : []
}

function sourced(told: Told | null): Sourced | null {
  return told ? { text: told.value, line: told.line } : null
}

/** Words for somebody who can be asked. */
function isRole(text: string): boolean {
  return /\b(?:lead|leads|manager|admin\w*|engineer\w*|cto|ceo|coo|cio|ciso|vp|director|officer|team|owner|head|operator|supervisor|technician|on-call|developer|devops|sre|support|president|founder|leiter\w*|chef|responsable)\b/iu.test(
    text,
  )
}

function withoutRemark(text: string): string {
  return text
    .replace(/\s*\([^)]*\)\s*$/u, '')
    .replace(/^(?:after )?\d+ ?(?:min\w*|h\w*)\b[^:]*:\s*/iu, '')
    .trim()
}
