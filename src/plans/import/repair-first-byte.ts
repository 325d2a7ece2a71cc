import { isLetter } from './repair-letters.ts'
import { macRoman, type Page, windows1252 } from './repair-pages.ts'
import { characterOf } from './repair-utf8.ts'

/** Every emoji begins with the same byte; in Mac Roman it is an apple that most fonts lack, and that is often dropped. */
export function withFirstBytes(text: string): string {
  return [macRoman, windows1252].reduce(withFirstBytesOf, text)
}

function withFirstBytesOf(text: string, page: Page): string {
  const found = runs(text, page)
  const isDamaged = found.some((run) => run.certain)
  const parts: string[] = []
  let at = 0
  for (const run of found) {
    if (!run.certain && !isDamaged) continue
    parts.push(text.slice(at, run.start), run.emoji)
    at = run.end
  }
  return parts.join('') + text.slice(at)
}

type Run = { readonly start: number; readonly end: number; readonly emoji: string; readonly certain: boolean }

function runs(text: string, page: Page): readonly Run[] {
  const found: Run[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (page.byteOf.get(text[at] ?? '') !== 0x9f) continue
    let end = at
    let emoji = ''
    let certain = false
    for (let next = emojiAt(text, end, page); next; next = emojiAt(text, end, page)) {
      emoji += next
      certain ||= !isList(text.slice(end, end + 3))
      end += 3
    }
    if (end > at && !isLetter(text[at - 1] ?? '') && text[at - 1] !== '’' && !isLetter(text[end] ?? '')) {
      const start = /[\ufffd\uf8ff]/.test(text[at - 1] ?? '') ? at - 1 : at
      found.push({ start, end, emoji, certain })
    }
    at = Math.max(at, end - 1)
  }
  return found
}

/** Letters that German or Estonian has, as somebody may list them. */
function isList(letters: string): boolean {
  return /^(?:[äõöüß]+|[ÄÕÖÜ]+)$/.test(letters)
}

function emojiAt(text: string, at: number, page: Page): string | undefined {
  // Turkish words, such as the one for three.
  if (/^(?=..?ç)[çöü]{3}/.test(text.slice(at, at + 3))) return undefined
  const bytes = [0, 1, 2].map((offset) => page.byteOf.get(text[at + offset] ?? '') ?? 0)
  const character = bytes[0] === 0x9f ? characterOf([0xf0, ...bytes]) : undefined
  return character && /[\p{Extended_Pictographic}\p{Emoji}]/u.test(character) ? character : undefined
}
