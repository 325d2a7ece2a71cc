import type { Block } from '../document/block.ts'
import type { DraftContact, DraftLevel, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { type Told, toldBy, toldOf } from '../outline/told.ts'
import { within } from '../rituals/having.ts'
import { type Delayed, delayedIn } from './delays.ts'
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
    const words = isRole(named) ? named : (lines.find(({ text }) => isRole(text))?.text ?? named)
    const delayed = delayedIn(words)
    const { role } = delayed
    const before = place > 0 ? tellsOf(labelled[place - 1] as Part) : []
    return {
      role,
      ...levelOf(delayed, one.line),
      after: afterOf(delayed, one.line) ?? sourced(toldOf(before, 'respond')),
      contacts: contactsOf(lines.find(({ text }) => text !== words)?.text ?? role, tellsOf(one)),
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
  const delays = sinceTheLevelBefore(listed.map(({ text }) => delayedIn(text)))
  const levels = listed.map(({ line }, place) => {
    const delayed = delays[place] as Delayed
    const { role, phone, remark } = remarkIn(delayed.role)
    const rest = [delayed.rest, remark].filter((one) => one !== '').join(', ')
    return {
      ...levelOf({ ...delayed, rest }, line),
      role,
      after: afterOf(delayed, line),
      contacts: phone === null ? [] : [{ name: role, email: null, phone: { text: phone, line } }],
      lines: [line],
    }
  })
  const lines = new Set(levels.flatMap((level) => level.lines))
  return { levels, taken: part.body.filter(({ line }) => lines.has(line)) }
}

function plainList(part: Part): readonly Sourced[] {
  const entries = part.body.flatMap((block) => (block.kind === 'entry' ? [block] : []))
  const delays = entries.map(({ text }) => delayedIn(text))
  const timed = delays.every(({ fromStart }) => fromStart)
  const fits = delays.every(({ role }) => role.length <= 60 && (timed || isRole(role)))
  return fits && entries.every(({ marker }) => marker !== 'box')
    ? entries.map(({ text, line }) => ({ text, line }))
    : []
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
  return /\b(?:lead|leads|manager|admin\w*|engineer\w*|cto|ceo|coo|cio|ciso|vp|director|officer|team|owner|head|operator|supervisor|technician|on-call|developer|devops|sre|support|president|founder|\w*leiter\w*|chef|responsable)\b/iu.test(
    text,
  )
}

/** Minutes from the start as minutes since the level before. */
function sinceTheLevelBefore(delays: readonly Delayed[]): readonly Delayed[] {
  if (!delays.every(({ fromStart }) => fromStart)) return delays
  return delays.map((one, place) => {
    const since = (one.minutes ?? 0) - (delays[place - 1]?.minutes ?? 0)
    return since >= 0 ? { ...one, minutes: since || null } : one
  })
}

function levelOf({ minutes, on, rest, fromStart }: Delayed, line: number): Pick<DraftLevel, 'on' | 'beside' | 'open'> {
  return { on, beside: rest === '' ? null : { text: rest, line }, open: minutes !== null && on === null && !fromStart }
}

function afterOf({ minutes }: Delayed, line: number): Sourced | null {
  return minutes === null ? null : { text: `${minutes} min`, line }
}

/** `Ines (+49 30 23125 041)`, `On duty (pager)`. */
function remarkIn(text: string): { readonly role: string; readonly phone: string | null; readonly remark: string } {
  const [whole = '', inner = ''] = /\s*\(([^)]*)\)\s*$/u.exec(text) ?? []
  const isPhone = /^\+?[\d\s()./-]{6,}$/u.test(inner)
  return {
    role: text.slice(0, text.length - whole.length).trim(),
    phone: isPhone ? inner : null,
    remark: isPhone ? '' : inner,
  }
}
