import fc from 'fast-check'
import type { Target } from '../../src/domain/item.ts'
import type { ItemLine } from '../../src/plans/item-line.ts'

/** Words that a line might be misread for. */
const trap = fc.constantFrom(
  'Plates: number 7',
  'a: percent',
  '"quoted"',
  'x: OK',
  'item',
  'group',
  '- dash',
  '# hash',
  '@at',
  '> 5',
  'true',
  '1.0',
  "it's",
  'No: procent < 5',
  '"a": number',
)
const words = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
    { weight: 1, arbitrary: trap },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  )
  .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '')

export const title = words
const amount = fc.oneof(
  fc.integer({ min: -9999, max: 99_999 }),
  fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
)

/** Targets that one number at least satisfies. */
const targets: fc.Arbitrary<readonly Target[]> = fc
  .record({ low: amount, more: fc.integer({ min: 1, max: 50 }), form: fc.nat(6) })
  .map(({ low, more, form }): readonly Target[] => {
    const high = Number((low + more).toFixed(2))
    const one = (['<', '<=', '>', '>=', '='] as const)[form]
    if (one) return [{ op: one, value: low }]
    if (more > 40) return []
    if (form === 5) return [{ op: 'between', low, high }]
    return [
      { op: '>', value: low },
      { op: '<=', value: high },
    ]
  })

const none = { unit: null, targets: [], options: [], flag: [] }
const unit = fc.constantFrom(null, '°C', 'errors', 'calls per day', '/5', '€', 'm²')

const choice = fc
  .uniqueArray(words, { minLength: 2, maxLength: 5, selector: (word) => word.toLowerCase() })
  .chain((options) => fc.record({ options: fc.constant(options), flag: fc.subarray(options) }))

export const lineArbitrary: fc.Arbitrary<ItemLine> = fc.oneof(
  title.map((text) => ({ title: text, kind: 'check' as const, ...none })),
  title.map((text) => ({ title: text, kind: 'text' as const, ...none })),
  fc.record({ title, targets, unit }).map((some) => ({ ...none, kind: 'number' as const, ...some })),
  fc.record({ title, targets }).map((some) => ({ ...none, kind: 'percent' as const, ...some, unit: '%' })),
  fc
    .record({ title, targets, unit: fc.constantFrom(null, '$', '€', 'EUR') })
    .map((some) => ({ ...none, kind: 'money' as const, ...some })),
  fc
    .record({ title, targets, unit: fc.constantFrom('ms', 's', 'min', 'h', 'd') })
    .map((some) => ({ ...none, kind: 'duration' as const, ...some })),
  fc.record({ title, word: fc.constantFrom('yes', 'no', null) }).map(({ title: text, word }) => ({
    title: text,
    kind: 'yes-no' as const,
    ...none,
    targets: word ? [{ op: 'is' as const, word }] : [],
  })),
  fc
    .record({ title, picked: choice })
    .map(({ title: text, picked }) => ({ ...none, title: text, kind: 'choice' as const, ...picked })),
)
