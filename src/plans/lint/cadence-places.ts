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
  const place = sections.findIndex((one) => isMap(one) && 'every' in one && titlesOf(one).includes(ritual.section))
  return place < 0 ? path : [...path, 'sections', place]
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
