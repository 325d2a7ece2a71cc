import { areOfOneAlphabet, canBeQuoted, isLetter, isLower, isUpper } from './letters.ts'

const quotes = '“”„‘’‚«»‹›'
const opening = `“„‚‘«‹»"'(`

/**
 * Whether people write these characters one after the other: a letter with what may follow it (`É”`, `ß“`, `à »`), an
 * opening mark with what may follow it (`“É`, `–£`), or letters of one alphabet. `inRun` says that beside them stand
 * others that would be a character of the same script.
 */
export function isProse(
  line: string,
  start: number,
  { end, inRun }: { readonly end: number; readonly inRun: boolean },
) {
  const [lead = '', second = ''] = line.slice(start, end)
  const before = line[start - 1] ?? '\n'
  const isPair = end - start === 2
  if (isPair && beginsWords(lead) && (inRun || !isLetter(second))) return !inRun
  if (isPair && isFormula(line, start)) return true
  if (!isLetter(second) && !canEndWord(lead, { before, second })) return isNamed(line, start)
  if (lead === 'â' && /[†‡•·™®²³¹\xad]/.test(line.slice(start, end))) return false
  if (lead === 'Å' && second === '’' && !isLetter(before) && isLetter(line[end] ?? '')) return false
  const letters = [...line.slice(start, end)].filter(isLetter).join('')
  if (letters.length > 1) {
    const isWord = isLetter(line[end] ?? '')
    if (!(quotes.includes(lead) ? canBeQuoted(letters, { isWord }) : areOfOneAlphabet(letters))) return false
  }
  return Array.from({ length: end - start }, (_, index) => start + index).every((at) => fits(line, at))
}

/** Whether words and figures often follow the character without a space. */
export function beginsWords(character: string): boolean {
  return '«»…\xa0–—“”‘’‹›€'.includes(character)
}

/** As in `Ø½`, `2×½` and `√π`. */
function isFormula(line: string, start: number): boolean {
  const [sign = '', operand = '', after = '\n'] = line.slice(start, start + 3)
  if (isLetter(line[start - 1] ?? '\n')) return false
  if ('×Ø'.includes(sign)) return '¼½¾±'.includes(operand)
  if (!'√≈∆÷'.includes(sign) || isLetter(after)) return false
  return 'πΩ∞'.includes(operand) || ('∂∑∏∫±≠≤≥√'.includes(operand) && !isSpace(after))
}

/** `Ã` and `Â` are words in no language, `â` in Welsh, before an apostrophe; so do Turkish words end in a capital `Â`. */
function canEndWord(letter: string, { before, second }: { readonly before: string; readonly second: string }): boolean {
  if (letter === 'Â' && /[\xa0-\xbf]/.test(second)) return false
  return !'ÃÂâ'.includes(letter) || isLetter(before) || (letter === 'â' && second === '’')
}

/** A letter that is spoken of: “Ã”, « Â ». */
function isNamed(line: string, at: number): boolean {
  const before = line[at - 1] ?? '\n'
  const second = line[at + 1] ?? '\n'
  const third = line[at + 2] ?? '\n'
  if (second === '\xa0') return !isLetter(before) && '»›:;!?'.includes(third)
  return '“”’‘»›«'.includes(second) && opening.includes(before) && !isLetter(third)
}

function fits(line: string, at: number): boolean {
  const character = line[at] ?? ''
  const before = line[at - 1] ?? '\n'
  const after = line[at + 1] ?? '\n'
  if (isLetter(character)) return !(isLower(before) && isUpper(character)) && !(isLower(character) && isUpper(after))
  if ('’\xa0…'.includes(character)) return true
  if (character === '\xad') return isLetter(after) && isUpper(before) === isUpper(after)
  if ('–—'.includes(character)) return isSpace(before) || after === '\n' || !isSpace(after)
  if ('„‚'.includes(character)) return !isLetter(before)
  if (quotes.includes(character)) return !(isLetter(before) && isLetter(after)) && canStandBeside(character, after)
  if ('™®²³¹†‡'.includes(character)) return isWordBefore(line, at) && !isLetter(after) && !quotes.includes(after)
  if ('•·'.includes(character)) return isWordBefore(line, at) && !isSpace(after)
  return false
}

/** Quotations end or begin together, each with a mark of its own; an angle has angles beside it. */
function canStandBeside(quote: string, next: string): boolean {
  if (!quotes.includes(next)) return true
  if ('‹›'.includes(quote)) return '«»'.includes(next)
  if ('‹›'.includes(next)) return '«»'.includes(quote)
  return quote !== next && !'„‚'.includes(next)
}

/** Two letters at least, or the unit ångström. */
function isWordBefore(line: string, at: number): boolean {
  const last = line[at - 1] ?? '\n'
  return isLetter(last) && (isLetter(line[at - 2] ?? '\n') || last === 'Å')
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
