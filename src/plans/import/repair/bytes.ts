import { inWindows1252 } from './pages.ts'
import { characterAt, continues, lengthFrom } from './utf8.ts'

/** Bytes as text: by their byte order mark, else UTF-8, and Windows-1252 for each byte that is no UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes
  return mixedText(body)
}

function mixedText(bytes: Uint8Array): string {
  const parts: string[] = []
  let characters = 0
  let strays = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const length = lengthFrom(lead)
    const one = characterAt(bytes, at)
    if (one === undefined) {
      const isCut = at + length > bytes.length && bytes.subarray(at + 1).every(continues)
      if (isCut && strays === 0 && (characters > 0 || at + 1 < bytes.length)) break
      parts.push(inWindows1252(lead))
      strays += 1
      at += 1
    } else {
      parts.push(one)
      if (length > 1) characters += 1
      at += length
    }
  }
  return parts.join('')
}
