import type { Page } from './repair-pages.ts'
import { beginsWords, isProse } from './repair-prose.ts'
import { scriptOf } from './repair-scripts.ts'
import { characterOf, lengthFrom } from './repair-utf8.ts'

/** Characters of a line that are together the bytes of one other character. */
export type Misreading = Sequence & {
  /** Nobody writes these characters side by side; otherwise they may be meant. */
  readonly certain: boolean
  /** Where they may be meant: of what kind must other damage be, so that they are taken for damage too. */
  readonly kind?: string
}

type Sequence = { readonly start: number; readonly end: number; readonly character: string }

export function misreadings(line: string, page: Page): readonly Misreading[] {
  const found = sequences(line, page)
  return found.flatMap((each, index) => {
    const previous = found[index - 1]?.end === each.start ? found[index - 1] : undefined
    const next = found[index + 1]?.start === each.end ? found[index + 1] : undefined
    const script = scriptOf(each.character)
    if (script === undefined) return []
    // A byte that was misread twice is a control character in between.
    if (script === 'Byte' && !previous && !next) return []
    if (script === 'Mark' && !composes(previous?.character ?? line[each.start - 1] ?? '', each.character)) return []
    const inRun = [previous, next].some((beside) => beside && scriptOf(beside.character) === script)
    const certain = !isProse(line, each.start, { end: each.end, inRun })
    const isPair = each.end - each.start === 2
    const lead = line[each.start] ?? ''
    if (isPair && beginsWords(lead)) return [certain ? { ...each, certain, kind: script } : { ...each, certain }]
    return [{ ...each, certain, kind: isPair && (script === 'Latin' || script === 'Common') ? lead : script }]
  })
}

function sequences(line: string, page: Page): readonly Sequence[] {
  const found: Sequence[] = []
  for (const match of line.matchAll(/[^\0-\x7f]{2,}/g)) {
    const bytes = Array.from({ length: match[0].length }, (_, index) => page.byteOf.get(match[0][index] ?? '') ?? 0)
    let at = 0
    while (at < bytes.length) {
      const length = lengthFrom(bytes[at] ?? 0)
      const character = length > 1 ? characterOf(bytes.slice(at, at + length)) : undefined
      const start = match.index + at
      if (character !== undefined) found.push({ start, end: start + length, character })
      at += character === undefined ? 1 : length
    }
  }
  return found
}

function composes(letter: string, mark: string): boolean {
  return letter !== '' && (letter + mark).normalize('NFC').length === letter.length
}
