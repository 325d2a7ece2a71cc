import { isRecord, parseJson, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { RefusalName } from '../rules/platform-rules.ts'
import { refusedBy } from '../rules/rulebook.ts'

/** How many calls a minute a method allows: Slack's tiers; nothing here is of the first. */
export type Tier = 2 | 3 | 4 | 'special'

export type Call = {
  readonly platform: Platform
  readonly args: Json
  readonly token: string
  /** Slack's blocks.validate refuses JSON bodies. */
  readonly isForm: boolean
}

export type Method = {
  readonly token: 'bot' | 'app' | 'none'
  /** One of these is enough; methods that need another per kind of channel ask themselves. */
  readonly scopes: readonly string[]
  readonly tier: Tier
  readonly run: (call: Call) => Json | Promise<Json>
}

export type Methods = Readonly<Record<string, Method>>

export const optional = (args: Json, name: string): string | undefined => {
  const value = args[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'number' ? String(value) : string(value)
}

export function needed(args: Json, name: string): string {
  const value = optional(args, name)
  if (value === undefined || value === '') {
    throw refusedBy('a required argument is given', messages(`[ERROR] missing required field: ${name}`))
  }
  return value
}

export const isOn = (args: Json, name: string): boolean => ['true', '1', true, 1].includes(args[name] as never)

/** A ts as it must be sent: as text, since a number would lose digits. */
export function tsOf({ platform, args }: Pick<Call, 'platform' | 'args'>, name: string): string | undefined {
  const details = messages(`[ERROR] must be a string [json-pointer:/${name}]`)
  platform.rules.refuse('a ts is text', typeof args[name] === 'number', details)
  return optional(args, name)
}

/** An argument that carries JSON, in a form as text or in a JSON body as itself. */
export function structured(args: Json, name: string): unknown {
  const value = args[name]
  if (typeof value !== 'string') return value
  return value === '' ? undefined : parseJson(value)
}

export function structuredRecord(args: Json, name: string): Json | undefined {
  const value = structured(args, name)
  if (value === undefined && args[name] === undefined) return undefined
  if (!isRecord(value))
    throw refusedBy(
      'an argument that carries an object is one',
      messages(`[ERROR] must be a valid JSON object: ${name}`),
    )
  return value
}

/** What Slack adds to `invalid_arguments`. */
export const messages = (...sentences: readonly string[]): Json => ({ response_metadata: { messages: sentences } })

type ScopeRule = Extract<
  RefusalName,
  | 'each kind of conversation needs its own scope'
  | 'another name or icon needs chat:write.customize'
  | 'a video needs links.embed:write'
>

/** One of several, separated by commas, is enough. */
export function requireScope(
  platform: Platform,
  scopes: string,
  rule: ScopeRule = 'each kind of conversation needs its own scope',
): void {
  const provided = platform.manifest.botScopes
  const isGranted = scopes.split(',').some((one) => provided.includes(one))
  platform.rules.refuse(rule, !isGranted, { needed: scopes, provided: provided.join(',') })
}

export type Paging = {
  readonly fallback: number
  readonly max: number
  readonly rule: Extract<
    RefusalName,
    'a page of a list has at most 1,000 entries' | 'a page of history has at most 999 messages'
  >
}

const listPaging: Paging = { fallback: 100, max: 1_000, rule: 'a page of a list has at most 1,000 entries' }

/** One page of a list, with Slack's opaque cursor. */
export function paged<T>(
  { platform, args }: Pick<Call, 'platform' | 'args'>,
  all: readonly T[],
  { fallback, max, rule }: Paging = listPaging,
): { page: readonly T[]; metadata: Json } {
  const size = args.limit === undefined ? fallback : Number(args.limit)
  platform.rules.refuse('a page has at least one entry', !Number.isInteger(size) || size < 1)
  platform.rules.refuse(rule, size > max)
  const cursor = optional(args, 'cursor') ?? ''
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''))
  platform.rules.refuse('a cursor was given out', !Number.isInteger(start))
  const end = start + size
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { page: all.slice(start, end), metadata: { next_cursor: next } }
}
