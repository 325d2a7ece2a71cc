/** Slack keeps any file; what is no text cannot be read, whatever its name says. */
export function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, headBytes)
  if (hasMarkOfTwoBytes(head)) return true
  if (signatures.some((signature) => signature.every((byte, index) => head[index] === byte))) return false
  const controls = head.filter((byte) => byte < 0x20 && !isSpace(byte)).length
  return !head.includes(0) && controls <= head.length / 50
}

const headBytes = 8_000

/** UTF-16, half of which are zeros. */
const hasMarkOfTwoBytes = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** A PDF and a file of rich text begin with letters. */
const signatures = ['%PDF-', '{\\rtf'].map((text) => [...Buffer.from(text)])

/** Tab, line feed, vertical tab, form feed, carriage return. */
const isSpace = (byte: number): boolean => byte >= 0x09 && byte <= 0x0d
