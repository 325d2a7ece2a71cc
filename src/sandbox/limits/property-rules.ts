import { isRecord, list, record, string } from '../json.ts'
import type { Property, Shape } from './properties.ts'
import { type Finding, finding, type Node, none, type Rule, type Surface } from './rules.ts'
import { placedIn, shapeOf } from './shape-of.ts'
import { shapes } from './shapes.ts'

const surfaceNames: readonly Surface[] = ['message', 'modal', 'home']

/** Rows of the table of limits for every property of these shapes. */
export function propertyRules(shapes: Readonly<Record<string, Shape>>): readonly Rule[] {
  return Object.entries(shapes).flatMap(([shape, { properties, surfaces }]) => [
    ...Object.entries(properties).flatMap(([name, property]) => [
      ...rulesOf(shape, name, property),
      ...allowedShapes(shape, name, property),
    ]),
    ...(surfaces === undefined || surfaces.length === surfaceNames.length ? [] : [surfaceRule(shape, surfaces)]),
    unexpectedProperties(shape, properties),
  ])
}

type Check = (value: unknown, pointer: string) => Finding | undefined

function rulesOf(shape: string, name: string, property: Property): readonly Rule[] {
  return Object.entries(checksOf(property)).map(([kind, check]) => ({
    name: `${shape}.${name} ${kind}`,
    shapes: [shape],
    applies: (node) => kind === 'required' || node.value[name] !== undefined,
    check: (node) => {
      const found = check(node.value[name], `${node.pointer}/${name}`)
      return found === undefined ? none : [found]
    },
  }))
}

function checksOf(property: Property): Readonly<Record<string, Check>> {
  const { min, max, values, pattern, shapes } = property
  return {
    ...(property.required === true ? { required: checkRequired } : {}),
    ...(property.kind === 'any' ? {} : { type: checkKind(property) }),
    ...(max === undefined ? {} : { max: checkMax(property, max) }),
    ...(min === undefined || (min === 0 && property.kind !== 'integer') ? {} : { min: checkMin(property, min) }),
    ...(values === undefined ? {} : { enum: checkEnum(values) }),
    ...(pattern === undefined ? {} : { pattern: checkPattern(pattern) }),
    ...(property.kind === 'text' && shapes !== undefined ? { text: checkTextType(shapes) } : {}),
  }
}

const wrong = (pointer: string, type: string, expected: unknown, got: unknown): Finding =>
  finding(pointer, messages[type]?.(expected) ?? `must be ${String(expected)}`, { type, expected, got })

const messages: Readonly<Record<string, (expected: unknown) => string>> = {
  required: () => 'missing required field',
  max_length: (expected) => `must be less than ${Number(expected) + 1} characters`,
  min_length: (expected) => `must be more than ${Number(expected) - 1} characters`,
  max_items: (expected) => `no more than ${String(expected)} items allowed`,
  min_items: (expected) => `must contain at least ${String(expected)} items`,
  max_value: (expected) => `must be at most ${String(expected)}`,
  min_value: (expected) => `must be at least ${String(expected)}`,
  enum: (expected) => `must be one of ${String(expected)}`,
  pattern: (expected) => `must match ${String(expected)}`,
  invalid_type: (expected) => `must be a valid ${String(expected)}`,
}

const checkRequired: Check = (value, at) =>
  value === undefined || value === null ? wrong(at, 'required', true, false) : undefined

const kindTests: Readonly<Record<Property['kind'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  text: (value) => isRecord(value) && typeof value.text === 'string',
  child: isRecord,
  children: (value) => Array.isArray(value) && value.every(isRecord),
  rows: (value) => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isRecord)),
  strings: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  any: () => true,
}

const checkKind =
  (property: Property): Check =>
  (value, at) =>
    kindTests[property.kind](value) ? undefined : wrong(at, 'invalid_type', property.kind, typeof value)

/** Measured as sent (escaped, UTF-16 units): never fewer than Slack may count. */
function sizeOf(
  property: Property,
  value: unknown,
): { size: number; unit: 'length' | 'items' | 'value'; suffix: string } {
  if (property.kind === 'string') return { size: string(value).length, unit: 'length', suffix: '' }
  if (property.kind === 'text') return { size: string(record(value).text).length, unit: 'length', suffix: '/text' }
  if (property.kind === 'integer') return { size: Number(value), unit: 'value', suffix: '' }
  return { size: list(value).length, unit: 'items', suffix: '' }
}

const checkMax =
  (property: Property, max: number): Check =>
  (value, at) => {
    const { size, unit, suffix } = sizeOf(property, value)
    return size > max ? wrong(at + suffix, `max_${unit}`, max, size) : undefined
  }

const checkMin =
  (property: Property, min: number): Check =>
  (value, at) => {
    const { size, unit, suffix } = sizeOf(property, value)
    return size < min ? wrong(at + suffix, `min_${unit}`, min, size) : undefined
  }

const checkEnum =
  (values: readonly unknown[]): Check =>
  (value, at) =>
    values.includes(value) ? undefined : wrong(at, 'enum', values, value)

const checkPattern =
  (pattern: RegExp): Check =>
  (value, at) =>
    pattern.test(string(value)) ? undefined : wrong(at, 'pattern', pattern.source, value)

const checkTextType =
  (shapes: readonly string[]): Check =>
  (value, at) => {
    const type = record(value).type
    return shapes.includes(string(type)) ? undefined : wrong(`${at}/type`, 'enum', shapes, type)
  }

/** A row for objects of a type that may not stand where they do. */
export function allowedShapes(shape: string, name: string, property: Property): readonly Rule[] {
  const isTyped = property.shapes?.some((one) => shapes[one]?.untyped !== true) === true
  if (!isTyped || property.kind === 'text') return []
  return [
    {
      name: `${shape}.${name} allowed`,
      says: 'only objects of the types that may stand there',
      shapes: [shape],
      check: (node) =>
        placedIn(property, node.value[name], `${node.pointer}/${name}`)
          .filter(({ value, allowed }) => shapeOf(value, allowed) === undefined)
          .map(({ value, pointer, allowed }) => stranger(pointer, string(value.type), allowed)),
    },
  ]
}

const stranger = (pointer: string, type: string, allowed: readonly string[]): Finding =>
  finding(pointer, `unsupported type: ${type}`, { type: 'unsupported_type', expected: allowed, got: type })

function surfaceRule(shape: string, surfaces: readonly string[]): Rule {
  return {
    name: `${shape} surface`,
    shapes: [shape],
    applies: (node: Node) => !surfaces.includes(node.surface),
    check: (node) => [
      finding(node.pointer, `unsupported type: ${shape} in a ${node.surface}`, {
        type: 'surface',
        expected: surfaces,
        got: node.surface,
      }),
    ],
  }
}

function unexpectedProperties(shape: string, properties: Shape['properties']): Rule {
  return {
    name: `${shape} unexpected property`,
    shapes: [shape],
    check: (node) =>
      Object.keys(node.value)
        .filter((name) => properties[name] === undefined)
        .map((name) =>
          finding(`${node.pointer}/${name}`, `failed to match schema: unexpected property ${name}`, {
            type: 'unexpected_property',
            got: name,
          }),
        ),
  }
}
