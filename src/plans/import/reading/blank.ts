/** A blank alone: a line that is to be written on. */
export function isBlank(text: string): boolean {
  return /^[\s.:)\d(-]*_{2,}[\s_.]*$/u.test(text)
}
