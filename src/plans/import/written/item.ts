import type { Node, YAMLMap } from 'yaml'
import { parseItemLine } from '../../items/item-line.ts'
import type { DraftGroup, DraftItem } from '../draft.ts'
import { beginningOf, longest, oneLine } from '../limits.ts'
import { type Book, keysOf, nodeOf } from './paper.ts'

/** An item or a group of them, in the shortest form that says it all. */
export function itemNode(one: DraftItem | DraftGroup, path: string, book: Book): Node {
  if (!('group' in one)) return single(one, path, book)
  const keys = keysOf()
  const place = `${path}/${one.group}`
  book.at(place, [one.line, ...(one.around ?? [])])
  keys.put('group', line(one.group), { line: one.line })
  keys.items('items', one.items, (item) => single(item, place, book))
  return keys.map
}

function single(item: DraftItem, path: string, book: Book): Node {
  const title = line(item.title)
  book.at(`${path}/${title}`, [...item.lines, ...(item.run?.lines ?? []), ...(item.expect?.lines ?? [])])
  const more = {
    compare: item.compare.length > 0 ? item.compare : null,
    optional: item.optional ? true : null,
    look: item.look,
    run: item.run?.text,
    expect: item.expect?.text,
    note: item.note && oneLine(item.note),
    'if-failed': item.ifFailed,
  }
  const said = Object.entries(more).filter(([, value]) => value !== null && value !== undefined)
  if (said.length === 0 && item.asked === '' && isPlain(title)) return nodeOf(title)
  if (said.length === 0 && item.asked !== '' && !/^(?:item|group|for-each)$/u.test(title))
    return pair(title, item.asked)
  const [, kind = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(item.asked) ?? []
  const keys = {
    item: title,
    ...(kind === '' ? {} : { [kind]: rest === '' ? true : rest }),
    ...Object.fromEntries(said),
  }
  return nodeOf(keys)
}

/** A title that would be read as a title with its kind is written with its key. */
function isPlain(title: string): boolean {
  const read = parseItemLine(title)
  return read.ok && read.value.title === title && read.value.kind === 'check'
}

function pair(title: string, asked: string): YAMLMap {
  const map = nodeOf({ [title]: asked }) as YAMLMap
  map.flow = false
  return map
}

/** One line, of a length that the language takes. */
export function line(text: string): string {
  const one = oneLine(text)
  return one.length <= longest.line ? one : `${beginningOf(one, longest.line - 1).head}…`
}
