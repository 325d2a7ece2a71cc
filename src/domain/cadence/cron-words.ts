import { type Cron, cronOf, cronTimes } from './cron.ts'
import { listed, monthName, weekdayName, weekdayRuns } from './words.ts'

/** `at 09:00 Monday to Friday`; what a year of them looks like is better seen in the schedule. */
export function cronInWords(fields: string): string {
  const cron = cronOf(fields)
  const months = cron.months.length === 12 ? '' : ` in ${listed(cron.months.map(monthName))}`
  return `${timesInWords(cron)} ${daysInWords(cron)}${months}`
}

const mostTimes = 6

function timesInWords(cron: Cron): string {
  const { minutes, hours } = cron
  if (minutes.length * hours.length <= mostTimes) return `at ${listed(cronTimes(cron))}`
  const step = stepOf(minutes, 60)
  const often =
    step === null ? `at minute ${listed(minutes.map(String))}` : step === 1 ? 'every minute' : `every ${step} minutes`
  const said = minutes.length === 1 && minutes[0] === 0 ? 'on the hour' : often
  if (hours.length === 24) return said
  const range =
    (hours.at(-1) ?? 0) - (hours[0] ?? 0) === hours.length - 1
      ? `${hours[0]} to ${hours.at(-1)}`
      : listed(hours.map(String))
  return `${said} in the hours ${range}`
}

function daysInWords({ days, weekdays, eitherDay }: Cron): string {
  const ofMonth = `on day${days.length === 1 ? '' : 's'} ${listed(days.map(String))}`
  const ofWeek = listed(weekdayRuns(weekdays))
  if (weekdays.length === 7) return days.length === 31 ? 'every day' : ofMonth
  if (days.length === 31) return ofWeek
  return eitherDay ? `${ofMonth} or ${ofWeek}` : `${ofMonth}, if it is a ${listed(weekdays.map(weekdayName), 'or')}`
}

/** Null where the values are not evenly spread over all there are. */
function stepOf(values: readonly number[], all: number): number | null {
  const step = all / values.length
  return values.every((value, place) => value === place * step) ? step : null
}
