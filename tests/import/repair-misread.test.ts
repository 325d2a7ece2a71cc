import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWindows1252, macRoman, pages, windows1252, windows1254 } from '../../src/plans/import/repair/pages.ts'
import { repaired } from '../../src/plans/import/repair/repair.ts'
import { checklist, englishLine, misread } from './texts.ts'

const named = { 'Windows-1252': windows1252, 'Windows-1254': windows1254, 'Mac Roman': macRoman }

describe.each(Object.entries(named))('a checklist that was read in %s', (_, page) => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(checklist, (text) => {
        expect(repaired(misread(text, page))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test.each(Object.entries(named))('and then in %s, is read as it was written', (_, second) => {
    fc.assert(
      fc.property(checklist, (text) => {
        expect(repaired(misread(misread(text, page), second))).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  test.each([...'→←↓≥≤☐☑✅✓❌⚠⛔⏰⭐•…—“”’🔧🚨📅🎯🟢'])('and has one %s, is read as it was written', (symbol) => {
    for (const text of [symbol, `Done ${symbol} now`, `Done ${symbol}`, `${symbol} Done`])
      expect(repaired(misread(text, page))).toBe(text)
  })

  test.each([
    'Größe',
    'café',
    'però',
    'città',
    'Río Grande',
    'São Paulo',
    'MÜNCHEN',
    'Œuvre',
    'Ağrı',
    'łódź',
    'Привет',
    '20 °C',
    '5 × 4',
    'שלום',
    'こんにちは',
  ])('and has one word beyond ASCII, is read as it was written: %s', (text) =>
    expect(repaired(misread(text, page))).toBe(text),
  )
})

test('a text that is as it was written stays as it is', () => {
  fc.assert(
    fc.property(checklist, (text) => {
      expect(repaired(text)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a text of which some lines were misread, each in its own code page, is read as it was written', () => {
  const line = fc.tuple(englishLine, fc.constantFrom(undefined, ...pages))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const damaged = lines.map(([text, page]) => (page ? misread(text, page) : text)).join('\n')
      expect(repaired(damaged)).toBe(lines.map(([text]) => text).join('\n'))
    }),
    { numRuns: 300 },
  )
})

test('an ordinary line stays as it is between lines that were misread', () => {
  const ordinary = '« déjà » – MÜNCHEN, „Gruß“, IRMÃ, â, £3–£5'
  const damaged = misread('Prüfen → größer ✅', windows1252)
  expect(repaired(`${damaged}\n${ordinary}\n${damaged}`)).toBe(`Prüfen → größer ✅\n${ordinary}\nPrüfen → größer ✅`)
})

test('a range stays as it is between lines of Cyrillic that were misread', () => {
  const damaged = misread('Проверить базу данных', macRoman)
  expect(repaired(`${damaged}\n£3–£5, [0–∞), Ü`)).toBe('Проверить базу данных\n£3–£5, [0–∞), Ü')
})

test('a range stays as it is, though all of the text could be damage', () => {
  expect(repaired(`${misread('“Open” → done', macRoman)}\n[0–∞), “§ 5`)).toBe('“Open” → done\n[0–∞), “§ 5')
})

test('a word of one letter is read where all of the text is damage', () => {
  const text = 'Проверить базу\n(а) и (м)'
  expect(repaired(misread(text, macRoman))).toBe(text)
})

test('a letter with its mark is likelier than a mark on the letter before', () => {
  expect(repaired(`${misread('größer, während', macRoman)}\nmaÃ®tre`)).toBe('größer, während\nmaître')
})

test('what may be meant is damage where its like certainly is', () => {
  expect(repaired('KÃ–LN')).toBe('KÃ–LN')
  expect(repaired('KÃ–LN „prÃ¼fen')).toBe('KÖLN „prüfen')
})

test('an emoji is known of which Mac Roman dropped the first byte', () => {
  const text = '## 🎯 Goals 👨‍💻\n🚀 Launch 🔧\n- 🚨'
  expect(repaired(misread(text, macRoman).replaceAll('\uf8ff', ''))).toBe(text)
  expect(repaired(misread(text, macRoman).replaceAll('\uf8ff', '\ufffd'))).toBe(text)
})

test('letters that are listed, and Turkish words, are no emoji', () => {
  for (const text of ['üçü bir arada', 'üçüncü gün', 'the letters üöä', 'äöüßÄÖÜ', 'd’üëï'])
    expect(repaired(text)).toBe(text)
  expect(repaired('üöß Work')).toBe('üöß Work')
  expect(repaired('üöß Work üîß, üçü')).toBe('🚧 Work 🔧, üçü')
})

test('the code pages are those of the standard', () => {
  const upper = Array.from({ length: 0x80 }, (_, index) => 0x80 + index)
  const turkish = new TextDecoder('windows-1254')
  const differing = upper.filter((byte) => inWindows1252(byte) !== turkish.decode(Uint8Array.of(byte)))
  expect(differing.map(inWindows1252).join('')).toBe('ŽžÐÝÞðýþ')
  expect(windows1252.undefinedBytes).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d])
  expect(windows1254.undefinedBytes).toEqual([0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e])
  expect(macRoman.undefinedBytes).toEqual([])
})

test('100 kB are read in well under a second', () => {
  const text = 'Проверить резервные копии → 每日检查 „täglich“ ✅ 🔧\n'
  const damaged = misread(text, windows1252)
  const long = damaged.repeat(Math.ceil(100_000 / damaged.length))
  for (const source of [long, long.replaceAll('\n', ' '), 'Â\xa0'.repeat(50_000), 'â˜ '.repeat(33_000)]) {
    const started = process.cpuUsage()
    repaired(source)
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000)
  }
})
