import { describe, expect, test } from 'vitest'
import { checkSurface, limits } from '../../src/sandbox/limits/check.ts'
import type { Property } from '../../src/sandbox/limits/properties.ts'
import type { Surface } from '../../src/sandbox/limits/rules.ts'
import { shapes } from '../../src/sandbox/limits/shapes.ts'
import { homeShape, messageShape, modalShape } from '../../src/sandbox/limits/view-shape.ts'
import { walk } from '../../src/sandbox/limits/walk.ts'
import type { Json } from '../../src/sandbox/protocol.ts'
import { brokenByHand } from './broken-payloads.ts'
import { charts, home, message, modal, pie } from './specimens.ts'

type Specimen = { readonly root: Json; readonly surface: Surface }

const specimens: readonly Specimen[] = [
  { root: message, surface: 'message' },
  ...charts.map((root): Specimen => ({ root, surface: 'message' })),
  { root: { blocks: [pie()] }, surface: 'message' },
  { root: modal, surface: 'modal' },
  { root: home, surface: 'home' },
]

test('healthy payloads with every shape are accepted', () => {
  for (const { root, surface } of specimens) expect(checkSurface(root, surface)).toEqual([])
})

test('the healthy payloads meet every shape there is', () => {
  const met = new Set(specimens.flatMap(({ root, surface }) => walk(root, surface).map((node) => node.shape)))
  expect(Object.keys(shapes).filter((shape) => !met.has(shape))).toEqual([])
})

type Broken = Specimen & { readonly row: string; readonly pointer: string }

const rowPrefix = (shape: string, surface: Surface) => (shape === 'view' && surface === 'home' ? 'home view' : shape)

/** Breaks one property of one object of a healthy payload, once for each row that limits it. */
function* brokenByMachine(): Generator<Broken> {
  const seen = new Set<string>()
  for (const { root, surface } of specimens) {
    for (const node of walk(root, surface)) {
      const properties = propertiesOf(node.shape, surface)
      const prefix = rowPrefix(node.shape, surface)
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

function* brokenValues(property: Property): Generator<[string, unknown]> {
  const { min, max } = property
  if (property.kind !== 'any') yield ['type', 4.5]
  if (property.required === true) yield ['required', undefined]
  if (property.values !== undefined) yield ['enum', 'nonsense']
  if (property.pattern !== undefined) yield ['pattern', '!']
  if (property.kind === 'text') yield ['text', { type: 'nonsense', text: 'x' }]
  if (max !== undefined) yield ['max', sized(property, max + 1)]
  if (min !== undefined && (min > 0 || property.kind === 'integer')) yield ['min', sized(property, min - 1)]
}

function sized(property: Property, size: number): unknown {
  if (property.kind === 'integer') return size
  if (property.kind === 'string') return 'x'.repeat(size)
  if (property.kind === 'text') return { type: property.shapes?.[0], text: 'x'.repeat(size) }
  return Array.from({ length: size }, () => ({}))
}

function replaced(root: Json, pointer: string, value: unknown): Json {
  const copy = structuredClone(root) as Record<string, unknown>
  const path = pointer.split('/').slice(1)
  const last = path.pop() ?? ''
  let at = copy
  for (const step of path) at = at[step] as Record<string, unknown>
  at[last] = value
  return copy
}

const broken: readonly Broken[] = [...brokenByMachine(), ...brokenByHand]

describe('each row of the table of limits refuses a payload that only it forbids', () => {
  test.each(broken.map((one) => [one.row, one] as const))('%s', (row, { root, surface, pointer }) => {
    const found = checkSurface(root, surface)
    const without = checkSurface(root, surface, new Set([row]))
    expect(limits.map((rule) => rule.name)).toContain(row)
    expect(found.length).toBeGreaterThan(without.length)
    const own = found.filter(
      (one) => !without.some((other) => other.pointer === one.pointer && other.message === one.message),
    )
    expect(own.map((one) => one.pointer)).toContainEqual(expect.stringMatching(new RegExp(`^${pointer}(/|$)`)))
    for (const one of own)
      expect(one).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
        constraint: { type: one.code },
      })
  })

  test('no row is left without such a payload', () => {
    const met = new Set(broken.map((one) => one.row))
    expect(limits.map((rule) => rule.name).filter((name) => !met.has(name))).toEqual([])
  })
})
