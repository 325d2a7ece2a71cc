/** A word of a phrase, or a comma; `at` is its index. */
export type Word = { readonly text: string; readonly at: number }

/** What is left to read; `end` is the index behind the last word. */
export type Words = { readonly list: readonly Word[]; readonly end: number }

/** Why a phrase cannot be read; `at` is the index of the word that was not understood. */
export type Failure = { readonly message: string; readonly at: number }

export type Read<T> = { readonly value: T; readonly rest: Words }

export type Parsed<T> = Read<T> | Failure

export function wordsOf(piece: string, offset: number): Words {
  const list = [...piece.matchAll(/[^\s,]+|,/g)].map((match) => ({ text: match[0], at: match.index + offset }))
  return { list, end: offset + piece.length }
}

/** The next word in small letters; empty where there is none. */
export function head({ list }: Words, index = 0): string {
  return list[index]?.text.toLowerCase() ?? ''
}

export function after({ list, end }: Words, count = 1): Words {
  return { list: list.slice(count), end }
}

export function isFailure(parsed: object): parsed is Failure {
  return 'message' in parsed
}

/** `"foo" is not understood: a weekday belongs here`. */
export function expected(words: Words, what: string): Failure {
  const [word] = words.list
  const said = word ? `"${word.text}" is not understood: ` : ''
  return { message: `${said}${what} belongs here`, at: word?.at ?? words.end }
}

/** A sentence about the next word, where there is one. */
export function wrong({ list }: Words, sentence: (said: string) => string): Failure {
  const [{ text, at }] = list as readonly [Word, ...Word[]]
  return { message: sentence(`"${text}"`), at }
}

/** Items parted by commas; a comma that no item follows is left to whoever reads on. */
export function listOf<T>(words: Words, item: (words: Words) => Parsed<T>): Parsed<readonly T[]> {
  const first = item(words)
  if (isFailure(first)) return first
  const values = [first.value]
  let { rest } = first
  while (head(rest) === ',') {
    if (head(rest, 1) === 'then') break
    const next = item(after(rest))
    if (isFailure(next)) return next
    values.push(next.value)
    rest = next.rest
  }
  return { value: values, rest }
}
