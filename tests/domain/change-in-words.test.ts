import { expect, test } from 'vitest'
import { comparisonsInWords } from '../../src/domain/reading/words.ts'
import { itemOf, parseItemLine } from '../../src/plans/items/item-line.ts'

test.each([
  [81.1, '−9.9 % on last time'],
  [81, '−10 % on last time'],
  [96.7, '+7.4 % on last time'],
  [99, '+10 % on last time'],
  [200, '+122 % on last time'],
  [90.3, '+0.3 % on last time'],
])('%d after 90 is %s: what misses its tenth does not read as one', (value, words) => {
  const read = parseItemLine('Waste: number kg, falling by 10% on last time')
  if (!read.ok) throw new Error(read.message)
  const compared = [{ with: 'last time', was: 90 } as const]
  expect(comparisonsInWords(itemOf(read.value, 'waste'), { text: `${value} kg`, value, compared })).toEqual([words])
})
