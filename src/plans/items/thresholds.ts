import { z } from 'zod'
import type { Item, LaterTargets, Target, Threshold } from '../../domain/item.ts'
import type { Path, Read, Report } from '../fault.ts'
import { unreadable } from '../fault.ts'
import { duration, line, prose, severity } from '../fields.ts'
import { given } from '../given.ts'
import { isMap, listOf, shaped } from '../shape.ts'
import { type Asked, askedOf } from './asked.ts'
import { parseFrom } from './from.ts'
import { twoUnits } from './pieces.ts'
import { isNumeric, parseQuantity } from './quantity.ts'
import { type Asks, parseTargets } from './targets.ts'

export const thresholdForm = z.strictObject({
  when: line,
  severity: severity.optional(),
  respond: duration.optional(),
  do: prose.optional(),
})
export const criticalForm = thresholdForm.extend({ severity })
export const laterForm = z.strictObject({ from: line, target: line })

/** `warning: "> 80"`, or with what follows from it. */
export function readWarning(said: unknown, asked: Asked, path: Path, report: Report): Threshold | null {
  if (typeof said === 'string') {
    const when = oneTarget(said, asked)
    if (when.ok) return { when: when.value, severity: null }
    report({ path, rule: 'item', message: when.message, at: when.at })
    return null
  }
  const form = shaped(thresholdForm, said, path, report)
  if (!form) return null
  if (form.respond !== undefined && form.severity === undefined) {
    const message = '"respond" is the clock of an issue: give the warning a "severity" too'
    report({ path: [...path, 'respond'], rule: 'item', message, key: true })
  }
  return thresholdOf(form, form.severity ?? null, asked, path, report)
}

export function readCritical(said: unknown, asked: Asked, path: Path, report: Report): Item['critical'] {
  if (typeof said === 'string') {
    report({ path, rule: 'item', message: `say how bad it is: write { when: "${said}", severity: P1 }` })
    return null
  }
  const form = shaped(criticalForm, said, path, report)
  const threshold = form && thresholdOf(form, form.severity, asked, path, report)
  return form && threshold ? { ...threshold, severity: form.severity } : null
}

export function readStretch(said: string, asked: Asked, path: Path, report: Report): Target | null {
  const read = oneTarget(said, asked)
  if (read.ok) return read.value
  report({ path, rule: 'item', message: read.message, at: read.at })
  return null
}

/** `[{ from: 2026-01-01, target: "< 5" }]`, the earliest first; null where there are none. */
export function readLater(said: unknown, asked: Asked, path: Path, report: Report): readonly LaterTargets[] | null {
  const later = (listOf(said, path, report) ?? []).flatMap((one, place): LaterTargets[] => {
    const inner = [...path, place]
    const form = isMap(one) || one === undefined ? shaped(laterForm, one, inner, report) : null
    if (!form) {
      if (one !== undefined && !isMap(one))
        report({ path: inner, rule: 'shape', message: 'write { from: 2026-01-01, target: "< 5" }' })
      return []
    }
    const from = parseFrom(form.from)
    const targets = allTargets(form.target, asked, Number.POSITIVE_INFINITY)
    if (!from.ok) report({ path: [...inner, 'from'], rule: 'item', message: from.message, at: from.at })
    if (!targets.ok) report({ path: [...inner, 'target'], rule: 'item', message: targets.message, at: targets.at })
    return from.ok && targets.ok ? [{ from: from.value, targets: targets.value }] : []
  })
  return later.length > 0 ? later : null
}

/** `annual: $500,000`: a figure in the item's unit. */
export function readAnnual(said: string, { kind, unit }: Asked, path: Path, report: Report): number | null {
  const read = isNumeric(kind) && kind !== 'date' ? parseQuantity(said.replace(/(\d),(?=\d{3})/g, '$1'), kind) : null
  const other = read?.ok && read.value.unit !== '' && read.value.unit !== unit
  if (read?.ok && !other) return read.value.value
  const message = other
    ? twoUnits(read.value.unit, unit ?? 'none')
    : `"${said}" is not what a year of this comes to: write a figure such as 5000`
  report({ path, rule: 'item', message: read === null ? `a ${kind} has no annual target` : message })
  return null
}

type ThresholdForm = z.output<typeof thresholdForm>

function thresholdOf(
  form: Omit<ThresholdForm, 'severity'>,
  severity: Threshold['severity'],
  asked: Asked,
  path: Path,
  report: Report,
): Threshold | null {
  const when = oneTarget(form.when, asked)
  if (when.ok) return { when: when.value, severity, ...given({ respondMinutes: form.respond, do: form.do }) }
  report({ path: [...path, 'when'], rule: 'item', message: when.message, at: when.at })
  return null
}

/** One bound; of a choice or a status, one of its answers. */
function oneTarget(said: string, asked: Asked): Read<Target> {
  const read = allTargets(said, asked, 1)
  if (!read.ok) return read
  const [only, second] = read.value
  return only && !second ? { ok: true, value: only } : unreadable('this is one target, such as "> 50"')
}

function allTargets(said: string, asked: Asked, most: number): Read<readonly Target[]> {
  const { kind, unit, options } = asked
  if (isNumeric(kind)) {
    const fits = (asks: Asks) => isTargets(asks) && asks.targets.length <= most
    const read = parseTargets(said, kind, { unit, fits })
    if (!read.ok) return read
    return isTargets(read.value)
      ? { ok: true, value: read.value.targets }
      : unreadable('this is a target, such as "> 50"')
  }
  if (kind === 'yes-no') {
    const read = askedOf('yes-no', said, null)
    return read.ok ? { ok: true, value: read.value.targets } : read
  }
  const word =
    kind === 'text' ? said.replace(/^=\s*/u, '') : options.find((one) => one.toLowerCase() === said.toLowerCase())
  if (word !== undefined) return { ok: true, value: [{ op: 'is', word }] }
  return unreadable(options.length > 0 ? `"${said}" is not one of the answers` : `a ${kind} has no threshold`)
}

function isTargets({ targets, stretch, warning, critical }: Asks): boolean {
  return targets.length > 0 && !stretch && !warning && !critical
}
