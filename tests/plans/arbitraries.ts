import fc from 'fast-check'
import { type Item, statistics, type Target, ways } from '../../src/domain/item.ts'
import { periods } from '../../src/domain/reading/period.ts'
import type { ItemLine } from '../../src/plans/items/item-line.ts'

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

const none = { unit: null, targets: [], critical: null, options: [], flag: [] }
const unit = fc.constantFrom(null, '°C', 'errors', 'calls per day', '/5', '€', 'm²')

/** A line may say where a reading becomes a warning, and how bad it is then. */
const threshold = <Some>(severity: fc.Arbitrary<Some>) =>
  fc.record({
    when: fc.oneof(
      fc.record({ op: fc.constantFrom('<', '>' as const), value: amount }),
      fc.record({
        op: fc.constant('trend' as const),
        way: fc.constantFrom(...ways),
        by: fc.constant(null),
        on: period,
      }),
    ),
    severity,
  }) as fc.Arbitrary<{ when: Target; severity: Some }>

const period = fc.constantFrom(...periods)
const trend: fc.Arbitrary<Target> = fc.record({
  op: fc.constant('trend' as const),
  way: fc.constantFrom(...ways),
  by: fc.option(fc.constantFrom(5, 12.5), { nil: null }),
  on: period,
})

/** All that is asked of a figure in one line. */
const asks = fc
  .record({
    bounds: targets,
    trends: fc.array(trend, { maxLength: 2 }),
    critical: fc.option(threshold(fc.constantFrom('P0' as const, 'P2' as const)), { nil: null }),
    more: fc.record(
      {
        statistic: fc.constantFrom(...statistics),
        stretch: fc.record({ op: fc.constantFrom('<' as const, '>=' as const), value: amount }),
        warning: threshold(fc.constantFrom(null, 'P3' as const)),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ bounds, trends, critical, more }) => ({ ...none, targets: [...bounds, ...trends], critical, ...more }))

const figure = <Kind extends Item['kind'], Unit>(kind: Kind, units: fc.Arbitrary<Unit>) =>
  fc.record({ title, asked: asks, unit: units }).map(({ asked, ...some }) => ({ ...asked, ...some, kind }))

const stars = fc.constantFrom(1, 3.5, 4.5, 5)

const choice = fc
  .uniqueArray(words, { minLength: 2, maxLength: 5, selector: (word) => word.toLowerCase() })
  .chain((options) => fc.record({ options: fc.constant(options), flag: fc.subarray(options) }))

export const lineArbitrary: fc.Arbitrary<ItemLine> = fc.oneof(
  title.map((text) => ({ ...none, title: text, kind: 'check' as const })),
  title.map((text) => ({ ...none, title: text, kind: 'text' as const })),
  fc
    .record({ title, top: fc.integer({ min: 1, max: 20 }) })
    .map((some) => ({ ...none, ...some, kind: 'text' as const })),
  fc.record({ title, word: words }).map(({ title: text, word }) => ({
    ...none,
    title: text,
    kind: 'text' as const,
    targets: [{ op: 'is' as const, word }],
  })),
  figure('number', unit),
  figure('percent', fc.constant('%')),
  figure('money', fc.constantFrom(null, '$', '€', 'EUR')),
  figure('duration', fc.constantFrom('ms', 's', 'min', 'h', 'd', 'w')),
  figure('date', fc.constantFrom('min', 'h', 'd')),
  fc
    .record({ title, stars, unit: fc.constantFrom('of 5', 'of 10') })
    .map(({ title: text, stars: value, unit: scale }) => ({
      ...none,
      title: text,
      kind: 'rating' as const,
      unit: scale,
      targets: [{ op: '>=' as const, value }],
    })),
  title.map((text) => ({ ...none, title: text, kind: 'rating' as const, unit: 'of 7' })),
  fc.record({ title, word: fc.constantFrom('yes', 'no', null) }).map(({ title: text, word }) => ({
    ...none,
    title: text,
    kind: 'yes-no' as const,
    targets: word ? [{ op: 'is' as const, word }] : [],
  })),
  fc
    .record({ title, picked: choice })
    .map(({ title: text, picked }) => ({ ...none, title: text, kind: 'choice' as const, ...picked })),
  fc
    .record({ title, picked: choice })
    .map(({ title: text, picked }) => ({ ...none, title: text, kind: 'status' as const, options: picked.options })),
)

const offset = fc.record({
  months: fc.nat(3),
  weeks: fc.nat(3),
  days: fc.integer({ min: 1, max: 9 }),
  minutes: fc.constant(0),
})

/** What only the long form says of an item; of what is no figure, how it is done. */
export function longArbitrary({ kind }: ItemLine, prose: fc.Arbitrary<string>): fc.Arbitrary<Partial<Item>> {
  const about = {
    run: prose,
    expect: prose,
    steps: fc.array(words, { minLength: 1, maxLength: 4 }),
    ifFailed: prose,
  }
  const full = <Some>(severity: fc.Arbitrary<Some>, respond: fc.Arbitrary<object>) =>
    fc
      .tuple(threshold(severity), respond, fc.record({ do: prose }, { requiredKeys: [] }))
      .map((parts) => Object.assign({}, ...parts))
  const clock = fc.record({ respondMinutes: fc.integer({ min: 1, max: 5000 }) }, { requiredKeys: [] })
  const figures = {
    warning: fc.oneof(full(fc.constant(null), fc.constant({})), full(fc.constantFrom('P1', 'P3'), clock)),
    critical: full(fc.constantFrom('P0', 'P2'), clock),
    compare: fc.subarray([...periods], { minLength: 1 }),
    later: fc.array(
      fc.record({
        from: fc.oneof(fc.constant('2026-01-31'), offset),
        targets: fc.array(trend, { minLength: 1, maxLength: 2 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    ...(kind === 'date' ? {} : { annual: amount }),
  }
  const isFigure = ['number', 'percent', 'money', 'duration', 'date'].includes(kind)
  return fc.record({ ...about, ...(isFigure ? figures : {}) }, { requiredKeys: [] }) as fc.Arbitrary<Partial<Item>>
}
