import { Document, isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Placed } from '../imported.ts'

/** The plan file as it is written: keys in their order, comments, and which line went where. */
export type Keys = {
  /** Leaves out what is null or empty. */
  put(key: string, value: unknown, remark?: Remark): Keys
  /** Keys within a key. */
  within(key: string, write: (keys: Keys) => void, remark?: Remark): Keys
  /** A list of keys within a key. */
  list<One>(key: string, ones: readonly One[], write: (keys: Keys, one: One) => void): Keys
  /** Items: a line, or keys. */
  items<One>(key: string, ones: readonly One[], node: (one: One) => Node): Keys
  /** A comment before the next key. */
  remark(text: string): void
  readonly map: YAMLMap
}

export type Remark = {
  /** What the document leaves open. */
  readonly chosen?: string | true | null
  readonly line?: number
}

export type Book = { readonly placed: Placed[]; at(path: string, lines: readonly (number | undefined)[]): void }

export function placedBook(): Book {
  const placed: Placed[] = []
  return {
    placed,
    at(path, lines) {
      for (const line of lines) if (line !== undefined && line > 0) placed.push({ line, at: path })
    },
  }
}

export function keysOf(map: YAMLMap = new YAMLMap()): Keys {
  let before: string | null = null
  const add = (key: string, value: Node) => {
    const name = scalar(key)
    if (before !== null) name.commentBefore = before
    before = null
    map.add(new Pair(name, value))
  }
  const keys: Keys = {
    map,
    remark(text) {
      before = text
    },
    put(key, value, remark) {
      if (!isNothing(value)) add(key, commented(nodeOf(value), remark))
      return keys
    },
    within(key, write, remark) {
      const inner = keysOf()
      write(inner)
      if (inner.map.items.length > 0) add(key, commented(inner.map, remark))
      return keys
    },
    list(key, ones, write) {
      const list = new YAMLSeq()
      for (const one of ones) {
        const inner = keysOf()
        write(inner, one)
        list.add(inner.map)
      }
      if (list.items.length > 0) add(key, list)
      return keys
    },
    items(key, ones, node) {
      const list = new YAMLSeq()
      for (const one of ones) list.add(node(one))
      if (list.items.length > 0) add(key, list)
      return keys
    },
  }
  return keys
}

const width = 116

/** On one line where it is short; texts of several lines keep theirs. */
export function nodeOf(value: unknown): Node {
  const node = document.createNode(value)
  if (node instanceof YAMLMap || node instanceof YAMLSeq) {
    const inOneLine = JSON.stringify(value).length <= width && !JSON.stringify(value).includes('\\n')
    node.flow = inOneLine
  }
  if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL
  return node as Node
}

export function yamlOf({ map }: Keys, heading: string): string {
  space(map)
  const file = new Document(map)
  file.commentBefore = heading
  return file.toString({ lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' })
}

/** Empty lines between what a reader looks for: the parts of the plan, its rituals, and their sections. */
function space({ items }: YAMLMap): void {
  for (const { key, value } of items) {
    if (!isScalar(key)) continue
    if (value instanceof YAMLMap) key.spaceBefore = true
    if ((key.value === 'rituals' || key.value === 'procedures') && value instanceof YAMLMap)
      value.items.forEach(spaceRitual)
  }
}

function spaceRitual({ key, value }: Pair, place: number): void {
  if (isScalar(key)) key.spaceBefore = place > 0
  const sections = value instanceof YAMLMap ? value.get('sections') : null
  if (!(sections instanceof YAMLSeq)) return
  for (const section of sections.items.slice(1)) if (section instanceof YAMLMap) section.spaceBefore = true
}

const document = new Document()

function scalar(key: string): Scalar {
  return document.createNode(key) as Scalar
}

function commented<One extends Node>(node: One, { chosen, line }: Remark = {}): One {
  const said = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(chosen ? [chosen === true ? 'chosen' : `chosen: ${chosen}`] : []),
  ].join('; ')
  if (said === '') return node
  const onItsLine = isScalar(node) || ('flow' in node && node.flow === true)
  if (onItsLine) node.comment = ` ${said}`
  else node.commentBefore = ` ${said}`
  return node
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
