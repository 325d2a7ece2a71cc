import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repaired } from '../../src/plans/import/repair/repair.ts'

const document = (name: string) => repaired(readFileSync(`plans/documents/${name}.md`)).split('\n')

describe('the documents that teams have', () => {
  test.each(['bookedbarber', 'drainpro', 'plomberie', 'post-launch', 'schedulo'])('%s is whole again', (name) => {
    const lines = readFileSync(`plans/documents/${name}.md`, 'utf8').split('\n')
    expect(document(name)).toHaveLength(lines.length)
    expect(document(name).join('\n')).not.toMatch(/[\ufffd\x80-\x9f]|(?![a-zA-Z])\p{Script=Latin}/u)
  })

  test.each([
    ['drainpro', 1, '# 🔧 MAINTENANCE GUIDE'],
    ['drainpro', 9, '## MAINTENANCE PHILOSOPHY'],
    ['drainpro', 25, '## 📅 DAILY MAINTENANCE TASKS'],
    ['drainpro', 45, 'Login to Business Owner App → Dashboard'],
    ['drainpro', 49, '☐ Forwarding success rate (should be >95%)'],
    ['drainpro', 894, '## SECURITY MAINTENANCE'],
    ['drainpro', 1153, 'Score = (Reach × Impact × Confidence) / Effort'],
    ['drainpro', 1255, '↓ (if not resolved in SLA)'],
    ['plomberie', 16, '## 📅 **DAILY MAINTENANCE** ⏱️ 15-20 minutes'],
    ['plomberie', 399, 'SYSTEM STATUS: ☐ 🟢 All Good  ☐ 🟡 Minor Issues  ☐ 🔴 Critical'],
    ['plomberie', 490, 'UPTIME: ≥ 99.9%'],
    ['plomberie', 531, '## ✅ **MAINTENANCE BEST PRACTICES**'],
    ['plomberie', 542, '- ❌ Skip scheduled maintenance'],
    ['bookedbarber', 12, '## 🕐 Post-Launch Timeline Overview'],
    ['bookedbarber', 28, '## 📊 T+0 to T+7 Days: Immediate Stabilization'],
    ['bookedbarber', 386, '## 🎯 T+1 to T+3 Months: Strategic Growth'],
    ['bookedbarber', 493, '## 🚨 Issue Resolution Framework'],
  ])('%s, line %i', (name, line, expected) => {
    expect(document(name)[line - 1]).toBe(expected)
  })
})

describe('a file of any encoding', () => {
  const written = '# Prüfung\n☐ Größe ≥ 5 → weiter 🔧\n'
  const utf16 = Buffer.from(`\ufeff${written}`, 'utf16le')

  test.each([
    ['UTF-8', Buffer.from(written)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${written}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['UTF-8 with the line ends of Windows', Buffer.from(written.replaceAll('\n', '\r\n'))],
    ['UTF-8 with the line ends of an old Mac', Buffer.from(written.replaceAll('\n', '\r'))],
    ['UTF-8 with a control character in every word', Buffer.from(written.replace(/(?=\p{L}{2})/gu, '\0\x1b\x07'))],
  ])('is read: %s', (_, bytes) => {
    expect(repaired(bytes)).toBe(written)
  })

  test('is read in Windows-1252 where it is no UTF-8', () => {
    expect(repaired(Buffer.from('caf\xe9 \x80 5 \x93na\xefve\x94 \x96 Gr\xf6\xdfe', 'latin1'))).toBe(
      'café € 5 “naïve” – Größe',
    )
  })

  test('is read in both where some of it is UTF-8', () => {
    expect(repaired(Buffer.concat([Buffer.from('☐ Größe\n'), Buffer.from('Gr\xf6\xdfe\n', 'latin1')]))).toBe(
      '☐ Größe\nGröße\n',
    )
  })

  test('is cut off in the middle of a character, and ends before it', () => {
    const bytes = Buffer.from('☐ Check 🔧')
    for (const lost of [1, 2, 3]) expect(repaired(bytes.subarray(0, -lost))).toBe('☐ Check ')
    expect(repaired(Buffer.from('Check 🔧').subarray(0, -2))).toBe('Check ')
  })

  test('ends in a letter of Windows-1252', () => {
    expect(repaired(Buffer.from('caf\xe9', 'latin1'))).toBe('café')
    expect(repaired(Buffer.from('\xe9t\xe9', 'latin1'))).toBe('été')
  })

  test('has no line that its reader does not know of', () => {
    expect(repaired('one\u2028two\u2029three\vfour\ffive\x85six')).toBe('one two three four fivesix')
  })

  test('may hold anything at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = repaired(bytes)
        expect(repaired(text)).toBe(text)
        expect(text).not.toMatch(/[\ufffd\x80-\x9f\p{Surrogate}]/u)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
        const text = repaired(source)
        expect(repaired(text)).toBe(text)
        expect(text.split('\n')).toHaveLength(source.split(/\r\n|\r|\n/).length)
      }),
      { numRuns: 500 },
    )
  })

  test('of any bytes keeps its number of lines', () => {
    const strange = fc.constantFrom(0x0a, 0x0d, 0x20, 0x41, 0x85, 0x9d, 0xc2, 0xc3, 0xe2, 0xf0, 0x9f, 0x98, 0x90)
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 60 }), (bytes) => {
        const lines = Buffer.from(bytes)
          .toString('latin1')
          .split(/\r\n|\r|\n/)
        expect(repaired(Uint8Array.from(bytes)).split('\n')).toHaveLength(lines.length)
      }),
      { numRuns: 1000 },
    )
  })
})
