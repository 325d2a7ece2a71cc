/** Pictures that people set before their words; the coloured dots of a status say something and stay. */
const ornament =
  '(?:(?![\\u{1F7E0}-\\u{1F7EB}\\u{1F534}\\u{1F535}])\\p{Extended_Pictographic}|\\uFE0F|\\u200D|[\\u{1F3FB}-\\u{1F3FF}])'
const all = new RegExp(ornament, 'gu')
const leading = new RegExp(`^(?:${ornament}|\\s)+(?=\\S)`, 'u')

export function withoutOrnaments(text: string): string {
  return text.replace(all, '').replace(/\s+/gu, ' ').trim()
}

export function withoutLeadingOrnament(text: string): string {
  return text.replace(leading, '').trim()
}
