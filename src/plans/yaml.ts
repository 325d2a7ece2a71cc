import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Path } from './fault.ts'
import { isRestOfValue, misreadOf, partedMessage } from './misreads.ts'
import type { FaultRule, Rule } from './rules.ts'
import { syntaxComplaints } from './syntax.ts'

/** A YAML text as plain values in which every scalar is a string, so that `1.0`, `no` and `9:00` stay as written. */
export type Yaml = {
  readonly value: unknown
  readonly place: (path: Path, key: boolean, at: number) => Place
  readonly complaints: readonly SourceComplaint[]
  /** What it reads, and its author probably did not mean. */
  readonly remarks: readonly SourceComplaint<'comment'>[]
}

export type Place = { readonly line: number; readonly column: number }
export type SourceComplaint<Of extends Rule = FaultRule> = Place & { readonly rule: Of; readonly message: string }

type Spot = { readonly key: number | null; readonly value: number; readonly text: string | null }

const largestSource = 512 * 1024
const deepestNesting = 24

export function readYaml(source: string): Yaml {
  if (source.length > largestSource) return refused('too-large', 'a plan is at most 512 KB long')
  const counter = new LineCounter()
  try {
    // Repeated keys are found below: the library's own search is quadratic.
    const options = { schema: 'failsafe', lineCounter: counter, uniqueKeys: false, prettyErrors: false } as const
    return readDocument(parseDocument(source, options), source, counter)
  } catch (error) {
    if (error instanceof RangeError) return refused('too-deep', 'the file is nested too deeply to be a plan')
    throw error
  }
}

function refused(rule: FaultRule, message: string): Yaml {
  const start = { line: 1, column: 1 }
  return { value: undefined, place: () => start, complaints: [{ ...start, rule, message }], remarks: [] }
}

function readDocument(document: Document.Parsed, source: string, counter: LineCounter): Yaml {
  const at = (offset: number): Place => placeOf(counter, Math.min(offset, source.length))
  const complaints: SourceComplaint[] = syntaxComplaints(document, source, at)
  const spots = new Map<string, Spot>()
  const complain = (offset: number, rule: FaultRule, message: string) =>
    complaints.push({ ...at(offset), rule, message })
  const remarks: SourceComplaint<'comment'>[] = []
  const remark = (offset: number, message: string) => remarks.push({ ...at(offset), rule: 'comment', message })
  const walker = { source, spots, complain, remark }
  const value = complaints.length > 0 ? undefined : plainOf(document.contents, [], null, walker)
  return { value, complaints, remarks, place: (path, key, offset) => at(offsetOf(spots, path, key, offset, source)) }
}

/** Where a value begins, else where the nearest thing round it does. */
function offsetOf(spots: ReadonlyMap<string, Spot>, path: Path, key: boolean, at: number, source: string): number {
  const spot = spots.get(keyOf(path))
  if (!spot) return path.length === 0 ? 0 : offsetOf(spots, path.slice(0, -1), true, 0, source)
  if (key) return spot.key ?? spot.value
  if (at > 0 && source[spot.value] === '|') return inBlock(spot, at, source)
  const quote = /["']/.test(source[spot.value] ?? '') ? 1 : 0
  const verbatim = spot.text !== null && source.startsWith(spot.text, spot.value + quote)
  return spot.value + (at > 0 && verbatim ? at + quote : 0)
}

/** Each line of such a text is a line of the file that begins further in. */
function inBlock({ value, text }: Spot, at: number, source: string): number {
  const before = (text ?? '').slice(0, at).split('\n')
  const line = (text ?? '').split('\n')[before.length - 1] ?? ''
  const start = before.reduce((offset) => source.indexOf('\n', offset) + 1, value)
  const written = lineAt(source, start)
  return written.endsWith(line) ? start + written.length - line.length + (before.at(-1)?.length ?? 0) : value
}

function placeOf(counter: LineCounter, offset: number): Place {
  const { line, col } = counter.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

type Walker = {
  readonly source: string
  readonly spots: Map<string, Spot>
  readonly complain: (offset: number, rule: FaultRule, message: string) => void
  readonly remark: (offset: number, message: string) => void
}

function plainOf(node: unknown, path: Path, key: number | null, walker: Walker): unknown {
  if (!isNode(node)) return undefined
  const offset = node.range?.[0] ?? key ?? 0
  const text = isScalar(node) ? String(node.value ?? '') : null
  walker.spots.set(keyOf(path), { key, value: offset, text })
  if (path.length > deepestNesting) return complainOf(walker, offset, 'too-deep', 'this is nested too deeply')
  if (isAlias(node)) return complainOf(walker, offset, 'alias', `quote what begins with *: write "*${node.source}"`)
  if (node.anchor) return complainOf(walker, offset, 'anchor', `quote what begins with &: write "&${node.anchor}"`)
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
    return complainOf(walker, offset, 'tag', `quote what begins with !: write "${node.tag}"`)
  if (isMap(node)) return mapOf(node.flow ? withPartedWhole(node.items, walker) : node.items, path, walker)
  if (isSeq(node)) return node.items.map((item, index) => plainOf(item, [...path, index], null, walker))
  return scalarOf(node, path, key ?? offset, walker)
}

type Pair = { readonly key: unknown; readonly value: unknown }

/** Without what a comma between braces parted from the value before it, which is complained about once. */
function withPartedWhole(pairs: readonly Pair[], walker: Walker): readonly Pair[] {
  const isRest = ({ key, value }: Pair) => !isNode(value) && isScalar(key) && isRestOfValue(String(key.value ?? ''))
  return pairs.filter((pair, place) => {
    if (!isRest(pair)) return true
    const owner = pairs.slice(0, place).findLastIndex((one) => !isRest(one))
    const { key, value } = pairs[owner] ?? {}
    if (!isScalar(key) || !isScalar(value)) return true
    if (owner === place - 1) {
      const after = pairs.slice(place)
      const end = after.findIndex((one) => !isRest(one))
      const rest = after
        .slice(0, end < 0 ? undefined : end)
        .map((one) => String(isScalar(one.key) ? one.key.value : ''))
      const offset = value.range?.[0] ?? 0
      walker.complain(offset, 'misread', partedMessage(String(key.value), [String(value.value), ...rest]))
    }
    return false
  })
}

function mapOf(
  pairs: readonly { key: unknown; value: unknown }[],
  path: Path,
  walker: Walker,
): Record<string, unknown> {
  const entries: Record<string, unknown> = Object.create(null)
  for (const { key, value } of pairs) {
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
    if (!isScalar(key)) {
      walker.complain(offset, 'key', 'a key is plain text')
      continue
    }
    const name = String(key.value ?? '')
    if (Object.hasOwn(entries, name)) walker.complain(offset, 'repeated-key', `"${name}" is given twice`)
    entries[name] = plainOf(value, [...path, name], offset, walker)
    // A key without a colon and value has no node at all.
    if (!isNode(value)) walker.complain(offset, 'empty', `"${name}" has no value`)
  }
  return entries
}

function scalarOf(node: Node, path: Path, start: number, walker: Walker): unknown {
  if (!isScalar(node)) return undefined
  const text = String(node.value ?? '')
  const offset = node.range?.[0] ?? start
  const block = /^>[^\n]*\d[^\n]*/.exec(walker.source.slice(offset, offset + 80))
  const misread = text.trim() === '' || block ? misreadOf(lineAt(walker.source, block ? offset : start)) : null
  if (misread) {
    walker.complain(lineStart(walker.source, block ? offset : start) + misread.column - 1, 'misread', misread.message)
    return undefined
  }
  if (node.type === 'PLAIN') remarkComment(node.range?.[1] ?? offset, walker)
  if (node.type === 'PLAIN' && /^(|~|null)$/i.test(text)) {
    const name = typeof path.at(-1) === 'string' ? `"${path.at(-1)}"` : 'this line'
    return complainOf(walker, start, 'empty', `${name} has no value: give one or leave it out`)
  }
  return text
}

/** Whoever writes `- Table #4` or `- Freezer #2: number` wants the number; a comment has a space behind its sign. */
function remarkComment(end: number, { source, remark }: Walker): void {
  const comment = /^[ \t]+(#[\p{L}\p{N}].*)/u.exec(source.slice(end, end + 200))?.[1]?.trimEnd()
  if (comment === undefined) return
  const hash = source.indexOf('#', end)
  const [, name, value] =
    /^- +(.*#.*?): +(.*)$/u.exec(source.slice(lineStart(source, hash), hash + comment.length).trim()) ?? []
  const remedy = name ? `write - "${name}": ${value}` : 'put the whole text in quotes'
  remark(hash, `YAML reads "${comment}" as a comment: ${remedy}, or a space behind #`)
}

function complainOf(walker: Walker, offset: number, rule: FaultRule, message: string): undefined {
  walker.complain(offset, rule, message)
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}

function lineAt(source: string, offset: number): string {
  const end = source.indexOf('\n', offset)
  return source.slice(lineStart(source, offset), end < 0 ? undefined : end).replace(/\r$/, '')
}

function keyOf(path: Path): string {
  return path.join('\u0000')
}
