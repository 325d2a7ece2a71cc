import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vitest/node'

/** Any node of a syntax tree: its type, where it begins, and its parts. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

/** One file, read: `path` from the root of the tree, as `src/domain/plan.ts`. */
export type Source = { readonly path: string; readonly nodes: readonly Node[]; lineOf(node: Node): number }

/** Every file of TypeScript in these folders of a tree; fixtures are trees of their own. */
export function readTree(root: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => filesIn(root, folder))
    .filter((path) => /\.tsx?$/u.test(path) && !path.includes('/fixtures/'))
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')))
}

function filesIn(root: string, folder: string): readonly string[] {
  const entries = readdirSync(root).includes(folder)
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    : []
  return entries.map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`).sort()
}

function parse(path: string, text: string): Source {
  const tree = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path)
  return {
    path,
    nodes: [...nodesIn(tree)],
    lineOf: ({ start }) => text.slice(0, start).split('\n').length,
  }
}

function* nodesIn(part: unknown): Generator<Node> {
  if (typeof part !== 'object' || part === null) return
  if (isNode(part)) yield part
  for (const inner of Object.values(part)) yield* nodesIn(inner)
}

export const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && typeof (part as Node).type === 'string'

/** The name of an identifier or of a plain member; else undefined. */
export function nameOf(part: unknown): string | undefined {
  if (!isNode(part)) return undefined
  if (part.type === 'Identifier') return String(part.name)
  if (part.type === 'Literal') return String(part.value)
  return undefined
}

/** `Date.now` of whatever is written `Date.now` or `Date['now']`. */
export function memberOf(part: unknown): string | undefined {
  return isNode(part) && part.type === 'MemberExpression'
    ? `${nameOf(part.object)}.${nameOf(part.property)}`
    : undefined
}
