import type { Plan } from '../../../domain/plan.ts'
import { type Severity, severities } from '../../../domain/severity.ts'
import type { Complaint, Path } from '../../fault.ts'
import { printTarget } from '../../items/targets.ts'
import { grouped } from '../look.ts'
import { differ, type Figure, figureIn, figureOf, keyOf } from './figures.ts'
import { nameOfPlaced, type PlacedItem, placedItems } from './item-places.ts'

/** Alerts that never come first because a worse severity has them, and those of which a reading says otherwise. */
export function alerts(plan: Plan): Complaint[] {
  const all = severities.flatMap((severity) => alertsOf(severity, plan))
  if (all.length === 0) return []
  const alike = grouped(all, ({ figure }) => keyOf(figure))
  const limits = grouped(placedItems(plan).flatMap(limitsOf), ({ figure }) => keyOf(figure))
  return all.flatMap((alert) => {
    const key = keyOf(alert.figure)
    return [...behindWorse(alert, alike.get(key) ?? []), ...besideReading(alert, limits.get(key) ?? [])]
  })
}

type Wanted = { readonly severity: Severity; readonly figure: Figure }
type Alert = Wanted & { readonly text: string; readonly path: Path }
type Limit = Wanted & { readonly said: string }

function alertsOf(severity: Severity, plan: Plan): readonly Alert[] {
  return (plan.severities[severity].alerts ?? []).flatMap((text, index) => {
    const figure = figureIn(text)
    return figure ? [{ severity, text, figure, path: ['severities', severity, 'alerts', index] }] : []
  })
}

/** Where a reading opens an issue of a severity of its own. */
function limitsOf(placed: PlacedItem): readonly Limit[] {
  const { ritual, item } = placed
  return [item.warning, item.critical].flatMap((limit) => {
    const figure = limit && figureOf(`${item.group ?? ''} ${item.title}`, item, [limit.when])
    if (!limit?.severity || !figure) return []
    const said = `"${nameOfPlaced(placed)}" in "${ritual.id}" is ${limit.severity} at ${printTarget(limit.when, item.unit)}`
    return [{ severity: limit.severity, figure, said }]
  })
}

function behindWorse(alert: Alert, alike: readonly Alert[]): Complaint[] {
  const worse = alike.find((other) => other.severity < alert.severity && comesFirst(other.figure, alert.figure))
  if (!worse) return []
  const message = `this is never ${alert.severity}: before it, ${worse.severity} has the alert "${worse.text}"`
  return [{ path: alert.path, rule: 'alerts', message }]
}

function comesFirst(worse: Figure, lesser: Figure): boolean {
  if (worse.low !== null && lesser.low !== null) return worse.low <= lesser.low
  return worse.high !== null && lesser.high !== null && worse.high >= lesser.high
}

function besideReading({ severity, text, figure, path }: Alert, limits: readonly Limit[]): Complaint[] {
  const limit = limits.find((one) => one.severity === severity && differ(one.figure, figure))
  if (!limit) return []
  const message = `${limit.said}, and ${severity} has the alert "${text}"`
  return [{ path, rule: 'alerts', message }]
}
