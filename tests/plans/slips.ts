import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { functions, itemKinds } from '../../src/domain/item.ts'

/** Plans that ship, whole. */
export const shipped: readonly string[] = readdirSync('plans')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(`plans/${file}`, 'utf8'))

/** What they say of themselves, with a ritual of one line. */
export const heads: readonly string[] = shipped.map((source) =>
  [...blocksOf(source).filter((block) => !isLong(block)), 'rituals: { a: { every: day, items: [x] } }'].join('\n'),
)

/** Each of their rituals and procedures with the little that it needs round it: read in no time, thousands of times. */
export const pieces: readonly string[] = shipped.flatMap(piecesOf)

type Slip = { readonly kind: string; readonly line: number; readonly column: number; readonly text: string }

const marks = [
  ':',
  ': ',
  '"',
  "'",
  '[',
  '{',
  '}',
  '- ',
  '#',
  '@',
  '>',
  '|',
  '\t',
  '*a',
  '&a ',
  '!x ',
  '---\n',
  '? ',
  ',',
]
const words = [
  ...['\u0000', '<<: ', 'T+1w', ' from ', ' until ', ', ', '99', '0', '-', '%', '\u00a0', '{each}', 'for-each: '],
  ...itemKinds.map((kind) => `${kind}: `),
]

/** A slip of the hand: a character too many or too few, a line lost, moved or repeated, an indentation changed. */
const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'drop', 'swap', 'repeat', 'indent', 'cut'),
  line: fc.nat(5000),
  column: fc.nat(60),
  text: fc.oneof(fc.constantFrom(...marks, ...words), fc.string({ maxLength: 4 })),
})

/** A text with slips in a few of its lines. */
export const slipped = (sources: readonly string[]): fc.Arbitrary<string> =>
  fc
    .record({ source: fc.constantFrom(...sources), slips: fc.array(slip, { minLength: 1, maxLength: 4 }) })
    .map(({ source, slips }) => slips.reduce(withSlip, source.split('\n')).join('\n'))

function withSlip(rows: readonly string[], { kind, line: asked, column, text }: Slip): string[] {
  const line = asked % Math.max(1, rows.length)
  const row = rows[line] ?? ''
  const replaced = (...by: readonly string[]) => [...rows.slice(0, line), ...by, ...rows.slice(line + 1)]
  switch (kind) {
    case 'insert':
      return replaced(row.slice(0, column) + text + row.slice(column))
    case 'delete':
      return replaced(row.slice(0, column) + row.slice(column + 1))
    case 'drop':
      return replaced()
    case 'swap':
      return [...rows.slice(0, line), rows[line + 1] ?? '', row, ...rows.slice(line + 2)]
    case 'repeat':
      return replaced(row, row)
    case 'indent':
      return replaced(column % 2 ? ` ${row}` : row.replace(/^ {1,2}/, ''))
    default:
      return rows.slice(0, line)
  }
}

type Change = { readonly kind: string; readonly at: number; readonly from: number; readonly key: string }

const keys = [
  'every',
  'items',
  'sections',
  'item',
  'group',
  'for-each',
  'compute',
  'people',
  'rotation',
  'targets',
  'x',
]

/** One thing of a plan put in place of another, left out, wrapped, renamed or doubled. */
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('leave out', 'replace', 'wrap in a list', 'wrap in a map', 'rename', 'double', 'text', 'count'),
  at: fc.nat(100_000),
  from: fc.nat(100_000),
  key: fc.constantFrom(...keys, ...functions, ...itemKinds),
})

/** A plan whose parts do not fit. */
export const misshapen = (sources: readonly string[]): fc.Arbitrary<string> => {
  const plans = sources.map((source): unknown => parse(source, { schema: 'failsafe' }))
  return fc
    .record({ plan: fc.nat(plans.length - 1), changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
    .map(({ plan, changes }) => stringify(changes.reduce(changed, plans[plan])))
}

type Node = { readonly owner: Record<string | number, unknown>; readonly key: string | number; readonly value: unknown }

function changed(plan: unknown, { kind, at, from, key }: Change): unknown {
  const copy: unknown = structuredClone(plan)
  const nodes = nodesOf(copy)
  const node = nodes[at % Math.max(1, nodes.length)]
  if (!node) return copy
  const other = structuredClone(nodes[from % nodes.length]?.value)
  const put = (value: unknown) => {
    node.owner[node.key] = value
  }
  switch (kind) {
    case 'leave out':
      if (Array.isArray(node.owner)) node.owner.splice(Number(node.key), 1)
      else delete node.owner[node.key]
      break
    case 'replace':
      put(other)
      break
    case 'wrap in a list':
      put([node.value])
      break
    case 'wrap in a map':
      put({ [key]: node.value })
      break
    case 'rename':
      if (!Array.isArray(node.owner)) delete node.owner[node.key]
      node.owner[key] = node.value
      break
    case 'double':
      put(Array.isArray(node.value) ? [...node.value, ...node.value] : [node.value, other])
      break
    case 'text':
      put(key)
      break
    default:
      put(String(from))
  }
  return copy
}

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return []
  const owner = value as Record<string | number, unknown>
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return steps.flatMap((key) => [{ owner, key, value: owner[key] }, ...nodesOf(owner[key])])
}

function piecesOf(source: string): string[] {
  const blocks = blocksOf(source)
  const round = blocks.filter((block) => /^(plan|timezone|launch|channel|owner|roles|calendars?):/.test(block))
  return blocks.filter(isLong).flatMap((block) => {
    const [, ...entries] = block.split(/\n(?= {2}[a-z])/)
    return entries.map((entry) => [...round, 'rituals:', entry].join('\n'))
  })
}

function blocksOf(source: string): string[] {
  return source.split(/\n(?=[a-z])/).map((block) => block.replace(/procedure: [a-z-]+(, )?/g, ''))
}

function isLong(block: string): boolean {
  return /^(rituals|procedures):/.test(block)
}
