/** What one property of a shape may hold; `property-rules.ts` turns each into rows of the table of limits. */
export type Property = {
  readonly kind: 'string' | 'boolean' | 'integer' | 'text' | 'child' | 'children' | 'rows' | 'strings' | 'any'
  readonly required?: boolean
  /** Characters of a string or text, items of a list, or the value of an integer. */
  readonly min?: number
  readonly max?: number
  readonly values?: readonly unknown[]
  readonly pattern?: RegExp
  /** Shapes a child may have. One untyped shape (`option`) is named alone. */
  readonly shapes?: readonly string[]
}

export type Shape = {
  readonly surfaces?: readonly string[]
  /** Known by where it stands: it has no `type`. */
  readonly untyped?: true
  readonly properties: Readonly<Record<string, Property>>
}

type Extra = Omit<Property, 'kind' | 'shapes'>

export const text = (extra: Extra = {}): Property => ({ kind: 'string', ...extra })
/** What chose the shape needs no check of its own. */
export const typeName: Property = { kind: 'any' }
export const flag: Property = { kind: 'boolean' }
export const integer = (extra: Extra = {}): Property => ({ kind: 'integer', ...extra })
export const oneOf = (...values: readonly unknown[]): Property => ({ kind: 'any', values })
export const strings = (extra: Extra = {}): Property => ({ kind: 'strings', ...extra })
export const child = (shapes: readonly string[], extra: Extra = {}): Property => ({ kind: 'child', shapes, ...extra })
export const children = (shapes: readonly string[], extra: Extra = {}): Property => ({
  kind: 'children',
  shapes,
  ...extra,
})
export const rows = (shapes: readonly string[], extra: Extra = {}): Property => ({ kind: 'rows', shapes, ...extra })

export const plainText = (max: number, extra: Extra = {}): Property => ({
  kind: 'text',
  shapes: ['plain_text'],
  max,
  ...extra,
})
export const mrkdwn = (max: number, extra: Extra = {}): Property => ({
  kind: 'text',
  shapes: ['mrkdwn'],
  max,
  ...extra,
})
/** Without `max`, the text object's own limit holds. */
export const anyText = (max?: number): Property => ({
  kind: 'text',
  shapes: ['plain_text', 'mrkdwn'],
  ...(max === undefined ? {} : { max }),
})

export const required = (property: Property): Property => ({ ...property, required: true })
