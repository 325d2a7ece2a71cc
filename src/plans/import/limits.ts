/** What the language of plans has room for, and what of a document had none. */
export type Room = {
  /** A text of one line, or its beginning. */
  line(text: string, lines: readonly number[]): string
  /** A text of several lines, or its beginning. */
  prose(text: string, lines: readonly number[]): string
  leave(lines: readonly number[], reason: string): void
  readonly left: ReadonlyMap<number, string>
  readonly cut: ReadonlyMap<number, string>
}

export const longest = { line: 300, prose: 3000 } as const

export function roomOf(): Room {
  const left = new Map<number, string>()
  const cut = new Map<number, string>()
  const begun = (text: string, most: number, lines: readonly number[]) => {
    if (text.length <= most) return text
    for (const line of lines) cut.set(line, `longer than ${most} characters: only its beginning is in the plan`)
    return `${beginningOf(text, most - 1).head}…`
  }
  return {
    line: (text, lines) => begun(oneLine(text), longest.line, lines),
    prose: (text, lines) => begun(text, longest.prose, lines),
    leave(lines, reason) {
      for (const line of lines) left.set(line, reason)
    },
    left,
    cut,
  }
}

/** A text parted where a word ends, so that the first part is no longer than that. */
export function beginningOf(text: string, most: number): { readonly head: string; readonly rest: string } {
  if (text.length <= most) return { head: text, rest: '' }
  const space = text.lastIndexOf(' ', most)
  const end = space > most / 2 ? space : wholeCharacters(text, most)
  return { head: text.slice(0, end).trimEnd(), rest: text.slice(end).trimStart() }
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Not in the middle of a character that is written as two. */
function wholeCharacters(text: string, most: number): number {
  return /[\uD800-\uDBFF]/u.test(text.charAt(most - 1)) ? most - 1 : most
}
