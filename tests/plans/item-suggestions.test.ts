import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Target } from '../../src/domain/item.ts'
import { type ItemLine, parseItemLine } from '../../src/plans/items/item-line.ts'
import { inPlanSigns } from '../../src/plans/items/look-alikes.ts'
import { figuresOfUnits, type SpokenLine, type SpokenPiece, spokenLine } from './spoken-lines.ts'

describe('an item in words and figures of all sorts', () => {
  test('is read as it is meant, or refused', () => {
    fc.assert(
      fc.property(spokenLine, (line) => {
        const read = parseItemLine(line.text)
        if (read.ok) expect(meaningOf(read.value, line)).toBe('as it is meant')
      }),
      { numRuns: 3000 },
    )
  })

  test('is read as it is meant once what is suggested is put in the place of what is complained about', () => {
    fc.assert(
      fc.property(spokenLine, (line) => follow(line, line.text)),
      { numRuns: 3000 },
    )
  })
})

describe('a suggestion', () => {
  const figures = [
    ...['5', '.5', '5.', '+5', '-5', '0x10', '3/4', '½', '1e3', '1e-9', '1 000', "1'000", '1.000.001', '1_000'],
    ...['5k', '5 6', '5..', '..5', '1..9', '9 - 12', '1h30', '1:30', '1h 30m', '$5', '-$5', '$.5', 'CHF 5', '5%', '5+'],
    ...['5 or more', '5 or less', 'five', '0.1234567', '7/10', '5 weeks', '(5)', '"5"', '9 and > 3', '9 warning > 3'],
  ]
  const signs = ['', '< ', '<= ', '> ', '>=', '= ', '== ', '=< ', '!= ', '≤ ', 'under ', 'at least ', 'min ']
  const lines = ['number', 'percent', 'money', 'duration'].flatMap((kind) =>
    ['', 'stretch ', 'warning ', '°C '].flatMap((before) =>
      signs.flatMap((sign) => figures.map((figure) => `A: ${kind} ${before}${sign}${figure}`)),
    ),
  )

  test('is itself accepted in the place of what it is for, and keeps its sign', () => {
    const refused = lines.flatMap((line) => {
      const read = parseItemLine(line)
      const message = read.ok ? '' : read.message
      const wrong = /^"(.+?)" (?:is|has|lacks|says|may)\b/u.exec(message)?.[1] ?? ''
      return suggestionsIn(message).flatMap((better) => {
        const put = line.replace(wrong, better)
        const sign = /(?<![=<>])(?:[<>]=?|=(?![=<]))/u.exec(wrong)?.[0]
        const ok = wrong !== '' && parseItemLine(put).ok && put.includes(sign ?? '')
        return ok ? [] : [`${line}: ${message}`]
      })
    })
    expect(refused).toEqual([])
  })
})

/** Puts each suggestion in its place, until the line is read or nothing more is suggested. */
function follow(line: SpokenLine, text: string, mended = 0): void {
  const read = parseItemLine(text)
  if (read.ok) {
    expect(meaningOf(read.value, line), text).toBe('as it is meant')
    return
  }
  expect(read.at, `${text}: ${read.message}`).toBeGreaterThanOrEqual(mended)
  for (const meant of suggestionsIn(read.message)) {
    const said = complainedAbout(read.message, meant)
    const end = read.at + said.length
    expect(inPlanSigns(text.slice(read.at, end)), read.message).toBe(said)
    expect(strangersIn(meant, line), read.message).toEqual([])
    follow(line, text.slice(0, read.at) + meant + text.slice(end), read.at + meant.length)
  }
}

/** Examples of any good target are no suggestion. */
const examples = /write (?:"[^"]+", (?:or )?)+(?:or )?"[^"]+"/u

function suggestionsIn(message: string): readonly string[] {
  const [, said = ''] = /(?:write|perhaps|did you mean) (.+)$/u.exec(message.replace(examples, '')) ?? []
  if (said.startsWith('"')) return [...said.matchAll(/"([^"]+)"/gu)].map(([, one = '']) => one)
  return said === '' ? [] : said.split(' or ')
}

function complainedAbout(message: string, meant: string): string {
  return /^"(.+?)" (?:is|has|lacks|says|may)\b/u.exec(message)?.[1] ?? meant.replace(/ P1$/u, '')
}

/** Figures that nobody wrote, in whichever way they are read. */
function strangersIn(meant: string, { pieces }: SpokenLine): readonly number[] {
  const written = pieces.flatMap(({ bounds }) => (bounds ?? []).flatMap(({ figures }) => figures))
  const known = [...written.flatMap(({ readings }) => readings), ...figuresOfUnits]
  const figures = [...meant.matchAll(/(?<![\p{L}\p{N}./-])-?\d+(?:\.\d+)?/gu)].map(([figure]) => Number(figure))
  return figures.filter((figure) => !known.some((one) => Math.abs(figure - one) < 1e-6 * Math.max(1, Math.abs(one))))
}

function meaningOf(read: ItemLine, { title, kind, pieces }: SpokenLine): string {
  if (read.title !== title || read.kind !== kind) return 'of another title or kind'
  const found = [
    ...read.targets.map((target) => ({ role: 'target', target })),
    ...(read.stretch ? [{ role: 'stretch', target: read.stretch }] : []),
    ...(read.warning ? [{ role: 'warning', target: read.warning.when }] : []),
    ...(read.critical ? [{ role: 'critical', target: read.critical.when }] : []),
  ]
  const meant = pieces
    .flatMap(({ role, bounds }) => (bounds ?? [null]).map((bound) => ({ role, bound })))
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
  if (found.length !== meant.length) return `${found.length} targets, not ${meant.length}`
  const wrong = meant.findIndex(({ role, bound }, place) => {
    const one = found[place]
    return bound === null || one?.role !== role || !says(one.target, bound, role)
  })
  return wrong < 0 ? 'as it is meant' : `${JSON.stringify(found[wrong])} for ${JSON.stringify(meant[wrong])}`
}

const roles: readonly SpokenPiece['role'][] = ['target', 'stretch', 'warning', 'critical']

type Bound = NonNullable<SpokenPiece['bounds']>[number]

/** A figure alone is what is to be reached, and of a threshold a limit on either side. */
function says(target: Target, { op, figures }: Bound, role: SpokenPiece['role']): boolean {
  if (target.op === 'is' || target.op === 'trend') return false
  const ops = op !== 'limit' ? [op] : role === 'target' ? ['='] : ['<', '>']
  const values = target.op === 'between' ? [target.low, target.high] : [target.value]
  return (
    ops.includes(target.op) &&
    values.length === figures.length &&
    figures.every(({ readings }, place) => readings.some((reading) => isSame(values[place] ?? Number.NaN, reading)))
  )
}

/** Be it in another unit of time. */
function isSame(value: number, reading: number): boolean {
  return [1, 60, 3600, 24, 1440, 86_400].some((many) =>
    [reading * many, reading / many].some((one) => Math.abs(value - one) < 1e-6 * Math.max(1, Math.abs(one))),
  )
}
