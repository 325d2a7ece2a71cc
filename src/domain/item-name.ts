import { type Item, nameOfItem } from './item.ts'
import type { Section } from './plan.ts'

/** An item and the title of the section that it stands in; empty where there is none. */
export type Headed<One extends Named = Named> = { readonly section: string; readonly item: One }

type Named = Pick<Item, 'id' | 'group' | 'title'>

export function headedItems(sections: readonly Section[]): readonly Headed<Item>[] {
  return sections.flatMap(({ title, items }) => items.map((item) => ({ section: title, item })))
}

/** What an item is called where its heading is not seen, so that nobody takes it for another one of them. */
export function nameAmong({ section, item }: Headed, all: readonly Headed[]): string {
  const name = nameOfItem(item)
  const hasTwin = all.some((other) => other.item.id !== item.id && nameOfItem(other.item) === name)
  return hasTwin ? nameOfItem(item, section) : name
}

/** All that somebody may write for an item: its title, alone or under its group, and that under its section. */
export function namesFor({ section, item }: Headed): readonly string[] {
  return [item.title, nameOfItem(item), nameOfItem(item, section)]
}

/** Those that somebody means by a name. What is called so and not only titled so is meant before the others. */
export function itemsNamed<One extends Headed>(name: string, all: readonly One[]): readonly One[] {
  const wanted = name.toLowerCase()
  const found = (meaningsIn(all).get(wanted) ?? []) as readonly One[]
  const called = found.filter((one) => nameAmong(one, all).toLowerCase() === wanted)
  return called.length > 0 ? called : found
}

/** Asked of one list for each of many names, so it is gone through once. */
const known = new WeakMap<readonly Headed[], ReadonlyMap<string, readonly Headed[]>>()

/** Whom each name may mean, in small letters. */
function meaningsIn(all: readonly Headed[]): ReadonlyMap<string, readonly Headed[]> {
  const before = known.get(all)
  if (before) return before
  const meanings = new Map<string, Headed[]>()
  for (const one of all)
    for (const name of new Set(namesFor(one).map((each) => each.toLowerCase())))
      meanings.set(name, [...(meanings.get(name) ?? []), one])
  known.set(all, meanings)
  return meanings
}

/** The shortest name by which this item and no other is meant; null where it has a twin at its very place. */
export function nameToWrite(
  one: Headed,
  meantBy: (name: string) => readonly Headed[],
  all: readonly Headed[],
): string | null {
  const isAlone = (name: string) => {
    const [found, second] = meantBy(name)
    return found?.item.id === one.item.id && second === undefined
  }
  return [nameAmong(one, all), nameOfItem(one.item, one.section)].find(isAlone) ?? null
}
