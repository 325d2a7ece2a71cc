import type { Plan } from '../../domain/plan.ts'
import type { Complaint } from '../fault.ts'
import { type Asked, parseAsked } from '../items/asked.ts'
import { pathOfItem, placedItems } from './contradictions/item-places.ts'

/** Checks that are titled as a reading is written: within one pair of quotes, or without a space behind the colon. */
export function readingsAsChecks(plan: Plan, file: unknown): Complaint[] {
  return placedItems(plan).flatMap((placed): Complaint[] => {
    const { kind, title } = placed.item
    const [, name = '', asked = ''] = /^(.*\S)\s*:\s*(\S.*)$/su.exec(title) ?? []
    const read = kind === 'check' && asked !== '' ? parseAsked(asked) : null
    if (!read?.ok || read.value.kind === 'check' || hasOnlyUnit(read.value)) return []
    const message = `this is a check, and its title is written as a reading: if it is one, write ${inQuotes(name)}: "${asked}"`
    return [{ path: pathOfItem(placed, file), rule: 'reading-as-check', message }]
  })
}

/** `Open: number plates` may well be a check. */
function hasOnlyUnit({ unit, targets, critical, warning, stretch, kind }: Asked): boolean {
  return unit !== null && kind !== 'rating' && targets.length === 0 && !critical && !warning && !stretch
}

const inQuotes = (name: string): string => (/[#:"'{}[\],&*!|>%@`]/u.test(name) ? JSON.stringify(name) : name)
