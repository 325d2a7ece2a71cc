/** A wall-clock time, `HH:mm`, in the plan's or the ritual's zone. */
export type WallTime = string

/** A calendar day, `YYYY-MM-DD`, in the plan's or the ritual's zone. */
export type LocalDate = string

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When a ritual falls due. An empty `at` means the plan's `day-starts`. */
export type CadencePart =
  | { readonly kind: 'day'; readonly at: readonly WallTime[] }
  | { readonly kind: 'working-day'; readonly at: readonly WallTime[] }
  | { readonly kind: 'weekdays'; readonly days: readonly Weekday[]; readonly at: readonly WallTime[] }
  | {
      readonly kind: 'nth-weekday'
      readonly nth: 1 | 2 | 3 | 4 | 5 | 'last'
      readonly day: Weekday
      readonly at: readonly WallTime[]
    }
  | { readonly kind: 'once'; readonly date: LocalDate; readonly at: readonly WallTime[] }
  | { readonly kind: 'on-demand' }

/** Several parts fall due independently; an instant that two of them name is one occurrence. */
export type Cadence = readonly CadencePart[]

/** What a cadence needs to know of the plan to become instants. */
export type Calendar = {
  /** IANA name. */
  readonly zone: string
  readonly dayStarts: WallTime
  readonly workingDays: readonly Weekday[]
  readonly holidays: readonly LocalDate[]
}
