import type { Json } from '../../protocol.ts'

/** Blocks arrive as the app wrote them; these readers never throw, so an odd one cannot take the page down. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const toJson = (value: unknown): Json => (isJson(value) ? value : {})

export const toList = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

export const toText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

export const toTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []

export const toNumber = (value: unknown): number => (typeof value === 'number' ? value : Number(toText(value) || 'NaN'))

/** The `text` of a text object, for places that take a string only. */
export const textOf = (value: unknown): string => toText(toJson(value).text)
