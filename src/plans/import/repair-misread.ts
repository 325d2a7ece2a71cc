import { type Page, pages } from './repair-pages.ts'
import { isProse } from './repair-prose.ts'
import { scriptOf } from './repair-scripts.ts'
import { characterOf, lengthFrom } from './repair-utf8.ts'

/** Characters of the text that are together the bytes of one other character. */
export type Misreading = {
  readonly start: number
  readonly end: number
  readonly character: string
  /** Nobody writes these characters side by side; otherwise they may be meant. */
  readonly certain: boolean
  /** What else must be certain in the text for this to be taken for damage. */
  readonly kind: string
}

/** The text with UTF-8 that was read as another code page, once or several times, read as UTF-8. */
export function withoutMisreadings(text: string): { readonly text: string; readonly damage: ReadonlySet<string> } {
  const damage = new Set<string>()
  for (let current = text; ; ) {
    const readings = pages.map((page) => misreadings(current, page))
    const [best = []] = readings.toSorted((one, other) => weight(other) - weight(one))
    if (weight(best) === 0) return { text: current, damage }
    for (const each of best) if (each.certain) damage.add(each.kind)
    current = reread(current, best)
  }
}

export function misreadings(text: string, page: Page): readonly Misreading[] {
  const found = candidates(text, page)
  return found.flatMap((each, index) => {
    const touches = found[index - 1]?.end === each.start || found[index + 1]?.start === each.end
    const before =
      found[index - 1]?.end === each.start ? (found[index - 1]?.character ?? '') : (text[each.start - 1] ?? '')
    const script = scriptOf(each.character, { before, touches })
    if (script === undefined) return []
    const kind = each.end - each.start === 2 && script === 'Latin' ? (text[each.start] ?? '') : script
    const inRun =
      (found[index - 1]?.end === each.start &&
        scriptOf(found[index - 1]?.character ?? '', { before: '', touches }) === script) ||
      (found[index + 1]?.start === each.end &&
        scriptOf(found[index + 1]?.character ?? '', { before: '', touches }) === script)
    return [{ ...each, certain: !isProse(text, each.start, { end: each.end, inRun }), kind }]
  })
}

type Candidate = Pick<Misreading, 'start' | 'end' | 'character'>

function candidates(text: string, page: Page): readonly Candidate[] {
  const found: Candidate[] = []
  for (const match of text.matchAll(/[^\0-\x7f]{2,}/g)) {
    const bytes = Array.from({ length: match[0].length }, (_, index) => page.byteOf.get(match[0][index] ?? '') ?? 0)
    for (let at = 0; at < bytes.length; ) {
      const length = lengthFrom(bytes[at] ?? 0)
      const character = length < 2 ? undefined : characterOf(bytes.slice(at, at + length))
      if (character === undefined) {
        at += 1
        continue
      }
      found.push({ start: match.index + at, end: match.index + at + length, character })
      at += length
    }
  }
  return found
}

function weight(found: readonly Misreading[]): number {
  return found.reduce((sum, each) => sum + (each.certain ? each.end - each.start : 0), 0)
}

function reread(text: string, found: readonly Misreading[]): string {
  const kinds = new Set(found.filter((each) => each.certain).map((each) => each.kind))
  const parts: string[] = []
  let at = 0
  for (const each of found) {
    if (!kinds.has(each.kind)) continue
    parts.push(text.slice(at, each.start), each.character)
    at = each.end
  }
  return parts.join('') + text.slice(at)
}
