import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '../../src/domain/document.ts'
import type { PlanPreview } from '../../src/domain/plan-preview.ts'
import { drawDocument } from '../../src/slack/views/document.ts'
import type { DocumentViewState } from '../../src/slack/views/document-state.ts'
import { at, ben, maria, read } from './state.ts'

const document: PlanDocument = {
  id: 'd1',
  fileName: 'maintenance.md',
  state: 'read',
  by: maria,
  receivedAt: at('08:00'),
  choices: {},
  shownTo: [maria],
  fault: null,
  became: null,
  settled: null,
}
const preview: PlanPreview = {
  name: 'pumps',
  title: 'Pumps',
  zone: 'America/New_York',
  channel: 'C0OPS',
  counts: { rituals: 200, sections: 40, items: 3200 },
  rituals: Array.from({ length: 200 }, (_, index) => ({
    title: `Round ${index + 1}`,
    every: 'every day at 09:00 New York',
    nextAt: at('09:00', '2026-11-21'),
    zone: 'America/New_York',
    sections: 1,
    items: 16,
  })),
  chosen: [{ at: 'Round 1: every', value: 'day at 09:00' }],
  unplaced: Array.from({ length: 3000 }, (_, index) => ({
    line: index + 2,
    text: 'Since 1987',
    reason: 'a sentence, and no task',
  })),
  wantsOwner: false,
  roles: [],
  before: null,
}
const state: DocumentViewState = {
  document,
  viewer: maria,
  mayApply: true,
  admins: [maria],
  preview,
  applied: null,
  zone: 'America/New_York',
}
const shown = (more: Partial<DocumentViewState>) => read(drawDocument({ ...state, ...more }))

describe('a document', () => {
  it('of any length is shortened with counts, and has the rest in a file', () => {
    const text = shown({})
    expect(text).toContain('200 rituals, 40 sections, 3200 items.')
    expect(text).toContain('When each falls due (200)')
    expect(text.match(/• Round \d+ — /gu)).toHaveLength(25)
    expect(text).toContain('and 175 more, all of them in the file')
    expect(text).toContain('Without a place in the plan (3000)')
    expect(text).toContain('and 2990 more, all of them in the file')
    expect(text).toContain('[Look it over and apply] [Get it as a file] [Discard]')
  })

  it('says to whoever may not apply it who may, and whether they were asked', () => {
    const his = { document: { ...document, by: ben, shownTo: [ben] }, viewer: ben, mayApply: false }
    expect(shown(his)).toContain(
      '[Ask a plan admin] [Get it as a file] [Discard]\nOnly a plan admin can apply it: @maria.',
    )
    expect(shown({ ...his, document: { ...his.document, shownTo: [ben, maria] } })).toContain(
      'Asked @maria to apply it. You will be told here.',
    )
    expect(shown({ ...his, admins: [] })).toContain('Only a plan admin can apply it, and Rounds knows none yet.')
  })

  it('whose plan falls due by hand alone says so once it is in force', () => {
    const applied = { title: 'Pumps', rituals: 1, channels: ['C0OPS'], first: null }
    const became = { plan: 'pumps', version: 2 }
    const settled = { by: maria, at: at('08:00') }
    expect(shown({ document: { ...document, state: 'applied', became, settled }, preview: null, applied })).toContain(
      'None falls due by itself: start them by hand, or set the launch they count from.',
    )
  })
})
