import type { Table } from '../document/block.ts'
import type { DraftGroup, DraftItem } from '../draft.ts'
import { readingOf } from '../reading/reading.ts'
import { phraseOf } from '../timing/cadence.ts'
import { timingOf, untimed } from '../timing/timing.ts'
import { bare, type Customs, itemRead, unclearOf } from './items.ts'

const columns = {
  item: /^(?:task|item|check|activity|action|what|description|metric|measure|parameter|reading|component|asset|equipment|point|aufgabe|tätigkeit|prüfpunkt|prüfung|tâche|contrôle|job|name|area|system)s?\b/iu,
  frequency:
    /^(?:frequency|how often|cadence|interval|schedule|period|recurrence|when|day|häufigkeit|intervall|turnus|wann|tag|fréquence|quand|jour)\b/iu,
  target:
    /^(?:target|threshold|limit|acceptable|acceptable range|range|expected|normal|goal|spec(?:ification)?|soll|sollwert|cible|norme|ok when|ok if|good|should)\b/iu,
  owner: /^(?:owner|responsible|who|assigned|assignee|role|by|verantwortlich|zuständig|responsable)\b/iu,
  takes: /^(?:duration|time|estimated time|est\.?|effort|dauer|durée)\b/iu,
  look: /^(?:where|location|tool|system|how|source|ort|lieu)\b/iu,
  note: /^(?:notes?|comments?|remarks?|details?|bemerkung|remarque|purpose|instructions?)\b/iu,
  blank:
    /^(?:done|status|ok|✓|✔|☐|check|completed|signature|initials?|date|result|value|actual|reading|erledigt|fait|\s*)$/iu,
} as const

export type Column = keyof typeof columns | 'other'

/** What the columns of a table hold; the first that is nothing else holds the items. */
export function columnsOf({ header, rows }: Table): readonly Column[] {
  const empty = (place: number) => rows.every(({ cells }) => (cells[place] ?? '').replace(/[\s_☐[\]-]/gu, '') === '')
  const named = header.map((name, place): Column => {
    const bareName = name.trim()
    if (rows.length > 0 && empty(place)) return 'blank'
    return (Object.keys(columns) as (keyof typeof columns)[]).find((one) => columns[one].test(bareName)) ?? 'other'
  })
  if (named.includes('item'))
    return named.map((one, place) => (one === 'item' && place > named.indexOf('item') ? 'note' : one))
  const first = named.findIndex((one) => one === 'other' || one === 'blank' || one === 'look' || one === 'note')
  return named.map((one, place) => (place === first ? 'item' : one))
}

export function cellOf(columns: readonly Column[], cells: readonly string[], wanted: Column): string {
  return cells[columns.indexOf(wanted)]?.trim() ?? ''
}

/** The rows of a table as items; a row whose further columns hold figures is a group of them. */
export function groupsOf(table: Table, customs: Customs): readonly (DraftItem | DraftGroup)[] {
  const found = columnsOf(table)
  return table.rows.flatMap((row): readonly (DraftItem | DraftGroup)[] => {
    const title = titleOf(table, row, found)
    if (title === null) return []
    const others = found.flatMap((column, place) => {
      const cell = row.cells[place] ?? ''
      return column === 'other' && /\d/u.test(cell) ? [{ name: table.header[place] ?? '', cell }] : []
    })
    if (others.length > 1) {
      const told = toldBy(table, found, cellOf(found, row.cells, 'frequency'))
      const items = others.map((one) => ({ ...figure(one, row.line, customs), told }))
      return [{ group: title, line: row.line, items }]
    }
    return [itemOfRow(table, row, found, customs)]
  })
}

function toldBy({ header }: Table, found: readonly Column[], cell: string): DraftItem['told'] {
  return cell === '' ? null : { column: header[found.indexOf('frequency')] ?? '', cell }
}

/** A row that is only numbered is named with its column: `Van 03`. */
function titleOf({ header }: Table, { cells }: Table['rows'][number], found: readonly Column[]): string | null {
  const text = cellOf(found, cells, 'item').replace(/^(?:\[[ xX]?\]|[\u2610-\u2612\u25A1])\s*/u, '')
  if (/\p{L}/u.test(text)) return text
  const name = header[found.indexOf('item')]?.trim() ?? ''
  return /\p{N}/u.test(text) && name !== '' ? `${name} ${text}` : null
}

export function itemOfRow(
  table: Table,
  { line, cells }: Table['rows'][number],
  found: readonly Column[],
  customs: Customs,
): DraftItem {
  const target = cellOf(found, cells, 'target')
  const often = cellOf(found, cells, 'frequency')
  const every = phraseOf(timingOf(often), untimed)
  const title = titleOf(table, { line, cells }, found) ?? ''
  const exact = /^-?\d+(?:[.,]\d+)?$/u.test(target) ? `= ${target}` : target
  const aimed = target === '' ? null : readingOf(`${title}: ____ (target: ${exact})`, customs.currency)
  const isAimed = aimed && (/[<>=]|\.\./u.test(aimed.asked) || aimed.unclear !== null)
  const reading = isAimed ? aimed : readingOf(title, customs.currency)
  const isAsked = reading === aimed && reading.unclear === null
  const rest = found.flatMap((column, place) => {
    const cell = cells[place]?.trim() ?? ''
    if (cell === '' || !/[\p{L}\p{N}]/u.test(cell)) return []
    if (column === 'note') return [cell]
    return column === 'other' ? [`${table.header[place] ?? ''}: ${cell}`] : []
  })
  const unread = target !== '' && !isAsked ? [`${table.header[found.indexOf('target')]}: ${target}`] : []
  return {
    ...bare(reading.title, [line]),
    asked: reading.asked,
    ifFailed: reading.ifFailed,
    unclear: unclearOf(reading, line),
    every,
    told: toldBy(table, found, often),
    look: cellOf(found, cells, 'look') || null,
    note:
      [reading.unclear === null ? reading.note : null, ...unread, ...rest]
        .filter((text) => text !== null && text !== '')
        .join(' · ') || null,
  }
}

function figure({ name, cell }: { name: string; cell: string }, line: number, customs: Customs): DraftItem {
  const exact = /^(\d+(?:\.\d+)?)\s?%\s*(.*)$/u.exec(cell)
  if (exact) return { ...bare(`${name} ${exact[2] ?? ''}`.trim(), [line]), asked: 'percent', note: cell }
  const read = itemRead(readingOf(`${name}: ${cell}`, customs.currency), line)
  return read.asked === '' ? { ...read, title: `${name}: ${cell}` } : read
}
