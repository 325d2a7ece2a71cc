import { describe, expect, test } from 'vitest'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'

describe('a phrase that is no cadence', () => {
  // The caret stands before the word that was not understood.
  test.each([
    ['^', 'a cadence such as "day at 09:00" is missing here'],
    ['^;', 'a cadence such as "day at 09:00" is missing here'],
    ['Monday;^', 'a cadence such as "day at 09:00" is missing here'],
    ['Monday until T+1mo, then^', 'a cadence such as "day at 09:00" is missing here'],
    ['T+3mo onward:^', 'a cadence such as "day at 09:00" is missing here'],
    ['^x', '"x" is not a day such as "weekday" or "Monday"'],
    ['Monday; ^x', '"x" is not a day such as "weekday" or "Monday"'],
    ['^0 days from 2026-01-01', '"0" is not a day such as "weekday" or "Monday"'],
    ['^1000 days from 2026-01-01', '"1000" is not a day such as "weekday" or "Monday"'],
    ['^a2 weeks from 2026-01-02', '"a2" is not a day such as "weekday" or "Monday"'],
    ['^hourly', '"hourly" is not a day such as "weekday" or "Monday"'],
    ['^halfhour from T+1h to T+6h', '"halfhour" is not a day such as "weekday" or "Monday"'],
    ['^launch onward: day', '"launch" is not a day such as "weekday" or "Monday"'],
    ['Monday ^15 of month', '"15" is not understood: "from", "until" or the end belongs here'],
    ['Monday ^x', '"x" is not understood: "from", "until" or the end belongs here'],
    ['Monday until 2026-06-01 ^x', '"x" is not understood: "from", "until" or the end belongs here'],
    ['Monday, ^then Friday', '"then" needs "until" and a day before it'],
    ['Monday ^then Friday', '"then" needs "until" and a day before it'],
    [
      'Monday until T+1mo, then ^T+2mo onward: Friday',
      '"T+2mo" is not needed: what follows "then" begins where the cadence before it ends',
    ],
    ['Monday until T+1mo, then ^T+1d', '"T+1d" has a beginning and an end of its own: give it a phrase of its own'],
    ['T+3mo onward: ^on 2026-03-06', '"on" has a beginning and an end of its own: give it a phrase of its own'],
    ['Monday until T+1mo, then Friday ^from T+2mo', 'it is said twice where this begins'],
    ['T+3mo onward: day ^from 2026-01-01', 'it is said twice where this begins'],
  ])('%s: %s', refuses)

  test.each([
    ['day at^', '"at" needs a time such as 09:00'],
    ['day at 09:00,^', '"at" needs a time such as 09:00'],
    ['day at ^9am', '"9am" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['day at ^25:00', '"25:00" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['day at ^24:00', '"24:00" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['day at ^09:60', '"09:60" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['day at ^009:00', '"009:00" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['day at ^09:000', '"09:000" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ['Monday at 09:00, ^Tuesday at 10:00', '"Tuesday" begins another cadence: list them as two'],
    ['Monday at 09:00, ^first Friday of month', '"first" begins another cadence: list them as two'],
    ['Monday at 09:00, ^March', '"March" begins another cadence: list them as two'],
    ['day from^', 'a date such as 2026-03-06, or a time after the launch such as T+1mo, belongs here'],
    [
      'day until ^2026-02-30',
      '"2026-02-30" is not understood: a date such as 2026-03-06, or a time after the launch such as T+1mo, belongs here',
    ],
    ['day from 2026-01-02 ^from 2026-01-03', '"from" is given twice'],
    ['day until 2026-01-02 from 2025-01-01 ^until 2026-01-03', '"until" is given twice'],
    ['day until T+3mo ^onward', '"onward" is not understood: "from", "until" or the end belongs here'],
    ['day from T+3mo ^onwardly', '"onwardly" is not understood: "from", "until" or the end belongs here'],
    ['day from T+3mo ^goonward', '"goonward" is not understood: "from", "until" or the end belongs here'],
    [
      'day from ^AT+3mo',
      '"AT+3mo" is not understood: a date such as 2026-03-06, or a time after the launch such as T+1mo, belongs here',
    ],
  ])('in its times, %s: %s', refuses)

  test.each([
    ['Monday,^', 'a weekday belongs here'],
    ['Monday, ^x', '"x" is not understood: a weekday belongs here'],
    ['Monday to^', 'a weekday belongs here'],
    ['Monday to ^x', '"x" is not understood: a weekday belongs here'],
    ['third^', 'a weekday, "day", "working day" or "week" belongs here'],
    [
      'third ^working week of month',
      '"working" is not understood: a weekday, "day", "working day" or "week" belongs here',
    ],
    ['working day^', 'the number of a day belongs here'],
    ['working day ^0 of month', '"0" is not understood: the number of a day belongs here'],
    ['working day ^1000 of year', '"1000" is not understood: the number of a day belongs here'],
    ['working day ^12th of month', '"12th" is not understood: the number of a day belongs here'],
    [
      '^working 12 of month',
      '"working" is not understood: a day such as "day 15", "last day" or "first Monday" belongs here',
    ],
    ['day 15^', '"of month", "of quarter", "of year" or "of" a month belongs here'],
    [
      'first Monday ^at 09:00',
      '"at" is not understood: "of month", "of quarter", "of year" or "of" a month belongs here',
    ],
    ['day 15 of^', '"month", "quarter", "year" or a month belongs here'],
    ['day 15 of ^week', '"week" is not understood: "month", "quarter", "year" or a month belongs here'],
    ['day 15 of March,^', 'a month belongs here'],
    ['day 15 of March, ^x', '"x" is not understood: a month belongs here'],
    ['day 32 of ^month', 'a month never has so many of these days'],
    ['day 32 of ^March', 'a month never has so many of these days'],
    ['day 93 of ^quarter', 'a quarter never has so many of these days'],
    ['day 367 of ^year', 'a year never has so many of these days'],
    ['sixth Monday of ^month', 'a month never has so many of these days'],
    ['working day 32 of ^month', 'a month never has so many of these days'],
    ['working day 93 of ^quarter', 'a quarter never has so many of these days'],
    ['working day 367 of ^year', 'a year never has so many of these days'],
  ])('in its days, %s: %s', refuses)

  test.each([
    ['2^', '"days", "weeks", "months" or "years" belongs here'],
    ['2 ^fortnights', '"fortnights" is not understood: "days", "weeks", "months" or "years" belongs here'],
    ['2 weeks on Friday^', '"from" with the date from which it is counted belongs here'],
    ['2 years on day 15 of March until 2027-01-01^', '"from" with the date from which it is counted belongs here'],
    ['2 days ^on Friday', '"on" cannot follow a number of days'],
    ['2 weeks on ^day 1', '"day" is not understood: a weekday belongs here'],
    ['2 months on^', 'a day such as "day 15", "last day" or "first Monday" belongs here'],
    ['2 months on ^x', '"x" is not understood: a day such as "day 15", "last day" or "first Monday" belongs here'],
    ['2 months on ^day 32 from 2026-01-01', 'a month never has so many of these days'],
    ['1 month on ^sixth Monday from 2026-01-01', 'a month never has so many of these days'],
    ['1 year on ^day 367 from 2026-01-01', 'a year never has so many of these days'],
    ['1 year on sixth Monday of ^March from 2026-01-01', 'a month never has so many of these days'],
    ['2 years on first Monday of ^March, April from 2026-01-01', '"March" is not understood: one month belongs here'],
    ['2 years on first Monday of ^quarter from 2026-01-01', '"quarter" is not understood: one month belongs here'],
    [
      '2 months on day 1 ^of March from 2026-01-01',
      '"of" is not understood: "from" with the date from which it is counted belongs here',
    ],
  ])('in what comes every so often, %s: %s', refuses)

  test.each([
    ['first week^', '"of month", "of quarter", "of year" or "of" a month belongs here'],
    [
      'first week ^at 09:00',
      '"at" is not understood: "of month", "of quarter", "of year" or "of" a month belongs here',
    ],
    ['first week of^', '"month", "quarter", "year" or a month belongs here'],
    ['first week of ^week', '"week" is not understood: "month", "quarter", "year" or a month belongs here'],
    ['^sixth week of month', 'a month never has so many weeks'],
    ['^sixth week of March', 'a month never has so many weeks'],
    ['month ^at 09:00', '"at" cannot stand here: a window opens when its first working day starts'],
    ['week ^at 09:00', '"at" cannot stand here: a window opens when its first working day starts'],
    ['June ^at 09:00', '"at" cannot stand here: a window opens when its first working day starts'],
    ['first week of month ^at 09:00', '"at" cannot stand here: a window opens when its first working day starts'],
    ['March, ^x', '"x" is not understood: a month belongs here'],
  ])('in its window, %s: %s', refuses)

  test.each([
    ['on^', '"on" needs a date such as 2026-03-06, or "demand"'],
    ['on ^2026-02-30 at 10:00', '"2026-02-30" is not a date such as 2026-03-06'],
    ['on 2026-03-06 at^', '"at" needs a time such as 09:00'],
    ['on demand ^at 09:00', '"at" cannot follow "on demand"'],
    ['cron^', 'cron needs five fields, such as 0 9 * * 1-5'],
    ['cron 0 9 * *^', 'cron needs five fields, such as 0 9 * * 1-5'],
    ['cron ^60 9 * * *', '"60" is not a minute of cron'],
    ['cron 0 ^24 * * *', '"24" is not an hour of cron'],
    ['cron ^? 9 * * *', '"?" is not a minute of cron'],
    ['cron ^!5 9 * * *', '"!5" is not a minute of cron'],
    ['cron ^5! 9 * * *', '"5!" is not a minute of cron'],
    ['cron ^007 9 * * *', '"007" is not a minute of cron'],
    ['cron ^*-5 9 * * *', '"*-5" is not a minute of cron'],
    ['cron ^x-5 9 * * *', '"x-5" is not a minute of cron'],
    ['cron ^5-x 9 * * *', '"5-x" is not a minute of cron'],
    ['cron ^0-x 9 * * *', '"0-x" is not a minute of cron'],
    ['cron ^*/0 9 * * *', '"*/0" is not a minute of cron'],
    ['cron ^5, 9 * * *', '"5," is not a minute of cron'],
    ['cron 0 9 ^0 * *', '"0" is not a day of the month of cron'],
    ['cron 0 9 ^1,32 * *', '"1,32" is not a day of the month of cron'],
    ['cron 0 9 * ^13 *', '"13" is not a month of cron'],
    ['cron 0 9 * * ^8', '"8" is not a weekday of cron'],
    ['cron 0 9 * * ^5-1', '"5-1" is not a weekday of cron'],
    ['cron 0 9 ^30,31 2 *', 'no such month has a day 30, 31: it would never fall due'],
    ['cron 0 9 ^31 4,6 *', 'no such month has a day 31: it would never fall due'],
    ['cron 0 9 * * * ^at 09:00', '"at" cannot stand here: its fields are its times'],
    ['cron 0 9 * * * ^0', '"0" is not understood: "from", "until" or the end belongs here'],
  ])('once, by hand or by cron, %s: %s', refuses)

  test.each([
    ['^T+', '"T+" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['^T+1days', '"T+1days" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    [
      '^T+1mo1w8h',
      '"T+1mo1w8h" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here',
    ],
    [
      '^T+10000d',
      '"T+10000d" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here',
    ],
    [
      '^T+100000m',
      '"T+100000m" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here',
    ],
    ['^T+1d30m', '"T+1d30m" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['^T+1d8h', '"T+1d8h" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['T+1d to^', 'a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['T+1d to ^x', '"x" is not understood: a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['T+1d at^', '"at" needs a time such as 09:00'],
    ['T+1w on^', 'a weekday belongs here'],
    ['T+1w Monday, ^x', '"x" is not understood: a weekday belongs here'],
    ['T+4h ^Monday', '"Monday" cannot follow hours and minutes: count the launch in days'],
    ['T+30m ^at 09:00', '"at" cannot follow hours and minutes: count the launch in days'],
    ['T+4h ^at 09:00', '"at" cannot follow hours and minutes: count the launch in days'],
    ['T+1d to ^T+4h', '"T+4h" is counted otherwise than where it begins: use days for both, or hours'],
    ['T+4h to ^T+1d', '"T+1d" is counted otherwise than where it begins: use days for both, or hours'],
    ['T+3d to ^T+2d', '"T+2d" comes before the window begins'],
    ['T+1d to ^T+0', '"T+0" comes before the window begins'],
    ['T+1mo to ^T+4w', '"T+4w" comes before the window begins'],
    ['T+2d to ^T+2d', '"T+2d" is where the window begins: leave "to" out'],
    ['T+1w to ^T+7d', '"T+7d" is where the window begins: leave "to" out'],
    ['T+2d to T+3d ^at 09:00', 'a window has no time: it opens when its first working day starts'],
    ['15 minutes^', '"from" with a time after the launch such as T+1h belongs here'],
    ['hours ^every day', '"every" is not understood: "from" with a time after the launch such as T+1h belongs here'],
    ['15 minutes from^', 'a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['15 minutes from T+1h^', '"to" with a time after the launch such as T+6h belongs here'],
    [
      '15 minutes from T+1h ^until T+6h',
      '"until" is not understood: "to" with a time after the launch such as T+6h belongs here',
    ],
    ['15 minutes from T+1h to^', 'a time after the launch such as T+4h, T+1d, T+2w or T+1mo belongs here'],
    ['15 minutes from ^T+1d to T+2d', '"T+1d" is counted in days, and an interval in real time: write T+24h'],
    ['15 minutes from T+1h to ^T+1w', '"T+1w" is counted in days, and an interval in real time: write T+168h'],
    ['15 minutes from T+1h to ^T+1w2d', '"T+1w2d" is counted in days, and an interval in real time: write T+216h'],
    [
      '15 minutes from T+1h to ^T+1mo1d',
      '"T+1mo1d" is counted in months, and an interval in real time: write hours, such as T+744h for 31 days',
    ],
    ['15 minutes from T+6h to ^T+1h', '"T+1h" comes before the interval begins'],
    ['1 minute from T+1h to ^T+51h', 'until "T+51h" it would fall due more than 3000 times'],
    ['1 hour from T+0 to ^T+3000h', 'until "T+3000h" it would fall due more than 3000 times'],
  ])('after the launch, %s: %s', refuses)

  test('is at most 500 characters long', () => {
    const days = (length: number) => `day from 2026-01-02${' '.repeat(length - 19)}`
    expect(parseCadence(days(500)).ok).toBe(true)
    expect(parseCadence(days(501))).toEqual({
      ok: false,
      fault: { message: 'a cadence is at most 500 characters long', at: 0 },
    })
  })
})

function refuses(marked: string, message: string) {
  expect(parseCadence(marked.replace('^', ''))).toMatchObject({
    ok: false,
    fault: { message, at: marked.indexOf('^') },
  })
}
