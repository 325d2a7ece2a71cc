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

/** The one character that these bytes are in UTF-8, if they are one. */
export function characterOf(bytes: readonly number[]): string | undefined {
  const [lead = 0, ...rest] = bytes
  if (lengthFrom(lead) !== bytes.length || !rest.every(continues)) return undefined
  const ofLead = rest.length === 0 ? lead : lead & (0x7f >> bytes.length)
  const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), ofLead)
  const least = [0, 0x80, 0x800, 0x10000][rest.length] ?? 0
  const isSurrogate = point >= 0xd800 && point < 0xe000
  return point < least || point > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(point)
}
