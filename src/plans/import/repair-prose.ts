const quotes = '“”„‘’‚«»‹›'
const opening = '“„‚‘«‹»"\'('

/** Letters beyond ASCII that stand side by side in the words of one language. */
const alphabets = [
  'äõöüß',
  'çöüâîûğış',
  'àâæçéèêëîïôœùûüÿ',
  'áâãàçéêíóôõúü',
  'áàéèíïñóòúüç',
  'åäæöøé',
  'áðéíóúýþæöø',
  'áéíóôúýšž',
  'áéíóöúü',
  'àèéìíîòóùú',
]
const spelled = alphabets.slice(0, 2)

/**
 * Whether people write these characters one after the other: a letter with what may follow it (`É”`, `ß“`, `à »`), an
 * opening mark with what may follow it (`“É`, `–£`), or letters of one alphabet.
 */
export function isProse(
  text: string,
  start: number,
  { end, inRun }: { readonly end: number; readonly inRun: boolean },
): boolean {
  const lead = text[start] ?? ''
  const before = text[start - 1] ?? '\n'
  const second = text[start + 1] ?? ''
  const after = text[end] ?? '\n'
  const isPair = end - start === 2
  if (beginsWords(lead) && isPair) {
    if (inRun) return false
    if (!isLetter(second)) return true
  }
  if ('ÃÂ'.includes(lead) && !isLetter(before) && !isLetter(second)) return isNamed({ before, second, after })
  if ((lead === '×' || lead === 'Ø') && isPair && '¼½¾±'.includes(second)) return !isLetter(before)
  if ('√≈∆'.includes(lead) && isPair && '∂∑∏π∫Ω∞±'.includes(second)) return !isLetter(before) && !isLetter(after)
  const isWord = isLetter(lead) || isLetter(after) || quotes.includes(after)
  const letters = [...text.slice(start, end)].filter(isLetter).join('')
  if (letters.length > 1 && !areOfOne(isWord ? alphabets : spelled, letters)) return false
  for (let at = start; at < end; at += 1) {
    if (!fits(text, at)) return false
  }
  return true
}

/** Whether words and figures often follow the character without a space. */
export function beginsWords(character: string): boolean {
  return '«»…\xa0–—“”‘’‹›€'.includes(character)
}

function areOfOne(some: readonly string[], letters: string): boolean {
  return some.some((alphabet) => [...letters].every((letter) => alphabet.includes(letter.toLowerCase())))
}

/** A letter that is a word in no language, spoken of: “Ã”, « Â ». */
function isNamed({
  before,
  second,
  after,
}: {
  readonly before: string
  readonly second: string
  readonly after: string
}) {
  if (second === '\xa0') return '»›:;!?'.includes(after)
  return '“”’‘»›«'.includes(second) && opening.includes(before) && !isLetter(after)
}

function fits(text: string, at: number): boolean {
  const character = text[at] ?? ''
  const before = text[at - 1] ?? '\n'
  const after = text[at + 1] ?? '\n'
  if (isLetter(character)) return !(isLower(before) && isUpper(character)) && !(isLower(character) && isUpper(after))
  if (character === '’' || character === '\xa0' || character === '\xad' || character === '…') return true
  if (character === '–' || character === '—')
    return after === '\n' || before === '\n' || isSpace(before) === isSpace(after)
  if ('„‚'.includes(character)) return !isLetter(before)
  if (quotes.includes(character)) return !(isLetter(before) && isLetter(after)) && before !== character
  if ('™®²³¹†‡'.includes(character)) return isWordBefore(text, at) && !isLetter(after) && !quotes.includes(after)
  if ('•·'.includes(character)) return isSpace(before) === isSpace(after)
  return false
}

/** Two letters at least, or the unit ångström. */
function isWordBefore(text: string, at: number): boolean {
  const last = text[at - 1] ?? '\n'
  return isLetter(last) && (isLetter(text[at - 2] ?? '\n') || last === 'Å')
}

export function isLetter(character: string): boolean {
  return /\p{Script=Latin}/u.test(character) && !/[ªºƒﬁﬂ]/.test(character)
}

function isLower(character: string): boolean {
  return isLetter(character) && character !== character.toUpperCase()
}

function isUpper(character: string): boolean {
  return isLetter(character) && character !== character.toLowerCase()
}

function isSpace(character: string): boolean {
  return /\s/.test(character)
}
