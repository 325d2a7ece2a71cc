import type { DraftItem, DraftSection } from '../draft.ts'

/** A list whose lines say each how often, as a section for each cadence; any other stays whole. */
export function partedByCadence(section: DraftSection): readonly DraftSection[] {
  const items = section.items.filter((one): one is DraftItem => !('group' in one))
  const timed = items.filter(({ every }) => every !== null)
  if (section.every || items.length < section.items.length || timed.length < 2 || timed.length * 2 < items.length)
    return [section]
  const cadences = [...new Set(timed.map(({ every }) => every as string))]
  const rest = items.filter(({ every }) => every === null)
  const parts = cadences.map((every) => {
    const own = items.filter((item) => item.every === every)
    const [line = section.line] = own.flatMap(({ lines }) => lines)
    return {
      ...section,
      title: titled(section.title, every),
      line,
      every: { every, chosen: null, lines: [line] },
      items: own,
    }
  })
  return rest.length > 0 ? [{ ...section, items: rest }, ...parts] : parts
}

function titled(title: string, every: string): string {
  const word = every.charAt(0).toUpperCase() + every.slice(1)
  return title === '' ? word : `${title}: ${every}`
}
