import { describe, expect, test } from 'vitest'
import { parseCadence } from '../../src/domain/cadence/phrase.ts'
import { cadenceInWords } from '../../src/domain/cadence/say.ts'
import { calendarIn } from './calendar.ts'

const calendar = calendarIn('Asia/Kolkata')

describe('whoever writes a phrase otherwise is told the one that means the same', () => {
  test.each([
    // Times of the day.
    ['day at 5:30 PM', 'day at 17:30'],
    ['Friday at 8 p.m.', 'Friday at 20:00'],
    ['day at 8, 17', 'day at 08:00, 17:00'],
    ['day at 24:00', 'day at 00:00'],
    ['noon', 'day at 12:00'],
    ['at 17:00', 'day at 17:00'],
    ['twice a day', 'day at 09:00, 17:00'],
    ['twice daily at 06:00 and 18:00', 'day at 06:00, 18:00'],
    ['day at 1730', 'day at 17:30'],
    ['day at 07:30:00', 'day at 07:30'],
    // Weekdays.
    ['day at 09:00 except Sunday', 'Monday to Saturday at 09:00'],
    ['day except Wednesdays', 'Thursday to Tuesday'],
    ['day at 09:00 except weekends', 'weekday at 09:00'],
    ['Mon-Fri at 07:00', 'Monday to Friday at 07:00'],
    ['Tuesday – Thursday at 10:00', 'Tuesday to Thursday at 10:00'],
    ['weekends at 10:00', 'Saturday, Sunday at 10:00'],
    ['Saturday, and Sunday at 10:00', 'Saturday, Sunday at 10:00'],
    ['on Fridays at 16:00', 'Friday at 16:00'],
    ['weekly on Friday at 16:00', 'Friday at 16:00'],
    ['working days at 17:00', 'weekday at 17:00'],
    // Days of a month or of a year.
    ['1st of the month', 'day 1 of month'],
    ['the 31st of every month at noon', 'day 31 of month at 12:00'],
    ['on the 15th at 10:00', 'day 15 of month at 10:00'],
    ['monthly on day 5', 'day 5 of month'],
    ['29 February at 08:00', 'day 29 of February at 08:00'],
    ['March 6th at 9am', 'day 6 of March at 09:00'],
    ['yearly on 1 March', 'day 1 of March'],
    ['first Monday in January at 09:00', 'first Monday of January at 09:00'],
    ['first and third Monday of month at 09:00', 'first Monday of month at 09:00; third Monday of month at 09:00'],
    ['1st and 15th of the month at 06:00', 'day 1 of month at 06:00; day 15 of month at 06:00'],
    ['November to February', 'November, December, January, February'],
    ['every 3rd Thursday at 10:00', 'third Thursday of month at 10:00'],
    ['last working day at 16:00', 'last working day of month at 16:00'],
    ['end of the month at 17:00', 'last day of month at 17:00'],
    ['first of month', 'day 1 of month'],
    ['mid-month at 10:00', 'day 15 of month at 10:00'],
    ['every quarter on the first Monday at 10:00', 'first Monday of quarter at 10:00'],
    ['every year on 29 February', 'day 29 of February'],
    ['day 1, 15 of month at 06:00', 'day 1 of month at 06:00; day 15 of month at 06:00'],
    ['30 June and 31 December at 12:00', 'day 30 of June at 12:00; day 31 of December at 12:00'],
    // Once.
    ['on 2026-12-24, 2026-12-31 at 10:00', 'on 2026-12-24 at 10:00; on 2026-12-31 at 10:00'],
    ['on 24 December 2026 at 10:00', 'on 2026-12-24 at 10:00'],
    ['December 24, 2026', 'on 2026-12-24'],
    ['2026-12-24 at 10:00', 'on 2026-12-24 at 10:00'],
    ['on 2026-3-9', 'on 2026-03-09'],
    ['as needed', 'on demand'],
    ['manually', 'on demand'],
    // Every so often.
    ['every other Friday from 2026-05-01', '2 weeks on Friday from 2026-05-01'],
    ['two weeks on Friday at 16:00 starting 2026-05-01', '2 weeks on Friday at 16:00 from 2026-05-01'],
    ['biweekly on Tuesday at 10:00 from 2026-05-01', '2 weeks on Tuesday at 10:00 from 2026-05-01'],
    ['3 months on the 1st from 2026-05-01', '3 months on day 1 from 2026-05-01'],
    ['2 quarters from 2026-05-01', '6 months from 2026-05-01'],
    ['once a month', 'month'],
    // After the launch.
    ['T+2 weeks', 'T+2w'],
    ['T + 3 days at 17:00', 'T+3d at 17:00'],
    ['3 days after launch at 17:00', 'T+3d at 17:00'],
    ['T+1h 30m', 'T+1h30m'],
    ['hourly from T+6h to T+24h', 'hour from T+6h to T+24h'],
    ['launch day at 17:00', 'T+0 at 17:00'],
    ['30m between T+2h and T+4h', '30 minutes from T+2h to T+4h'],
    ['Monday until T+2mo; then month', 'Monday until T+2mo, then month'],
    // What only cron can say.
    ['0 7 * * 1-5', 'cron 0 7 * * 1-5'],
    ['cron: 30 7 * * *', 'cron 30 7 * * *'],
    ['every 3 hours', 'cron 0 */3 * * *'],
    ['every 20 minutes', 'cron */20 * * * *'],
    ['hour from 08:00 to 18:00', 'cron 0 8-18 * * *'],
    ['every 2 hours from 08:00 to 18:00', 'cron 0 8-18/2 * * *'],
    ['every Monday until 2027-01-01, then cron 0 */2 1,2 * 0,1', 'Monday until 2027-01-01, then cron 0 */2 1,2 * 0,1'],
  ])('%s: %s', suggests)
})

describe('for a phrase that may mean two things none is suggested,', () => {
  test.each([
    'Friday at ^midnight',
    'Friday at ^12am',
    '^12:00 a.m. on Fridays',
    'Fridays, ^midnight',
    'weekdays at ^midnight',
    'Monday at 09:00; Friday at ^midnight',
    '31 December at ^midnight',
    'on 2026-12-31 at ^midnight',
    'last day at ^24:00',
    'T+1d at ^midnight',
    'every other Friday at ^midnight',
  ])('of a midnight that begins a day or ends it: %s', (marked) => {
    const said = /\^(midnight|[\d:]+(?: ?a\.?m\b)?)/.exec(marked)?.[1]
    expect(parseCadence(marked.replace('^', ''))).toEqual({
      ok: false,
      fault: {
        message: `"${said}" may begin a day or end it: write 00:00 where it begins it, and where it ends it 23:59, or 00:00 of the day after`,
        at: marked.indexOf('^'),
      },
    })
  })

  test.each(['Friday 13', 'Fridays 13', 'Monday, Friday 9', 'Friday 13th'])(
    'of a figure that is a time or a day: %s',
    (typed) => {
      expect(parseCadence(typed)).not.toHaveProperty('fault.suggestion')
    },
  )
})

test('whoever says no date from which to count is told to put that of the first one', () => {
  for (const typed of [
    'every other Friday',
    'every second Monday',
    '2 weeks on Friday',
    'every other week',
    '3 months',
  ])
    expect(parseCadence(typed)).toMatchObject({
      fault: { suggestion: expect.stringMatching(/from 2026-01-02$/), firstOn: '2026-01-02' },
    })
  for (const typed of ['every other Friday from 2026-05-01', 'every Friday'])
    expect(parseCadence(typed)).not.toHaveProperty('fault.firstOn')
})

describe('a phrase is read back', () => {
  test.each([
    ['working day 21 of quarter', 'the 21st working day of each quarter at 09:00 Kolkata'],
    ['working day 12 of quarter', 'the 12th working day of each quarter at 09:00 Kolkata'],
    ['working day 22 of month', 'the 22nd working day of each month at 09:00 Kolkata'],
    ['working day 23 of month', 'the 23rd working day of each month at 09:00 Kolkata'],
    ['working day 111 of year', 'the 111th working day of each year at 09:00 Kolkata'],
    ['day 30 of April, September', 'day 30 of April and September at 09:00 Kolkata'],
    ['day 31 of March, April', 'day 31, or the last day, of March and April at 09:00 Kolkata'],
    ['day 29 of February', 'day 29, or the last day, of February at 09:00 Kolkata'],
    [
      'day from 2026-05-01 until 2026-06-01',
      'every day at 09:00, from Friday 1 May 2026 and before Monday 1 June 2026, Kolkata time',
    ],
    ['day from T+1d until T+1w', 'every day at 09:00, from 1 day after launch until 1 week after launch, Kolkata time'],
  ])('%s: %s', (typed, words) => {
    const read = parseCadence(typed)
    expect(read.ok && cadenceInWords(read.cadence, calendar)).toBe(words)
  })
})

test('a field of cron that cannot be read is quoted as it was written', () => {
  expect(parseCadence('cron 0 9 L * *')).toMatchObject({
    fault: { message: '"L" is not a day of the month of cron', at: 9 },
  })
})

describe('for a phrase that is no cadence another one is suggested:', () => {
  test.each([
    ['daily at 08:00', 'day at 08:00'],
    ['everyday at 08:00', 'day at 08:00'],
    ['morning', 'day at 09:00'],
    ['evening', 'day at 17:00'],
    ['weekdays at 08:00', 'weekday at 08:00'],
    ['weekend', 'Saturday, Sunday'],
    ['weekends at 10:00', 'Saturday, Sunday at 10:00'],
    ['workdays at 08:00', 'weekday at 08:00'],
    ['workday at 08:00', 'weekday at 08:00'],
    ['last business day of month', 'last working day of month'],
    ['weekly at 08:00', 'Monday at 08:00'],
    ['weekly until T+1mo, then monthly', 'week until T+1mo, then month'],
    ['fortnightly', '2 weeks from 2026-01-02'],
    ['biweekly', '2 weeks from 2026-01-02'],
    ['monthly', 'month'],
    ['quarterly', 'quarter'],
    ['yearly', 'year'],
    ['annually', 'year'],
    ['annual', 'year'],
    ['hourly', 'cron 0 * * * *'],
    ['first Monday of quarters', 'first Monday of quarter'],
    ['2 hrs from T+1h to T+6h', '2 hours from T+1h to T+6h'],
    ['30 mins from T+1h to T+6h', '30 minutes from T+1h to T+6h'],
    ['30 min from T+1h to T+6h', '30 minutes from T+1h to T+6h'],
    ['every hour from T+1h to T+6h', 'hour from T+1h to T+6h'],
    ['Tuesday and Thursday at 14:00', 'Tuesday, Thursday at 14:00'],
    ['Tuesday & Thursday at 14:00', 'Tuesday, Thursday at 14:00'],
    ['Tuesday through Thursday', 'Tuesday to Thursday'],
    ['Tuesday - Thursday', 'Tuesday to Thursday'],
    ['Mon-Fri at 09:30', 'Monday to Friday at 09:30'],
    ['on Mondays at 10:00', 'Monday at 10:00'],
    ['on the first Friday of the month', 'first Friday of month'],
    ['day till 2027-01-01', 'day until 2027-01-01'],
    ['Tuesday @ 10:00', 'Tuesday at 10:00'],
    ['day at noon', 'day at 12:00'],
    ['day at midday', 'day at 12:00'],
    ['day at midnight', 'day at 00:00'],
    ['every day at 08:00', 'day at 08:00'],
    ['each Monday at 08:00', 'Monday at 08:00'],
    ['the first Monday of the month', 'first Monday of month'],
    ['in June', 'June'],
    ['1st Monday of month', 'first Monday of month'],
    ['2nd Monday of month', 'second Monday of month'],
    ['3rd Monday of month', 'third Monday of month'],
    ['4th Monday of month', 'fourth Monday of month'],
    ['5th Monday of month', 'fifth Monday of month'],
    ['Tues at 10:00', 'Tuesday at 10:00'],
    ['Thurs at 10:00', 'Thursday at 10:00'],
    ['last week of Sept', 'last week of September'],
  ])('other words, %s: %s', suggests)

  test.each([
    ['Mon at 08:00', 'Monday at 08:00'],
    ['last Fri of Oct', 'last Friday of October'],
    ['Mo at 08:00', 'Monday at 08:00'],
    ['Wendesday at 14:00', 'Wednesday at 14:00'],
    ['Mondays at 10:00', 'Monday at 10:00'],
    ['daay at 10:00', 'day at 10:00'],
    ['weekdya at 10:00', 'weekday at 10:00'],
    ['firts wek of quater', 'first week of quarter'],
    ['yaer', 'year'],
    ['2 daays from 2026-03-02', '2 days from 2026-03-02'],
    ['2 weks from 2026-03-02', '2 weeks from 2026-03-02'],
    ['2 moths from 2026-03-02', '2 months from 2026-03-02'],
    ['2 yers from 2026-03-02', '2 years from 2026-03-02'],
    ['20 mintues from T+1h to T+6h', '20 minutes from T+1h to T+6h'],
    ['20 huors from T+1h to T+6h', '20 hours from T+1h to T+6h'],
    ['on damand', 'on demand'],
    ['Monday form 2026-03-02 untill 2026-06-01 than Friday', 'Monday from 2026-03-02 until 2026-06-01 then Friday'],
    ['lst wroking day of month', 'last working day of month'],
    ['T+3mo onwrad: month', 'T+3mo onward month'],
  ])('the words meant, %s: %s', suggests)

  test.each([
    ['day at 9am', 'day at 09:00'],
    ['weekday at 5:30pm', 'weekday at 17:30'],
    ['day at 12am', 'day at 00:00'],
    ['day at 12pm', 'day at 12:00'],
    ['day at 17h', 'day at 17:00'],
    ['day at 9h30', 'day at 09:30'],
    ['day at 9.30', 'day at 09:30'],
    ['day at 5', 'day at 05:00'],
    ['day @ 23', 'day at 23:00'],
    ['day 8am and 5pm', 'day at 08:00, 17:00'],
    ['Friday 17:00', 'Friday at 17:00'],
    ['1st Monday of month 08:00', 'first Monday of month at 08:00'],
    ['Monday at 09:00, Tuesday at 10:00', 'Monday at 09:00; Tuesday at 10:00'],
    ['Monday at 09:00 and first Friday of month at 10:00', 'Monday at 09:00; first Friday of month at 10:00'],
  ])('times of the 24 hour clock, %s: %s', suggests)

  test.each([
    ['2 weeks on Friday', '2 weeks on Friday from 2026-01-02'],
    ['every 2 weeks', '2 weeks from 2026-01-02'],
    ['every other week', '2 weeks from 2026-01-02'],
    ['T+1d8h', 'T+32h'],
    ['day at', 'day at 09:00'],
    ['on demand at 09:00', 'on demand'],
    ['month at 09:00', 'month'],
  ])('what is missing or too much, %s: %s', suggests)
})

function suggests(typed: string, suggestion: string) {
  expect(parseCadence(typed)).toMatchObject({ ok: false, fault: { suggestion } })
}
