const alphabets = ['áéíóúýšž', 'äõöüß', 'çöü']
const quotes = '“”„‘’‚«»‹›'

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
  if ('«»…\xa0–—“”‘’‹›€'.includes(lead) && end - start === 2) {
    if (inRun) return false
    if (!isLetter(text[start + 1] ?? '')) return true
  }
  if ((lead === 'Ã' || lead === 'Â') && !isLetter(text[start - 1] ?? '')) return isNamed(text, start, end)
  if (lead === '×' || lead === 'Ø') {
    if (!isLetter(text[start - 1] ?? '') && '¼½¾±'.includes(text[start + 1] ?? '')) return end - start === 2
  }
  if ('√≈∆'.includes(lead) && end - start === 2 && '∂∑∏π∫Ω∞±'.includes(text[start + 1] ?? '')) {
    return !isLetter(text[start - 1] ?? '') && !isLetter(text[end] ?? '')
  }
  const letters = [...text.slice(start, end)].filter(isLetter)
  if (letters.length > 1 && !areOfOneAlphabet(letters.join(''))) return false
  for (let at = start; at < end; at += 1) {
    if (!fits(text[at - 1] ?? '\n', text[at] ?? '', text[at + 1] ?? '\n')) return false
  }
  return true
}

/** A letter that is a word in no language, spoken of: “Ã”, « Â ». */
function isNamed(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '\n'
  const next = text[start + 1] ?? '\n'
  if (next === '\xa0') return before === '\xa0' && '»›'.includes(text[end] ?? '\n')
  return quotes.includes(next) && (quotes.includes(before) || `"'(`.includes(before))
}

function fits(before: string, character: string, after: string): boolean {
  if (isLetter(character)) return !(isLower(before) && isUpper(character)) && !(isLower(character) && isUpper(after))
  if (character === '’' || character === '\xa0' || character === '\xad' || character === '…') return true
  if (character === '–' || character === '—')
    return after === '\n' || before === '\n' || isSpace(before) === isSpace(after)
  if ('„‚'.includes(character)) return !isLetter(before)
  if (quotes.includes(character)) return !(isLetter(before) && isLetter(after)) && before !== character
  if ('™®'.includes(character)) return isLetter(before) && !isLetter(after)
  if ('²³¹†‡'.includes(character)) return isLetter(before) && !isLetter(after)
  if ('•·'.includes(character)) return isSpace(before) === isSpace(after)
  return false
}

export function areOfOneAlphabet(letters: string): boolean {
  return alphabets.some((alphabet) => [...letters].every((letter) => alphabet.includes(letter.toLowerCase())))
}

export function isLetter(character: string): boolean {
  return /[\p{Script=Latin}]/u.test(character) && !/[ªºƒﬁﬂ]/.test(character)
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
