import { isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml'

export type Chosen = { readonly at: string; readonly value: string }

/** What stands in an imported plan behind `# chosen`, in order: the way to it, and what was chosen. */
export function chosenIn(yaml: string): readonly Chosen[] {
  return chosenUnder(parseDocument(yaml).contents, [])
}

function chosenUnder(node: unknown, path: readonly string[]): readonly Chosen[] {
  if (!isNode(node)) return []
  const own = isChosen(node) ? [{ at: path.join('/'), value: written(node) }] : []
  return own.length > 0 ? own : partsOf(node).flatMap(([key, part]) => chosenUnder(part, [...path, key]))
}

const isChosen = ({ comment }: Node): boolean => /^\s*chosen\b/.test(comment ?? '')

function partsOf(node: Node): readonly (readonly [string, unknown])[] {
  if (isSeq(node)) return node.items.map((item, index) => [String(index + 1), item])
  if (!isMap(node)) return []
  return node.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? [[String(pair.key.value), pair.value]] : [],
  )
}

function written(node: Node): string {
  const value: unknown = node.toJSON()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
