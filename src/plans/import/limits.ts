/** What the language of plans has room for, and what of a document had none. */
export type Room = {
  /** A text of one line, or its beginning. */
  line(text: string, lines: readonly number[]): string
  /** A text of several lines, or its beginning. */
  prose(text: string, lines: readonly number[]): string
  leave(lines: readonly number[], reason: string): void
  /** Lines that are left out, be it in part, with the reason. */
  readonly left: ReadonlyMap<number, string>
}

export const longest = { line: 300, prose: 3000 } as const

export function roomOf(): Room {
  const left = new Map<number, string>()
  const leave = (lines: readonly number[], reason: string) => {
    for (const line of lines) left.set(line, reason)
  }
  const begun = (text: string, most: number, lines: readonly number[]) => {
    if (text.length <= most) return text
    const reason = `longer than ${most} characters: only its beginning is in the plan`
    const rows = text.split('\n')
    const whole = rows.length === lines.length ? wholeRows(rows, most) : 0
    leave(lines.slice(whole), reason)
    return whole > 0 ? rows.slice(0, whole).join('\n') : `${beginningOf(text, most - 1).head}…`
  }
  return {
    line: (text, lines) => begun(oneLine(text), longest.line, lines),
    prose: (text, lines) => begun(text, longest.prose, lines),
    leave,
    left,
  }
}

/** How many rows there is room for. */
function wholeRows(rows: readonly string[], most: number): number {
  let length = -1
  const beyond = rows.findIndex((row) => {
    length += row.length + 1
    return length > most
  })
  return beyond < 0 ? rows.length : beyond
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
