/**
 * What became of an occurrence. `done` was settled before `closes_at`, `done-late` after; `bot-down` means that
 * Rounds was not there, `not-delivered` that nobody could see the card before it closed.
 */
export const ledgerStates = [
  'open',
  'done',
  'done-late',
  'missed',
  'excused',
  'holiday',
  'paused',
  'bot-down',
  'not-delivered',
] as const
export type LedgerState = (typeof ledgerStates)[number]

/** One due time of a ritual, whatever became of it. */
export type Occurrence = {
  readonly id: string
  readonly plan: string
  readonly ritual: string
  /** The section that fell due by itself; empty: the whole ritual. */
  readonly section: string
  readonly title: string
  readonly dueAt: Date
  readonly opensAt: Date
  readonly closesAt: Date | null
  readonly state: LedgerState
  readonly reason: string | null
}
