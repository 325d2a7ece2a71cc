import { describe, expect, test } from 'vitest'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { cadenceInWords, placeOf } from '../../src/domain/cadence/say.ts'
import { calendarIn } from './calendar.ts'

const newYork = calendarIn('America/New_York')

function said(phrase: string, calendar: Parameters<typeof cadenceInWords>[1] = newYork): string {
  const parsed = parseCadence(phrase)
  if (!parsed.ok) throw new Error(`${phrase}: ${parsed.fault.message}`)
  return cadenceInWords(parsed.cadence, calendar)
}

describe('a team that reads its schedule back reads', () => {
  test.each([
    ['Monday, Tuesday', 'every Monday and Tuesday at 09:00 New York'],
    ['Monday to Wednesday', 'Monday to Wednesday at 09:00 New York'],
    ['Sunday, Monday, Wednesday to Friday', 'Monday, Wednesday to Friday and Sunday at 09:00 New York'],
    ['Friday to Monday at 23:00', 'Friday to Monday at 23:00 New York'],
    ['Saturday to Monday', 'Saturday to Monday at 09:00 New York'],
    ['Wednesday, Friday to Monday', 'Wednesday and Friday to Monday at 09:00 New York'],
    ['Sunday, Monday', 'every Monday and Sunday at 09:00 New York'],
    ['Monday to Sunday', 'Monday to Sunday at 09:00 New York'],
    ['day 28 of month', 'day 28 of each month at 09:00 New York'],
    ['day 29 of March', 'day 29 of March at 09:00 New York'],
    ['day 90 of quarter', 'day 90 of each quarter at 09:00 New York'],
    ['day 91 of quarter', 'day 91, or the last day, of each quarter at 09:00 New York'],
    ['day 365 of year', 'day 365 of each year at 09:00 New York'],
    ['day 366 of year', 'day 366, or the last day, of each year at 09:00 New York'],
    ['last day of June, December', 'the last day of June and December at 09:00 New York'],
    ['working day 11 of month', 'the 11th working day of each month at 09:00 New York'],
    ['working day 13 of month', 'the 13th working day of each month at 09:00 New York'],
    ['working day 21 of month', 'the 21st working day of each month at 09:00 New York'],
    ['working day 22 of month', 'the 22nd working day of each month at 09:00 New York'],
    ['working day 23 of month', 'the 23rd working day of each month at 09:00 New York'],
  ])('of days, %s: %s', (phrase, words) => {
    expect(said(phrase)).toBe(words)
  })

  test.each([
    ['1 day from 2026-01-01', 'every day at 09:00, from Thursday 1 January 2026, New York time'],
    ['3 days at 08:00 from T+1d', 'every 3 days at 08:00, from 1 day after launch, New York time'],
    [
      '1 week on Monday, Tuesday from 2026-01-01',
      'every week on Monday and Tuesday at 09:00, from Thursday 1 January 2026, New York time',
    ],
    [
      '1 month on last working day from T+1w',
      'every month on the last working day at 09:00, from 1 week after launch, New York time',
    ],
    ['3 months on day 29 from T+0', 'every 3 months on day 29, or the last day, at 09:00, from launch, New York time'],
    ['1 year on day 365 from T+0', 'every year on day 365 at 09:00, from launch, New York time'],
    [
      '1 year on day 29 of February from T+0',
      'every year on day 29, or the last day, of February at 09:00, from launch, New York time',
    ],
    [
      'day from 2026-01-01 until 2026-02-01',
      'every day at 09:00, from Thursday 1 January 2026 and before Sunday 1 February 2026, New York time',
    ],
    ['day until T+1mo', 'every day at 09:00 until 1 month after launch, New York time'],
    [
      'Monday until T+1mo; Friday from T+2mo',
      'every Monday at 09:00 until 1 month after launch, and every Friday at 09:00, from 2 months after launch, New York time',
    ],
    [
      'Monday until T+1mo; Friday from T+1mo',
      'every Monday at 09:00 until 1 month after launch, then every Friday at 09:00 New York',
    ],
  ])('of what begins and ends, %s: %s', (phrase, words) => {
    expect(said(phrase)).toBe(words)
  })

  test.each([
    ['week', 'once each week, from its first working day at 09:00 New York'],
    ['year', 'once each year, from its first working day at 09:00 New York'],
    ['March', 'in March, from its first working day at 09:00 New York'],
    ['last week of year', 'in the last week of each year, from its first working day at 09:00 New York'],
    ['fifth week of March, May', 'in the fifth week of March and May, from its first working day at 09:00 New York'],
    [
      'week until 2027-01-06, then month',
      'once each week before Wednesday 6 January 2027, each from its first working day at 09:00, then once each month, from its first working day at 09:00 New York',
    ],
    [
      'month from T+3mo until T+1mo2w',
      'once each month, from 3 months after launch until 1 month and 2 weeks after launch, each from its first working day at 09:00 New York',
    ],
    [
      'March from 2027-01-01',
      'in March, from Friday 1 January 2027, each from its first working day at 09:00 New York',
    ],
    ['on demand', 'on demand'],
    ['on demand; on demand', 'on demand'],
    ['day at 09:00; Friday at 16:00; day', 'every day at 09:00, and every Friday at 16:00 New York'],
    ['on demand; on 2026-12-31 at 23:30', 'on Thursday 31 December 2026 at 23:30 New York, and on demand'],
  ])('of windows, days and what is done by hand, %s: %s', (phrase, words) => {
    expect(said(phrase)).toBe(words)
  })

  test.each([
    ['T+0', 'at launch'],
    ['T+1m', '1 minute after launch'],
    ['T+25h1m', '25 hours and 1 minute after launch'],
    ['T+2m', '2 minutes after launch'],
    ['T+0 at 10:00', 'on launch day at 10:00 New York'],
    ['T+1d', '1 day after launch at 09:00 New York'],
    ['T+1mo2d', '1 month and 2 days after launch at 09:00 New York'],
    ['T+0 Monday', 'Monday of the week from launch day at 09:00 New York'],
    [
      'T+2w Tuesday to Thursday, Sunday at 10:00',
      'Tuesday to Thursday and Sunday of the week from 2 weeks after launch at 10:00 New York',
    ],
    ['T+1w', 'in the week from 1 week after launch, New York time'],
    ['T+1mo2w', 'in the week from 1 month and 2 weeks after launch, New York time'],
    ['T+1w to T+4w', 'from 1 week after launch to the end of the week from 4 weeks after launch, New York time'],
    ['T+1mo to T+2mo', 'from 1 month after launch to the end of the month from 2 months after launch, New York time'],
    ['T+0 to T+1d', 'from launch day to the end of the day 1 day after launch, New York time'],
    ['T+0 to T+4h', 'from launch to 4 hours after launch'],
    ['T+1h to T+6h; T+30m', 'from 1 hour after launch to 6 hours after launch, and 30 minutes after launch'],
    ['T+30m; T+1d', '30 minutes after launch, and 1 day after launch at 09:00 New York'],
    ['1 minute from T+0 to T+10m', 'every minute from launch to 10 minutes after launch'],
    ['60 minutes from T+0 to T+3h', 'every hour from launch to 3 hours after launch'],
    ['2 hours from T+30m to T+25h', 'every 2 hours from 30 minutes after launch to 25 hours after launch'],
    ['90 minutes from T+0 to T+3h', 'every 90 minutes from launch to 3 hours after launch'],
  ])('of the launch, %s: %s', (phrase, words) => {
    expect(said(phrase)).toBe(words)
  })

  test.each([
    ['cron 0 9 * * *', 'at 09:00 every day, New York time'],
    ['cron */20 6,7 * * *', 'at 06:00, 06:20, 06:40, 07:00, 07:20 and 07:40 every day, New York time'],
    ['cron */10 6,7 * * *', 'every 10 minutes in the hours 6 to 7 every day, New York time'],
    ['cron * * * * *', 'every minute every day, New York time'],
    ['cron 0 * * * *', 'on the hour every day, New York time'],
    ['cron 5 * * * *', 'at minute 5 every day, New York time'],
    ['cron 5-59/10 * * * *', 'at minute 5, 15, 25, 35, 45 and 55 every day, New York time'],
    ['cron 0 9-17 * * *', 'on the hour in the hours 9 to 17 every day, New York time'],
    ['cron 0 9,10,14-18 * * *', 'on the hour in the hours 9, 10, 14, 15, 16, 17 and 18 every day, New York time'],
    ['cron 0,30 8-20 * * 1-5', 'every 30 minutes in the hours 8 to 20 Monday to Friday, New York time'],
    ['cron 0 17,8,17 * * *', 'at 08:00 and 17:00 every day, New York time'],
    ['cron 0/20 6 * * *', 'at 06:00, 06:20 and 06:40 every day, New York time'],
    ['cron 0,5 6-12 * * *', 'at minute 0 and 5 in the hours 6 to 12 every day, New York time'],
    ['cron 0 9 * jan sun', 'at 09:00 Sunday in January, New York time'],
    ['cron 0 9 31 1,2 *', 'at 09:00 on day 31 in January and February, New York time'],
    ['cron 0 9 31 1 *', 'at 09:00 on day 31 in January, New York time'],
    ['cron 0 9 1 * *', 'at 09:00 on day 1, New York time'],
    ['cron 0 9 1,15 3,6 *', 'at 09:00 on days 1 and 15 in March and June, New York time'],
    ['cron 0 9 * feb *', 'at 09:00 every day in February, New York time'],
    ['cron 0 9 * * 0,6', 'at 09:00 Saturday and Sunday, New York time'],
    ['cron 0 9 13 * fri', 'at 09:00 on day 13 or Friday, New York time'],
    ['cron 0 9 */10 * mon', 'at 09:00 on days 1, 11, 21 and 31, if it is a Monday, New York time'],
    ['cron 0 9 1 * */2', 'at 09:00 on day 1, if it is a Tuesday, Thursday, Saturday or Sunday, New York time'],
    ['cron 0 9 1 * 0-6', 'at 09:00 every day, New York time'],
    ['cron 0 9 1-31 feb mon', 'at 09:00 every day in February, New York time'],
  ])('of cron, %s: %s', (phrase, words) => {
    expect(said(phrase)).toBe(words)
  })

  test('its own working days and the beginning of its own day', () => {
    const cairo = { ...newYork, zone: 'Africa/Cairo', dayStarts: '08:15', workingDays: [1, 2, 3, 4, 7] } as const
    expect(said('weekday', cairo)).toBe('Sunday to Thursday at 08:15 Cairo')
    expect(said('weekday', { ...cairo, workingDays: [6, 7] })).toBe('every Saturday and Sunday at 08:15 Cairo')
    expect(said('month', cairo)).toBe('once each month, from its first working day at 08:15 Cairo')
  })

  test.each([
    ['America/St_Johns', 'St Johns'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['America/Port_of_Spain', 'Port of Spain'],
    ['UTC', 'UTC'],
  ])('the place of %s as %s', (zone, place) => {
    expect(placeOf(zone)).toBe(place)
  })
})
