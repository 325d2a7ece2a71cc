import type { Item } from '../../../domain/item.ts'
import { headedItems, nameAmong } from '../../../domain/item-name.ts'
import type { Plan, Ritual, Section } from '../../../domain/plan.ts'
import type { Path } from '../../fault.ts'
import { isMap } from '../../shape.ts'
import { pathOf, valueAt } from '../look.ts'

/** An item with all that stands round it. */
export type PlacedItem = { readonly ritual: Ritual; readonly section: Section; readonly item: Item }

export function placedItems(plan: Plan): readonly PlacedItem[] {
  return plan.rituals.flatMap((ritual) =>
    ritual.sections.flatMap((section) => section.items.map((item) => ({ ritual, section, item }))),
  )
}

/** As it is called away from its card. */
export function nameOfPlaced({ ritual, section, item }: PlacedItem): string {
  return nameAmong({ section: section.title, item }, headedItems(ritual.sections))
}

/** Where an item stands in the file; of one that is repeated for several things, where its ritual does. */
export function pathOfItem({ ritual, section, item }: PlacedItem, file: unknown): Path {
  const path = pathOf(ritual)
  const sections = listAt(file, [...path, 'sections'])
  const lists =
    sections.length === 0
      ? [[...path, 'items']]
      : sections.flatMap((one, index) =>
          titleOf(one) === section.title ? [[...path, 'sections', index, 'items']] : [],
        )
  const found = lists
    .flatMap((list) => entriesIn(list, null, file))
    .find(({ title, group }) => title === item.title && group === item.group)
  return found?.path ?? path
}

type Entry = { readonly title: string; readonly group: string | null; readonly path: Path }

function entriesIn(list: Path, group: string | null, file: unknown): readonly Entry[] {
  return listAt(file, list).flatMap((entry, index): readonly Entry[] => {
    const path = [...list, index]
    if (isMap(entry) && typeof entry.group === 'string') return entriesIn([...path, 'items'], entry.group, file)
    return [{ title: titleOf(entry), group, path }]
  })
}

/** Of a line, of an item with one key, or of one with several. */
function titleOf(entry: unknown): string {
  if (!isMap(entry)) return String(entry)
  return String(entry.item ?? entry.title ?? Object.keys(entry)[0])
}

function listAt(file: unknown, path: Path): readonly unknown[] {
  const value = valueAt(file, path)
  return Array.isArray(value) ? value : []
}
