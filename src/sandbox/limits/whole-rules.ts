import { list, record, records, recordsWithin, string } from '../json.ts'
import { anyBlocks } from './block-shapes.ts'
import { allowedShapes } from './property-rules.ts'
import { type Finding, finding, type Node, none, type Rule } from './rules.ts'

const within = (node: Node, type: string) => recordsWithin(node.value.blocks).filter((one) => one.type === type)

/** A row for a limit on the whole of one shape: `measure` above `max` is refused at `pointer`. */
function limit(
  name: string,
  shape: string,
  max: number,
  measure: (node: Node) => number,
  at = '/blocks',
  error?: string,
): Rule {
  const type = error === 'msg_blocks_too_long' || name.includes('characters') ? 'max_length' : 'max_items'
  const message =
    type === 'max_length' ? `must be less than ${max + 1} characters` : `no more than ${max} items allowed`
  return {
    name,
    says: message,
    shapes: [shape],
    check: (node) => {
      const got = measure(node)
      return got <= max ? none : [finding(node.pointer + at, message, { type, expected: max, got }, error)]
    },
  }
}

/** A row for properties whose values may not repeat among `of(node)`. */
function unique(name: string, shape: string, of: (node: Node) => readonly { pointer: string; id: unknown }[]): Rule {
  return {
    name,
    says: 'may not repeat',
    shapes: [shape],
    check: (node) => {
      const seen = new Set<unknown>()
      return of(node).flatMap(({ pointer, id }) => {
        const repeated = id !== undefined && seen.has(id)
        seen.add(id)
        return repeated
          ? [finding(node.pointer + pointer, `${String(id)} must be unique`, { type: 'unique', got: id })]
          : none
      })
    },
  }
}

const blockIds = (node: Node) =>
  records(node.value.blocks).flatMap((block, index) => [
    { pointer: `/blocks/${index}/block_id`, id: block.block_id },
    ...records(block.child_blocks).map((one, inner) => ({
      pointer: `/blocks/${index}/child_blocks/${inner}/block_id`,
      id: one.block_id,
    })),
  ])

const actionIds = (holder: 'elements' | 'actions') => (node: Node) =>
  records(node.value[holder]).map((one, index) => ({ pointer: `/${holder}/${index}/action_id`, id: one.action_id }))

const shownNames = ['text', 'alt_text', 'caption', 'title', 'label', 'name', 'fallback']

/** Characters a reader meets in all the blocks together. */
const shownCharacters = (node: Node): number =>
  recordsWithin(node.value.blocks).reduce(
    (sum, one) => sum + shownNames.reduce((inner, name) => inner + string(one[name]).length, 0),
    0,
  )

const tableCharacters = (node: Node): number =>
  [...within(node, 'table'), ...within(node, 'data_table')]
    .flatMap((table) => recordsWithin(table.rows))
    .reduce((sum, cell) => sum + string(cell.text).length, 0)

const markdownCharacters = (node: Node): number =>
  within(node, 'markdown').reduce((sum, one) => sum + string(one.text).length, 0)

const surfaceRules = ['message', 'view'].flatMap((shape) => [
  limit(`${shape} blocks`, shape, shape === 'message' ? 50 : 100, (node) => list(node.value.blocks).length),
  unique(`${shape} block_id unique`, shape, blockIds),
  ...allowedShapes(shape, 'blocks', anyBlocks),
])

const hasInput = (node: Node) => within(node, 'input').length > 0

const submitWithInputs: Rule = {
  name: 'view submit required with inputs',
  says: 'submit is required when the view has an input block',
  shapes: ['view'],
  applies: (node) => node.surface === 'modal' && hasInput(node),
  check: (node) =>
    node.value.submit === undefined || node.value.submit === null
      ? [
          finding('/submit', 'submit is required when the view has an input block', {
            type: 'required',
            expected: true,
          }),
        ]
      : none,
}

const oneFocus: Rule = {
  name: 'view focus_on_load',
  says: 'only one element may have focus_on_load',
  shapes: ['view'],
  check: (node) => {
    const got = recordsWithin(node.value.blocks).filter((one) => one.focus_on_load === true).length
    return got > 1
      ? [finding('/blocks', 'only one element may have focus_on_load', { type: 'max_items', expected: 1, got })]
      : none
  },
}

const viewBytes: Rule = {
  name: 'view bytes',
  says: 'no more than 250,000 bytes',
  shapes: ['view'],
  check: (node) => {
    const got = Buffer.byteLength(JSON.stringify(node.value))
    const max = 250_000
    const tooLarge = (): Finding =>
      finding('', 'view is too large', { type: 'max_length', expected: max, got }, 'view_too_large')
    return got > max ? [tooLarge()] : none
  },
}

const unfinishedBlocks: Rule = {
  name: 'blocks is a list of objects',
  says: 'must be a list of blocks',
  shapes: ['message', 'view'],
  applies: (node) => node.value.blocks !== undefined,
  check: (node) =>
    Array.isArray(node.value.blocks) && node.value.blocks.every((one) => record(one) === one)
      ? none
      : [finding('/blocks', 'must be a list of blocks', { type: 'invalid_type', expected: 'array' })],
}

/** Limits on a message or view as a whole, and on ids within a block. */
export const wholeRules: readonly Rule[] = [
  ...surfaceRules,
  unique('actions action_id unique', 'actions', actionIds('elements')),
  unique('context_actions action_id unique', 'context_actions', actionIds('elements')),
  unique('card action_id unique', 'card', actionIds('actions')),
  limit('message characters', 'message', 13_200, shownCharacters, '/blocks', 'msg_blocks_too_long'),
  limit('message tables', 'message', 1, (node) => within(node, 'table').length),
  limit('message charts', 'message', 2, (node) => within(node, 'data_visualization').length),
  limit('message table characters', 'message', 10_000, tableCharacters),
  limit('message markdown characters', 'message', 12_000, markdownCharacters),
  submitWithInputs,
  oneFocus,
  viewBytes,
  unfinishedBlocks,
]
