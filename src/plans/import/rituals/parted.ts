import type { DraftGroup, DraftItem, DraftSection } from '../draft.ts'
import type { Phrase } from '../timing/cadence.ts'
import { isSaid } from '../timing/unsaid.ts'

/** A list whose lines say each how often, as a section for each cadence; `every` is what holds for the rest of them. */
export function partedByCadence(section: DraftSection, every: string | null): readonly DraftSection[] {
  const items = section.items.filter((one): one is DraftItem => !('group' in one))
  const timed = items.filter((item) => item.every !== null && item.every.every !== every)
  const saying = items.filter((item) => item.every !== null)
  const isList = items.length === section.items.length && saying.length > 1 && saying.length * 2 >= items.length
  if (section.every || !isList || timed.length === 0) return [section]
  const rest = items.filter((item) => !timed.includes(item))
  const phrases = new Map(timed.flatMap(({ every: own }) => (own ? [[own.every, own] as const] : [])))
  const parts = [...phrases.values()].map((own) =>
    partOf(
      section,
      own,
      timed.filter((item) => item.every?.every === own.every),
    ),
  )
  return rest.length > 0 ? [{ ...section, items: rest }, ...parts] : parts
}

/** What a column tells of how often, in a note where the cadence of the section does not say it. */
export function withTold(section: DraftSection, every: string | null): DraftSection {
  const due = { every: section.every?.every ?? every, openForMinutes: null }
  const noted = (item: DraftItem): DraftItem => {
    if (item.told === null || isSaid(item.told.cell, due)) return item
    const told = `${item.told.column}: ${item.told.cell}`
    return { ...item, note: item.note === null ? told : `${told} · ${item.note}` }
  }
  const items = section.items.map((one): DraftItem | DraftGroup =>
    'group' in one ? { ...one, items: one.items.map(noted) } : noted(one),
  )
  return { ...section, items }
}

function partOf(section: DraftSection, { every, chosen }: Phrase, items: readonly DraftItem[]): DraftSection {
  const told = items[0]?.told
  const [line = section.line] = items.flatMap(({ lines }) => lines)
  // Nobody reads a cron as a title.
  const named = every.startsWith('cron') && told ? told.cell : every
  const title = section.title === '' ? named.charAt(0).toUpperCase() + named.slice(1) : `${section.title}: ${named}`
  return { ...section, title, line, every: { every, chosen, lines: [line] }, items }
}
