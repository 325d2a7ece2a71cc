import { textOf } from './bytes.ts'
import { withoutLostCharacters } from './lost.ts'
import { withoutMisreadings } from './misread.ts'

/** What the document's author wrote. Line N of it is line N of the file; every line ends in \n. Repairing it again changes nothing. */
export function repaired(source: string | Uint8Array): string {
  let text = typeof source === 'string' ? source : textOf(source)
  text = withoutControls(text.replace(/\r\n?/g, '\n'))
  for (;;) {
    const reread = withoutMisreadings(text)
    const better = withoutRemains(withoutLostCharacters(reread.text, reread.damage))
    if (better === text) return text
    text = better
  }
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\v\f]/g, ' ').replace(/[\0-\x08\x0e-\x1f\x7f]/g, '')
}

/** Bytes that belong to no character, the sign that stands for one that could not be read, and what would look like a line's end. */
function withoutRemains(text: string): string {
  return text.replace(/[\x80-\x9f\ufeff\ufffd]|\p{Surrogate}/gu, '').replace(/[\u2028\u2029]/g, ' ')
}
