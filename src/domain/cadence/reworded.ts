import { monthNames, weekdayNames } from './words.ts'

type Turn = readonly [said: RegExp, meant: string | ((said: string, ...pieces: string[]) => string)]

const month = `(?:${monthNames.map((name) => `${name.slice(0, 3)}[a-z]*`).join('|')})`
const weekday = `(?:${weekdayNames.map((name) => `${name}s?|${name.slice(0, 3)}`).join('|')}|tues|thurs?)`
const nth = '(?:first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th))'
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?'
const length = '(months?|mo|weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m)'
const numberWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

const counted: readonly Turn[] = [
  [/^on-demand$|^(?:as|when|if|where) needed$|^on request$|^manual(?:ly)?$|^by hand$|^ad[ -]?hoc$/i, 'on demand'],
  [any(`every (?:other|second) (${weekday})`), '2 weeks on $1'],
  [/\bevery (?:other|second) (day|week|month|year)\b/gi, '2 $1s'],
  [/\b(?:bi-?weekly|fortnightly)(?= on )/gi, '2 weeks'],
  [/\b(?:every|each|the) /gi, ''],
  [/\btwice (?:a day|daily)(?= at )/gi, 'day'],
  [/\btwice (?:a day|daily)\b/gi, 'day at 09:00, 17:00'],
  [/\bonce an? (?=day|week|month|quarter|year)/gi, ''],
  [any(`(${numberWords.join('|')}) (?=minutes|hours|days|weeks|months|quarters|years)`), (_, word) => digits(word)],
  [/\b(\d{1,2}) quarters?\b/gi, (_, count) => `${Number(count) * 3} months`],
  [/\bsix-monthly\b|\bhalf[- ]year(?:ly)?\b|\bsemi-?annual(?:ly)?\b/gi, '6 months'],
  [/\b(?:starting|beginning|since)(?: on| from)?(?= \d| t\+)/gi, 'from'],
]

const times: readonly Turn[] = [
  [/(\d) ?([ap])\.?m\b\.?/gi, '$1$2m'],
  [/\b24:00\b/g, '00:00'],
  [/\b(\d{1,2}:\d{2}):\d{2}\b/g, '$1'],
  [/\bat ([01]\d|2[0-3])([0-5]\d)\b/gi, 'at $1:$2'],
  [/^(?:at )?(\d{1,2}:\d{2}|\d{1,2}[ap]m|noon|midday|midnight)$/i, 'day at $1'],
]

const days: readonly Turn[] = [
  [/^(?:working|business) days?\b(?! of| \d)/i, 'weekday'],
  [/^day( at .+?)?,? (?:except|but not|not) (?:on )?weekends?$/i, 'weekday$1'],
  [
    new RegExp(`^day( at .+?)?,? (?:except|but not|not) (?:on )?(${weekday})$`, 'i'),
    (_, times = '', name) => `${allBut(name)}${times}`,
  ],
  [/\bweekends?\b/gi, 'Saturday, Sunday'],
  [/^end of (month|quarter|year)\b/i, 'last day of $1'],
  [/^(?:beginning|start|first) of (month|quarter|year)\b/i, 'day 1 of $1'],
  [/^mid-month\b/i, 'day 15 of month'],
  [/\b(months|years) on (\d{1,2})(?:st|nd|rd|th)?(?= (?:at|from)|$)/gi, '$1 on day $2'],
  [
    new RegExp(`^(${nth})(?: (\\S+))?(?:,? and |, ?| & )(${nth})(?: (\\S+day))? ((?:of|in) .+)$`, 'i'),
    (_, one, its, other, both, of) =>
      [one, its ?? both, `${of};`, other, both ?? its, of].filter((word) => word !== undefined).join(' '),
  ],
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (_, year, month, day) => date(year, month, day)],
  [any(`${dayNumber} (${month}),? (\\d{4})`), (_, day, name, year) => date(year, numberOf(name), day)],
  [any(`(${month}) ${dayNumber},? (\\d{4})`), (_, name, day, year) => date(year, numberOf(name), day)],
  [/^(?:days? )?(\d{1,2})(?:,? and |, ?| & )(?:day )?(\d{1,2}) (of .+)$/i, 'day $1 $3; day $2 $3'],
  [any(`(?<!day )${dayNumber} (?:of )?(${month})`), 'day $1 of $2'],
  [new RegExp(`\\b(${month}) ${dayNumber}(?![\\d:]|[ap]m)`, 'gi'), 'day $2 of $1'],
  [/\b(\d{1,2})(?:st|nd|rd|th)(?: day)? (?=(?:of|in)\b)/gi, 'day $1 '],
  [/\b(\d{1,2})(?:st|nd|rd|th)(?: day)?(?= (?:at|from|until)\b|$)/gi, 'day $1 of month'],
  [/^(?:weekly|monthly|yearly|annually|year) on (?=\S*day|day \d+ of )/i, ''],
  [new RegExp(`^(month|quarter|year) on (${nth} \\S+day|day \\d+)`, 'i'), '$2 of $1'],
  [new RegExp(`^(${nth} (?:${weekday}|day|working day))(?= (?:at|from|until)\\b|$)`, 'i'), '$1 of month'],
  [any(`(?<=\\S )in (?=month|quarter|year|${month})`), 'of '],
  [/^(day \d+)(?= (?:at|from|until)\b|$)/i, '$1 of month'],
  [/^on (?!\d{4}-|d\w?m|launch\b)/i, ''],
  [/^(?=\d{4}-\d{2}-\d{2})/, 'on '],
  [any(`(${weekday}) ?[-–—] ?(${weekday})`), '$1 to $2'],
  [any(`(${month}) ?(?:-|–|—|to|through) ?(${month})`), (_, first, last) => monthsFrom(first, last)],
  [/,? (?:and|&)(?= )/gi, ','],
  [/^(day \d+ of \w+), (day \d+ of \w+)( at .+)?$/i, (_, one, other, at = '') => `${one}${at}; ${other}${at}`],
  [/^(on \d\S+), (?:on )?(\d{4}-\S+)( at .+)?$/i, (_, one, other, at = '') => `${one}${at}; on ${other}${at}`],
]

const launches: readonly Turn[] = [
  [/\b(t\+\d+h) (\d+m)\b/gi, '$1$2'],
  [any(`t ?\\+ ?(\\d{1,4}) ?${length}`), (_, count, unit) => offset(count, unit)],
  [any(`(\\d{1,4}) ${length} after launch`), (_, count, unit) => offset(count, unit)],
  [/^(?:at |on )?launch(?: day)?\b/i, 'T+0'],
  [/\bbetween (t\+\w+)(?:,| to)? (?=t\+)/gi, 'from $1 to '],
  [/^(\d{1,3}) ?m(?:ins?)?(?= from)/i, '$1 minutes'],
  [/^hourly(?= from t\+)/i, 'hour'],
]

const crons: readonly Turn[] = [
  [/^cron ?: ?/i, 'cron '],
  [/^(?=[*\d][\d*/,-]*(?: [\w*/,-]+){4}$)/, 'cron '],
  [/^cron @daily$/i, 'cron 0 0 * * *'],
  [/^(?:cron @)?hour(?:ly)?$/i, 'cron 0 * * * *'],
  [/^([23468]|12) hours$/i, 'cron 0 */$1 * * *'],
  [/^([2-6]|1[025]|20|30) min(?:utes|s)?$/i, 'cron */$1 * * * *'],
  [/^(?:(\d) )?hours? from (\d\d?):00 to (\d\d?):00$/i, (_, count, first, last) => hourly(count, first, last)],
]

/** A phrase in the turns of the plan language, where it is known what people mean who write it otherwise. */
export function reworded(phrase: string): string {
  const spaced = phrase
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/; ?(?=then\b)/gi, ', ')
  return [...counted, ...times, ...days, ...launches, ...crons].reduce(
    (text, [said, meant]) =>
      text
        .split(/ *; */)
        .map((piece) => (typeof meant === 'string' ? piece.replace(said, meant) : piece.replace(said, meant)))
        .join('; '),
    spaced,
  )
}

/** Wherever it stands as words. */
function any(words: string): RegExp {
  return new RegExp(`\\b${words}${words.endsWith(' ') || words.endsWith(')') ? '' : '\\b'}`, 'gi')
}

function digits(word: string): string {
  return `${numberWords.indexOf(word.toLowerCase()) + 2} `
}

function numberOf(name: string): number {
  return monthNames.findIndex((one) => one.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1
}

function date(year: string, month: string | number, day: string): string {
  return [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-')
}

/** The six days from the one behind it. */
function allBut(name: string): string {
  const place = weekdayNames.findIndex((one) => one.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase())
  return `${weekdayNames[(place + 1) % 7]} to ${weekdayNames[(place + 6) % 7]}`
}

/** A cadence names months one by one. */
function monthsFrom(first: string, last: string): string {
  const [from, to] = [numberOf(first) - 1, numberOf(last) - 1]
  const count = ((to - from + 12) % 12) + 1
  return Array.from({ length: count }, (_, place) => monthNames[(from + place) % 12]).join(', ')
}

function offset(count: string, unit: string): string {
  return `T+${count}${/^mo/i.test(unit) ? 'mo' : unit.charAt(0).toLowerCase()}`
}

function hourly(count: string | undefined, first: string, last: string): string {
  return `cron 0 ${Number(first)}-${Number(last)}${count === undefined ? '' : `/${count}`} * * *`
}
