import type { Bound, Bounds, CadencePart } from '../../domain/cadence/cadence.ts'
import { isByClock } from '../../domain/cadence/launch.ts'
import { boundPhrase } from '../../domain/cadence/phrase-written.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { timedOf } from './timed.ts'

/** `T+1m` where `T+1mo` may be meant: nothing of days begins or ends a few minutes after a launch. */
export function minutesForMonths(plan: Plan, file: unknown): Complaint[] {
  const phases = (plan.phases ?? []).flatMap(({ from, to }, place): Complaint[] =>
    Object.entries({ from, to }).flatMap(([key, bound]) =>
      messageOf(bound).map((message) => ({ path: ['phases', place, key], rule: 'minutes', message })),
    ),
  )
  // Where one part ends the next may begin.
  const timed = timedOf(plan, file).flatMap(({ every, tell }) =>
    [...new Set(every.filter(isOfDays).flatMap((part) => [part.from, part.until].flatMap(messageOf)))].map((message) =>
      tell('minutes', message),
    ),
  )
  return [...phases, ...timed]
}

/** What comes every few minutes may well begin some minutes after the launch. */
function isOfDays(part: CadencePart): part is CadencePart & Bounds {
  return !['cron', 'interval', 'on-demand', 'once'].includes(part.kind) && !part.kind.startsWith('launch-')
}

function messageOf(bound: Bound | undefined): string[] {
  if (typeof bound !== 'object' || !isByClock(bound) || bound.minutes <= 0 || bound.minutes >= 60) return []
  const [said, minutes] = [boundPhrase(bound), bound.minutes]
  return [
    `${said} is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} after the launch: for months write T+${minutes}mo`,
  ]
}
