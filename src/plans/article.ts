/** `a sum`, `an average`. */
export function articled(noun: string): string {
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`
}
