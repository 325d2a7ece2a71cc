import type { z } from 'zod'
import { nearest } from '../domain/nearest.ts'
import type { Path, Report } from './fault.ts'

/** A value in the shape of a strict schema; null, with every fault reported, where it is not. */
export function shaped<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  path: Path,
  report: Report,
): z.output<z.ZodObject<Shape>> | null {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) reportIssue(issue, { schema, value, path, report })
  return null
}

/** Keys and values of a map; null, reported, where the value is no map. Nothing is complained about twice. */
export function entriesOf(value: unknown, path: Path, report: Report): [string, unknown][] | null {
  if (value === undefined) return null
  if (isMap(value)) return Object.entries(value)
  report({ path, rule: 'shape', message: `${subject(path)} must hold keys with values` })
  return null
}

export function listOf(value: unknown, path: Path, report: Report): unknown[] | null {
  if (Array.isArray(value)) return value
  if (value !== undefined) report({ path, rule: 'shape', message: `${subject(path)} must be a list` })
  return null
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `unknown key "chanel": did you mean "channel"?` */
export function unknownMessage(
  what: string,
  word: string,
  known: readonly string[],
  meant = nearest(word, known),
): string {
  const others = known.length > 0 ? `known are ${known.join(', ')}` : 'the plan has none'
  return `unknown ${what} "${word.slice(0, 60)}": ${meant ? `did you mean "${meant}"?` : others}`
}

type Found = {
  readonly schema: z.ZodObject
  readonly value: unknown
  readonly path: Path
  readonly report: Report
}

function reportIssue(issue: z.core.$ZodIssue, { schema, value, path, report }: Found): void {
  const inner = issue.path as Path
  const whole = [...path, ...inner]
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const message = unknownMessage('key', key, Object.keys(schema.shape))
      report({ path: [...whole, key], rule: 'unknown-key', message, key: true })
    }
  } else if (inner.length === 0) {
    if (value !== undefined)
      report({ path: whole, rule: 'shape', message: `${subject(whole)} must hold keys with values` })
  } else if (stateOf(value, inner) === 'absent') {
    report({ path: whole, rule: 'missing', message: `"${inner.at(-1)}" is missing`, key: true })
  } else if (stateOf(value, inner) === 'given') {
    const at = issue.code === 'custom' ? issue.params?.at : undefined
    // Only what points into a text is a whole sentence by itself.
    const message = at === undefined ? sentence(issue, whole) : issue.message
    report({ path: whole, rule: 'value', message, at: Number(at ?? 0) })
  }
}

function sentence(issue: z.core.$ZodIssue, path: Path): string {
  const message = issue.code === 'invalid_type' && issue.expected === 'array' ? 'must be a list' : issue.message
  return `${subject(path)} ${message}`
}

/** The nearest key on the way: `people` for its second entry. */
function subject(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string')
  const entry = typeof path.at(-1) === 'number' ? 'an entry of ' : ''
  return key === undefined ? 'a plan' : `${entry}"${key}"`
}

/** What is there but could not be read has been complained about already. */
function stateOf(value: unknown, path: Path): 'given' | 'absent' | 'unread' {
  const [step, ...rest] = path
  if (step === undefined) return value === undefined ? 'unread' : 'given'
  if (typeof value !== 'object' || value === null || !(step in value)) return 'absent'
  return stateOf((value as Record<string, unknown>)[step], rest)
}
