import { arrows, exceptions, partOf } from './arrows.ts'
import { type Import, importsOf } from './imports.ts'
import { isNode, memberOf, type Node, nameOf, type Source } from './source.ts'

export type Breach = { readonly rule: Rule; readonly where: string; readonly what: string }

/** Each finds the nodes of a file that break it. */
const rules = {
  'arrows point one way': (source: Source) => wrongArrows(source),
  'the clock is an argument': (source: Source) => (mayReadClock(source.path) ? [] : clockReads(source)),
  'the environment is read in one place': (source: Source) =>
    !inSource(source) || /^src\/(config\.ts|cli\/)/u.test(source.path) ? [] : environmentReads(source),
  'a view waits for nothing': (source: Source) =>
    source.path.startsWith('src/slack/views/') ? source.nodes.filter(waits) : [],
  'no test replaces a module': (source: Source) => (inSource(source) ? [] : replacedModules(source)),
  'everything exported has a name': (source: Source) => source.nodes.filter(isDefaultExport),
} as const

export type Rule = keyof typeof rules

export const ruleNames = Object.keys(rules) as readonly Rule[]

export function breachesIn(sources: readonly Source[]): readonly Breach[] {
  return sources.flatMap((source) =>
    ruleNames.flatMap((rule) =>
      rules[rule](source).map((node) => ({
        rule,
        where: `${source.path}:${source.lineOf(node)}`,
        what: wordsFor(node),
      })),
    ),
  )
}

const inSource = ({ path }: Source): boolean => path.startsWith('src/')

function wordsFor(node: Node): string {
  return isNode(node.source) ? `${node.type} of ${nameOf(node.source)}` : (memberOf(node.callee ?? node) ?? node.type)
}

function wrongArrows(source: Source): readonly Node[] {
  if (!inSource(source)) return []
  return importsOf(source).flatMap((taken) => (isAllowed(source.path, taken) ? [] : taken.node))
}

function isAllowed(path: string, { to, onlyTypes }: Import): boolean {
  const part = partOf(path)
  if (part === undefined || to === null) return false
  const target = 'file' in to ? to.file : to.package
  if (exceptions.some((each) => each.from === path && each.to === target)) return true
  const { from, types = [], packages, packageTypes = [] } = arrows[part]
  if ('file' in to) {
    const other = partOf(to.file)
    return other !== undefined && (from.includes(other) || (onlyTypes && types.includes(other)))
  }
  const isNodes = to.package.startsWith('node:') && packages.includes('node:')
  return isNodes || packages.includes(to.package) || (onlyTypes && packageTypes.includes(to.package))
}

/** Where the clock is made; the sandbox is a platform with a clock of its own. */
const mayReadClock = (path: string): boolean => !/^src\//u.test(path) || /^src\/(clock\.ts|sandbox\/)/u.test(path)

/** Functions of date-fns that compare with now. */
const readsClock =
  /Now$|^is(Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w+)$|^(start|end)Of(Today|Tomorrow|Yesterday)$/u

function clockReads({ path, nodes }: Source): readonly Node[] {
  const pacing = path === 'src/slack/delivery/pace.ts'
  return nodes.filter((node) => {
    const member = memberOf(node)
    if (member === 'performance.now') return !pacing
    if (member === 'Date.now' || member === 'process.hrtime' || member === 'Temporal.Now') return true
    if (/^date-fns(\/|$)/u.test(nameOf(node.source) ?? ''))
      return importedNames(node).some((name) => readsClock.test(name))
    if (nameOf(node.callee) !== 'Date') return false
    return node.type === 'CallExpression' || (node.type === 'NewExpression' && isEmpty(node.arguments))
  })
}

function environmentReads({ nodes }: Source): readonly Node[] {
  return nodes.filter(
    (node) =>
      memberOf(node) === 'process.env' ||
      (node.type === 'VariableDeclarator' && nameOf(node.init) === 'process' && keysOf(node.id).includes('env')) ||
      (node.type === 'ImportDeclaration' && nameOf(node.source) === 'node:process'),
  )
}

function waits(node: Node): boolean {
  return (
    node.async === true || node.type === 'AwaitExpression' || (node.type === 'Identifier' && node.name === 'Promise')
  )
}

function replacedModules({ nodes }: Source): readonly Node[] {
  const replacers = ['mock', 'doMock', 'unmock', 'doUnmock'].flatMap((verb) => [`vi.${verb}`, `vitest.${verb}`])
  return nodes.filter((node) => node.type === 'CallExpression' && replacers.includes(memberOf(node.callee) ?? ''))
}

function isDefaultExport(node: Node): boolean {
  return (
    node.type === 'ExportDefaultDeclaration' || (node.type === 'ExportSpecifier' && nameOf(node.exported) === 'default')
  )
}

function importedNames({ specifiers }: Node): readonly string[] {
  return Array.isArray(specifiers) ? specifiers.map((each: Node) => nameOf(each.imported ?? each.local) ?? '') : []
}

const isEmpty = (part: unknown): boolean => Array.isArray(part) && part.length === 0

function keysOf(pattern: unknown): readonly (string | undefined)[] {
  const properties = isNode(pattern) && Array.isArray(pattern.properties) ? pattern.properties : []
  return properties.map((property: Node) => nameOf(property.key))
}
