import { oncePerCharacter } from './letters.ts'

const written = [
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Myanmar',
  'Khmer',
  'Ethiopic',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Han',
  'Braille',
].map((name) => ({ name, has: new RegExp(`\\p{Script=${name}}`, 'u') }))

// Letters that languages are written with, without those of phonetics.
const latin =
  /[\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6\u01e7\u0218-\u021b\u0259\u1e00-\u1eff\u2071\u207f\u212a\u212b\u2160-\u2188\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]/

/** The script of a character that many documents hold; of several scripts are marks, symbols and misread bytes. */
export const scriptOf = oncePerCharacter((character): string | undefined => {
  if (latin.test(character)) return 'Latin'
  if (/[\x80-\x9f]/.test(character)) return 'Byte'
  // The apple is the first byte of an emoji in Mac Roman; the pictographs are also those of a later Unicode.
  if (/\uf8ff|\ufe0f|\u20e3|\p{Extended_Pictographic}/u.test(character)) return 'Common'
  if (/\p{Script=Inherited}/u.test(character) && /\p{M}/u.test(character)) return 'Mark'
  if (/[\p{Script=Common}\p{Script=Inherited}]/u.test(character)) return 'Common'
  return written.find((script) => script.has.test(character))?.name
})
