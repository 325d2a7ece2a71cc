import { monthNames, weekdayNames } from '../../../domain/cadence/words.ts'

type Names = { readonly short: readonly string[]; readonly whole: readonly string[] }

const weekdays = weekdayNames.map((name) => name.toLowerCase())
const months = monthNames.map((name) => name.toLowerCase())
const joint = String.raw`\.?\s*(?:,\s*(?:and|&)?|and|und|et|&|\/|\+|-|\u2013|to|through|until|bis|au|à)\s*`

const english: readonly Names[] = [
  { short: ['mon', 'tues?', 'wed', 'thu(?:rs?)?', 'fri', 'sat', 'sun'], whole: weekdays },
  {
    short: ['jan', 'feb', 'mar', 'apr', 'may', 'june?', 'july?', 'aug', 'sept?', 'oct', 'nov', 'dec'],
    whole: months,
  },
  { short: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'], whole: weekdays },
]
/** Small letters make other words of them. */
const german: Names = { short: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'], whole: weekdays }

/** `Mon-Fri`, `Oct to Apr`, `Mo, Mi`: an abbreviation counts beside another, or where nothing else can be meant. */
export function withWholeGerman(text: string): string {
  return expanded(text, german)
}

export function withWholeNames(text: string): string {
  return english.reduce(expanded, text).replace(alone, (short) => nameOf(short, english[0] as Names))
}

const [{ short: days = [] } = {}] = english
const alone = new RegExp(
  `(?<=\\b(?:every|each) |[(\\[])(?:${days.join('|')})(?=[)\\]])|(?<=\\b(?:every|each) )(?:${days.join('|')})\\b|\\b(?:${days.join('|')})(?= \\d{1,2}:)`,
  'gu',
)

const patterns = new Map([...english, german].map((names) => [names, patternOf(names)]))

function patternOf({ short, whole }: Names): { readonly one: RegExp; readonly several: RegExp } {
  const any = `(?:${[...whole, ...short].join('|')})`
  return {
    one: new RegExp(`(?<!\\p{L})(?:${short.join('|')})(?!\\p{L})\\.?`, 'gu'),
    several: new RegExp(`(?<!\\p{L})${any}(?:${joint}${any})+(?!\\p{L})\\.?`, 'gu'),
  }
}

function expanded(text: string, names: Names): string {
  const { one, several } = patterns.get(names) as ReturnType<typeof patternOf>
  return text.replace(several, (series) => series.replace(one, (short) => nameOf(short, names)))
}

function nameOf(written: string, { short, whole }: Names): string {
  const place = short.findIndex((pattern) => new RegExp(`^${pattern}\\.?$`, 'u').test(written))
  return whole[place] ?? written
}
