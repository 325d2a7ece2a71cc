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
  const keys: Keys = {
    map,
    put(key, value, remark) {
      if (!isNothing(value)) map.add(new Pair(scalar(key), commented(nodeOf(value), remark)))
      return keys
    },
    within(key, write, remark) {
      const inner = keysOf()
      write(inner)
      if (inner.map.items.length > 0) map.add(new Pair(scalar(key), commented(inner.map, remark)))
      return keys
    },
    list(key, ones, write) {
      const list = new YAMLSeq()
      for (const one of ones) {
        const inner = keysOf()
        write(inner, one)
        list.add(inner.map)
      }
      if (list.items.length > 0) map.add(new Pair(scalar(key), list))
      return keys
    },
    items(key, ones, node) {
      const list = new YAMLSeq()
      for (const one of ones) list.add(node(one))
      if (list.items.length > 0) map.add(new Pair(scalar(key), list))
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
  const file = new Document(map)
  file.commentBefore = heading
  return file.toString({ lineWidth: 0, flowCollectionPadding: true, blockQuote: 'literal' })
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
  if (isScalar(node) && node.type !== Scalar.BLOCK_LITERAL) node.comment = ` ${said}`
  else if (isScalar(node)) node.comment = ` ${said}`
  else if ('flow' in node && node.flow) node.comment = ` ${said}`
  else node.commentBefore = ` ${said}`
  return node
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
