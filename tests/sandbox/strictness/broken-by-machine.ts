import type { Property } from '../../../src/sandbox/limits/properties.ts'
import type { Surface } from '../../../src/sandbox/limits/rules.ts'
import { shapes } from '../../../src/sandbox/limits/shapes.ts'
import { homeShape, messageShape, modalShape } from '../../../src/sandbox/limits/view-shape.ts'
import { walk } from '../../../src/sandbox/limits/walk.ts'
import type { Json } from '../../../src/sandbox/protocol.ts'
import type { Broken } from './broken-by-hand.ts'

export type Specimen = { readonly root: Json; readonly surface: Surface }

/** Breaks one property of one object of a healthy payload, once for each row that limits it. */
export function* brokenByMachine(specimens: readonly Specimen[]): Generator<Broken> {
  const seen = new Set<string>()
  for (const { root, surface } of specimens) {
    for (const node of walk(root, surface)) {
      const properties = propertiesOf(node.shape, surface)
      const prefix = node.shape === 'view' && surface === 'home' ? 'home view' : node.shape
      for (const [row, pointer, value] of breakages(prefix, properties)) {
        if (seen.has(row)) continue
        seen.add(row)
        yield { row, surface, pointer: node.pointer + pointer, root: replaced(root, node.pointer + pointer, value) }
      }
    }
  }
}

function propertiesOf(shape: string, surface: Surface): Readonly<Record<string, Property>> {
  if (shape === 'message') return messageShape.properties
  if (shape === 'view') return (surface === 'home' ? homeShape : modalShape).properties
  return shapes[shape]?.properties ?? {}
}

function* breakages(
  prefix: string,
  properties: Readonly<Record<string, Property>>,
): Generator<[string, string, unknown]> {
  yield [`${prefix} unexpected property`, '/surprise', true]
  for (const [name, property] of Object.entries(properties)) {
    for (const [kind, value] of brokenValues(property)) yield [`${prefix}.${name} ${kind}`, `/${name}`, value]
  }
}

const stranger = { type: 'nonsense' }

function* brokenValues(property: Property): Generator<[string, unknown]> {
  const { min, max, kind } = property
  if (kind !== 'any') yield ['type', 4.5]
  if (property.required === true) yield ['required', undefined]
  if (property.values !== undefined) yield ['enum', 'nonsense']
  if (property.pattern !== undefined) yield ['pattern', '!']
  if (kind === 'text') yield ['text', { type: 'nonsense', text: 'x' }]
  if (max !== undefined) yield ['max', sized(property, max + 1)]
  if (min !== undefined && (min > 0 || kind === 'integer')) yield ['min', sized(property, min - 1)]
  if (isTyped(property))
    yield ['allowed', { child: stranger, children: [stranger], rows: [[stranger]] }[kind as string]]
}

const isTyped = ({ kind, shapes: allowed }: Property): boolean =>
  ['child', 'children', 'rows'].includes(kind) && allowed?.some((one) => shapes[one]?.untyped !== true) === true

function sized(property: Property, size: number): unknown {
  if (property.kind === 'integer') return size
  if (property.kind === 'string') return 'x'.repeat(size)
  if (property.kind === 'text') return { type: property.shapes?.[0], text: 'x'.repeat(size) }
  return Array.from({ length: size }, () => (property.kind === 'strings' ? 'x' : {}))
}

function replaced(root: Json, pointer: string, value: unknown): Json {
  // Written out, because the specimens share parts, and only one place is to break.
  const copy = JSON.parse(JSON.stringify(root)) as Record<string, unknown>
  const path = pointer.split('/').slice(1)
  const last = path.pop() ?? ''
  let at = copy
  for (const step of path) at = at[step] as Record<string, unknown>
  at[last] = value
  return copy
}
