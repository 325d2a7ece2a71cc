import type { Json } from './protocol.ts'

/** Reads JSON of unknown shape without casts: what is absent or of another type comes back empty. */
export const record = (value: unknown): Json => (isRecord(value) ? value : {})
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const records = (value: unknown): readonly Json[] => list(value).filter(isRecord)
export const string = (value: unknown): string => (typeof value === 'string' ? value : '')
export const strings = (value: unknown): readonly string[] => list(value).filter((one) => typeof one === 'string')
export const optionalString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Every record inside a JSON value, the value itself first. */
export function* recordsWithin(value: unknown): Generator<Json> {
  if (isRecord(value)) yield value
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  for (const one of inner) yield* recordsWithin(one)
}
