import { list, record, records, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import { messageBlocks, viewBlocks } from './block-shapes.ts'
import type { Property } from './properties.ts'
import type { Node, Surface } from './rules.ts'
import { shapes } from './shapes.ts'

export type Walked = { readonly nodes: readonly Node[]; readonly strangers: readonly Stranger[] }

/** An object whose type is not allowed where it stands. */
export type Stranger = { readonly pointer: string; readonly type: string; readonly allowed: readonly string[] }

/** Lists every object of a message or view that has a shape, the root first. */
export function walk(root: Json, surface: Surface): Walked {
  const nodes: Node[] = []
  const strangers: Stranger[] = []
  const shape = surface === 'message' ? 'message' : 'view'
  const top: Node = { shape, value: root, pointer: '', surface, parent: null }
  nodes.push(top)
  const blocks = surface === 'message' ? messageBlocks : viewBlocks
  // A block that another surface allows is walked too, so that the surface rule can name it.
  const allowed = [...new Set([...blocks, ...messageBlocks, ...viewBlocks])]
  visitProperty(top, 'blocks', { kind: 'children', shapes: allowed }, nodes, strangers)
  return { nodes, strangers }
}

function visit(
  value: Json,
  pointer: string,
  parent: Node,
  allowed: readonly string[],
  nodes: Node[],
  strangers: Stranger[],
): void {
  const shape = shapeOf(value, allowed)
  if (shape === undefined) {
    strangers.push({ pointer, type: string(value.type), allowed })
    return
  }
  const node: Node = { shape, value, pointer, surface: parent.surface, parent }
  nodes.push(node)
  for (const [name, property] of Object.entries(shapes[shape]?.properties ?? {})) {
    visitProperty(node, name, property, nodes, strangers)
  }
}

function visitProperty(node: Node, name: string, property: Property, nodes: Node[], strangers: Stranger[]): void {
  const value = node.value[name]
  const at = `${node.pointer}/${name}`
  if (property.shapes === undefined || value === undefined) return
  if (property.kind === 'text') {
    // A wrong text type is the text rule's finding; its own limits still apply.
    const type = string(record(value).type)
    if (type === 'plain_text' || type === 'mrkdwn') visit(record(value), at, node, [type], nodes, strangers)
  }
  if (property.kind === 'child') visit(record(value), at, node, property.shapes, nodes, strangers)
  if (property.kind === 'children') visitEach(value, at, node, property.shapes, nodes, strangers)
  if (property.kind === 'rows') {
    for (const [index, row] of list(value).entries())
      visitEach(row, `${at}/${index}`, node, property.shapes, nodes, strangers)
  }
}

function visitEach(
  value: unknown,
  at: string,
  parent: Node,
  allowed: readonly string[],
  nodes: Node[],
  strangers: Stranger[],
): void {
  for (const [index, one] of records(value).entries()) visit(one, `${at}/${index}`, parent, allowed, nodes, strangers)
}

const untyped: ReadonlySet<string> = new Set([
  'option',
  'option_group',
  'confirm',
  'dispatch_action_config',
  'filter',
  'slack_file',
  'column_settings',
  'segment',
  'series',
  'point',
  'axis_config',
  'feedback_button',
  'rich_text_style',
])

function shapeOf(value: Json, allowed: readonly string[]): string | undefined {
  const [only] = allowed
  if (only !== undefined && untyped.has(only)) return only
  const type = string(value.type)
  const shape = type === 'image' && allowed.includes('image_element') ? 'image_element' : type
  return allowed.includes(shape) ? shape : undefined
}
