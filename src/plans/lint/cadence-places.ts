import { waitsForLaunch } from '../../domain/cadence/launch.ts'
import { parseCadence } from '../../domain/cadence/phrase.ts'
import type { DueRitual } from '../../domain/due-rituals.ts'
import type { Path } from '../fault.ts'
import { line } from '../fields.ts'
import { expanded } from '../items/for-each.ts'
import { isMap } from '../shape.ts'
import { pathOf, valueAt } from './look.ts'

/** Where the file says when something falls due: at its ritual, or at a section that has a cadence of its own. */
export function pathOfDue(ritual: DueRitual, file: unknown): Path {
  const path = pathOf(ritual)
  const sections = valueAt(file, [...path, 'sections'])
  if (ritual.section === undefined || !Array.isArray(sections)) return path
  const place = placesIn(sections).get(ritual.section)
  return place === undefined ? path : [...path, 'sections', place]
}

/** Asked of one list by each rule for each of its sections, so it is gone through once. */
const known = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>()

/** Where sections with a cadence of their own stand, by title. */
function placesIn(sections: readonly unknown[]): ReadonlyMap<string, number> {
  const before = known.get(sections)
  if (before) return before
  const places = new Map<string, number>()
  for (const [place, one] of sections.entries()) {
    if (!isMap(one) || !('every' in one)) continue
    for (const title of titlesOf(one)) if (title !== undefined && !places.has(title)) places.set(title, place)
  }
  known.set(sections, places)
  return places
}

/** Of a list, where the first phrase stands that waits for a launch. */
export function pathOfWaiting(ritual: DueRitual, file: unknown): Path {
  const path = [...pathOfDue(ritual, file), 'every']
  const said = valueAt(file, path)
  const place = Array.isArray(said) ? said.findIndex(isWaiting) : -1
  return place < 0 ? path : [...path, place]
}

/** What is repeated is written once. */
function titlesOf(section: Record<string, unknown>): readonly (string | undefined)[] {
  return expanded(section, [], () => {}).map((one) => line.safeParse(isMap(one) ? one.title : undefined).data)
}

function isWaiting(phrase: unknown): boolean {
  const read = parseCadence(String(phrase))
  return read.ok && waitsForLaunch(read.cadence)
}
