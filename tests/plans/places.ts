import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'

/** Anything in a plan file that a line of a document may have become. */
export type Place = {
  /** Each way to name it: with its group or without, or its list and its number there, counted from 1. */
  readonly paths: readonly string[]
  readonly title: string
  /** Of the file, as are `line` and all that it says; counted from 1. */
  readonly text: string
  readonly line: number
  readonly chosen: boolean
  /** Whether it must have come from the document: a key of the plan itself, or an entry of one. */
  readonly asked: boolean
  readonly isItem: boolean
  readonly within: Place | null
}

/** The places of a plan file, without regard to what they mean. */
export function placesOf(source: string): readonly Place[] {
  const counter = new LineCounter()
  const { contents } = parseDocument(source, { schema: 'failsafe', lineCounter: counter, uniqueKeys: false })
  const places: Place[] = []
  if (isMap(contents)) walkMap(contents.items, outermost, { source, rows: source.split('\n'), counter, places })
  return places
}

type Reader = {
  readonly source: string
  readonly rows: readonly string[]
  readonly counter: LineCounter
  readonly places: Place[]
}

/** Where a walk is: the place around it, and in which list it stands. */
type Spot = { readonly paths: readonly string[]; readonly around: Place | null; readonly list: string | null }

const outermost: Spot = { paths: [''], around: null, list: null }
/** Whose entries are named right behind what has them. */
const silent = new Set(['sections', 'items'])
/** Lists of lines under headings. */
const ofHeading = /^(targets|practices|documents)\//
const titles = ['title', 'item', 'group', 'name', 'role', 'person']

function walkMap(pairs: readonly Pair[], spot: Spot, reader: Reader): void {
  for (const { key, value } of pairs) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const inner = isNode(value) ? value : null
    if (silent.has(name) && isSeq(inner) && spot.around) walk(inner, { ...spot, list: name }, reader)
    else {
      const depth = spot.paths[0] === '' ? 0 : (spot.paths[0] as string).split('/').length
      const place = placed(name, [start(key), inner ? end(inner) : end(key)], spot, reader, {
        paths: spot.paths.map((path) => join(path, name)),
        asked: depth === 0 ? isScalar(inner) && name !== 'plan' : depth === 1 && spot.list === null,
        isItem: false,
      })
      if (inner) walk(inner, { paths: place.paths, around: place, list: null }, reader)
    }
  }
}

function walk(node: Node, spot: Spot, reader: Reader): void {
  if (isMap(node)) walkMap(node.items, spot, reader)
  if (!isSeq(node)) return
  for (const [index, entry] of node.items.entries()) {
    if (!isNode(entry)) continue
    const title = titleOf(entry)
    const isGroup = isMap(entry) && entry.has('group')
    const byNumber = join(spot.paths[0] ?? '', String(index + 1))
    const ofItems = spot.list === 'items'
    const place = placed(title, [start(entry), end(entry)], spot, reader, {
      paths: title === '' ? [byNumber] : [...spot.paths.map((path) => join(path, title)), byNumber],
      asked: spot.list !== null || !(spot.paths[0] ?? '').includes('/') || ofHeading.test(spot.paths[0] ?? ''),
      isItem: ofItems && !isGroup,
    })
    const paths = isGroup ? [...place.paths, ...spot.paths] : place.paths
    if (isMap(entry)) walkMap(entry.items, { paths, around: place, list: spot.list ?? 'entry' }, reader)
  }
}

function placed(
  title: string,
  [from, to]: readonly [number, number],
  { around }: Spot,
  { source, rows, counter, places }: Reader,
  known: Pick<Place, 'paths' | 'asked' | 'isItem'>,
): Place {
  const line = counter.linePos(from).line
  const chosen = /#.*\bchosen\b/.test(rows[line - 1] ?? '')
  const place = { ...known, title, line, chosen, text: source.slice(from, to), within: around }
  places.push(place)
  return place
}

/** A text itself, what a map says of its title, or the key of `title: kind`. */
function titleOf(node: Node): string {
  if (isScalar(node)) return String(node.value)
  if (!isMap(node)) return ''
  const key = titles.find((one) => node.has(one)) ?? null
  if (key !== null) return String(node.get(key)).replace(/\s+/g, ' ')
  const [only, second] = node.items
  return only && !second && isScalar(only.key) ? String(only.key.value) : ''
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}

function start(node: Node): number {
  return node.range?.[0] ?? 0
}

function end(node: Node): number {
  return node.range?.[1] ?? start(node)
}
