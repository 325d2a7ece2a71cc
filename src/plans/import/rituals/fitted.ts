import { itemsNamed } from '../../../domain/item-name.ts'
import { fieldsIn } from '../../../domain/template.ts'
import type { DraftGroup, DraftItem, DraftRitual, DraftSection, DraftText, DraftUnsaid, Sourced } from '../draft.ts'
import { beginningOf, longest, oneLine, type Room } from '../limits.ts'
import { headedDrafts } from './headed.ts'

const mostItems = 500
const full = `no room is left for it: such a text has at most ${longest.prose} characters`

/** A ritual with as much of its items and texts as the language of plans takes. */
export function ritualWithin(ritual: DraftRitual, room: Room): DraftRitual {
  const { lines, report } = ritual
  for (const one of [ritual, ...ritual.sections].flatMap(({ unsaid }) => unsaid)) room.leave([one.line], reasonOf(one))
  const [first, ...rest] = ritual.sections
  // A ritual has no note of its own: its first section tells it.
  const told = first ? [{ ...first, note: [...ritual.note, ...first.note] }, ...rest] : []
  const sections = withOwnTitles(withItems(told, room).map((section) => sectionWithin(section, room)))
  return {
    ...ritual,
    title: room.line(ritual.title, lines),
    note: [],
    ifFailed: prose(ritual.ifFailed, ' ', room),
    report: report && isFilledIn(report.text, sections) ? report : null,
    sections,
  }
}

function reasonOf({ every, where }: DraftUnsaid): string {
  const said = every === null ? 'nothing in the plan says when' : `"${every}" is not all that it says of when`
  return `${said}: its words are kept in the ${where}`
}

/** Whether all that a report names is still there, under its whole name. */
function isFilledIn(report: string, sections: readonly DraftSection[]): boolean {
  const all = headedDrafts(sections)
  return fieldsIn(report).every(({ name }) => name === 'date' || itemsNamed(name, all).length === 1)
}

/** Every line that a ritual comes from. */
export function linesOf({ lines, every, told, note, ifFailed, sections }: DraftRitual): readonly number[] {
  return [
    ...lines,
    ...(every?.lines ?? []),
    ...[...told, ...note, ...ifFailed].map(({ line }) => line),
    ...sections.flatMap(linesOfSection),
  ]
}

function linesOfSection({ line, every, look, note, ifFailed, run, expect, items }: DraftSection): readonly number[] {
  const said = [...look, ...note, ...ifFailed].map((one) => one.line)
  return [line, ...said, ...[every, run, expect].flatMap((one) => one?.lines ?? []), ...items.flatMap(linesOfEntry)]
}

function linesOfEntry(one: DraftItem | DraftGroup): readonly number[] {
  if ('group' in one) return [one.line, ...(one.around ?? []), ...one.items.flatMap(linesOfEntry)]
  return [...one.lines, ...(one.run?.lines ?? []), ...(one.expect?.lines ?? [])]
}

function withItems(sections: readonly DraftSection[], room: Room): readonly DraftSection[] {
  let free = mostItems
  const reason = `a ritual has at most ${mostItems} items`
  const taken = <One extends DraftItem | DraftGroup>(ones: readonly One[]): readonly One[] =>
    ones.flatMap((one): readonly One[] => {
      if (free === 0) room.leave(linesOfEntry(one), reason)
      else if ('group' in one) return [{ ...one, items: taken(one.items) }]
      else {
        free -= 1
        return [one]
      }
      return []
    })
  return sections.flatMap((section) => {
    const items = taken(section.items)
    if (items.length === 0) room.leave(linesOfSection(section), reason)
    return items.length > 0 ? [{ ...section, items }] : []
  })
}

function sectionWithin(section: DraftSection, room: Room): DraftSection {
  const { head, rest } = titleOf(section.title)
  const over = rest === '' ? [] : [{ text: rest, line: section.line }]
  return {
    ...section,
    title: head,
    look: prose(section.look, '. ', room),
    note: prose([...over, ...section.note], ' ', room),
    ifFailed: prose(section.ifFailed, '. ', room),
    run: text(section.run, room),
    expect: text(section.expect, room),
    items: section.items.map((one) => ('group' in one ? groupWithin(one, room) : itemWithin(one, room))),
  }
}

function groupWithin(one: DraftGroup, room: Room): DraftGroup {
  const { group, line, around = [], items } = one
  return { ...one, group: room.line(group, [line, ...around]), items: items.map((item) => itemWithin(item, room)) }
}

/** What is too long for a title goes on in the note. */
function itemWithin(item: DraftItem, room: Room): DraftItem {
  const { head, rest } = titleOf(item.title)
  if (item.unclear) room.leave([item.unclear.line], item.unclear.text)
  const note = [rest, item.note ?? ''].filter((said) => said !== '').join(' ')
  return {
    ...item,
    title: head,
    look: item.look && room.prose(item.look, item.lines),
    note: note === '' ? null : room.prose(note, item.lines),
    ifFailed: item.ifFailed && room.prose(item.ifFailed, item.lines),
    run: text(item.run, room),
    expect: text(item.expect, room),
  }
}

function titleOf(title: string): { readonly head: string; readonly rest: string } {
  const said = oneLine(title)
  if (said.length <= longest.line) return { head: said, rest: '' }
  const { head, rest } = beginningOf(said, longest.line - 1)
  return { head: `${head}…`, rest: `…${rest}` }
}

function text(said: DraftText | null, room: Room): DraftText | null {
  return said && { ...said, text: room.prose(said.text, said.lines) }
}

/** As many of the pieces as have room beside each other. */
function prose(said: readonly Sourced[], between: string, room: Room): readonly Sourced[] {
  const kept: Sourced[] = []
  let length = 0
  for (const { text, line } of said) {
    const short = room.prose(text, [line])
    const longer = length + (kept.length > 0 ? between.length : 0) + short.length
    if (longer > longest.prose) room.leave([line], full)
    else {
      kept.push({ text: short, line })
      length = longer
    }
  }
  return kept
}

/** What a section with a cadence of its own is called is all that tells its checklists from others. */
function withOwnTitles(sections: readonly DraftSection[]): readonly DraftSection[] {
  const taken = new Set<string>()
  return sections.map((section) => {
    if (section.every === null) return section
    let { title } = section
    for (let again = 2; taken.has(title); again++)
      title = `${beginningOf(section.title, longest.line - 8).head} (${again})`
    taken.add(title)
    return { ...section, title }
  })
}
