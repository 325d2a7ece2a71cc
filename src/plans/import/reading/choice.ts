/** Answers that a line offers. */
export type Choice = {
  readonly title: string
  readonly kind: 'choice' | 'status' | 'yes-no'
  readonly options: readonly string[]
}

const boxes = /[\u2610-\u2612\u25A1\u25A2\u25FB\u2B1C]|\[[ xX]?\]/gu
const dots = /[\u{1F7E0}-\u{1F7EB}\u{1F534}\u{1F535}]/gu
/** `Status: 🟢 🟡 🔴`, from the end of its title. So many at most that a long line is looked through once, not once from each sign. */
const lights = /[\s:](?:[\u{1F7E0}-\u{1F7EB}\u{1F534}\u{1F535}][\s/|]{0,9}){2,20}$/u

/** `Status: ☐ Normal ☐ Issues`, `Health: Good/Needs improvement`, `Retrained: Yes/No`; null of anything else. */
export function choiceIn(text: string): Choice | null {
  const [title = '', ...offered] = text.split(boxes)
  if (offered.length >= 2 && offered.at(-1)?.trim() === '') return ticked(text)
  if (offered.length >= 2 && /\p{L}/u.test(title)) return boxed(trimmed(title), offered)
  const coloured = text.slice(0, Math.max(0, text.search(lights)))
  if (/\p{L}/u.test(coloured)) return { title: trimmed(coloured), kind: 'status', options: [] }
  const slashed =
    /^([^:?]+[:?])\s*([^:?]*\/[^:?]*)$/u.exec(text) ?? /^(.+?)\s+((?:yes|ja|oui)\s?\/\s?(?:no|nein|non))$/iu.exec(text)
  return slashed ? parted((slashed[1] ?? '').replace(/:$/u, '').trim(), (slashed[2] ?? '').trim()) : null
}

/** `Damage? Yes ☐ No ☐`: the boxes stand behind their words. */
function ticked(text: string): Choice | null {
  const [, title = '', said = ''] = /^(.*[?:])\s*(.+)$/u.exec(text) ?? []
  const options = said
    .split(boxes)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return title === '' || options.length < 2 ? null : boxed(trimmed(title), options)
}

function boxed(title: string, offered: readonly string[]): Choice {
  const words = offered.map((one) => trimmed(one.replace(dots, '')))
  const coloured = offered.some((one) => one.match(dots) !== null)
  if (words.every((word) => word === '')) return { title, kind: 'status', options: [] }
  const seen = new Set([''])
  const options = words.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
  if (isYesNo(options)) return { title, kind: 'yes-no', options: [] }
  return { title, kind: coloured ? 'status' : 'choice', options }
}

/** Two to five answers in words, from good to bad. */
function parted(title: string, said: string): Choice | null {
  const answers = said.replace(/\s*\([^)]*\)$/u, '')
  const options = answers.split('/').map((option) => option.trim())
  const words = options.every((option) => /^\p{L}[\p{L}' -]{0,30}$/u.test(option) && option.split(' ').length <= 4)
  if (!words || options.length < 2 || options.length > 5 || new Set(lowered(options)).size < options.length) return null
  if (isYesNo(options)) return { title, kind: 'yes-no', options: [] }
  // Only what stands as answers do: "Note: see the wiki/handbook for it" offers nothing.
  const apart = /\s\/\s/u.test(answers)
  return apart || options.every((option) => /^\p{Lu}/u.test(option))
    ? { title, kind: apart ? 'choice' : 'status', options }
    : null
}

function isYesNo(options: readonly string[]): boolean {
  const words = lowered(options).toSorted()
  return ['no,yes', 'n,y', 'ja,nein', 'non,oui'].includes(words.join())
}

function lowered(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase())
}

function trimmed(text: string): string {
  return text.replace(/[\s:,|]+$/u, '').trim()
}
