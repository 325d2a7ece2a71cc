import type { Json } from '../protocol.ts'
import { anyBlocks } from './block-shapes.ts'
import type { Property } from './properties.ts'
import type { Node, Surface } from './rules.ts'
import { placedIn, shapeOf } from './shape-of.ts'
import { shapes } from './shapes.ts'

const tops: Readonly<Record<Surface, string>> = {
  message: 'message',
  modal: 'view',
  home: 'view',
  manifest: 'manifest',
}

/** Lists every object of a message, a view or a manifest that has a shape, the root first. */
export function walk(root: Json, surface: Surface): readonly Node[] {
  const nodes: Node[] = []
  const top: Node = { shape: tops[surface], value: root, pointer: '', surface, parent: null }
  visit(top, surface === 'manifest' ? partsOf('manifest') : blocksAlone, nodes)
  return nodes
}

function visit(node: Node, parts: readonly Part[], into: Node[]): void {
  into.push(node)
  for (const [name, property] of parts) {
    if (node.value[name] === undefined) continue
    for (const { value, pointer, allowed } of placedIn(property, node.value[name], `${node.pointer}/${name}`)) {
      const shape = shapeOf(value, allowed)
      if (shape === undefined) continue
      visit({ shape, value, pointer, surface: node.surface, parent: node }, partsOf(shape), into)
    }
  }
}

type Part = readonly [name: string, property: Property]

const blocksAlone: readonly Part[] = [['blocks', anyBlocks]]

/** The properties in which an object of a shape holds others. */
const partsByShape: ReadonlyMap<string, readonly Part[]> = new Map(
  Object.entries(shapes).map(([shape, { properties }]) => [
    shape,
    Object.entries(properties).filter(([, property]) => property.shapes !== undefined),
  ]),
)
const partsOf = (shape: string): readonly Part[] => partsByShape.get(shape) ?? []
