import { localTextOf } from '../domain/cadence/time.ts'
import { type LocalTime, launchOnTheWall } from '../domain/calendar.ts'
import type { Row } from '../domain/changed-openings.ts'
import type { LaunchChange, LaunchShift } from '../domain/move-launch.ts'
import type { Person } from '../domain/plan.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type LaunchRequest, moveLaunch, previewLaunch } from '../operations/move-launch.ts'
import { someOf } from '../slack/text/words.ts'
import { plainRefusal } from '../slack/views/refusals.ts'
import { openDatabase } from '../store/database/open.ts'
import { depsWithPlan } from './deps-with-plan.ts'
import { databaseHere } from './environment.ts'
import type { Out } from './plan-file.ts'

export type LaunchOptions = { readonly dryRun?: boolean }

/** `rounds launch PLAN DATE`: moves the launch of a plan in the database, and tells what moved with it. */
export async function launch(name: string, date: string, options: LaunchOptions, out: Out): Promise<number> {
  const opened = await openDatabase(databaseHere())
  try {
    await opened.migrate()
    const all = await depsWithPlan(opened, name)
    for (const deps of all) {
      const request: LaunchRequest = { plan: name, launch: date, by: null }
      const change = options.dryRun
        ? await previewLaunch(deps, request, deps.clock())
        : await moveLaunch(deps, { ...request, note: null })
      if (change === undefined) continue
      if (isRefusal(change)) {
        out.fault(plainRefusal(change, 'UTC'))
        return 1
      }
      for (const line of told(change, options.dryRun === true)) out.line(line)
    }
    return 0
  } finally {
    await opened.close()
  }
}

function isRefusal(outcome: LaunchChange | Refusal): outcome is Refusal {
  return 'kind' in outcome
}

function told(change: LaunchChange, isDry: boolean): string[] {
  const { plan, from, to, shifts } = change
  const shown = (launch: LocalTime) => launchText(launch, plan.timezone)
  if (from === to) return [`The launch of ${plan.title} is on ${shown(to)} already. Nothing moves.`]
  const verb = isDry ? 'would move' : 'moved'
  const heading = `The launch of ${plan.title} ${verb} from ${from === null ? 'no date' : shown(from)} to ${shown(to)}.`
  const width = Math.max(0, ...shifts.map(({ title }) => title.length))
  return [heading, ...shifts.map((shift) => shiftLine(shift, width)), ...others(change)]
}

function launchText(launch: LocalTime, zone: string): string {
  const { at, skipped } = launchOnTheWall(launch, zone)
  const text = at.replace('T', ' ')
  return skipped === null ? text : `${text}, since the clocks skip ${skipped}`
}

function shiftLine({ title, zone, moved, added, dropped, closing }: LaunchShift, width: number): string {
  const time = (at: Date) => localTextOf(at, zone)
  const pairs = { ...moved, all: moved.all.map(({ before, after }) => `${time(before)} → ${time(after)}`) }
  const told = [
    ...(pairs.all.length === 0 ? [] : [someOf(pairs, 1)]),
    ...listedAs('in addition on', added, time),
    ...listedAs('no more on', dropped, time),
    ...(closing ? [`${time(closing.of)}, open until ${time(closing.before)} → ${time(closing.after)}`] : []),
  ]
  return `  ${title.padEnd(width)}  ${told.join('; ')}`
}

function listedAs(heading: string, { all, goesOn }: Row<Date>, time: (at: Date) => string): string[] {
  return all.length === 0 ? [] : [`${heading} ${someOf({ all: all.map(time), goesOn })}`]
}

function others({ plan, calledOff, duties, phases, targets }: LaunchChange): string[] {
  const holders = (people: readonly Person[]) => people.join(', ') || 'nobody'
  return [
    ...calledOff.map(
      ({ title, startsAt }) =>
        `  Called off where it was announced: ${title} of ${localTextOf(startsAt, plan.timezone)}`,
    ),
    ...duties.map(({ title, from, to }) => `  ${title}, at once: ${holders(from)} → ${holders(to)}`),
    ...(phases.length > 0 ? [`  Phases that move along: ${phases.join(', ')}`] : []),
    ...(targets.length > 0 ? [`  Later targets that move along: ${targets.join(', ')}`] : []),
  ]
}
