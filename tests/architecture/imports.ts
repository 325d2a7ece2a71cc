import { posix } from 'node:path'
import { isNode, type Node, type Source } from './source.ts'

export type Import = {
  readonly node: Node
  /** A path from the root of the tree, a package, or null where only running the program would tell. */
  readonly to: { readonly file: string } | { readonly package: string } | null
  /** Gone when the program runs. */
  readonly onlyTypes: boolean
}

/** Everything that a file takes from elsewhere: imports, re-exports, dynamic imports, and types in place. */
export function importsOf({ path, nodes }: Source): readonly Import[] {
  return nodes.flatMap((node) => {
    const source = sourceOf(node)
    return source === undefined ? [] : { node, to: targetOf(path, source), onlyTypes: isOnlyTypes(node) }
  })
}

function sourceOf(node: Node): Node | undefined {
  const takes = [
    'ImportDeclaration',
    'ExportAllDeclaration',
    'ExportNamedDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  return takes.includes(node.type) && isNode(node.source) ? node.source : undefined
}

function targetOf(path: string, source: Node): Import['to'] {
  if (source.type !== 'Literal' || typeof source.value !== 'string') return null
  if (source.value.startsWith('.')) return { file: posix.join(posix.dirname(path), source.value) }
  if (source.value.startsWith('node:')) return { package: source.value }
  const [scopeOrName = '', name] = source.value.split('/')
  return { package: scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName }
}

function isOnlyTypes(node: Node): boolean {
  if (node.type === 'TSImportType') return true
  const kindOf = ({ importKind, exportKind }: Node) => importKind ?? exportKind
  const specifiers = (Array.isArray(node.specifiers) ? node.specifiers : []) as readonly Node[]
  return kindOf(node) === 'type' || (specifiers.length > 0 && specifiers.every((each) => kindOf(each) === 'type'))
}
