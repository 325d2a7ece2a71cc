import type { Surface } from '../../domain/surface.ts'
import type { MessageRow } from '../../store/schema.ts'
import type { Scope } from '../../store/scope.ts'
import type { AnySurface } from '../drawing.ts'
import type { Pace } from './pace.ts'
import type { SlackCalls } from './slack-calls.ts'

export type Log = Readonly<Record<'info' | 'warn' | 'error', (about: object, sentence: string) => void>>

/** Where a message goes that its channel does not take, and who should know. */
export type Refuge = { readonly channel: string; readonly tellOwner: string }
export type Fallback = (scope: Scope, message: MessageRow) => Promise<Refuge | undefined>

export type Counters = {
  posted: number
  updated: number
  /** Edits that would have changed nothing, and were not sent. */
  unchanged: number
  retried: number
  parked: number
  adopted: number
}

/** What the steps of one delivery share. */
export type Context = {
  readonly scope: Scope
  readonly clock: () => Date
  readonly surfaces: Readonly<Record<Surface, AnySurface>>
  readonly calls: SlackCalls
  readonly log: Log
  readonly pace: Pace
  readonly fallback: Fallback
  /** For how long a call of unknown outcome may still arrive. */
  readonly graceMs: number
  readonly counters: Counters
  /** Says it the first time only. */
  readonly warnOnce: (about: object, sentence: string) => void
  /** No call will succeed any more with this token. */
  readonly halt: (reason: string) => void
}

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

/** The conversation in which a message stands, or will. */
export const placeOf = (row: MessageRow): string => row.postedIn ?? row.channel
