import { pages } from './pages.ts'
import { type Misreading, misreadings } from './sequences.ts'

/**
 * The text with UTF-8 that was read as another code page, once or several times, read as UTF-8; and what kinds of
 * damage there were.
 */
export function withoutMisreadings(text: string): { readonly text: string; readonly damage: ReadonlySet<string> } {
  const damage = new Set<string>()
  let lines: readonly string[] = text.split('\n')
  for (;;) {
    const found = likeliest(lines)
    const certain = found.flat().filter((each) => each.certain)
    if (certain.length === 0) return { text: lines.join('\n'), damage }
    for (const each of certain) if (each.kind) damage.add(each.kind)
    const scripts = new Set(certain.map((each) => each.script))
    const isAll = lines.every((line, index) => explainsAll(line, found[index] ?? []))
    lines = lines.map((line, index) =>
      reread(line, { found: found[index] ?? [], damage, scripts: isAll ? scripts : none }),
    )
  }
}

/** Of each line the misreadings in the code page that explains most of it, or else most of the text. */
function likeliest(lines: readonly string[]): readonly (readonly Misreading[])[] {
  const found = lines.map((line) => (isPlain(line) ? [] : pages.map((page) => misreadings(line, page))))
  const total = pages.map((_, page) => found.reduce((sum, of) => sum + weight(of[page] ?? []), 0))
  const ranked = pages.map((_, page) => page).toSorted((one, other) => (total[other] ?? 0) - (total[one] ?? 0))
  return found.map((of) => {
    const inOrder = ranked.map((page) => of[page] ?? [])
    return inOrder.reduce((best, each) => (weight(each) > weight(best) ? each : best), inOrder[0] ?? [])
  })
}

/** How much speaks for the page: certain damage above all, and all that it would explain besides. */
function weight(found: readonly Misreading[]): number {
  if (!found.some((each) => each.certain)) return 0
  return found.reduce((sum, each) => sum + (each.end - each.start) * (each.certain && each.kind !== 'Mark' ? 2 : 1), 0)
}

function isPlain(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

function explainsAll(line: string, found: readonly Misreading[]): boolean {
  const explained = found.reduce((sum, each) => sum + each.end - each.start, 0)
  return explained === (line.match(/[^\0-\x7f]/g)?.length ?? 0)
}

const none: ReadonlySet<undefined> = new Set()

type Reread = {
  readonly found: readonly Misreading[]
  readonly damage: ReadonlySet<string>
  /** Where all of the text can be damage: the scripts that are certain. */
  readonly scripts: ReadonlySet<string | undefined>
}

function reread(line: string, { found, damage, scripts }: Reread): string {
  const isWhole = found.some((each) => each.certain) && explainsAll(line, found)
  const parts: string[] = []
  let at = 0
  for (const [index, each] of found.entries()) {
    if (!isWhole && !scripts.has(each.script) && !(each.kind && damage.has(each.kind))) continue
    parts.push(line.slice(at, each.start), each.character)
    at = each.end
    // What is left where a byte was misread twice, and then lost.
    if (line[at] === 'Â' && found[index + 1]?.start !== at) at += 1
  }
  return parts.join('') + line.slice(at)
}
