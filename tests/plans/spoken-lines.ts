import fc from 'fast-check'
import type { ItemKind, Target } from '../../src/domain/item.ts'

/** A figure as somebody writes it, and all that it may be read as; nothing where it is no figure at all. */
type Figure = { readonly text: string; readonly readings: readonly number[] }

/** A bound that a line means. */
type Bound = { readonly op: Exclude<Target['op'], 'is' | 'trend'> | 'limit'; readonly figures: readonly Figure[] }

type Role = 'target' | 'stretch' | 'warning' | 'critical'

/** What is said between two commas, and what is meant by it; null where no target of a plan can say it. */
type Wording = { readonly text: string; readonly bounds: readonly Bound[] | null }

export type SpokenPiece = Wording & { readonly role: Role }

/** The line of an item in words and figures of all sorts, with what a reader of it would understand. */
export type SpokenLine = {
  readonly text: string
  readonly title: string
  readonly kind: ItemKind
  readonly pieces: readonly SpokenPiece[]
}

const digit = fc.integer({ min: 1, max: 9 })
const group = fc.integer({ min: 0, max: 999 }).map((rest) => String(rest).padStart(3, '0'))
const gap = fc.constantFrom(' ', '\u00a0', '\u202f', "'", '’', '_')

const oddFigure: fc.Arbitrary<Figure> = fc
  .record({ few: digit, more: digit, rest: group, by: gap })
  .chain(({ few, more, rest, by }) => {
    const whole = few * 1000 + Number(rest)
    return fc.constantFrom<Figure>(
      { text: `-${few}`, readings: [-few] },
      { text: `\u2212${few}`, readings: [-few] },
      { text: `+${few}`, readings: [few] },
      { text: `.${more}`, readings: [more / 10] },
      { text: `${few}.`, readings: [few] },
      { text: `${few},${more}`, readings: [few + more / 10] },
      { text: `${few},${rest}`, readings: [whole, few + Number(rest) / 1000] },
      { text: `${few}${by}${rest}`, readings: [whole] },
      { text: `${few}${by}${rest},${more}`, readings: [whole + more / 10] },
      { text: `${few}${by}${rest}.${more}`, readings: [whole + more / 10] },
      { text: `${few}.${rest},${more}`, readings: [whole + more / 10] },
      { text: `${few},${rest}.${more}`, readings: [whole + more / 10] },
      { text: `${few}.${rest}`, readings: [few + Number(rest) / 1000, whole] },
      { text: `${few}.${rest}.${rest}`, readings: [whole * 1000 + Number(rest)] },
      { text: '½', readings: [0.5, 50] },
      { text: '⅝', readings: [0.625, 62.5] },
      { text: `${few}¾`, readings: [few + 0.75] },
      { text: `${few} ½`, readings: [few + 0.5] },
      { text: `${few}/${more + 1}`, readings: [few / (more + 1), (100 * few) / (more + 1), few] },
      { text: `${few}e2`, readings: [few * 100] },
      { text: `${few}.${more}e3`, readings: [few * 1000 + more * 100] },
      { text: `${few}k`, readings: [few * 1000] },
      { text: `${few}.${more}k`, readings: [few * 1000 + more * 100] },
      { text: `${few},${more}k`, readings: [few * 1000 + more * 100] },
      { text: `0x1${few}`, readings: [16 + few] },
      { text: `${few} ${more}`, readings: [] },
      { text: `${few},${more},${few}`, readings: [] },
      { text: `${few}.${more}.${few}`, readings: [] },
      { text: `${few}${'0'.repeat(14)}`, readings: [] },
    )
  })

const plainFigure: fc.Arbitrary<Figure> = fc
  .oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 120 }), fc.constantFrom(0.5, 2.75, 99.9))
  .map((one) => ({ text: String(one), readings: [one] }))

const figure = fc.oneof({ weight: 3, arbitrary: plainFigure }, { weight: 2, arbitrary: oddFigure })

/** Of the kind itself more often than of another. */
const units: Readonly<Record<string, readonly string[]>> = {
  number: [' errors', ' °C', 'kg', ' kg', ' per 100 visits', ' m2', ' COVID-19 cases'],
  percent: ['%', ' %'],
  money: [' €', ' CHF', '€'],
  duration: ['h', ' min', ' s'],
  rating: [' of 10', ' out of 10', ' of 5'],
  date: ['h', ' d', ' days'],
}
export const figuresOfUnits: readonly number[] = [5, 10, 100]

const currencies: Readonly<Record<string, readonly string[]>> = {
  money: ['', '$', 'CHF ', '€'],
  number: ['', '', '', '$'],
}
const kinds = Object.keys(units) as ItemKind[]
const anyUnit = Object.values(units).flat()

/** A figure with what stands round it. */
const amountOf = (kind: string): fc.Arbitrary<Figure> =>
  fc
    .record({
      figure,
      before: fc.constantFrom(...(currencies[kind] ?? [''])),
      behind: fc.oneof(
        { weight: 12, arbitrary: fc.constant('') },
        { weight: 6, arbitrary: fc.constantFrom(...(units[kind] ?? [])) },
        { weight: 1, arbitrary: fc.constantFrom(...anyUnit) },
      ),
    })
    .map(({ figure: { text, readings }, before, behind }) => {
      const between = /[a-z]$/u.test(text) && /^[a-z]/iu.test(behind) ? ' ' : ''
      return { text: `${before}${text}${between}${before === '' ? behind : ''}`, readings }
    })

type Say = readonly [op: Bound['op'], say: (one: string) => string]

const singly: readonly Say[] = [
  ['limit', (one) => one],
  ['limit', (one) => one],
  ...(['<', '<=', '>', '>=', '='] as const).flatMap((op): Say[] => [
    [op, (one) => `${op} ${one}`],
    [op, (one) => op + one],
    [op, (one) => `${op} (${one})`],
  ]),
  ...(['under', 'below', 'less than', '＜'].map((word) => ['<', (one) => `${word} ${one}`]) as Say[]),
  ...(['over', 'above', 'more than'].map((word) => ['>', (one) => `${word} ${one}`]) as Say[]),
  ...(['at most', 'max', 'up to', 'no more than', '=<', '≤', '⩽'].map((word) => [
    '<=',
    (one) => `${word} ${one}`,
  ]) as Say[]),
  ...(['at least', 'min', 'no less than', '=>', '≥'].map((word) => ['>=', (one) => `${word} ${one}`]) as Say[]),
  ...(['exactly', '==', '==='].map((word) => ['=', (one) => `${word} ${one}`]) as Say[]),
  ['>=', (one) => `${one} or more`],
  ['<=', (one) => `${one} or less`],
  ['>=', (one) => `${one}+`],
  ['>=', (one) => `${one} ..`],
  ['<=', (one) => `.. ${one}`],
  ['limit', (one) => `(${one})`],
]

const doubly: readonly ((one: string, other: string) => string)[] = [
  (one, other) => `${one} .. ${other}`,
  (one, other) => `${one}..${other}`,
  (one, other) => `${one} - ${other}`,
  (one, other) => `${one}–${other}`,
  (one, other) => `${one}-${other}`,
  (one, other) => `${one} to ${other}`,
  (one, other) => `${one} … ${other}`,
  (one, other) => `between ${one} and ${other}`,
  (one, other) => `from ${one} to ${other}`,
]

const never = ['≠', '!=', '±', '~', 'about', 'around', 'budget']

const wordingOf = (kind: string): fc.Arbitrary<Wording> => {
  const amount = amountOf(kind)
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('<', '<=', '>', '>='), amount)
        .map(([op, one]) => ({ text: `${op} ${one.text}`, bounds: [{ op, figures: [one] }] })),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...singly), amount)
        .map(([[op, say], one]) => ({ text: say(one.text), bounds: [{ op, figures: [one] }] })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...doubly), amount, amount)
        .filter(([, one, other]) => !one.text.endsWith('.') && !other.text.startsWith('.'))
        .map(([say, one, other]) => ({
          text: say(one.text, other.text),
          bounds: [{ op: 'between' as const, figures: [one, other] }],
        })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('; ', ' and ', ' ', ' & '), amount, amount).map(([by, one, other]) => ({
        text: `> ${one.text}${by}< ${other.text}`,
        bounds: [
          { op: '>' as const, figures: [one] },
          { op: '<' as const, figures: [other] },
        ],
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...never), amount)
        .map(([word, one]) => ({ text: `${word} ${one.text}`, bounds: null })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(amount, digit).map(([one, by]) => ({ text: `${one.text} ± ${by}`, bounds: null })),
    },
  )
}

const wordsOfRoles: Readonly<Record<Role, readonly string[]>> = {
  target: [''],
  stretch: ['stretch ', 'stretch ', 'strech '],
  warning: ['warning ', 'warning ', 'warn ', 'warnning '],
  critical: ['critical ', 'critical ', 'crit ', 'critcal '],
}

const pieceOf = (kind: string): fc.Arbitrary<SpokenPiece> =>
  fc
    .constantFrom<Role>('target', 'target', 'target', 'stretch', 'warning', 'critical')
    .chain((role) =>
      fc.record({
        wording: wordingOf(kind),
        role: fc.constant(role),
        word: fc.constantFrom(...wordsOfRoles[role]),
        severity: fc.constantFrom(...(role === 'critical' ? [' P1', ' p2', ''] : [''])),
      }),
    )
    .map(({ wording: { text, bounds }, role, word, severity }) => {
      const before = role === 'target' ? '' : /^[<>=]/u.test(text) ? word : `${role} `
      return { text: before + text + severity, role, bounds }
    })

/** What a reader, too, would part from the piece before it where no comma does: `1 h and 30 min` is one length. */
function isPlain(text: string, place: number, by: string): boolean {
  const begins = by === '; ' || place === 0 || /^[<>=swc]/u.test(text)
  return begins && !/^(?:strech|warn|warnning|crit|critcal) /u.test(text)
}

export const spokenLine: fc.Arbitrary<SpokenLine> = fc.constantFrom(...kinds).chain((kind) =>
  fc
    .record({
      title: fc.constantFrom('Oven', 'Line 2', 'Cleanliness (5 stars)'),
      first: fc.constantFrom('', '', '', '', 'p95 ', 'mean ', `${units[kind]?.[0]?.trim()}, `),
      pieces: fc.oneof(
        pieceOf(kind).map((one) => [one]),
        fc.array(pieceOf(kind), { minLength: 1, maxLength: 3 }),
      ),
      by: fc.constantFrom(', ', ', ', ', ', ', ', ' , ', '; ', ' and ', ' '),
    })
    .filter(({ pieces, by }) => by.includes(',') || pieces.every(({ text }, place) => isPlain(text, place, by)))
    .map(({ title, first, pieces, by }) => ({
      text: `${title}: ${kind} ${first}${pieces.map(({ text }) => text).join(by)}`,
      title,
      kind,
      pieces,
    })),
)
