import type { Phrase } from './cadence.ts'
import { type Hours, lengthOf, minuteOf } from './clock.ts'
import { cronsOf, daysField, type Moment, monthsField, type Only } from './crons.ts'
import type { Timing } from './timing.ts'

const day = 24 * 60

/** Every so many minutes, within the hours, on the days and in the months that are said of it. */
export function intervalFor(minutes: number, own: Timing, around: Timing): Phrase {
  const only = { days: own.days ?? around.days, months: own.months ?? around.months }
  if (own.hoursApart.length > 0) {
    const each = own.hoursApart.map(({ days, hours }) => cronsOf(momentsWithin(minutes, hours), { ...only, days }))
    if (each.every((one) => one !== null)) return { every: each.join('; '), chosen: null }
  }
  const hours = own.hours.length > 0 ? own.hours : around.hours
  const within =
    hours.length > 0
      ? hours.flatMap((one) => momentsWithin(minutes, one))
      : own.at.length > 1
        ? own.at.map(momentOf)
        : []
  const every = within.length > 0 ? cronsOf(within, only) : null
  return every
    ? { every, chosen: hours.some(({ to }) => to === null) ? 'until when' : null }
    : aroundTheClock(minutes, only)
}

/** Both ends are included; what has no end goes on to the end of the day. */
function momentsWithin(minutes: number, { from, to }: Hours): readonly Moment[] {
  const length = to === null ? day - 1 - from : lengthOf({ from, to })
  return Array.from({ length: Math.floor(length / minutes) + 1 }, (_, place) => {
    const minute = from + place * minutes
    return { minute: minute % day, pastMidnight: minute >= day }
  })
}

function momentOf(time: string): Moment {
  return { minute: minuteOf(time), pastMidnight: false }
}

/** Times of day repeat every day, and minutes every hour: what parts neither evenly comes as near to it as they can. */
function aroundTheClock(minutes: number, { days, months }: Only): Phrase {
  const hours = Math.min(23, Math.round(minutes / 60))
  const times = minutes < 60 ? `*/${minutes} *` : hours === 1 ? '0 *' : `0 */${hours}`
  const even = minutes < 60 ? 60 % minutes === 0 : minutes === hours * 60 && 24 % hours === 0
  return { every: `cron ${times} * ${monthsField(months)} ${daysField(days)}`, chosen: even ? null : 'the times' }
}
