import { areInWord, areTurkish, emojiWithoutFirstByte, mayBeListed } from './first-byte.ts'
import { type Page, windows1252 } from './pages.ts'
import { beginsWords, isProse } from './prose.ts'
import { scriptOf } from './scripts.ts'
import { characterAt, lengthFrom } from './utf8.ts'

/** Characters of a line that are together the bytes of one other character. */
export type Misreading = Omit<Sequence, 'lacksFirstByte'> & {
  /** Nobody writes these characters side by side; otherwise they may be meant. */
  readonly certain: boolean
  /** Where they may be meant: of what kind must other damage be, so that they are taken for damage too. Without one, all of the line must be damage. */
  readonly kind: string | undefined
  readonly script: string | undefined
}

type Sequence = {
  readonly start: number
  readonly end: number
  readonly character: string
  readonly lacksFirstByte: boolean
}

export function misreadings(line: string, page: Page): readonly Misreading[] {
  const found = sequences(line, page)
  return found.flatMap((each, index) => {
    const previous = found[index - 1]?.end === each.start ? found[index - 1] : undefined
    const next = found[index + 1]?.start === each.end ? found[index + 1] : undefined
    return judged(each, { line, previous, next }) ?? []
  })
}

type Beside = { readonly line: string; readonly previous: Sequence | undefined; readonly next: Sequence | undefined }

function judged(sequence: Sequence, { line, previous, next }: Beside): Misreading | undefined {
  const { start, end, character } = sequence
  if (sequence.lacksFirstByte) {
    const characters = line.slice(start, end)
    if (
      areTurkish(characters) ||
      areInWord({ before: previous ? '' : (line[start - 1] ?? ''), after: next ? '' : (line[end] ?? '') })
    )
      return undefined
    return { start, end, character, certain: !mayBeListed(characters), kind: 'first byte', script: 'Common' }
  }
  const script = scriptOf(character)
  if (script === undefined) {
    const isMeant = isProse(line, start, { end, inRun: false })
    return isMeant ? undefined : { start, end, character, certain: false, kind: undefined, script }
  }
  // A byte that was misread twice is a control character in between.
  if (script === 'Byte' && !previous && !next) return undefined
  const inRun = isOf(script, previous) || isOf(script, next)
  const certain = !isProse(line, start, { end, inRun })
  return { start, end, character, certain, kind: kindOf(line.slice(start, end), { script, certain }), script }
}

function isOf(script: string, beside: Sequence | undefined): boolean {
  return beside !== undefined && scriptOf(beside.character) === script
}

/** Of letters beyond Latin the script is enough; of other characters, what begins them. */
function kindOf(characters: string, { script, certain }: { readonly script: string; readonly certain: boolean }) {
  const lead = characters[0] ?? ''
  if (characters.length === 2 && beginsWords(lead)) return certain ? script : undefined
  return script === 'Common' || (script === 'Latin' && characters.length === 2) ? lead : script
}

function sequences(line: string, page: Page): readonly Sequence[] {
  const found: Sequence[] = []
  const bytes = page.bytesOf(line)
  for (let at = 0; at < bytes.length; ) {
    const each = bytes[at] ? sequenceAt(bytes, at) : undefined
    if (each && !isTorn(line, at, found.at(-1)?.end)) found.push(each)
    at = each?.end ?? at + 1
  }
  return found
}

function sequenceAt(bytes: Uint8Array, start: number): Sequence | undefined {
  const character = characterAt(bytes, start)
  if (character) return { start, end: start + lengthFrom(bytes[start] ?? 0), character, lacksFirstByte: false }
  const emoji = emojiWithoutFirstByte(bytes, start)
  return emoji ? { start, end: start + 3, character: emoji, lacksFirstByte: true } : undefined
}

/** Whether what stands before it would be the first byte of a symbol or an emoji in a Windows page, and lacks a byte. */
function isTorn(line: string, at: number, explainedTo: number | undefined): boolean {
  return explainedTo !== at && /[âãïðğ]/.test(line[at - 1] ?? '') && windows1252.byteOf.has(line[at] ?? '')
}
