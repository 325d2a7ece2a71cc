import { type Page, windows1252, windows1254 } from './pages.ts'
import { isProse } from './prose.ts'
import { characterAt, continues, lengthFrom } from './utf8.ts'

// First bytes of symbols, of kana, of what follows an emoji to colour it, and of emoji. The others begin letters.
const leads = /[âãïðğ](?=[^\0-\x7f])/g

// A byte that many programs make an ordinary space, before what styles an emoji.
const hardSpace = 0xa0
const styledAfterSpace = /^ (?:\ufe0f|ï¸)/

// So that a text of one line is not read again for each of its characters.
const longestLooked = 1000

export function withoutBrokenSequences(text: string, damage: ReadonlySet<string>): string {
  const found = brokenSequences(text, damage.has('ğ') || text.includes('ğŸ') ? windows1254 : windows1252)
  const isDamaged = damage.size > 0 || found.some((each) => each.certain)
  const parts: string[] = []
  let line = ''
  let at = 0
  const keep = (kept: string) => {
    parts.push(kept)
    if (kept.includes('\n')) line = ''
    line = (line + kept.slice(kept.lastIndexOf('\n') + 1)).slice(-longestLooked)
  }
  for (const each of found) {
    keep(text.slice(at, each.start))
    at = each.start
    const character = restored(each, { line, after: text.slice(each.end, each.end + 4) })
    if (!each.certain && !(isDamaged && character && /(?:^|\s)$/.test(line))) continue
    keep(character)
    at = each.end
    if (character === '' && /(?:^|\s)$/.test(line) && text[at] === ' ') at += 1
  }
  return parts.join('') + text.slice(at)
}

type Broken = {
  readonly start: number
  readonly end: number
  readonly certain: boolean
  readonly lead: string
  /** All that it can have been, with one byte more. */
  readonly candidates: readonly string[]
}

function brokenSequences(text: string, likeliest: Page): readonly Broken[] {
  const found: Broken[] = []
  for (const match of text.matchAll(leads)) {
    const lead = match[0]
    const page = lead === 'ğ' ? windows1254 : lead === 'ð' ? windows1252 : likeliest
    const bytes = [page.byteOf.get(lead) ?? 0]
    const length = lengthFrom(bytes[0] ?? 0)
    let end = match.index + 1
    while (bytes.length < length && (text[end] === '\ufffd' || continues(page.byteOf.get(text[end] ?? '') ?? 0))) {
      bytes.push(page.byteOf.get(text[end] ?? '') ?? 0)
      end += 1
    }
    if (bytes.length === length - 1 && styledAfterSpace.test(text.slice(end, end + 3))) {
      bytes.push(hardSpace)
      end += 1
    }
    const isMarked = bytes.includes(0)
    const known = bytes.filter((byte) => byte !== 0).length
    const isWhole = bytes.length === length && !isMarked
    if (isWhole ? bytes.at(-1) !== hardSpace || text[end - 1] !== ' ' : known < 2) continue
    const certain = isWhole || isMarked || !isProse(text, match.index, { end, inRun: false })
    found.push({ start: match.index, end, certain, lead, candidates: completions(bytes, { length, page }) })
  }
  return found
}

function completions(
  bytes: readonly number[],
  { length, page }: { readonly length: number; readonly page: Page },
): readonly string[] {
  const marked = bytes.indexOf(0)
  if (bytes.length === length && marked < 0) return [characterAt(bytes, 0) ?? '']
  const places = marked > 0 ? [marked] : bytes.length === length - 1 ? bytes.map((_, index) => index + 1) : []
  const found = places.flatMap((place) =>
    page.undefinedBytes.map((lost) =>
      characterAt([...bytes.slice(0, place), lost, ...bytes.slice(marked > 0 ? place + 1 : place)], 0),
    ),
  )
  return [...new Set(found.filter((character) => character !== undefined))]
}

/** Of the line, what is before it; of the text, what follows. */
type Surroundings = { readonly line: string; readonly after: string }

/** The only likely character; empty where there are several, or none. */
function restored({ candidates }: Broken, { line, after }: Surroundings): string {
  const standsAlone = /(?:^|[\s|([/])$/.test(line) && /^(?:[\s|)\]]|$)/.test(after)
  if (standsAlone && candidates.includes('☐')) return '☐'
  if (standsAlone && candidates.includes('●') && /^[\s>*+-]*$/.test(line)) return '●'
  if (candidates.includes('\ufe0f')) return /\p{Emoji}$/u.test(line) ? '\ufe0f' : ''
  if (candidates.includes('”')) return restoredPunctuation(line, after)
  const isLikely = /^(?:\ufe0f|ï¸)/.test(after) ? /^\p{Emoji}$/u : /^[\p{Emoji_Presentation}\p{Script=Hiragana}●]$/u
  const likely = candidates.filter((each) => isLikely.test(each))
  return likely.length === 1 ? (likely[0] ?? '') : ''
}

function restoredPunctuation(line: string, after: string): string {
  const joins =
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u.test(line) && /^(?:[ðğâ]|\p{Emoji})/u.test(after)
  if (joins) return '\u200d'
  if (/\p{L}$/u.test(line) && /^\p{L}/u.test(after)) return '‐'
  return line.lastIndexOf('“') > line.lastIndexOf('”') ? '”' : ''
}
