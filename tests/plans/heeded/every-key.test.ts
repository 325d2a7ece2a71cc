import { expect, test } from 'vitest'
import { parts } from '../../../scripts/plan-language/parts.ts'
import { planWith, planWithout } from './key-pair.ts'
import { keysOfPlans } from './keys-of-plans.ts'
import { keysOfRituals } from './keys-of-rituals.ts'
import type { Heeded, Shown } from './shown.ts'
import type { Surface } from './surfaces.ts'

const heeded: Heeded<typeof parts> = { ...keysOfPlans, ...keysOfRituals }

const everyKey = Object.entries(heeded).flatMap(([name, keys]) =>
  Object.entries<Shown | readonly Shown[]>(keys).flatMap(([key, shown]) =>
    [shown].flat().map((one) => ({ name: name as keyof typeof parts, key, shown: one })),
  ),
)

/** Many keys have the same plan without them. */
const seen = new Map<Surface, Map<string, string>>()

async function look(surface: Surface, source: string): Promise<string> {
  const known = seen.get(surface) ?? new Map<string, string>()
  seen.set(surface, known)
  const shown = known.get(source) ?? (await surface(source))
  known.set(source, shown)
  return shown
}

/** Whatever a key says, somebody can see; a key that is read and changes nothing would be a lie of the manual. */
test.each(everyKey)('$name: $key $shown.how “$shown.words”', async ({ name, key, shown }) => {
  const { on, words, how, beside, instead } = shown
  const withIt = await look(on, planWith(parts[name], key, beside))
  const without = await look(on, planWithout(parts[name], key, beside, instead))
  const [there, gone] = how === 'says' ? [withIt, without] : [without, withIt]
  expect(there).toContain(words)
  expect(gone).not.toContain(words)
})
