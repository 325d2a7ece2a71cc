import type { Part } from '../../../scripts/plan-language/part.ts'
import { planWithKeys } from '../../../scripts/plan-language/parts.ts'
import { readPlan } from '../../../src/plans/load.ts'

type Keys = Readonly<Record<string, string>>

/** A plan with a key's example. */
export function planWith(part: Part, key: string, beside: Keys = {}): string {
  const { example, insteadOf = '' } = keyOf(part, key)
  const { [insteadOf]: _, ...least } = part.least
  return planWithKeys(part, { ...least, ...keyOf(part, key).beside, ...beside, [key]: example })
}

/** The same plan without it; where it has to be there, with another value. */
export function planWithout(part: Part, key: string, beside: Keys = {}, instead: Keys = {}): string {
  const { [key]: own, ...rest } = { ...part.least, ...keyOf(part, key).beside, ...beside }
  const other = own === undefined ? part.least : { ...rest, [key]: own }
  const found = [{ ...rest, ...instead }, other]
    .map((keys) => planWithKeys(part, keys))
    .find((source) => readPlan(source, 'shop.yaml').plan !== undefined)
  if (found === undefined) throw new Error(`no plan can be without "${key}": say what stands there instead`)
  return found
}

function keyOf({ keys }: Part, key: string) {
  const found = keys[key]
  if (!found) throw new Error(`there is no key "${key}"`)
  return found
}
