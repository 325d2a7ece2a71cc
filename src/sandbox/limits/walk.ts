import type { Json } from '../protocol.ts'
import { anyBlocks } from './block-shapes.ts'
import type { Property } from './properties.ts'
import type { Node, Surface } from './rules.ts'
import { type Placed, placedIn, shapeOf } from './shape-of.ts'
import { shapes } from './shapes.ts'

const tops: Readonly<Record<Surface, string>> = {
  message: 'message',
  modal: 'view',
  home: 'view',
  manifest: 'manifest',
}

/** Lists every object of a message, a view or a manifest that has a shape, the root first. */
export function walk(root: Json, surface: Surface): readonly Node[] {
  const top: Node = { shape: tops[surface], value: root, pointer: '', surface, parent: null }
  const properties = surface === 'manifest' ? shapes.manifest?.properties : { blocks: anyBlocks }
  return [top, ...inside(top, properties ?? {})]
}

function inside(node: Node, properties: Readonly<Record<string, Property>>): readonly Node[] {
  return Object.entries(properties).flatMap(([name, property]) =>
    placedIn(property, node.value[name], `${node.pointer}/${name}`).flatMap((placed) => visit(placed, node)),
  )
}

function visit({ value, pointer, allowed }: Placed, parent: Node): readonly Node[] {
  const shape = shapeOf(value, allowed)
  if (shape === undefined) return []
  const node: Node = { shape, value, pointer, surface: parent.surface, parent }
  return [node, ...inside(node, shapes[shape]?.properties ?? {})]
}
