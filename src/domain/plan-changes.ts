import { headedItems, nameAmong } from './item-name.ts'
import type { Plan, Ritual } from './plan.ts'

/** What is different between a plan and the one that is to follow it, by the names that people know. */
export type PlanChanges = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly RitualChange[]
  /** Rituals that stay as they are. */
  readonly same: number
}

export type RitualChange = {
  readonly title: string
  /** Whether it falls due at other times. */
  readonly cadence: boolean
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** Rituals are the same by their keys, items by their section and title. People and places are not compared. */
export function changesBetween(before: Plan, after: Plan): PlanChanges {
  const was = new Map(before.rituals.map((ritual) => [ritual.id, ritual]))
  const is = new Map(after.rituals.map((ritual) => [ritual.id, ritual]))
  const kept = after.rituals.flatMap((ritual) => {
    const old = was.get(ritual.id)
    return old === undefined ? [] : [{ old, ritual }]
  })
  const changed = kept.flatMap(({ old, ritual }) => changeOf(old, ritual) ?? [])
  return {
    added: after.rituals.flatMap(({ id, title }) => (was.has(id) ? [] : [title])),
    removed: before.rituals.flatMap(({ id, title }) => (is.has(id) ? [] : [title])),
    changed,
    same: kept.length - changed.length,
  }
}

function changeOf(before: Ritual, after: Ritual): RitualChange | null {
  const [was, is] = [itemsOf(before), itemsOf(after)]
  const items = {
    added: [...is].flatMap(([key, { title }]) => (was.has(key) ? [] : [title])),
    removed: [...was].flatMap(([key, { title }]) => (is.has(key) ? [] : [title])),
    changed: [...is].flatMap(([key, { title, said }]) => (was.has(key) && was.get(key)?.said !== said ? [title] : [])),
  }
  const cadence = written(duesOf(before)) !== written(duesOf(after))
  const differs = cadence || written(restOf(before)) !== written(restOf(after))
  const some = Object.values(items).some((titles) => titles.length > 0)
  return differs || some ? { title: after.title, cadence, ...items } : null
}

/** Two items of one title in a section are told apart by their order. */
function itemsOf({ sections }: Ritual): ReadonlyMap<string, { readonly title: string; readonly said: string }> {
  const items = new Map<string, { title: string; said: string }>()
  const all = headedItems(sections)
  for (const one of all) {
    const { id: _, ...item } = one.item
    const stem = written([one.section, item.group, item.title])
    let key = stem
    for (let again = 2; items.has(key); again += 1) key = `${stem} ${again}`
    items.set(key, { title: nameAmong(one, all), said: written(item) })
  }
  return items
}

const duesOf = ({ every, onHoliday, timezone, openForMinutes, sections }: Ritual) => [
  ...[every, onHoliday, timezone, openForMinutes],
  ...sections.map(({ title, due }) => [title, due ?? null]),
]

const restOf = ({ channel: _, report: __, sections, ...ritual }: Ritual) => ({
  ...ritual,
  sections: sections.map(({ items: ___, due: ____, ...section }) => section),
})

/** The same text for the same data: a plan that the database has kept has its keys in another order. */
function written(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
