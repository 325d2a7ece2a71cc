import { partsOfPlans } from './keys-of-plans.ts'
import { partsOfRituals } from './keys-of-rituals.ts'
import type { Part } from './part.ts'

/** Every part of the plan language, in the order of the manual. */
export const parts: Readonly<Record<keyof typeof partsOfPlans | keyof typeof partsOfRituals, Part>> = {
  ...partsOfPlans,
  ...partsOfRituals,
}

/** A plan in which only these keys of a part are said. */
export function planWithKeys({ around }: Part, keys: Readonly<Record<string, string>>): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`)
  return around
    .split('\n')
    .flatMap((line) =>
      line.trim() === '…' ? (lines.length > 0 ? lines : ['{}']).map((said) => line.replace('…', () => said)) : [line],
    )
    .join('\n')
}
