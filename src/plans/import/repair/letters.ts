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
  return caseOf(character) !== undefined
}

export function isLower(character: string): boolean {
  return caseOf(character) === 'lower'
}

export function isUpper(character: string): boolean {
  return caseOf(character) === 'upper'
}

const caseOf = oncePerCharacter((character) => {
  if (!/\p{Script=Latin}/u.test(character) || /[ªºƒﬁﬂ]/.test(character)) return undefined
  return character === character.toLowerCase() ? 'lower' : 'upper'
})

/** What is asked of a text's characters is asked of few that differ, and of each very often. */
export function oncePerCharacter<Answer>(ask: (character: string) => Answer): (character: string) => Answer {
  const known = new Map<string, Answer>()
  return (character) => {
    if (known.has(character)) return known.get(character) as Answer
    const answer = ask(character)
    known.set(character, answer)
    return answer
  }
}
