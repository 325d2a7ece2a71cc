import type { Block, Table } from '../document/block.ts'
import type { DraftSeverity, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { toldOf } from '../outline/told.ts'
import { within } from '../rituals/having.ts'
import { lengthIn } from '../timing/length.ts'
import { type Level, levelOf, nameOf, numberOf } from './levels.ts'
import { linesOf } from './notes.ts'

/** The severities of a document, and what says nothing else. */
export type Severities = { readonly severities: readonly DraftSeverity[]; readonly taken: readonly (Part | Block)[] }

export function severitiesIn(document: Part): Severities {
  for (const part of within(document)) {
    const found = ofParts(part) ?? ofTable(part) ?? ofEntries(part)
    if (found) return found
  }
  return { severities: [], taken: [] }
}

/** Headings or labels, one for each severity, that tell its clocks. */
function ofParts(part: Part): Severities | null {
  const leveled = part.parts.filter((one) => toldOf(one.told, 'respond', 'resolve') !== null)
  const lowest = lowestOf(leveled.map(({ heading }) => heading))
  const severities = leveled.flatMap((one) => {
    const id = levelOf(one.heading, lowest)
    return id ? [severityOf(id, one)] : []
  })
  return severities.length >= 2 ? { severities: unique(severities), taken: leveled } : null
}

function severityOf(id: Level, part: Part): DraftSeverity {
  const told = (...names: Parameters<typeof toldOf>[1][]): Sourced | null => {
    const found = toldOf(part.told, ...names)
    return found ? { text: found.value, line: found.line } : null
  }
  return {
    id,
    name: { text: nameOf(part.heading), line: part.line },
    when: linesOf(part),
    alerts: [],
    respond: told('respond'),
    resolve: told('resolve'),
    escalate: told('escalate'),
    procedure: null,
  }
}

const columns = {
  level: /\b(?:priority|severity|level|sev|class|priorität|priorité|stufe|niveau)\b/iu,
  when: /\b(?:definition|description|example|examples|impact|criteria|condition|meaning|means|beschreibung|beispiel\w*|exemples?)\b|^\s*$/iu,
  respond: /\b(?:response|respond|ack\w*|answer|react\w*|reaktion\w*|réponse|délai)\b/iu,
  resolve: /\b(?:resolution|resolve|fix\w*|mitigate|back|target|lösung\w*|behebung|résolution)\b/iu,
  escalate: /\b(?:escalat\w*|notify|tell|call|contact|owner|woken|ansprechpartner|qui)\b/iu,
} as const

function ofTable(part: Part): Severities | null {
  const table = part.body.find((block): block is Table => block.kind === 'table')
  if (!table) return null
  const place = (wanted: keyof typeof columns) => table.header.findIndex((name) => columns[wanted].test(name))
  if (place('level') < 0 || (place('respond') < 0 && place('resolve') < 0)) return null
  const lowest = lowestOf(table.rows.map(({ cells }) => cells[place('level')] ?? ''))
  const named = table.rows.map(({ cells }) => levelOf(cells[place('level')] ?? '', lowest))
  // Colours and letters tell how bad it is by their order.
  const inOrder = table.rows.length <= 4 && new Set(named).size < named.length + (named.includes(null) ? 1 : 0)
  const severities = table.rows.flatMap(({ line, cells }, row): DraftSeverity[] => {
    const cell = (wanted: keyof typeof columns): Sourced | null => {
      const text = cells[place(wanted)]?.trim() ?? ''
      return text === '' ? null : { text, line }
    }
    const level = cell('level')
    const id = inOrder ? (`P${row}` as Level) : (named[row] ?? null)
    if (!level || !id) return []
    return [
      {
        id,
        name: { text: nameOf(level.text), line },
        when: examples(cell('when')),
        alerts: [],
        respond: cell('respond'),
        resolve: cell('resolve'),
        escalate: cell('escalate'),
        procedure: null,
      },
    ]
  })
  return severities.length >= 2 ? { severities: unique(severities), taken: [table] } : null
}

const isSubject =
  /\b(?:severit(?:y|ies)|priorit(?:y|ies)|issue classification|incident levels?|schweregrad\w*|priorität\w*)\b/iu

/** `- P1 (Critical): Site down. Respond within 15 minutes, resolve within 4 hours`. */
function ofEntries(part: Part): Severities | null {
  if (!isSubject.test(part.title)) return null
  const entries = part.body.flatMap((block) => (block.kind === 'entry' ? [block] : []))
  const lowest = lowestOf(entries.map(({ text }) => text))
  const severities = entries.flatMap((entry): DraftSeverity[] => {
    const [, name = entry.text, rest = ''] = /^(.{2,40}?)\s*[:\u2013\u2014]\s*(.+)$/u.exec(entry.text) ?? []
    const id = levelOf(name, lowest)
    if (!id) return []
    const [respond, resolve] = clocksIn(rest)
    const sourced = (text: string | undefined) => (text === undefined ? null : { text, line: entry.line })
    return [
      {
        id,
        name: { text: nameOf(name), line: entry.line },
        when: rest === '' ? [] : [{ text: rest, line: entry.line }],
        alerts: [],
        respond: sourced(respond),
        resolve: sourced(resolve),
        escalate: null,
        procedure: null,
      },
    ]
  })
  return severities.length >= 2 ? { severities: unique(severities), taken: entries } : null
}

/** The first length of time is until somebody answers, the second until it is over. */
function clocksIn(text: string): readonly string[] {
  return [...text.matchAll(/\d+(?:\.\d+)?\s*(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)\b/giu)].map(([found]) => found)
}

/** Which of the words of a heading begin each severity's clock, in minutes; null where it names none. */
export function clockOf(said: Sourced | null): number | null {
  return said === null ? null : lengthIn(said.text)
}

function examples(said: Sourced | null): readonly Sourced[] {
  return said
    ? said.text
        .split(/\s*[,;]\s+/u)
        .map((text) => ({ text: text.charAt(0).toUpperCase() + text.slice(1), line: said.line }))
    : []
}

function lowestOf(names: readonly string[]): number {
  const numbers = names.flatMap((name) => numberOf(name) ?? [])
  return numbers.length === 0 ? 0 : Math.min(...numbers)
}

function unique(severities: readonly DraftSeverity[]): readonly DraftSeverity[] {
  return severities.filter(({ id }, place) => severities.findIndex((one) => one.id === id) === place)
}
