import type { Plan } from '../../domain/plan.ts'
import type { Complaint, Path } from '../fault.ts'
import { isMap } from '../shape.ts'

/** Places such as `{each}` in items, groups and sections that stay as they are written: no `for-each` fills them in. */
export function emptyPlaces(_: Plan, file: unknown): Complaint[] {
  const rituals = ['rituals', 'procedures'].flatMap((key) => {
    const said = isMap(file) ? file[key] : undefined
    return isMap(said) ? Object.entries(said).map(([id, ritual]) => ({ path: [key, id], ritual })) : []
  })
  const known = new Set(['each', ...rituals.flatMap(({ ritual }) => namesIn(ritual))])
  return rituals.flatMap(({ path, ritual }) =>
    ['items', 'sections'].flatMap((key) =>
      isMap(ritual) ? emptyIn(ritual[key], [...path, key], { known, filled: [], any: false }) : [],
    ),
  )
}

type Names = {
  /** Those of any `for-each` of the plan. */
  readonly known: ReadonlySet<string>
  /** Those that are filled in here, the nearest first. */
  readonly filled: readonly string[]
  /** Whether any other word in braces is meant as one of them, too; where nothing is filled in, it may stand for itself. */
  readonly any: boolean
}

function emptyIn(value: unknown, path: Path, names: Names): Complaint[] {
  if (typeof value === 'string') return emptyInText(value, names).map((found) => ({ path, ...found }))
  if (Array.isArray(value)) return value.flatMap((one, place) => emptyIn(one, [...path, place], names))
  if (!isMap(value)) return []
  const own = nameOf(value['for-each'])
  const inner = own === null ? names : { ...names, filled: [own, ...names.filled], any: true }
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, key]
    if (key === 'for-each') return emptyIn(one, here, names)
    const inKey = emptyInText(key, inner).map((found) => ({ path: here, ...found, at: 0, key: true }))
    // A command has braces of its own.
    return [...inKey, ...emptyIn(one, here, commands.has(key) ? { ...inner, any: false } : inner)]
  })
}

const commands: ReadonlySet<string> = new Set(['run', 'expect'])

function emptyInText(text: string, { known, filled, any }: Names) {
  const [own] = filled
  return [...text.matchAll(/(?<![{$])\{([a-z][a-z0-9-]*)\}(?!\})/giu)].flatMap(({ 0: place, 1: word = '', index }) => {
    if (filled.includes(word) || !(any || known.has(word.toLowerCase()))) return []
    const remedy =
      own === undefined
        ? 'repeat this with for-each: [Paris, Lyon], or leave the braces out'
        : `here the place is {${own}}`
    return [{ rule: 'empty-place', message: `nothing fills in ${place}: ${remedy}`, at: index } as const]
  })
}

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (!isMap(value)) return []
  const own = nameOf(value['for-each'])
  return [...(own === null ? [] : [own]), ...Object.values(value).flatMap(namesIn)]
}

/** What a `for-each` fills in. */
function nameOf(each: unknown): string | null {
  if (Array.isArray(each)) return 'each'
  return isMap(each) && typeof each.name === 'string' ? each.name : null
}
