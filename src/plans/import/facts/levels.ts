/** How bad something is, as P0 to P3: by that very name, by a number, or in a word. */
export type Level = 'P0' | 'P1' | 'P2' | 'P3'

const words: readonly (readonly [RegExp, number])[] = [
  [/\b(?:critical|urgent|blocker|emergency|kritisch|critique)\b/iu, 0],
  [/\b(?:high|major|severe|hoch|élevée?)\b/iu, 1],
  [/\b(?:medium|moderate|normal|warning|mittel|moyenne?)\b/iu, 2],
  [/\b(?:low|minor|trivial|cosmetic|info(?:rmational)?|niedrig|faible)\b/iu, 3],
]

/** `lowest` is the number with which the document begins to count: P0, P1 or severity 1. */
export function levelOf(text: string, lowest: number): Level | null {
  const number = numberOf(text)
  if (number !== null && number - lowest >= 0 && number - lowest <= 3) return `P${number - lowest}` as Level
  const word = words.find(([pattern]) => pattern.test(text))
  return word ? (`P${word[1]}` as Level) : null
}

export function numberOf(text: string): number | null {
  if (/^\s*[0-5]\s*$/u.test(text)) return Number(text)
  const found = /\b(?:P|sev(?:erity)?|priority|prio|tier)[\s-]?([0-5])\b/iu.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

/** What the level is called besides its number: `Critical` of `Critical (P0)`. */
export function nameOf(text: string): string {
  const bare = text
    .replace(/[([]?\b(?:P|sev(?:erity)?|priority|prio)[\s-]?[0-5]\b[)\]]?/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:\u2013-]+|[\s:\u2013-]+$/gu, '')
  return bare.length > 0 && bare.length <= 40 ? bare : text.trim()
}
