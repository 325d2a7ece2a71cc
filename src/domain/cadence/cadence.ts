/** A wall-clock time, `HH:mm`, in the plan's or the ritual's zone. */
export type WallTime = string

/** A calendar day, `YYYY-MM-DD`, in the plan's or the ritual's zone. */
export type LocalDate = string

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** 1 is January. */
export type Month = number

/** How long after the launch. Months, weeks and days go by the calendar, minutes by the clock; never both. */
export type Offset = {
  readonly months: number
  readonly weeks: number
  readonly days: number
  readonly minutes: number
}

/** Where a cadence begins or ends: the first instant of a day, or an offset from the launch. */
export type Bound = LocalDate | Offset

/** `from` is included, `until` is not. */
export type Bounds = { readonly from?: Bound; readonly until?: Bound }

/** Counted from the beginning, or the last one. */
export type Nth = number | 'last'

/** Which day of a stretch of days; a stretch that has fewer days than `nth-day` counts gives its last. */
export type DayRule =
  | { readonly kind: 'nth-weekday'; readonly nth: Nth; readonly day: Weekday }
  | { readonly kind: 'nth-day'; readonly nth: Nth }
  | { readonly kind: 'nth-working-day'; readonly nth: Nth }

/** Each month, quarter or year; or only some months. */
export type Period = 'month' | 'quarter' | 'year' | readonly Month[]

/** Without a period it is each month. */
export type DayOfPeriod = DayRule & { readonly of?: Exclude<Period, 'month'> }

type At = { readonly at: readonly WallTime[] }

/** Days at wall times. An empty `at` means the plan's `day-starts`. */
export type DayPart = At &
  Bounds &
  (
    | { readonly kind: 'day' }
    | { readonly kind: 'working-day' }
    | { readonly kind: 'weekdays'; readonly days: readonly Weekday[] }
    | DayOfPeriod
  )

/** Every `count` days, weeks, months or years; the first is the first that falls on or after `from`. */
export type EveryPart = At & {
  readonly kind: 'every'
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
  /** Null: the weekday, the day of the month or the day of the year on which it begins. */
  readonly on: readonly Weekday[] | DayOfPeriod | null
  readonly from: Bound
  readonly until?: Bound
}

/** Due when its first working day starts, and open to the end of its last day. */
export type WindowPart = Bounds & {
  readonly kind: 'window'
  readonly of: 'week' | Period
  /** Seven days of it; null is all of it. */
  readonly week: Nth | null
}

/** Five fields, in the plan's zone. */
export type CronPart = Bounds & { readonly kind: 'cron'; readonly fields: string }

/** What is counted from the launch. */
export type LaunchPart =
  | { readonly kind: 'launch-moment'; readonly after: Offset }
  /** The day itself, or where weekdays are named, those of the seven days that begin with it. */
  | (At & { readonly kind: 'launch-day'; readonly after: Offset; readonly days: readonly Weekday[] })
  /** From where the first begins to where the last one's own month, week or day ends. */
  | { readonly kind: 'launch-window'; readonly first: Offset; readonly last: Offset }
  /** Real minutes; both ends are included. */
  | { readonly kind: 'interval'; readonly minutes: number; readonly first: Offset; readonly last: Offset }

/** When a ritual falls due. */
export type CadencePart =
  | DayPart
  | EveryPart
  | WindowPart
  | CronPart
  | LaunchPart
  | (At & { readonly kind: 'once'; readonly date: LocalDate })
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
  /** The instant and the day of T+0; null while there is none, and nothing that counts from it falls due. */
  readonly launch: { readonly at: Date; readonly day: LocalDate } | null
}
