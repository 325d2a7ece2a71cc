import type { Item } from '../../domain/item.ts'
import { type Headed, itemsNamed, namesFor, nameToWrite } from '../../domain/item-name.ts'
import { nearest } from '../../domain/nearest.ts'
import { articled } from '../article.ts'
import type { Path, Report } from '../fault.ts'
import type { Drafted } from './drafted.ts'
import { itemIds } from './item-id.ts'

/** A part of a ritual with its items as they were read; one that falls due by itself is a checklist of its own. */
type Part = { readonly title: string; readonly items: readonly Item[]; readonly due?: unknown }

type Placed = Headed<Drafted> & { readonly part: number; readonly apart: boolean }

/** The items of each part with their ids, and with the ids of those that they are counted from or measured by. */
export function linkedItems(parts: readonly Part[], report: Report): Item[][] {
  const placed = placedItems(parts)
  const links = placed.map((one) => linkedItem(one, placed, report))
  for (const item of links) reportCircle(item.item, links, report)
  return parts.map((_, part) => links.filter((one) => one.part === part).map(({ item: { path: _, ...item } }) => item))
}

function placedItems(parts: readonly Part[]): Placed[] {
  const items = parts.flatMap(({ title, items, due }, part) =>
    items.map((item) => ({ item: item as Drafted, part, apart: due !== undefined, section: title })),
  )
  const ids = itemIds(items.map(({ item, section }) => ({ section, group: item.group, title: item.title })))
  return items.map((one, place) => ({ ...one, item: { ...one.item, id: ids[place] ?? '' } }))
}

function linkedItem(one: Placed, all: readonly Placed[], report: Report): Placed {
  const { item } = one
  const { compute, goal } = item
  if (!compute && !goal) return one
  const reachable = all.filter((other) => other.part === one.part || !(one.apart || other.apart))
  const inputs = compute?.items.map((name, place) => {
    const path = [...item.path, 'compute', compute.of, place]
    const found = meant(name, one, reachable, path, report)
    if (found) reportMismatch(item, found, path, report)
    return found?.id ?? name
  })
  const setter = goal && meant(goal.item, one, all, [...item.path, 'goal'], report)
  if (setter && setter.kind !== item.kind)
    report({
      path: [...item.path, 'goal'],
      rule: 'item',
      message: `"${setter.title}" is a ${setter.kind}, not a ${item.kind}`,
    })
  return {
    ...one,
    item: {
      ...item,
      ...(compute && inputs && { compute: { ...compute, items: inputs } }),
      ...(goal && { goal: { ...goal, item: setter?.id ?? goal.item } }),
    },
  }
}

function meant(name: string, one: Placed, among: readonly Placed[], path: Path, report: Report): Drafted | null {
  const [found, second] = meantBy(name, one, among)
  if (found && !second) return found.item
  const message = found
    ? `several items are called "${name}": write ${wordsFor(name, one, among)}`
    : unknownItem(name, one, among)
  report({ path, rule: 'unknown-item', message })
  return null
}

/** By its id, or by its name: of several in the same group or section as whoever asks. */
function meantBy(name: string, { item, part }: Placed, among: readonly Placed[]): readonly Placed[] {
  const byId = among.find((other) => other.item.id === name)
  if (byId) return [byId]
  const others = among.filter((other) => other.item.id !== item.id)
  const here = others.filter((other) => other.part === part)
  const beside = here.filter((other) => other.item.group === item.group)
  const near = [beside, here, others].map((some) => itemsNamed(name, some))
  return near.find((some) => some.length > 0) ?? []
}

const mostNamed = 4

/** For each that may be meant by a name, what means it alone. */
function wordsFor(name: string, one: Placed, among: readonly Placed[]): string {
  const alone = (other: Placed) => nameToWrite(other, (word) => meantBy(word, one, among), among) ?? other.item.id
  const meant = meantBy(name, one, among)
  const words = meant.length > 1 ? meant.slice(0, mostNamed).map(alone) : [name]
  return words.map((word) => `"${word}"`).join(' or ')
}

function unknownItem(name: string, one: Placed, among: readonly Placed[]): string {
  const { id, title } = one.item
  if (title.toLowerCase() === name.toLowerCase()) return `"${name}" cannot be counted from itself`
  const near = nearest(
    name,
    among.flatMap((other) => (other.item.id === id ? [] : namesFor(other))),
  )
  const hint = near === null ? '' : `: did you mean ${wordsFor(near, one, among)}?`
  return `no item of this checklist is called "${name}"${hint}`
}

const figures: ReadonlySet<Item['kind']> = new Set(['number', 'percent', 'money', 'duration', 'rating'])

/** Only figures can be counted from, and only those of one kind can be added. */
function reportMismatch(item: Drafted, input: Drafted, path: Path, report: Report): void {
  const adding = item.compute?.of === 'sum' || item.compute?.of === 'difference' || item.compute?.of === 'average'
  const clash = input.kind !== item.kind || (item.kind !== 'duration' && input.unit !== item.unit)
  if (!figures.has(input.kind))
    report({ path, rule: 'item', message: `"${input.title}" is a ${input.kind}: it has no figure to count from` })
  else if (adding && clash)
    report({
      path,
      rule: 'item',
      message: `"${input.title}" is a ${asTold(input)}, and "${item.title}" a ${asTold(item)}: ${articled(item.compute?.of ?? '')} is of one kind`,
    })
}

function asTold({ kind, unit }: Item): string {
  return unit === null || unit === '%' ? kind : `${kind} in ${unit}`
}

/** What is counted from itself, be it by way of others, never comes to anything. */
function reportCircle(item: Drafted, links: readonly Placed[], report: Report): void {
  const seen = new Set<string>()
  const waiting = [...(item.compute?.items ?? [])]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(links.find((one) => one.item.id === id)?.item.compute?.items ?? []))
  }
  if (seen.has(item.id))
    report({
      path: [...item.path, 'compute'],
      rule: 'item',
      message: `"${item.title}" is counted from itself`,
      key: true,
    })
}
