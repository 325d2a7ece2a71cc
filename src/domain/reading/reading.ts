import type { Period } from './period.ts'

/** What somebody answered: as it is shown, and as a number in the item's unit where it is one. */
export type Reading = {
  readonly text: string
  /** Of a date, its age when it was answered. */
  readonly value: number | null
  /** What it was compared with when it was taken. */
  readonly compared?: readonly Compared[]
  /** There was none before. */
  readonly first?: true
  readonly year?: YearToDate
}

/** An earlier figure; null where there was none to compare with. */
export type Compared = { readonly with: Period | 'goal'; readonly was: number | null }

/** Where the year stands with this reading, and how much of the year has gone, from 0 to 1. */
export type YearToDate = { readonly stands: number; readonly gone: number }
