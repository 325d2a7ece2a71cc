import { printDuration } from '../../duration.ts'
import type { DraftRitual, DraftSection, DraftText, DraftTold, Sourced } from '../draft.ts'
import { itemNode, line } from './item.ts'
import { type Book, type Keys, nodeOf, type Remark } from './paper.ts'

/** The keys of a ritual or of a procedure. */
export function writeRitual(keys: Keys, ritual: DraftRitual, path: string, book: Book): void {
  const { title, lines, every, takes, openFor, limit, owner, report } = ritual
  book.at(path, lines)
  keys.put('title', line(title), from(lines[0]))
  if (every) {
    keys.put('every', every.every, { chosen: every.chosen })
    book.at(`${path}/every`, every.lines)
  }
  if (openFor) keys.put('open-for', printDuration(openFor.minutes))
  if (takes) {
    keys.put('takes', printDuration(takes.minutes))
    book.at(`${path}/takes`, [takes.line])
  }
  if (limit) {
    keys.put('limit', printDuration(limit.minutes))
    book.at(`${path}/limit`, [limit.line])
  }
  if (owner) {
    keys.put('owner', owner.text)
    book.at(`${path}/owner`, [owner.line])
  }
  for (const { of, line: told } of ritual.told) book.at(`${path}${placeOfTold(of, ritual)}`, [told])
  writeProse(keys, 'if-failed', ritual.ifFailed, path, book)
  const [only, second] = ritual.sections
  if (only && !second && isBare(only)) keys.items('items', only.items, (one) => itemNode(one, path, book))
  else keys.list('sections', ritual.sections, (inner, section) => writeSection(inner, section, path, book, title))
  if (report) {
    keys.within('report', (inner) => inner.put('text', report.text.replace(/^\n+/u, '')))
    book.at(`${path}/report`, report.lines)
  }
}

/** Where each section has a cadence of its own, the ritual has none. */
function placeOfTold(of: DraftTold['of'], { every, takes, limit }: DraftRitual): string {
  if (of === 'every') return every ? '/every' : ''
  return takes ? '/takes' : limit ? '/limit' : ''
}

/** What stands under no heading has a title that the document does not say. */
function from(first: number | undefined): Remark {
  return first ? { line: first } : { chosen: true }
}

/** Items alone need no section around them. */
function isBare({ title, every, takes, phase, look, note, run, expect, ifFailed }: DraftSection): boolean {
  return (
    title === '' && !every && !takes && !phase && !run && !expect && look.length + note.length + ifFailed.length === 0
  )
}

function writeSection(keys: Keys, section: DraftSection, ritual: string, book: Book, ritualTitle: string): void {
  const title = line(section.title === '' ? ritualTitle : section.title)
  const path = `${ritual}/${title}`
  book.at(path, [section.line])
  keys.put('title', title, from(section.line))
  const { every, takes, phase } = section
  if (phase) keys.put('phase', `${printDuration(phase.from)} to ${printDuration(phase.to)}`)
  if (every) {
    keys.put('every', every.every, { chosen: every.chosen })
    book.at(`${path}/every`, every.lines)
  }
  if (takes) {
    keys.put('takes', printDuration(takes.minutes))
    book.at(`${path}/takes`, [takes.line])
  }
  writeProse(keys, 'look', section.look, path, book, '. ')
  writeText(keys, 'run', section.run, path, book)
  writeText(keys, 'expect', section.expect, path, book)
  writeProse(keys, 'note', section.note, path, book, ' ')
  writeProse(keys, 'if-failed', section.ifFailed, path, book, '. ')
  keys.items('items', section.items, (one) => itemNode(one, path, book))
}

function writeProse(keys: Keys, key: string, said: readonly Sourced[], path: string, book: Book, between = ' '): void {
  if (said.length === 0) return
  keys.put(key, nodeOf(said.map(({ text }) => text).join(between)))
  book.at(
    `${path}/${key}`,
    said.map((one) => one.line),
  )
}

function writeText(keys: Keys, key: string, said: DraftText | null, path: string, book: Book): void {
  if (!said) return
  keys.put(key, said.text)
  book.at(`${path}/${key}`, said.lines)
}
