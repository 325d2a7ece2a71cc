/** How many bytes a character of UTF-8 has that begins with this one; 0 where none does. */
export function lengthFrom(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 2
  if (lead < 0xf0) return 3
  return lead < 0xf5 ? 4 : 0
}

export function continues(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0
}

const leastOf = [0, 0, 0x80, 0x800, 0x10000]

/** The one character that begins here in UTF-8, if one does. */
export function characterAt(bytes: ArrayLike<number>, at: number): string | undefined {
  const lead = bytes[at] ?? 0
  const length = lengthFrom(lead)
  if (length < 2) return length === 1 ? String.fromCharCode(lead) : undefined
  let point = lead & (0x7f >> length)
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0
    if (!continues(byte)) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point < 0xe000
  return point < (leastOf[length] ?? 0) || point > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(point)
}
