import { describe, expect, test } from 'vitest'
import { importDocument } from '../../src/plans/import/import.ts'

/** The report of a morning whose document ends with this form. */
function reportOf(...form: readonly string[]): string | undefined {
  const document = ['## Morning check, weekdays', '- [ ] Lights', '', '**Daily report template:**', ...form].join('\n')
  const imported = importDocument(document, { fileName: 'shop.md' })
  if (!('plan' in imported)) throw new Error(JSON.stringify(imported))
  return imported.plan.rituals[0]?.report?.text
}

describe('a form that is filled in to be read by others is posted as its document shows it', () => {
  test('with what was entered in each of its lines', () => {
    expect(reportOf('Date: ____', 'Size: ____ kg', 'Mood: ☐ Good ☐ Bad')).toBe(
      'Date: {date}\nSize: {Size}\nMood: {Mood}',
    )
  })

  test('and a line that stands under several headings with what was entered under its own', () => {
    expect(reportOf('Paris:', '- Size: ____ kg', '- Mood: ____', '', 'Lyon:', '- Size: ____ kg')).toBe(
      'Paris:\nSize: {Paris: Size}\nMood: {Mood}\n\nLyon:\nSize: {Lyon: Size}',
    )
  })

  test('and a line that is called as a fact of the checklist is, under its own heading', () => {
    expect(reportOf('Till:', '- Total: ____ $', '- Mood: ____')).toBe('Till:\nTotal: {Till: Total}\nMood: {Mood}')
  })

  test('but not where nothing tells two of its lines apart', () => {
    expect(reportOf('Size: ____ kg', 'Size: ____ kg')).toBeUndefined()
  })
})
