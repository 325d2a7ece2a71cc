import type { CadencePart } from '../../../domain/cadence/cadence.ts'
import type { Plan } from '../../../domain/plan.ts'
import type { Complaint, Path } from '../../fault.ts'
import { printTarget } from '../../items/targets.ts'
import { grouped } from '../look.ts'
import { differ, type Figure, figureIn, figureOf, keyOf, nameOf } from './figures.ts'
import { type PlacedItem, pathOfItem, placedItems } from './item-places.ts'

/** One figure of which the plan wants two things: in its targets, in a reading and its targets, or in two readings. */
export function twoTargets(plan: Plan, file: unknown): Complaint[] {
  const readings = readingsOf(plan)
  const lines = grouped(linesOf(plan), ({ figure }) => keyOf(figure))
  const alike = grouped(readings, keyOfReading)
  return [
    ...[...lines.values()].flatMap(linesApart),
    ...readings.flatMap((reading) => besideLines(reading, lines.get(keyOf(reading.figure)) ?? [], file)),
    ...[...alike.values()].flatMap((all) => readingsApart(all, file)),
  ]
}

type Line = { readonly text: string; readonly figure: Figure; readonly path: Path }
type Reading = PlacedItem & {
  readonly figure: Figure
  readonly said: string
  /** From when to when it is asked for; null of what is asked for at a time of its own. */
  readonly lasts: string | null
}

function linesOf(plan: Plan): readonly Line[] {
  return (plan.targets ?? []).flatMap(({ heading, lines }) =>
    lines.flatMap((text, index) => {
      const figure = figureIn(text)
      return figure ? [{ text, figure, path: ['targets', ...(heading === '' ? [] : [heading]), index] }] : []
    }),
  )
}

/** What changes on a day has two targets on purpose. */
function readingsOf(plan: Plan): readonly Reading[] {
  return placedItems(plan).flatMap((placed) => {
    const { ritual, section, item } = placed
    const figure = item.later ? null : figureOf(`${item.group ?? ''} ${item.title}`, item, item.targets)
    if (!figure) return []
    const said = item.targets.map((target) => printTarget(target, item.unit)).join(', ')
    return [{ ...placed, figure, said, lasts: lastsOf(section.due?.every ?? ritual.every) }]
  })
}

function lastsOf(every: readonly CadencePart[]): string | null {
  const bounds = every.map((part) => ('until' in part && part.until !== undefined ? [part.from, part.until] : []))
  return every.some(isOfOneTime) ? null : JSON.stringify(bounds.filter((one) => one.length > 0))
}

function isOfOneTime({ kind }: CadencePart): boolean {
  return kind.startsWith('launch-') || kind === 'interval' || kind === 'once'
}

const always = '[]'

function linesApart([first, ...others]: readonly Line[]): Complaint[] {
  return others.flatMap((other): Complaint[] => {
    if (!first || !differ(first.figure, other.figure)) return []
    const message = `"${other.text}" and "${first.text}" want two things of one figure`
    return [{ path: other.path, rule: 'two-targets', message }]
  })
}

/** What a percentile should be is not what all should be. */
function besideLines(reading: Reading, lines: readonly Line[], file: unknown): Complaint[] {
  const { figure, item, said, lasts } = reading
  const [line] = lines
  if (lasts !== always || (item.statistic ?? 'average') !== 'average') return []
  if (!line || lines.some((one) => !differ(one.figure, figure))) return []
  const message = `"${item.title}" is to be ${said} here, and the targets of the plan say "${line.text}": if these are two figures, give them two names`
  return [{ path: pathOfItem(reading, file), rule: 'two-targets', message }]
}

/** The sections of one ritual look at different things, each of which may be what another ritual asks for. */
function readingsApart(all: readonly Reading[], file: unknown): Complaint[] {
  const first = all.filter(({ ritual }) => ritual === all[0]?.ritual)
  return all.flatMap((reading): Complaint[] => {
    const { figure, item, said, ritual } = reading
    const [other] = first
    if (!other || first.some((one) => !differ(one.figure, figure))) return []
    const message = `"${item.title}" is to be ${said} in "${ritual.id}", and ${other.said} in "${other.ritual.id}": if these are two figures, give them two names`
    return [{ path: pathOfItem(reading, file), rule: 'two-targets', message }]
  })
}

/** A name of one word needs its heading to be a name; what is asked for at a time of its own is like nothing else. */
function keyOfReading({ figure, item, section, ritual, lasts }: Reading): string {
  const heading = figure.name.includes(' ') ? '' : nameOf(section.title)
  return [keyOf(figure), item.statistic, heading, lasts ?? `${ritual.id} ${item.id}`].join('\n')
}
