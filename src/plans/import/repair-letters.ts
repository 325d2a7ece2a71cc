/** Letters beyond ASCII that stand side by side in the words, or the lists of letters, of one language. */
const alphabets = [
  'äõöüß',
  'çöüğış',
  'áðéíóúýþæöø',
  'çâîûöü',
  'àâçéèêëîïôùûü',
  'áâãàçéêíóôõúü',
  'áàéèíïñóòúüç',
  'åäæöøé',
  'áéíóôúýšž',
  'áéíóöúü',
  'àèéìíîòóùú',
]

export function areOfOneAlphabet(letters: string): boolean {
  return areOfOne(alphabets, letters)
}

/** Whether a language that puts „ and ‚ before what it quotes lists such letters, or has words that begin with them. */
export function canBeQuoted(letters: string, { isWord }: { readonly isWord: boolean }): boolean {
  return areOfOne(alphabets.slice(0, isWord ? 3 : 2), letters)
}

function areOfOne(some: readonly string[], letters: string): boolean {
  return some.some((alphabet) => [...letters].every((letter) => alphabet.includes(letter.toLowerCase())))
}

/** Whether words are spelled with the character, unlike `º` and `ﬁ`. */
export function isLetter(character: string): boolean {
  return /\p{Script=Latin}/u.test(character) && !/[ªºƒﬁﬂ]/.test(character)
}

export function isLower(character: string): boolean {
  return isLetter(character) && character !== character.toUpperCase()
}

export function isUpper(character: string): boolean {
  return isLetter(character) && character !== character.toLowerCase()
}
