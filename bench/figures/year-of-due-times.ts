import { deepStrictEqual } from 'node:assert/strict'
import { createTask } from 'node-cron'
import type { CadencePart } from '../../src/domain/cadence/cadence.ts'
import { occurrences } from '../../src/domain/cadence/occurrences.ts'
import { addDays, localDateOf } from '../../src/domain/cadence/time.ts'
import { calendarOf } from '../../src/domain/plan.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { inTurns, type Line } from '../measure.ts'
import { drainpro } from '../shop.ts'

const runs = 7
const cronRuns = 5

/** The due times of DrainPro's plan that its peers know: ten years of them, and the coming year as node-cron tells it. */
export async function* yearOfDueTimes(): AsyncGenerator<Line> {
  yield* tenYears()
  yield await comingYear()
}

const { maintenance: _, ...whole } = drainpro()
const plan = { ...whole, rituals: whole.rituals.filter(({ every }) => every.length > 0 && every.every(isKnown)) }
const parts = plan.rituals.flatMap(({ every }) => every)

async function* tenYears(): AsyncGenerator<Line> {
  const [from, to] = ['2026-01-01', '2035-12-31']
  const [since, until] = [new Date('2026-01-01T04:59:59Z'), new Date('2036-01-01T04:59:59Z')]
  const sides = {
    schedule: () => scheduleOf(plan, from, to).map(({ dueAt }) => dueAt.getTime()),
    instants: () =>
      plan.rituals
        .flatMap((ritual) => occurrences(ritual.every, calendarOf(plan, ritual), since, until).map(Number))
        .sort((a, b) => a - b),
    peer: () => dayByDay(from, to),
  }
  const expected = sides.peer()
  deepStrictEqual(sides.schedule(), expected)
  deepStrictEqual(sides.instants(), expected)
  const { schedule, instants, peer } = await inTurns({ runs, sides })
  const peerIs = `a plain loop over days with Intl.DateTimeFormat, the same ${expected.length} instants`
  const line = { unit: 'ms', peer, peerIs, runs, database: null } as const
  yield { figure: 'year-of-due-times', ours: schedule, ...line }
  yield { figure: 'year-of-due-times-instants-alone', ours: instants, ...line }
}

/** node-cron counts from now and has no other start. */
async function comingYear(): Promise<Line> {
  const today = localDateOf(new Date(), plan.timezone)
  const sides = {
    ours: () => scheduleOf(plan, addDays(today, 1), addDays(today, 365)).map(({ dueAt }) => dueAt.getTime()),
    peer: () => nextRuns(366),
  }
  const [told, expected] = [new Set(sides.peer()), sides.ours()]
  const missing = expected.filter((at) => !told.has(at)).length
  const peerIs = `node-cron getNextRuns for the coming year; it lacks ${missing} of ${expected.length} instants`
  const measured = await inTurns({ runs: cronRuns, sides })
  return { figure: 'year-of-due-times-from-now', ...measured, unit: 'ms', peerIs, runs: cronRuns, database: null }
}

function nextRuns(days: number): number[] {
  const often = { day: 1, weekdays: 7, 'nth-weekday': 28 }
  return parts.flatMap((part) => {
    const task = createTask(cronOf(part), () => {}, { timezone: plan.timezone })
    const count = Math.ceil(days / often[known(part).kind])
    return task.getNextRuns(count).map(Number)
  })
}

function cronOf(given: CadencePart): string {
  const part = known(given)
  const [hour, minute] = timeOf(part)
  const cronDay = (isoDay: number) => isoDay % 7
  if (part.kind === 'day') return `${minute} ${hour} * * *`
  if (part.kind === 'weekdays') return `${minute} ${hour} * * ${part.days.map(cronDay).join()}`
  return `${minute} ${hour} * * ${cronDay(part.day)}#${part.nth}`
}

/** Of each day, what the wall clock's offset was when it struck the hour. */
function dayByDay(from: string, to: string): number[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: plan.timezone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  } as const)
  const offsetAt = (at: number) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(part.year as number, (part.month as number) - 1, part.day, part.hour, part.minute) - at
  }
  const instants: number[] = []
  const last = Date.parse(`${to}T00:00:00Z`)
  for (let day = Date.parse(`${from}T00:00:00Z`); day <= last; day += 86_400_000) {
    for (const given of parts) {
      const part = known(given)
      if (!falls(part, new Date(day))) continue
      const [hour, minute] = timeOf(part)
      const wall = day + (hour * 60 + minute) * 60_000
      const near = wall - offsetAt(wall)
      instants.push(wall - offsetAt(near))
    }
  }
  return instants.sort((a, b) => a - b)
}

function falls(part: Known, day: Date): boolean {
  const weekday = day.getUTCDay() || 7
  if (part.kind === 'day') return true
  if (part.kind === 'weekdays') return part.days.some((each) => each === weekday)
  return part.day === weekday && Math.ceil(day.getUTCDate() / 7) === part.nth
}

type Known = Extract<CadencePart, { kind: 'day' | 'weekdays' | 'nth-weekday' }>

/** Each day, some days of each week, a weekday counted from the beginning of each month. */
function isKnown(part: CadencePart): part is Known {
  if (part.kind === 'nth-weekday') return part.nth !== 'last' && part.of === undefined
  return part.kind === 'day' || part.kind === 'weekdays'
}

function known(part: CadencePart): Known {
  if (isKnown(part)) return part
  throw new Error(`The peers do not know the cadence ${part.kind}.`)
}

function timeOf({ at }: Known): [number, number] {
  const [hour, minute] = (at[0] ?? plan.dayStarts).split(':').map(Number)
  return [hour as number, minute as number]
}
