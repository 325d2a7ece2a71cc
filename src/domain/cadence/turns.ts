import { dayNumber, dayOfNumber } from './days.ts'
import type { Turn } from './turn.ts'
import { monthNames, numberWords, ordinals, weekdayNames } from './words.ts'

/** Of a phrase that is all cron. */
export const cronTurns: readonly Turn[] = [
  ['cron ?:', 'cron '],
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['(cron )?"?<fields>"?', 'cron <fields>'],
]

/** Of times and dates, before the words round them are put right. */
export const figureTurns: readonly Turn[] = [
  ['noon|midday', '12:00'],
  ['midnight', '00:00'],
  ['<hour>([:.]<minute>)? ?<half>\\.?', ({ hour, minute, half }) => clock(ofDay(hour, half), minute)],
  ['(?<![\\p{L}.:\\d+])<hour>[h.:]<minute>(:00)?(?![.:\\d])', ({ hour, minute }) => clock(hour, minute)],
  ['(?<=(at|@) ?([\\d:]+(,|,? and| &) )*)<hour>(<minute>|h)?(?![\\d:.-])', ({ hour, minute }) => clock(hour, minute)],
  ['<year>[-/.]<day>[-/.]<day2>', ({ year, day, day2 }) => date(year, day, day2)],
  ['<day>\\.<day2>\\.<year>', ({ year, day, day2 }) => date(year, day2, day)],
  ['<date>T<time>', '<date> at <time>'],
]

/** Of one cadence, once its words are put right. */
export const turns: readonly Turn[] = [
  // Signs and short forms.
  ['@', ' at '],
  ['&|,? and', ','],
  ['<weekday> ([-–—]|through|thru|until|till) <weekday2>', '<weekday> to <weekday2>'],
  ['m - f', 'Monday to Friday'],
  ['<month> ([-–—]|to|through|thru) <month2>', ({ month, month2 }) => monthsFrom(month, month2)],
  [' - (?!T\\+)', ' '],
  ["o'clock|sharp|only", ''],
  ['business', 'working'],
  ['hrs?', 'hours'],
  ['mins', 'minutes'],
  ['wks', 'weeks'],

  // By hand.
  ['ondemand|(as|when|if) (needed|required)|on request|manually|by hand|ad ?hoc', 'on demand'],
  ['on demand at <times>', 'on demand'],

  // Every so often, or so long after the launch.
  ['<number>(?= <unit>(?!ly))', ({ number }) => String(placeOf(number, numberWords))],
  ['(?<!(every|each) )(<count>|an?|the) <length> after launch', ({ count = '1', length }) => offset(count, length)],
  ['half (an )?hour', '30 minutes'],
  ['half yearly|half (a )?year|six monthly|semi ?(annually|annual)|twice (a year|yearly)', '6 months'],
  ['twice (a day|daily)<at>', ({ at }) => `day${at || ' at 09:00, 17:00'}`],
  ['fortnightly|bi ?weekly', '2 weeks'],
  ['bi ?monthly', '2 months'],
  ['weekly(?= at <times><bounds>$)', 'Monday'],
  ['monthly(?= at <times><bounds>$)', 'first Monday of month'],
  ['daily|everyday', 'day'],
  ['<unit>ly', '<unit>'],
  ['annually|annual', 'year'],
  ['every other|alternate', 'every second'],
  ['<numeral>(?=(, <numeral2>)* (<weekday>|working|workday))', ({ numeral }) => ordinal(numeral)],
  ['<numeral>(?= <unit>)', ({ numeral }) => ordinal(numeral)],
  ['every second <weekday>(?! (of|in))', '2 weeks on <weekday>'],
  ['every (?!first)<nth> <unit>s?(?! (of|in))', ({ nth, unit }) => `${placeOf(nth, ordinals)} ${unit}s`],
  ['once( in)?(?= (every|per|a|\\d|<unit>))|once(?= on (\\d|<month>))', ''],
  ['every|each|all|per|the|an?', ''],
  ['^days', 'day'],
  ['<count> quarter', ({ count }) => `${3 * Number(count)} months`],
  ['(?<=months) on <day>', ({ day }) => ` on day ${figure(day)}`],

  // Where it begins and ends.
  ['(starting|beginning|since)( on| from)?(?! of)', 'from'],
  ['till', 'until'],
  ['<day>\\.?( of)? <month>,? <year>', ({ year, month, day }) => date(year, placeOf(month, monthNames), day)],
  ['<month> <day>,? <year>', ({ year, month, day }) => date(year, placeOf(month, monthNames), day)],
  ['after(?= T)', 'from'],
  ['<date> to <date2>', ({ date, date2 }) => `${date} until ${dayOfNumber(dayNumber(date2) + 1)}`],

  // After the launch.
  ['(at )?launch ?(\\+|plus)', 'T+'],
  ['T ?\\+ ?<count> ?<length>', ({ count, length }) => offset(count, length)],
  ['(?<=T\\+\\d+h) (?=\\d+m)', ''],
  ['T\\+<count>d<hour>h', ({ count, hour }) => `T+${24 * Number(count) + Number(hour)}h`],
  ['(at )?launch( day)?', 'T+0'],
  ['<offset> ([-–—]|through|thru) <offset2>', '<offset> to <offset2>'],
  ['^<offset> until <offset2>', '<offset> to <offset2>'],
  ['between <offset>(,| to) <offset2>', 'from <offset> to <offset2>'],
  ['(?<=(minute|hour)s? from <offset>) until', ' to'],
  ['^<count>m', '<count> minutes'],
  ['^<count>h', '<count> hours'],

  // What only cron can say.
  ['^((1 )?hour|60 minutes)$', 'cron 0 * * * *'],
  ['^<hours> hours$', 'cron 0 */<hours> * * *'],
  ['^<minutes> minutes$', 'cron */<minutes> * * * *'],
  [
    '^(<count> )?hours? (from|between) <hour>(:00)?(,| to) <hour2>(:00)?$',
    ({ count, hour, hour2 }) => `cron 0 ${Number(hour)}-${Number(hour2)}${count ? `/${count}` : ''} * * *`,
  ],

  // Times, behind their days.
  ['day at 24:00', 'day at 00:00'],
  ['^(at )?<times>$', 'day at <times>'],
  ['^(at )?<times>,? <rest><bounds>$', '<rest> at <times><bounds>'],
  ['(?<=[a-z]{3}|<date>|<numeral>|day \\d+),? <time>', ' at <time>'],
  ['(?<=at )<number>', ({ number }) => clock(placeOf(number, numberWords))],
  ['at$', 'at 09:00'],
  ['^(?=morning|afternoon|evening|night)', 'day '],
  ['in morning|morning(?= at)', ''],
  ['morning', 'at 09:00'],
  ['(afternoon|evening|night)(?= at (1[2-9]|2))', ''],
  ['evening', 'at 17:00'],

  ['^<span>( onward)?,? <rest>$', '<rest> <span>'],
  ['<span> at <times>', 'at <times> <span>'],

  // Weekdays.
  ['<weekday>,? <date>', 'on <date>'],
  ['^on(?! demand)', ''],
  ['from(?= <weekday> to)', ''],
  ['<nth> (week ?day|workday)', '<nth> working day'],
  ['(?<!<nth> )(week days?|workday|working days?)(?! (of|\\d))', 'weekday'],
  ['weekend', 'Saturday, Sunday'],
  ['<weekday> (?=<weekday2>)', '<weekday>, '],
  [',? (except|excluding|but not|not)( on)?', ' except'],
  ['day<at> except Saturday, Sunday', 'weekday<at>'],
  ['day<at> except <weekday>', ({ at, weekday }) => `${allBut(weekday)}${at}`],
  ['(?<=\\d weeks),? <weekdays>', ' on <weekdays>'],
  ['^(day|week)<at>,?( on)? <weekdays>$', '<weekdays><at>'],
  ['<weekdays> week<at><bounds>', '<weekdays><at><bounds>'],
  ['<weekdays>,? <count> weeks<at><bounds>', '<count> weeks on <weekdays><at><bounds>'],

  // Days of a month, a quarter or a year.
  ['^(year )?in(?= <month>)', ''],
  ['in', 'of'],
  ['end of <period>', 'last day of <period>'],
  ['<period> end', 'last day of <period>'],
  ['eom', 'last day of month'],
  ['(beginning|start|first) of <period>', 'day 1 of <period>'],
  ['(mid|middle of) month', 'day 15 of month'],
  ['week <count> of', ({ count }) => `${ordinal(count)} week of`],
  ['(day )?<day>\\.?( of)? <month>', ({ day, month }) => `day ${figure(day)} of ${month}`],
  ['<month> <day>', ({ day, month }) => `day ${figure(day)} of ${month}`],
  ['<numeral> working day', ({ numeral }) => `working day ${figure(numeral)}`],
  ['day <figures>', ({ figures }) => each(figures, (one) => `day ${figure(one)}`)],
  ['^<figures>(?= of)', ({ figures }) => each(figures, (one) => `day ${figure(one)}`)],
  ['<numeral>( day)?', ({ numeral }) => `day ${figure(numeral)}`],
  ['<nth>, (?=(<nth2>, )*<nth3> <dayName>)', '<nth> <dayName>, '],
  ['of$', 'of month'],
  ['^(of )?<period><at>,?( on)? <rule>(?! of)', '<rule> of <period><at>'],
  ['^year on(?= <rule> of)', ''],
  ['<rule>,? <period>', '<rule> of <period>'],
  ['<rule> of <period>, <rule2>(?! of)', '<rule>, <rule2> of <period>'],
  ['^<rules><of>', ({ rules, of }) => each(rules, (rule) => `${rule}${of || ' of month'}`)],
  ['<daysOf><at>', ({ daysOf, at }) => each(daysOf, (day) => `${day}${at}`, '; ')],
  ['^<window> at <times>', '<window>'],

  // Once.
  ['^<date>', 'on <date>'],
  [', on', ','],
  ['on <dates><at>', ({ dates, at }) => each(dates, (date) => `on ${date}${at}`, '; ')],
]

/** Months stay with what is of them. */
function each(list: string, meant: (one: string) => string, joint = ', '): string {
  return list
    .split(/, (?=[a-z\d])/)
    .map(meant)
    .join(joint)
}

/** Counted from 1. */
function placeOf(name: string, names: readonly string[]): number {
  return names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) + 1
}

function ordinal(numeral: string): string {
  return ordinals[figure(numeral) - 1] ?? numeral
}

/** 15 of `15th`. */
function figure(numeral: string): number {
  return Number(numeral.replace(/\D/g, ''))
}

function clock(hour: string | number, minute = '00'): string {
  return `${String(hour).padStart(2, '0')}:${minute}`
}

function ofDay(hour: string, half: string): number {
  return (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)
}

function date(year: string, month: string | number, day: string): string {
  return [year, String(month).padStart(2, '0'), String(figure(day)).padStart(2, '0')].join('-')
}

/** A cadence names months one by one. */
function monthsFrom(first: string, last: string): string {
  const [from, to] = [placeOf(first, monthNames) - 1, placeOf(last, monthNames) - 1]
  const count = ((to - from + 12) % 12) + 1
  return Array.from({ length: count }, (_, more) => monthNames[(from + more) % 12]).join(', ')
}

function offset(count: string, unit: string): string {
  return `T+${count}${/^mo/i.test(unit) ? 'mo' : unit.charAt(0).toLowerCase()}`
}

/** The six days from the one behind it. */
function allBut(name: string): string {
  const place = placeOf(name, weekdayNames)
  return `${weekdayNames[place % 7]} to ${weekdayNames[(place + 5) % 7]}`
}
