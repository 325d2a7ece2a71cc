import { isLetter } from './letters.ts'
import { characterAt } from './utf8.ts'

/**
 * The emoji whose last three bytes stand here. Every emoji begins with the same byte; in Mac Roman it is an apple that
 * most fonts lack, and that is often dropped.
 */
export function emojiWithoutFirstByte(bytes: Uint8Array, at: number): string | undefined {
  if (bytes[at] !== 0x9f) return undefined
  const character = characterAt([0xf0, ...bytes.subarray(at, at + 3)], 0)
  return character && /[\p{Extended_Pictographic}\p{Emoji}]/u.test(character) ? character : undefined
}

/** Turkish has words of these letters, such as the one for three. */
export function areTurkish(characters: string): boolean {
  return /^(?=..?ç)[çöü]{3}/.test(characters)
}

/** Whether the characters may be letters of German or Estonian that somebody lists. */
export function mayBeListed(characters: string): boolean {
  return /^(?:[äõöüß]+|[ÄÕÖÜ]+)$/.test(characters)
}

export function areInWord({ before, after }: { readonly before: string; readonly after: string }): boolean {
  return isLetter(before) || before === '’' || isLetter(after)
}
