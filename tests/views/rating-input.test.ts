import { expect, test } from 'vitest'
import type { ChecklistItem } from '../../src/domain/checklist.ts'
import { itemOf, parseItemLine } from '../../src/plans/items/item-line.ts'
import { readingInput } from '../../src/slack/views/forms/reading-input.ts'

/** The kind of element in which a line's answer is given. */
function elementOf(line: string): string | undefined {
  const read = parseItemLine(line)
  if (!read.ok) throw new Error(read.message)
  const item: ChecklistItem = { ...itemOf(read.value, 'stars'), section: 0, settlement: { state: 'open' } }
  const block = readingInput({ item, position: 0 }).find(({ type }) => type === 'input')
  return block?.type === 'input' ? block.element.type : undefined
}

test.each(['Stars: rating', 'Stars: rating >= 4', 'Stars: rating 3..5, stretch = 5', 'Stars: rating of 10, rising'])(
  '%s is chosen',
  (line) => expect(elementOf(line)).toBe('static_select'),
)

test.each([
  'Stars: rating > 4.5',
  'Stars: rating 3.5..5',
  'Stars: rating > 4, stretch >= 4.8',
  'Stars: rating > 4, warning < 4.2',
  'Stars: rating critical < 2.5 P1',
  'Stars: rating average > 4',
  'Stars: rating of 100',
])('%s may have a fraction, and is typed', (line) => expect(elementOf(line)).toBe('plain_text_input'))
