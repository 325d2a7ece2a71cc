import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../src/domain/cadence/cadence.ts'
import { fallings, nextOccurrence, occurrences } from '../../src/domain/cadence/occurrences.ts'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { calendarIn } from './calendar.ts'
import { type Day, daysOfYears, instantShown, shownAt } from './wall-clock.ts'

/** Zones, two years of each with a change of its clocks, a launch on the evening before one, and some holidays. */
const places = [
  { zone: 'America/New_York', year: 2026, launch: '2026-03-07 22:30' },
  { zone: 'Europe/Paris', year: 2026, launch: '2026-10-24 22:30' },
  { zone: 'Australia/Lord_Howe', year: 2026, launch: '2026-10-03 22:30' },
  { zone: 'Asia/Kolkata', year: 2026, launch: '2026-12-30 22:30' },
  // Its clocks skipped midnight itself, until 2019.
  { zone: 'America/Sao_Paulo', year: 2017, launch: '2017-10-14 22:30' },
  { zone: 'America/St_Johns', year: 2027, launch: '2027-01-31 22:30' },
] as const

type Place = (typeof places)[number]

const holidaysOf = (year: number) => [
  ...[year, year + 1].flatMap((each) => [`${each}-01-01`, `${each}-04-01`, `${each}-05-29`, `${each}-12-25`]),
  `${year}-12-31`,
]

/** What a phrase means, said once more by looking at every day of the calendar. */
type World = {
  readonly days: readonly Day[]
  readonly year: number
  readonly isWorkingDay: (day: Day) => boolean
  /** Counted from the launch day, which is 0. */
  readonly dayAfterLaunch: (count: number) => Day
  /** The same day of the month, so many months after launch day, or the last of that month. */
  readonly monthsAfterLaunch: (count: number) => Day
  /** `2026-03-07 23:30`, real minutes after the launch. */
  readonly minutesAfterLaunch: (minutes: number) => string
}

/** Either the days with their times, or the wall times outright; `@` marks a window, with its last day. */
type Meaning = (world: World) => readonly string[]

const at = (days: readonly Day[], ...times: readonly string[]) =>
  days.flatMap(({ text }) => times.map((time) => `${text} ${time}`))

const named =
  (...names: readonly string[]) =>
  (day: Day) =>
    names.includes(day.name)

/** The days of each month, quarter or year. */
function periods(days: readonly Day[], by: 'month' | 'quarter' | 'year'): readonly (readonly Day[])[] {
  return [...new Set(days.map((day) => day[by]))].map((key) => days.filter((day) => day[by] === key))
}

function pick(all: readonly (readonly Day[])[], wanted: (day: Day) => boolean, nth: number): Day[] {
  return all.flatMap((days) => days.filter(wanted).at(nth) ?? [])
}

const anyDay = () => true

/** Windows: due on the first working day as the day starts, with the last day. */
function windows({ isWorkingDay }: World, all: readonly (readonly Day[])[]): string[] {
  return all.map((days) => `${(days.find(isWorkingDay) ?? days[0])?.text} 09:00 @ ${days.at(-1)?.text}`)
}

const inMonths = (all: readonly (readonly Day[])[], ...names: readonly string[]) =>
  all.filter(([first]) => names.includes(first?.monthName ?? ''))

const since = (from: string) => (day: Day) => day.text >= from
const everyNth = <T>(all: readonly T[], count: number) => all.filter((_, index) => index % count === 0)

const range = (first: number, last: number, step = 1) =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** YEAR is the first year of a place; YEAR+1 the second. */
const meanings: readonly (readonly [phrase: string, Meaning])[] = [
  ['day at 02:30', ({ days }) => at(days, '02:30')],
  ['day at 00:00, 01:45', ({ days }) => at(days, '00:00', '01:45')],
  [
    'weekday at 09:00',
    ({ days }) =>
      at(
        days.filter((day) => !named('Saturday', 'Sunday')(day)),
        '09:00',
      ),
  ],
  ['Sunday at 02:15', ({ days }) => at(days.filter(named('Sunday')), '02:15')],
  [
    'Friday to Monday at 00:30',
    ({ days }) => at(days.filter(named('Friday', 'Saturday', 'Sunday', 'Monday')), '00:30'),
  ],
  ['first Monday of month at 09:00', ({ days }) => at(pick(periods(days, 'month'), named('Monday'), 0), '09:00')],
  ['fifth Sunday of month', ({ days }) => at(pick(periods(days, 'month'), named('Sunday'), 4), '09:00')],
  ['last Sunday of month at 02:30', ({ days }) => at(pick(periods(days, 'month'), named('Sunday'), -1), '02:30')],
  ['first Monday of quarter', ({ days }) => at(pick(periods(days, 'quarter'), named('Monday'), 0), '09:00')],
  ['last Friday of quarter at 14:00', ({ days }) => at(pick(periods(days, 'quarter'), named('Friday'), -1), '14:00')],
  ['tenth Sunday of year at 02:00', ({ days }) => at(pick(periods(days, 'year'), named('Sunday'), 9), '02:00')],
  ['last Sunday of year', ({ days }) => at(pick(periods(days, 'year'), named('Sunday'), -1), '09:00')],
  [
    'first Monday of January',
    ({ days }) => at(pick(inMonths(periods(days, 'month'), 'January'), named('Monday'), 0), '09:00'),
  ],
  [
    'second Sunday of March, October at 02:15',
    ({ days }) => at(pick(inMonths(periods(days, 'month'), 'March', 'October'), named('Sunday'), 1), '02:15'),
  ],
  [
    'day 15 of month at 00:00',
    ({ days }) =>
      at(
        days.filter(({ ofMonth }) => ofMonth === 15),
        '00:00',
      ),
  ],
  [
    'day 31 of month',
    ({ days }) =>
      at(
        periods(days, 'month').flatMap((month) => month.at(30) ?? month.at(-1) ?? []),
        '09:00',
      ),
  ],
  [
    'day 1 of quarter',
    ({ days }) =>
      at(
        periods(days, 'quarter').flatMap((quarter) => quarter[0] ?? []),
        '09:00',
      ),
  ],
  [
    'day 92 of quarter',
    ({ days }) =>
      at(
        periods(days, 'quarter').flatMap((quarter) => quarter.at(91) ?? quarter.at(-1) ?? []),
        '09:00',
      ),
  ],
  ['day 100 of year', ({ days }) => at(pick(periods(days, 'year'), anyDay, 99), '09:00')],
  [
    'day 15 of March',
    ({ days }) =>
      at(
        days.filter((day) => day.text.endsWith('-03-15')),
        '09:00',
      ),
  ],
  ['day 30 of February', ({ days }) => at(pick(inMonths(periods(days, 'month'), 'February'), anyDay, -1), '09:00')],
  ['last day of month', ({ days }) => at(pick(periods(days, 'month'), anyDay, -1), '09:00')],
  [
    'last day of year at 23:59',
    ({ days }) =>
      at(
        days.filter((day) => day.text.endsWith('-12-31')),
        '23:59',
      ),
  ],
  [
    'last working day of month',
    ({ days, isWorkingDay }) => at(pick(periods(days, 'month'), isWorkingDay, -1), '09:00'),
  ],
  [
    'first working day of quarter at 08:00',
    ({ days, isWorkingDay }) => at(pick(periods(days, 'quarter'), isWorkingDay, 0), '08:00'),
  ],
  ['last working day of year', ({ days, isWorkingDay }) => at(pick(periods(days, 'year'), isWorkingDay, -1), '09:00')],
  [
    'third working day of month',
    ({ days, isWorkingDay }) => at(pick(periods(days, 'month'), isWorkingDay, 2), '09:00'),
  ],
  ['working day 22 of month', ({ days, isWorkingDay }) => at(pick(periods(days, 'month'), isWorkingDay, 21), '09:00')],
  ['2 weeks on Friday at 16:00 from YEAR-01-02', ({ days, year }) => everyTwoWeeks(days, year)],
  [
    '3 days at 02:30 from YEAR-01-05',
    ({ days, year }) => at(everyNth(days.filter(since(`${year}-01-05`)), 3), '02:30'),
  ],
  ['2 weeks from YEAR-01-05', ({ days, year }) => at(everyNth(days.filter(since(`${year}-01-05`)), 14), '09:00')],
  [
    '3 weeks on Monday, Wednesday from YEAR-01-07',
    ({ days, year }) => {
      const after = days.filter(since(`${year}-01-07`))
      return at(
        after.filter((day, index) => index % 21 < 7 && named('Monday', 'Wednesday')(day)),
        '09:00',
      )
    },
  ],
  [
    '3 months on day 1 from YEAR-01-01',
    ({ days }) =>
      at(
        everyNth(
          days.filter(({ ofMonth }) => ofMonth === 1),
          3,
        ),
        '09:00',
      ),
  ],
  [
    '2 months on day 1 from YEAR-01-15',
    ({ days, year }) =>
      at(
        everyNth(
          days.filter(({ text, ofMonth }) => ofMonth === 1 && text > `${year}-01-15`),
          2,
        ),
        '09:00',
      ),
  ],
  ['1 month from YEAR-01-31', ({ days }) => at(pick(periods(days, 'month'), anyDay, -1), '09:00')],
  [
    '2 months on first Monday from YEAR-02-01',
    ({ days }) => at(everyNth(pick(periods(days, 'month').slice(1), named('Monday'), 0), 2), '09:00'),
  ],
  [
    '1 year on last working day of March from YEAR-02-01',
    ({ days, isWorkingDay }) => at(pick(inMonths(periods(days, 'month'), 'March'), isWorkingDay, -1), '09:00'),
  ],
  ['2 years on day 60 from YEAR-01-01', ({ days }) => at([days[59] as Day], '09:00')],
  [
    'first week of quarter',
    (world) =>
      windows(
        world,
        periods(world.days, 'quarter').map((days) => days.slice(0, 7)),
      ),
  ],
  [
    'first week of month',
    (world) =>
      windows(
        world,
        periods(world.days, 'month').map((days) => days.slice(0, 7)),
      ),
  ],
  [
    'last week of year',
    (world) =>
      windows(
        world,
        periods(world.days, 'year').map((days) => days.slice(-7)),
      ),
  ],
  [
    'fifth week of month',
    (world) =>
      windows(
        world,
        periods(world.days, 'month')
          .map((days) => days.slice(28))
          .filter(({ length }) => length > 0),
      ),
  ],
  ['January', (world) => windows(world, inMonths(periods(world.days, 'month'), 'January'))],
  ['March, October', (world) => windows(world, inMonths(periods(world.days, 'month'), 'March', 'October'))],
  ['month', (world) => windows(world, periods(world.days, 'month'))],
  ['quarter', (world) => windows(world, periods(world.days, 'quarter'))],
  ['year', (world) => windows(world, periods(world.days, 'year'))],
  ['week', (world) => windows(world, weeks(daysOfYears(world.year - 1, world.year + 2)))],
  ['on YEAR-12-31 at 23:30', ({ year }) => [`${year}-12-31 23:30`]],
  ['on demand', () => []],
  ['T+0', ({ minutesAfterLaunch }) => [minutesAfterLaunch(0)]],
  ['T+4h', ({ minutesAfterLaunch }) => [minutesAfterLaunch(240)]],
  ['15 minutes from T+1h to T+6h', ({ minutesAfterLaunch }) => range(60, 360, 15).map(minutesAfterLaunch)],
  ['15 minutes from T+1h to T+1h', ({ minutesAfterLaunch }) => [minutesAfterLaunch(60)]],
  ['2 hours from T+6h to T+25h', ({ minutesAfterLaunch }) => range(360, 1500, 120).map(minutesAfterLaunch)],
  ['T+1d at 02:30', ({ dayAfterLaunch }) => at([dayAfterLaunch(1)], '02:30')],
  ['T+0 at 23:45', ({ dayAfterLaunch }) => at([dayAfterLaunch(0)], '23:45')],
  [
    'T+1w Monday at 09:00',
    ({ dayAfterLaunch }) => at(range(7, 13).map(dayAfterLaunch).filter(named('Monday')), '09:00'),
  ],
  [
    'T+2w Tuesday to Thursday at 10:00',
    ({ dayAfterLaunch }) =>
      at(
        range(14, 20)
          .map(dayAfterLaunch)
          .filter(named('Tuesday', 'Wednesday', 'Thursday')),
        '10:00',
      ),
  ],
  ['T+2d to T+3d', (world) => windows(world, [range(2, 3).map(world.dayAfterLaunch)])],
  ['T+1w to T+4w', (world) => windows(world, [range(7, 34).map(world.dayAfterLaunch)])],
  [
    'T+2mo',
    (world) => {
      const [first, next] = [world.monthsAfterLaunch(2), world.monthsAfterLaunch(3)]
      return windows(world, [world.days.filter(({ text }) => text >= first.text && text < next.text)])
    },
  ],
  [
    'Monday at 09:00 until T+1mo, then first Monday of month at 10:00',
    ({ days, monthsAfterLaunch }) => [
      ...at(days.filter(named('Monday')), '09:00').filter((shown) => shown < monthsAfterLaunch(1).text),
      ...at(pick(periods(days, 'month'), named('Monday'), 0), '10:00').filter(
        (shown) => shown >= monthsAfterLaunch(1).text,
      ),
    ],
  ],
  [
    'first Monday of month at 09:00 from T+3mo',
    ({ days, monthsAfterLaunch }) =>
      at(pick(periods(days, 'month'), named('Monday'), 0), '09:00').filter(
        (shown) => shown >= monthsAfterLaunch(3).text,
      ),
  ],
  [
    'day at 00:00 from YEAR-06-01 until YEAR-11-05',
    ({ days, year }) =>
      at(
        days.filter(({ text }) => text >= `${year}-06-01` && text < `${year}-11-05`),
        '00:00',
      ),
  ],
  ['cron 30 2 * * *', ({ days }) => at(days, '02:30')],
  [
    'cron 0 9 * * mon-fri',
    ({ days }) =>
      at(
        days.filter((day) => !named('Saturday', 'Sunday')(day)),
        '09:00',
      ),
  ],
  [
    'cron 15,45 */6 13 * fri',
    ({ days }) =>
      at(
        days.filter((day) => day.ofMonth === 13 || day.name === 'Friday'),
        ...['00', '06', '12', '18'].flatMap((hour) => [`${hour}:15`, `${hour}:45`]),
      ),
  ],
  [
    'cron 0 8-10 */2 feb,3 *',
    ({ days }) =>
      at(
        days.filter((day) => ['February', 'March'].includes(day.monthName) && day.ofMonth % 2 === 1),
        ...['08:00', '09:00', '10:00'],
      ),
  ],
  [
    'cron */20 1-3 * * 0',
    ({ days }) =>
      at(
        days.filter(named('Sunday')),
        ...[1, 2, 3].flatMap((hour) => [0, 20, 40].map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`)),
      ),
  ],
  [
    'Monday at 09:00; last day of month at 09:00',
    ({ days }) => [
      ...at(days.filter(named('Monday')), '09:00'),
      ...at(pick(periods(days, 'month'), anyDay, -1), '09:00'),
    ],
  ],
]

describe.each(places)('in $zone, over two years from $year', (place) => {
  const world = worldOf(place)
  const calendar = calendarOf(place)
  const [from, until] = [
    new Date(instantShown(place.zone, `${place.year}-01-01 00:00`) - 1),
    new Date(instantShown(place.zone, `${place.year + 2}-01-01 00:00`) - 1),
  ]

  test.each(meanings)('%s', (template, meaning) => {
    const cadence = read(template.replaceAll('YEAR', String(place.year)))
    const expected = expectedOf(place, meaning(world), from, until)
    const found = fallings(cadence, calendar, from, until)
    expect(found.map(({ dueAt, endsAt }) => [dueAt.toISOString(), endsAt?.toISOString() ?? null])).toEqual(expected)
    expect(occurrences(cadence, calendar, from, until)).toEqual(found.map(({ dueAt }) => dueAt))
    expect(nextOccurrence(cadence, calendar, from)?.toISOString()).toBe(expected[0]?.[0])
  })
})

test('there are enough of them', () => {
  expect(places.length * meanings.length).toBeGreaterThan(300)
})

function everyTwoWeeks(days: readonly Day[], year: number): string[] {
  return at(
    everyNth(
      days.filter((day) => day.name === 'Friday' && day.text >= `${year}-01-02`),
      2,
    ),
    '16:00',
  )
}

/** From Monday to Sunday. */
function weeks(days: readonly Day[]): Day[][] {
  const found: Day[][] = []
  for (const day of days) {
    if (day.name === 'Monday' || found.length === 0) found.push([])
    found.at(-1)?.push(day)
  }
  return found.filter((week) => week.length === 7)
}

/** Wall times as instants in order, each once; those of windows with the end of their last day. */
function expectedOf({ zone }: Place, shown: readonly string[], from: Date, until: Date) {
  const falls = shown.map((text): readonly [string, string | null] => {
    const [due = '', last] = text.split(' @ ')
    return [iso(due.includes('Z') ? Date.parse(due) : instantShown(zone, due)), last ? endOf(zone, last) : null]
  })
  const within = falls.filter(([due]) => due > from.toISOString() && due <= until.toISOString())
  return [...new Map(within.map((fall) => [fall[0], fall])).values()].sort(([a], [b]) => (a < b ? -1 : 1))
}

function endOf(zone: string, last: string): string {
  const next = new Date(Date.parse(`${last}T12:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return iso(instantShown(zone, `${next} 00:00`))
}

function worldOf({ zone, year, launch }: Place): World {
  const days = daysOfYears(year, year + 1)
  const more = daysOfYears(year, year + 2)
  const holidays = holidaysOf(year)
  const launched = instantShown(zone, launch)
  const launchDay = more.findIndex(({ text }) => text === launch.slice(0, 10))
  return {
    days,
    year,
    isWorkingDay: (day) => !named('Saturday', 'Sunday')(day) && !holidays.includes(day.text),
    dayAfterLaunch: (count) => more[launchDay + count] as Day,
    monthsAfterLaunch: (count) => {
      const month = periods(more, 'month')[Number(launch.slice(5, 7)) - 1 + count] ?? []
      return (month[Number(launch.slice(8, 10)) - 1] ?? month.at(-1)) as Day
    },
    minutesAfterLaunch: (minutes) => iso(launched + minutes * 60_000),
  }
}

function calendarOf({ zone, year, launch }: Place): Calendar {
  const launched = instantShown(zone, launch)
  expect(shownAt(zone, launched)).toBe(launch)
  return calendarIn(zone, {
    holidays: holidaysOf(year),
    launch: { at: new Date(launched), day: launch.slice(0, 10) },
  })
}

function read(phrase: string) {
  const parsed = parseCadence(phrase)
  if (!parsed.ok) throw new Error(`${phrase}: ${parsed.fault.message}`)
  return parsed.cadence
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
