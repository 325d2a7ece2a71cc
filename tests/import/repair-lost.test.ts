import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windows1252, windows1254 } from '../../src/plans/import/repair/pages.ts'
import { repaired } from '../../src/plans/import/repair/repair.ts'
import { englishLine, misread } from './texts.ts'

test.each([
  ['a box where an item begins', 'â˜ one\n  - â˜ two\n| â˜ | [â˜] |', '☐ one\n  - ☐ two\n| ☐ | [☐] |'],
  ['a box before each answer', 'Status: â˜ Normal â˜ Issues', 'Status: ☐ Normal ☐ Issues'],
  ['a bullet where an item begins', 'â— one\nâ— two', '● one\n● two'],
  ['the only emoji that it can be', 'âŒ Skip â±ï¸ 15 min', '❌ Skip ⏱️ 15 min'],
  ['the mark that styles an emoji', 'âš\xa0ï¸ Stop', '⚠️ Stop'],
  ['the hard space in an emoji', 'âš ï¸ Stop ðŸ› ï¸ mend', '⚠️ Stop 🛠️ mend'],
  ['what joins two emoji', 'ðŸ‘¨â€ðŸ’» codes', '👨‍💻 codes'],
  ['the end of a quotation', 'He said â€œhello worldâ€ and left', 'He said “hello world” and left'],
  ['a hyphen in a word', 'coâ€operate', 'co‐operate'],
  ['a hard space at the end of a letter', "cittÃ  bella, jusqu'Ã  la perÃ²", "città bella, jusqu'à la però"],
  ['a hard space', 'wordÂ word, 5Â h', 'word word, 5 h'],
  ['kana', 'ã“ã‚“ã«ã¡ã¯', 'こんにちは'],
])('is put back: %s', (_, damaged, text) => {
  expect(repaired(damaged)).toBe(text)
})

test.each([
  ['one of several emoji, with the space behind it', '## ğŸ” SECURITY', '## SECURITY'],
  ['one of several symbols', 'x â— y', 'x y'],
  ['a mark that styles nothing', 'x ï¸ y', 'x y'],
  ['half of an emoji at the end of the file', 'Check ðŸ', 'Check '],
  ['a quotation that ends and did not begin', 'end â€', 'end '],
  ['what could not be read', 'caf\ufffd, ï¿½', 'caf, '],
  ['a byte order mark', 'ï»¿# Title', '# Title'],
])('is left out: %s', (_, damaged, text) => {
  expect(repaired(damaged)).toBe(text)
})

test('a letter is not taken for the remains of a character', () => {
  for (const text of ['„â“', 'dünyâ”', 'Ãlvaro, SÃO', 'café” – é', 'Welsh: â’r', 'irmã¹ naïve'])
    expect(repaired(`→ ${text}`)).toBe(`→ ${text}`)
})

test('a box that was misread twice is a box, though both its bytes were lost', () => {
  const twice = misread(misread('☐ one', windows1252), windows1252)
  expect(repaired(twice.replace(/[\x80-\x9f]/g, ''))).toBe('☐ one')
})

test('nothing is invented, and no word is lost', () => {
  const lossy = fc.record({
    text: fc.array(englishLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    page: fc.constantFrom(windows1252, windows1254),
    mark: fc.constantFrom('', '\ufffd'),
  })
  fc.assert(
    fc.property(lossy, ({ text, page, mark }) => {
      const result = repaired(misread(text, page).replace(/[\x80-\x9f]/g, mark))
      const words = (of: string) =>
        of
          .replace(/[^\0-\x7f]/g, '')
          .split(/[ \n]+/)
          .filter(Boolean)
      expect(words(result)).toEqual(words(text))
      for (const character of result.replace(/[\0-\x7f]/g, '')) expect(text).toContain(character)
    }),
    { numRuns: 500 },
  )
})
