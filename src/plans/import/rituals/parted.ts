import type { DraftItem, DraftSection } from '../draft.ts'

/** A list whose lines say each how often, as a section for each cadence; `every` is what holds for the rest of them. */
export function partedByCadence(section: DraftSection, every: string | null): readonly DraftSection[] {
  const items = section.items.filter((one): one is DraftItem => !('group' in one))
  const timed = items.filter((item) => item.every !== null && item.every !== every)
  const saying = items.filter((item) => item.every !== null)
  const isList = items.length === section.items.length && saying.length > 1 && saying.length * 2 >= items.length
  if (section.every || !isList || timed.length === 0) return [section]
  const rest = items.filter((item) => !timed.includes(item))
  const parts = [...new Set(timed.map((item) => item.every as string))].map((own) =>
    partOf(
      section,
      own,
      timed.filter((item) => item.every === own),
    ),
  )
  return rest.length > 0 ? [{ ...section, items: rest }, ...parts] : parts
}

function partOf(section: DraftSection, every: string, items: readonly DraftItem[]): DraftSection {
  const [line = section.line] = items.flatMap(({ lines }) => lines)
  const title = section.title === '' ? every.charAt(0).toUpperCase() + every.slice(1) : `${section.title}: ${every}`
  return { ...section, title, line, every: { every, chosen: null, lines: [line] }, items }
}
