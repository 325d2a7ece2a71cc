import { isRecord, parseJson, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'

/** How many calls a minute a method allows: Slack's tiers. */
export type Tier = 1 | 2 | 3 | 4 | 'special'

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
    throw invalidArguments(`[ERROR] missing required field: ${name}`)
  }
  return value
}

export const isOn = (args: Json, name: string): boolean => ['true', '1', true, 1].includes(args[name] as never)

export function numberOf(args: Json, name: string, fallback: number, max: number): number {
  const value = args[name] === undefined ? fallback : Number(args[name])
  if (!Number.isInteger(value) || value < 1 || value > max) throw new Refused('invalid_limit')
  return value
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
  if (!isRecord(value)) throw invalidArguments(`[ERROR] must be a valid JSON object: ${name}`)
  return value
}

export function invalidArguments(...messages: readonly string[]): Refused {
  return new Refused('invalid_arguments', { response_metadata: { messages } })
}

export function requireScope(platform: Platform, scope: string): void {
  const provided = platform.manifest.botScopes
  if (!provided.includes(scope)) {
    throw new Refused('missing_scope', { needed: scope, provided: provided.join(',') })
  }
}

/** One page of a list, with Slack's opaque cursor. */
export function paged<T>(
  args: Json,
  all: readonly T[],
  fallback = 100,
  max = 1_000,
): { page: readonly T[]; metadata: Json } {
  const size = numberOf(args, 'limit', fallback, max)
  const cursor = optional(args, 'cursor') ?? ''
  const start = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''))
  if (!Number.isInteger(start)) throw new Refused('invalid_cursor')
  const end = start + size
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { page: all.slice(start, end), metadata: { next_cursor: next } }
}
