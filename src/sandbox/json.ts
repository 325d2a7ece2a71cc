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
export function recordsWithin(value: unknown): readonly Json[] {
  const found: Json[] = []
  collectRecords(value, found)
  return found
}

function collectRecords(value: unknown, into: Json[]): void {
  if (isRecord(value)) into.push(value)
  else if (!Array.isArray(value)) return
  for (const one of Object.values(value)) if (typeof one === 'object' && one !== null) collectRecords(one, into)
}
