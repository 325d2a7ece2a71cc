import { readFileSync } from 'node:fs'
import { cadencePhrases } from '../../src/domain/cadence/phrase-written.ts'
import type { Item } from '../../src/domain/item.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { importDocument } from '../../src/plans/import/import.ts'
import { readPlan } from '../../src/plans/load.ts'
import { type Place, placesOf } from '../plans/places.ts'
import { figuresIn, readSource, sayingLines, textOf, wordsIn } from '../plans/sources.ts'

/** How an imported plan compares, line by line, with the plan that people made of the same document. */
export type Measured = {
  /** Lines that are items in the plan of people. */
  readonly lines: number
  readonly rightPlace: number
  readonly rightKind: number
  readonly targets: number
  readonly rightTargets: number
  readonly cadences: number
  readonly rightCadences: number
  /** Lines that say something and are neither placed nor listed as unplaced. */
  readonly forgotten: readonly number[]
  /** What is not as people have it, for reading. */
  readonly misses: readonly string[]
}

/** An item with where it stands, as one of the two plans has it. */
type Spot = {
  readonly place: Place
  readonly ritual: string
  readonly section: string
  readonly item: Item | undefined
}
type Side = { readonly plan: Plan; readonly spots: ReadonlyMap<number, readonly Spot[]>; readonly yaml: string }

export function measured(name: string): Measured {
  const source = readSource(`plans/sources/${name}.json`)
  const document = textOf(source.document)
  const rows = document.split('\n')
  const theirs = sideOf(
    textOf(`plans/${name}.yaml`),
    source.placed.flatMap(({ lines, at }) => lines.map((line) => ({ line, at }))),
  )
  const imported = importDocument(readFileSync(source.document), { fileName: `${name}.md` })
  if ('reason' in imported) throw new Error(imported.reason)
  const ours = sideOf(imported.yaml, imported.placed)
  const reworded = new Set(
    source.placed.flatMap((one) => (one.reworded === undefined ? [] : one.lines.map((line) => `${line} ${one.at}`))),
  )
  // A line that people have among the plan's targets is none of its items.
  const aims = new Set(source.placed.filter(({ at }) => at.startsWith('targets/')).flatMap((one) => one.lines))
  const lines = itemLines(theirs, rows, reworded).filter(({ line }) => !aims.has(line))
  const rituals = matched(lines, ours, ({ ritual }) => ritual)
  const sections = matched(lines, ours, ({ ritual, section }) => `${ritual} § ${section}`)
  const misses: string[] = []
  let [rightPlace, rightKind, targets, rightTargets] = [0, 0, 0, 0]
  for (const { line, spots } of lines) {
    const found = ours.spots.get(line) ?? []
    const quoted = `${line}: ${(rows[line - 1] ?? '').trim()}`
    const both = spots.flatMap((one) => found.map((other) => [one, other] as const))
    const placed = both.filter(
      ([one, other]) => rituals.get(other.ritual) === one.ritual && sections.get(key(other)) === key(one),
    )
    if (placed.length > 0) rightPlace++
    else misses.push(`place ${quoted} → ${found.map(key).join(' + ') || 'nothing'}, not ${spots.map(key).join(' + ')}`)
    if (both.some(([one, other]) => one.item?.kind === other.item?.kind)) rightKind++
    else
      misses.push(
        `kind ${quoted} → ${found.map(({ item }) => item?.kind).join()}, not ${spots.map(({ item }) => item?.kind).join()}`,
      )
    const wanted = spots.flatMap(({ item }) => targetsOf(item, rows[line - 1] ?? ''))
    const given = found.flatMap(({ item }) => targetsOf(item, rows[line - 1] ?? ''))
    if (wanted.length + given.length === 0) continue
    targets++
    if (wanted.join() === given.join() || wanted.some((one) => given.includes(one))) rightTargets++
    else misses.push(`target ${quoted} → ${given.join() || 'none'}, not ${wanted.join() || 'none'}`)
  }
  const cadences = cadencesOf(theirs, (at) =>
    source.placed
      .filter((one) => one.at === at)
      .flatMap((one) => one.lines.map((line) => rows[line - 1] ?? ''))
      .join('; '),
  )
  const wrong = cadences.filter((one) => !isRight(one, ours, rituals, sections))
  for (const { at, every } of wrong)
    misses.push(`cadence ${at}: ${every}, not ${said(at, ours, rituals, sections).join(' + ') || 'nothing'}`)
  const known = new Set([...imported.placed, ...imported.unplaced].map(({ line }) => line))
  const forgotten = [...sayingLines(document).keys()].filter((line) => !known.has(line))
  return {
    ...{ lines: lines.length, rightPlace, rightKind, targets, rightTargets, forgotten, misses },
    cadences: cadences.length,
    rightCadences: cadences.length - wrong.length,
  }
}

/** The lines that items have their words from: of several, such as one that only adds a target, the first. */
function itemLines(theirs: Side, rows: readonly string[], reworded: ReadonlySet<string>) {
  const first = new Map<Place, number>()
  const saying = [...theirs.spots].sort(([a], [b]) => a - b)
  for (const [line, spots] of saying)
    for (const { place } of spots) {
      const free = place.paths.some((path) => reworded.has(`${line} ${path}`))
      if (!first.has(place) && !free && says(rows[line - 1] ?? '', place.title)) first.set(place, line)
    }
  return saying.flatMap(([line, spots]) => {
    const own = spots.filter(({ place }) => first.get(place) === line)
    return own.length > 0 ? [{ line, spots: own }] : []
  })
}

function sideOf(yaml: string, placed: readonly { readonly line: number; readonly at: string }[]): Side {
  const { plan } = readPlan(yaml, 'plan.yaml')
  if (!plan) throw new Error('The plan has faults.')
  const places = placesOf(yaml)
  const byPath = new Map(places.flatMap((place) => place.paths.map((path) => [path, place] as const)).reverse())
  const spots = new Map<number, Spot[]>()
  for (const { line, at } of placed) {
    const place = byPath.get(at)
    if (place?.isItem) spots.set(line, [...(spots.get(line) ?? []), spotOf(place, plan)])
  }
  return { plan, spots, yaml }
}

function spotOf(place: Place, plan: Plan): Spot {
  const around: Place[] = []
  for (let one: Place | null = place; one; one = one.within) around.unshift(one)
  const [, ritual, inner] = around
  const section = inner && /^title:/u.test(inner.text) ? inner.title : ''
  const group = around.find(({ text }) => /^group:/u.test(text))?.title ?? null
  const id = `${around[0]?.title}/${ritual?.title}`
  const found = plan.rituals.find((one) => `${one.procedure ? 'procedures' : 'rituals'}/${one.id}` === id)
  const items =
    found?.sections.filter(({ title }) => section === '' || title === section).flatMap((one) => one.items) ?? []
  const item =
    items.find((one) => one.title === place.title && one.group === group) ??
    items.find((one) => one.title === place.title)
  return { place, ritual: id, section, item }
}

function key({ ritual, section }: Spot): string {
  return `${ritual} § ${section}`
}

/** Whether a line is where an item has its words from, and not only a figure. */
function says(row: string, title: string): boolean {
  const words = wordsIn(title)
  const line = wordsIn(row)
  if (words.length === 0) return row.toLowerCase().includes(title.toLowerCase())
  return words.filter((word) => line.includes(word)).length * 2 > words.length
}

/** Ours by theirs: each once, those first that share most lines. */
function matched(
  lines: readonly { readonly line: number; readonly spots: readonly Spot[] }[],
  ours: Side,
  keyOf: (spot: Spot) => string,
): ReadonlyMap<string, string> {
  const shared = new Map<string, number>()
  for (const { line, spots } of lines)
    for (const own of new Set((ours.spots.get(line) ?? []).map(keyOf)))
      for (const other of new Set(spots.map(keyOf))) {
        const pair = `${own}\n${other}`
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
  const found = new Map<string, string>()
  for (const [pair] of [...shared].sort(([, a], [, b]) => b - a)) {
    const [own = '', other = ''] = pair.split('\n')
    if (!found.has(own) && ![...found.values()].includes(other)) found.set(own, other)
  }
  return found
}

/** The targets in figures that a line itself says. */
function targetsOf(item: Item | undefined, row: string): readonly string[] {
  const figures = new Set(figuresIn(row))
  const all = [...(item?.targets ?? []), ...(item?.stretch ? [item.stretch] : [])]
  return all.flatMap((target) => {
    if (target.op === 'is' || target.op === 'trend') return []
    const numbers = target.op === 'between' ? [target.low, target.high] : [target.value]
    return numbers.every((one) => figures.has(one)) ? [JSON.stringify({ ...target, unit: item?.unit })] : []
  })
}

/** `words` is what the document says where this comes from. */
type Due = { readonly at: string; readonly every: string; readonly words: string }

/** When each ritual falls due, or each section that does so by itself. */
function cadencesOf({ plan }: Side, wordsAt: (path: string) => string): readonly Due[] {
  return plan.rituals
    .filter(({ procedure }) => !procedure)
    .flatMap((ritual) => {
      const at = `rituals/${ritual.id}`
      const own =
        ritual.every.length > 0
          ? [{ at, every: cadencePhrases(ritual.every).join('; '), words: `${wordsAt(at)}; ${wordsAt(`${at}/every`)}` }]
          : []
      const sections = ritual.sections.flatMap(({ title, due }) =>
        due
          ? [
              {
                at: `${at} § ${title}`,
                every: cadencePhrases(due.every).join('; '),
                words: [at, `${at}/${title}`, `${at}/${title}/every`].map(wordsAt).join('; '),
              },
            ]
          : [],
      )
      return [...own, ...sections]
    })
}

/** What we say of when that falls due. */
function said(
  at: string,
  ours: Side,
  rituals: ReadonlyMap<string, string>,
  sections: ReadonlyMap<string, string>,
): readonly string[] {
  const own = [...(at.includes(' § ') ? sections : rituals)].find(([, other]) => other === at)?.[0]
  const [id = '', section] = own?.split(' § ') ?? []
  const ritual = ours.plan.rituals.find((one) => `${one.procedure ? 'procedures' : 'rituals'}/${one.id}` === id)
  if (!ritual) return []
  const dues = ritual.sections.flatMap(({ title, due }) =>
    due && (section === undefined ? ritual.every.length === 0 : section === title) ? [due.every] : [],
  )
  return (dues.length > 0 ? dues : [ritual.every]).map((every) => cadencePhrases(every).join('; ') || 'on demand')
}

type Found = readonly [ours: Side, rituals: ReadonlyMap<string, string>, sections: ReadonlyMap<string, string>]

/**
 * Whether it falls due as people have it in all that the document says: where it names no time of day or no day, that is
 * open to both; where it says nothing of how often, anything is right that is found at all.
 */
function isRight({ at, every, words }: Due, ...[ours, rituals, sections]: Found): boolean {
  return said(at, ours, rituals, sections).some((own) => {
    if (own === every || !tellsTime.test(words)) return true
    if (rhythmIn(own) !== rhythmIn(every)) return /regular/iu.test(words) && rhythmIn(own) !== 'on demand'
    if (rhythmIn(own) === 'launch') return firstOffset(own) === firstOffset(every)
    if (rhythmIn(own) === 'minutes') return bare(own) === bare(every)
    const clock = !tellsClock.test(words) || timesIn(own) === timesIn(every)
    return clock && (!tellsDay.test(words) || daysIn(own) === daysIn(every))
  })
}

const tellsTime = /\b(?:dai|week|month|quarter|annual|year|hour|minute|day|morning|evening|regular|continuous|T\+)/iu
const tellsClock = /\b\d{1,2}(?::\d\d)? ?[AP]M\b|\b\d\d:\d\d\b/u
const tellsDay = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/u

function rhythmIn(every: string): string {
  const [first = ''] = every.split('; ')
  if (/^on /u.test(first)) return 'on demand'
  if (/^T\+/u.test(first)) return 'launch'
  if (/^(?:\d+ )?(?:minute|hour)|^cron/u.test(first)) return 'minutes'
  if (/^(?:day|weekday)\b/u.test(first)) return 'day'
  const [named] = /\b(?:quarter|month|year|January|February|March)\b/u.exec(first.replace(/ from .*$/u, '')) ?? []
  if (/^\d+ months?/u.test(first)) return 'months'
  return named === undefined ? 'week' : /^[JFM]|year/u.test(named) && named !== 'month' ? 'year' : named
}

function timesIn(every: string): string {
  return every.match(/\d\d:\d\d/gu)?.join() ?? ''
}

function daysIn(every: string): string {
  return every.match(/\b(?:first|second|third|fourth|last)? ?\w+day\b(?: to \w+day)?/gu)?.join() ?? ''
}

/** Without where it begins and ends for the whole plan. */
function bare(every: string): string {
  return every
    .replace(/^1 (\w+?)s? /u, '$1 ')
    .replace(/^(minute|hour) /u, '$1s ')
    .replace(/ from T\+0d?\b| until T\+91d/gu, '')
}

function firstOffset(every: string): string {
  return (/T\+\w+/u.exec(every)?.[0] ?? every).replace(/(T\+\d+mo)\d+w$/u, '$1')
}
