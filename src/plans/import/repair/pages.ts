/** A code page that UTF-8 is mistaken for. */
export type Page = {
  readonly byteOf: ReadonlyMap<string, number>
  /** Of each character its byte; 0 where it is ASCII, or the page does not have it. */
  readonly bytesOf: (line: string) => Uint8Array
  /** Bytes that mean nothing in it: they are left as control characters, or dropped. */
  readonly undefinedBytes: readonly number[]
}

// TextDecoder cannot be asked for this one: Node 20 reads windows-1252 as Latin-1.
const windows1252From80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

export function inWindows1252(byte: number): string {
  return windows1252From80[byte - 0x80] ?? String.fromCharCode(byte)
}

export const windows1252 = page(inWindows1252)
export const windows1254 = page(decodedAs('windows-1254'))
export const macRoman = page(decodedAs('macintosh'))

/** Where two explain a text equally well, the earlier one is the more likely. */
export const pages: readonly Page[] = [windows1252, windows1254, macRoman]

function decodedAs(label: string): (byte: number) => string {
  const decoder = new TextDecoder(label)
  return (byte) => decoder.decode(Uint8Array.of(byte))
}

function page(read: (byte: number) => string): Page {
  const upper = Array.from({ length: 0x80 }, (_, index) => 0x80 + index)
  const byteOfUnit = new Uint8Array(0x10000)
  for (const byte of upper) byteOfUnit[read(byte).charCodeAt(0)] = byte
  return {
    byteOf: new Map(upper.map((byte) => [read(byte), byte])),
    bytesOf: (line) => Uint8Array.from({ length: line.length }, (_, at) => byteOfUnit[line.charCodeAt(at)] ?? 0),
    undefinedBytes: upper.filter((byte) => /[\x80-\x9f]/.test(read(byte))),
  }
}
