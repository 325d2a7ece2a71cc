import type { CadencePart } from '../../domain/cadence/cadence.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { printTarget } from '../items/targets.ts'
import { differ, type Figure, figureIn, figureOf, isSameFigure, nameOf, wordsOf } from './figures.ts'
import { type PlacedItem, pathOfItem, placedItems } from './item-places.ts'

/** One figure of which the plan wants two things: in its targets, in a reading and its targets, or in two readings. */
export function twoTargets(plan: Plan, file: unknown): Complaint[] {
  const lines = linesOf(plan)
  const readings = readingsOf(plan)
  return [
    ...lines.flatMap((line, index) => differsFromLine(line, lines.slice(0, index))),
    ...readings.flatMap((reading) => readingDiffersFromLine(reading, lines, file)),
    ...readings.flatMap((reading, index) => differsFromReading(reading, readings.slice(0, index), file)),
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

function differsFromLine(line: Line, before: readonly Line[]): Complaint[] {
  const other = before.find(({ figure }) => isSameFigure(figure, line.figure) && differ(figure, line.figure))
  if (!other) return []
  const message = `"${line.text}" and "${other.text}" want two things of one figure`
  return [{ path: line.path, rule: 'two-targets', message }]
}

/** What a percentile should be is not what all should be. */
function readingDiffersFromLine(reading: Reading, lines: readonly Line[], file: unknown): Complaint[] {
  const { figure, item, said, lasts } = reading
  if (lasts !== always || (item.statistic ?? 'average') !== 'average') return []
  const same = lines.filter((line) => isSameFigure(line.figure, figure))
  if (same.length === 0 || same.some((line) => !differ(line.figure, figure))) return []
  const message = `"${item.title}" is to be ${said} here, and the targets of the plan say "${same[0]?.text}"`
  return [{ path: pathOfItem(reading, file), rule: 'two-targets', message }]
}

function differsFromReading(reading: Reading, before: readonly Reading[], file: unknown): Complaint[] {
  const { figure, item, said, ritual } = reading
  const other = before.find((one) => asksTheSame(one, reading) && differ(one.figure, figure))
  if (!other) return []
  const message = `"${item.title}" is to be ${said} in "${ritual.id}", and ${other.said} in "${other.ritual.id}": if these are two figures, give them two names`
  return [{ path: pathOfItem(reading, file), rule: 'two-targets', message }]
}

/** A name of one word needs the heading to be a name, and the sections of one ritual look at different things. */
function asksTheSame(one: Reading, other: Reading): boolean {
  const heading = (reading: Reading) => nameOf(reading.section.title)
  return (
    one.ritual !== other.ritual &&
    isSameFigure(one.figure, other.figure) &&
    one.item.statistic === other.item.statistic &&
    one.lasts !== null &&
    one.lasts === other.lasts &&
    (wordsOf(one.figure.name).length > 1 || heading(one) === heading(other))
  )
}
