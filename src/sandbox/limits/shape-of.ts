import { list, record, records, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { Property } from './properties.ts'
import { shapes } from './shapes.ts'

/** The shape an object has where only these are allowed; undefined for a stranger. */
export function shapeOf(value: Json, allowed: readonly string[]): string | undefined {
  const [only = ''] = allowed
  if (shapes[only]?.untyped === true) return only
  const type = string(value.type)
  const shape = type === 'image' && allowed.includes('image_element') ? 'image_element' : type
  return allowed.includes(shape) ? shape : undefined
}

export type Placed = { readonly value: Json; readonly pointer: string; readonly allowed: readonly string[] }

/** The objects that a property holds, each with its place and the shapes it may have there. */
export function placedIn({ kind, shapes: allowed }: Property, value: unknown, pointer: string): readonly Placed[] {
  if (allowed === undefined || value === undefined) return []
  if (kind === 'child') return [{ value: record(value), pointer, allowed }]
  if (kind === 'children') return eachOf(value, pointer, allowed)
  if (kind === 'rows') return list(value).flatMap((row, index) => eachOf(row, `${pointer}/${index}`, allowed))
  // A wrong text type is the text rule's finding; its own limits still apply.
  const type = string(record(value).type)
  return type === 'plain_text' || type === 'mrkdwn' ? [{ value: record(value), pointer, allowed: [type] }] : []
}

const eachOf = (value: unknown, pointer: string, allowed: readonly string[]): readonly Placed[] =>
  records(value).map((one, index) => ({ value: one, pointer: `${pointer}/${index}`, allowed }))
