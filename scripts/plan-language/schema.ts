import { z } from 'zod'
import { bound } from '../../src/plans/facts.ts'
import * as fields from '../../src/plans/fields.ts'
import type { Holds, Part } from './part.ts'
import { parts } from './parts.ts'

type Schema = { readonly [key: string]: unknown }

/** The language as editors read it. It may let pass what the reader refuses, and never the other way round. */
export function planSchema(): Schema {
  const definitions = Object.entries(parts).map(([name, part]) => [name, ofPart(part)])
  const { plan, ...others } = Object.fromEntries(definitions) as Record<string, Schema>
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A plan for Rounds',
    description: 'Written by `npm run docs:plans`; docs/plan-language.md tells more.',
    ...plan,
    definitions: { 'item of a list': anItem, ...others },
  }
}

/** The reader takes every scalar as it is written. */
const text: Schema = { type: ['string', 'number', 'boolean'], minLength: 1 }
const names: Schema = { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 }

function ofPart({ form, keys }: Part): Schema {
  const properties = Object.entries(keys).map(([key, { says, example, holds, without }]) => {
    const shape: unknown = form.shape[key]
    const held = holds ? ofHolds(holds) : ofField(shape, key)
    const examples = /^[[{]/.test(example) ? {} : { examples: [example.replace(/^"(.*)"$/, '$1')] }
    const description = sentence(
      without === undefined || without === 'required' ? says : `${says}. Without it: ${without}`,
    )
    // Beside a reference nothing else is read.
    return [key, { description, ...('$ref' in held ? { allOf: [held] } : held), ...examples }]
  })
  const required = Object.entries(form.shape)
    .filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success)
    .map(([key]) => key)
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  }
}

function ofHolds(holds: Holds): Schema {
  switch (holds.kind) {
    case 'text':
      return text
    case 'item':
      return ref('item of a list')
    case 'part':
      return ref(holds.part)
    case 'list':
      return { type: 'array', items: ofHolds(holds.of) }
    case 'map':
      return {
        type: 'object',
        ...(holds.keys === 'names' && { propertyNames: names }),
        additionalProperties: ofHolds(holds.of),
      }
    case 'either':
      return { anyOf: holds.of.map(ofHolds) }
    case 'keys':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(holds.keys.map((key) => [key, ofHolds(holds.of)])),
        ...(holds.most !== undefined && { minProperties: 1, maxProperties: holds.most }),
      }
  }
}

const ref = (name: string): Schema => ({ $ref: `#/definitions/${encodeURIComponent(name)}` })

const matching = (pattern: RegExp): Schema => ({ type: 'string', pattern: pattern.source })

/** The fields of the reader, by what they are rather than by where they stand. */
const ofFields = new Map<unknown, Schema>([
  [fields.line, text],
  [fields.prose, text],
  [fields.phase, text],
  [fields.zone, text],
  [fields.launch, text],
  [bound, text],
  [fields.name, { type: 'string', ...names }],
  [fields.date, matching(/^\d{4}-\d{2}-\d{2}$/)],
  [fields.yesOrNo, { enum: [true, false, 'true', 'false', 'yes', 'no'] }],
  [fields.severity, { enum: fields.severity.options }],
  [fields.holidayRule, { enum: fields.holidayRule.options }],
  [fields.person, matching(/^(@[^\s@,]+(\s+[^\s@,]+)*|[UW][A-Z0-9]+)$/)],
  [fields.group, matching(/^(@[^\s@,]+|S[A-Z0-9]+)$/)],
  [fields.place, matching(/^(#[^\s#,]+|[CDG][A-Z0-9]+)$/)],
  [fields.wallTime, matching(/^\d{1,2}:\d{2}$/)],
  [fields.duration, matching(/^\s*(\d+[wdhmWDHM]){1,4}\s*$/)],
  [fields.cadence, { anyOf: [text, { type: 'array', items: text, minItems: 1 }] }],
])

function ofField(field: unknown, key: string): Schema {
  const known = ofFields.get(field)
  if (known) return known
  if (field instanceof z.ZodOptional) return ofField(field.unwrap(), key)
  if (field instanceof z.ZodArray) return { type: 'array', items: ofField(field.element, key) }
  if (field instanceof z.ZodEnum) return { enum: field.options }
  // A line with a rule of its own.
  if (field instanceof z.ZodPipe) return ofField(field.in, key)
  throw new Error(`What "${key}" holds is known to its reader only: say it in the table of keys.`)
}

/** A check, a reading on one line, a long form or a group. */
const anItem: Schema = {
  anyOf: [
    text,
    {
      type: 'object',
      description: 'One line: a title, and what is asked.',
      minProperties: 1,
      maxProperties: 2,
      propertyNames: { not: { enum: ['item', 'group'] } },
      properties: { 'for-each': { anyOf: [{ type: 'array', items: text }, ref('for-each')] } },
      additionalProperties: text,
    },
    ref('item'),
    ref('group'),
  ],
}

function sentence(words: string): string {
  const plain = words.replaceAll('`', '')
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`
}
