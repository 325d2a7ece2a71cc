import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnswerable, isSplit } from '../../src/domain/checklist.ts'
import { documentStates, type PlanDocument } from '../../src/domain/document.ts'
import { maintenanceMoments } from '../../src/domain/maintenance.ts'
import type { Ritual } from '../../src/domain/plan.ts'
import type { PlanFacts } from '../../src/domain/plan-facts.ts'
import type { PlanPreview } from '../../src/domain/plan-preview.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { summarise } from '../../src/domain/summary.ts'
import { checkBlocks, checkView } from '../../src/sandbox/limits/check.ts'
import type { Json } from '../../src/sandbox/protocol.ts'
import type { Drawing } from '../../src/slack/drawing.ts'
import { plain } from '../../src/slack/text/mrkdwn.ts'
import { drawAsk } from '../../src/slack/views/ask.ts'
import { charactersOf } from '../../src/slack/views/blocks.ts'
import { drawChecklist, drawReminder, drawSection } from '../../src/slack/views/checklist.ts'
import { drawDocument, drawDocumentTold } from '../../src/slack/views/document.ts'
import { applyForm } from '../../src/slack/views/forms/apply-document.ts'
import { declareForm } from '../../src/slack/views/forms/declare.ts'
import { failForm } from '../../src/slack/views/forms/fail.ts'
import { fillInForm } from '../../src/slack/views/forms/fill-in.ts'
import { importForm, sentForm } from '../../src/slack/views/forms/import-document.ts'
import { issueView } from '../../src/slack/views/forms/issue.ts'
import { notApplicableForm } from '../../src/slack/views/forms/not-applicable.ts'
import { faultView, loadingView } from '../../src/slack/views/forms/notices.ts'
import { procedureForm } from '../../src/slack/views/forms/procedure.ts'
import { recordView } from '../../src/slack/views/forms/record.ts'
import { resolveForm } from '../../src/slack/views/forms/resolve.ts'
import { retireForm } from '../../src/slack/views/forms/retire.ts'
import { signOffForm } from '../../src/slack/views/forms/sign-off.ts'
import { updateForm } from '../../src/slack/views/forms/update.ts'
import { drawHandOver } from '../../src/slack/views/hand-over.ts'
import { drawHome } from '../../src/slack/views/home.ts'
import { drawIncident, drawIssue } from '../../src/slack/views/issue.ts'
import { drawLimit } from '../../src/slack/views/limit.ts'
import { drawMaintenance } from '../../src/slack/views/maintenance.ts'
import { drawReport } from '../../src/slack/views/report.ts'
import { drawSummary, drawSummaryDetail, summaryMarkdown } from '../../src/slack/views/summary.ts'
import { drawTold } from '../../src/slack/views/told.ts'
import { help, issueList, today } from '../../src/slack/views/whispers.ts'
import { checklists, handOvers, instant as instants, issues, nasty, rules, timelines, weeks } from './states.ts'

const zone = 'America/New_York'
const zonesKnown = Intl.supportedValuesOf('timeZone')
const templates = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [`t-${index}`, { title: 'x'.repeat(200), channel: 'C0OPS', text: 'y' }]),
)

/** Everything that a plan may say of itself, at its longest. */
function factsOf(text: string): PlanFacts {
  const notes = Array.from({ length: 4 }, (_, index) => ({
    heading: `${text}${index}`,
    lines: Array.from({ length: 20 }, () => text),
  }))
  const phase = { title: text, from: '2026-01-01', to: '2027-01-01', focus: text, monitoring: text }
  const dated = { version: text, updated: '2026-01-01', review: '2026-01-01', reviewOverdue: true }
  return { title: text, ...dated, phase, targets: notes, practices: notes, documents: notes, gates: [text] }
}

test('every drawing of a checklist fits in a message', () => {
  fc.assert(
    fc.property(checklists, issues, (checklist, issue) => {
      const known = { i1: issue, incident: issue }
      fits(drawChecklist({ checklist, issues: known }))
      fits(drawReminder({ checklist }))
      fits(drawLimit({ checklist }))
      for (const section of checklist.sections.keys()) fits(drawSection({ checklist, issues: known, section }))
    }),
    { numRuns: 60 },
  )
})

test('a card that is not split shows every open item with its button', () => {
  fc.assert(
    fc.property(checklists, (checklist) => {
      if (isSplit(checklist) || checklist.signedOff || checklist.items.length > 40) return
      if (checklist.state === 'missed' || checklist.state === 'paused') return
      if (checklist.sections.length === 0) return
      const shown = JSON.stringify(drawChecklist({ checklist, issues: {} }).blocks)
      const open = checklist.items.filter(isAnswerable).length
      expect(shown.split(/item\.(?:tick|enter)/u).length - 1).toBe(open)
    }),
    { numRuns: 60 },
  )
})

test('every drawing of an issue fits in a message', () => {
  fc.assert(
    fc.property(issues, timelines, nasty, fc.nat({ max: 8 }), (issue, timeline, planTitle, ask) => {
      const state = { issue, timeline, zone, planTitle, milestone: planTitle }
      fits(drawIssue(state))
      fits(drawIncident(state))
      fits(drawAsk({ ...state, ask }))
      fits(drawAsk(state))
    }),
    { numRuns: 100 },
  )
})

test('what a template or a report says fits in a message', () => {
  fc.assert(
    fc.property(checklists, issues, nasty, (checklist, issue, text) => {
      fits(drawTold({ issue, planTitle: text, text: text.repeat(5), audience: text, by: 'U0MARIA' }))
      const titles = checklist.items.map(({ title }) => `{${title}}`).join('\n')
      fits(drawReport({ checklist, text: `{date} ${titles} ${text}` }))
    }),
    { numRuns: 60 },
  )
})

test('a window of maintenance fits in a message', () => {
  fc.assert(
    fc.property(nasty, fc.constantFrom(...maintenanceMoments), instants, (text, moment, startsAt) => {
      const window = { startsAt, endsAt: new Date(startsAt.getTime() + 1), title: text, zone }
      fits(drawMaintenance({ ...window, moment, text: text.repeat(3), planTitle: text }))
    }),
    { numRuns: 60 },
  )
})

test('a procedure fits on its incident and in the forms that start it', () => {
  fc.assert(
    fc.property(issues, fc.array(checklists, { maxLength: 8 }), nasty, (issue, steps, title) => {
      fits(drawIncident({ issue, timeline: [], zone, planTitle: title, steps, hasProcedures: true }))
      const procedure = (index: number) => ({ id: `rollback-${index}`, title, openForMinutes: 15 }) as Ritual
      for (const procedures of [[], Array.from({ length: 120 }, (_, index) => procedure(index))])
        expect(checkView(procedureForm({ issue, procedures }) as unknown as Json)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

const refusals: fc.Arbitrary<Refusal> = fc.oneof(
  nasty.map((name) => ({ kind: 'document-says-nothing' as const, name, reason: name.repeat(3) })),
  nasty.map((name) => ({ kind: 'document-too-large' as const, name, bytes: 900_000 })),
  nasty.map((name) => ({ kind: 'names-unknown' as const, sentences: [name, name, name, name, name, name] })),
)

test('a document fits in its message and in the form that applies it, whatever it holds', () => {
  const some = fc.constantFrom(0, 1, 30, 200)
  fc.assert(
    fc.property(nasty, some, fc.constantFrom(0, 11, 3000), instants, refusals, (text, count, lines, at, fault) => {
      const many = <One>(one: (index: number) => One) => Array.from({ length: count }, (_, index) => one(index))
      const change = { title: text, cadence: true, added: many(() => text), removed: many(() => text), changed: [text] }
      const ahead = { title: text, every: text, nextAt: at, zone, sections: 3, items: count }
      const preview: PlanPreview = {
        ...{ name: 'shop', title: text, zone, channel: text, wantsOwner: true },
        counts: { rituals: count, sections: 9, items: 99 },
        rituals: many(() => ahead),
        chosen: many((index) => ({ at: `${text}${index}`, value: text })),
        unplaced: Array.from({ length: lines }, (_, line) => ({ line, text, reason: text })),
        roles: many((index) => ({ name: `role-${index}`, title: text, people: [] })),
        before: {
          ...{ title: text, version: 7, retiredAt: count > 1 ? at : null },
          changes: { added: many(() => text), removed: many(() => text), changed: many(() => change), same: 3 },
        },
      }
      const applied = { title: text, rituals: count, channels: many((index) => `C0OPS${index}`), first: ahead }
      for (const state of documentStates) {
        const document: PlanDocument = {
          ...{ id: 'd', fileName: text, state, by: 'U0BEN', receivedAt: at, choices: {}, fault },
          shownTo: ['U0BEN', ...many((index) => `U0A${index}`)],
          became: { plan: 'shop', version: 1 },
          settled: { by: 'U0MARIA', at },
        }
        for (const mayApply of [true, false]) {
          const admins = many((index) => `U0A${index}`)
          const seen = { document, viewer: mayApply ? 'U0MARIA' : 'U0BEN', mayApply, admins, preview, applied, zone }
          fits(drawDocument(seen))
          fits(drawDocumentTold({ ...seen, viewer: 'U0DANA' }))
        }
        if (state !== 'read') continue
        const form = applyForm({
          document,
          preview,
          person: 'U0MARIA',
          channel: 'C0OPS',
          people: {},
          zones: zonesKnown,
        })
        expect(checkView(form as unknown as Json)).toEqual([])
        expect(JSON.stringify(form).length).toBeLessThan(200_000)
      }
      for (const takesFiles of [true, false])
        expect(checkView(importForm({ channel: 'C0OPS', takesFiles }) as unknown as Json)).toEqual([])
      expect(checkView(sentForm(plain(text)) as unknown as Json)).toEqual([])
    }),
    { numRuns: 12 },
  )
})

test('every hand-over fits in a message', () => {
  fc.assert(
    fc.property(handOvers, (state) => fits(drawHandOver(state))),
    { numRuns: 60 },
  )
})

test('every summary fits in a message', () => {
  fc.assert(
    fc.property(weeks, weeks, nasty, (facts, before, planTitle) => {
      const state = {
        planTitle,
        zone,
        from: facts.from,
        until: new Date('2026-11-23T05:00:00Z'),
        figures: summarise('2026-W47', facts, new Date('2027-12-31')),
        previous: summarise('2026-W46', before, new Date('2027-12-31')),
        restated: { was: 92, is: 94 },
      }
      fits(drawSummary({ ...state, plan: factsOf(planTitle) }))
      fits(drawSummary(state))
      fits(drawSummaryDetail(state))
      expect(summaryMarkdown(state)).not.toBe('')
    }),
    { numRuns: 30 },
  )
})

test('Home fits in its tab', () => {
  fc.assert(
    fc.property(
      fc.array(checklists, { maxLength: 30 }),
      fc.array(issues, { maxLength: 40 }),
      (checklists, openIssues) => {
        const next = checklists.map(({ id, title, dueAt, zone, channel, owners }) => ({
          start: id,
          title,
          dueAt,
          zone,
          channel,
          owners,
        }))
        const { home } = drawHome({
          person: 'U0MARIA',
          zone,
          today: checklists,
          late: checklists,
          next,
          openIssues,
          canDeclare: true,
          plans: Array.from({ length: 7 }, () => factsOf(checklists[0]?.title ?? '&')),
          procedures: Array.from({ length: 30 }, (_, index) => ({
            ...{ start: `plan/p${index}`, title: checklists[0]?.title ?? 'x', planTitle: 'y' },
            ...{ takesMinutes: 5, limitMinutes: 15 },
          })),
          maintenance: checklists.map(({ title, dueAt }) => ({
            ...{ title, zone, startsAt: dueAt, endsAt: new Date(dueAt.getTime() + 1), meanwhile: [title, title] },
          })),
        })
        expect(checkView({ type: 'home', blocks: home } as unknown as Json)).toEqual([])
        for (const text of [
          today({ zone, today: checklists, late: checklists, next: [], openIssues }, new Date(0)),
          issueList(openIssues, zone),
        ]) {
          expect(text.length).toBeLessThan(4000)
        }
      },
    ),
    { numRuns: 15 },
  )
})

test('every form fits in a view', () => {
  fc.assert(
    fc.property(checklists, issues, timelines, rules, nasty, (checklist, issue, timeline, severities, text) => {
      const positions = [null, 0, checklist.items.length - 1]
      const views = [
        ...[...checklist.sections.keys()].map((section) => fillInForm({ checklist, section })),
        ...positions.map((item) => failForm({ checklist, item, severities, suggested: 'P1' })),
        notApplicableForm({ checklist, item: 0 }),
        signOffForm({ checklist }),
        declareForm({ severities, text }),
        updateForm({ issue }),
        updateForm({ issue, templates, chosen: { name: 'a', text: text.repeat(20) } }),
        resolveForm({ issue }),
        retireForm({ plan: 'shop', title: text }),
        recordView({ checklist, issues: { i1: issue }, timeline }),
        issueView({ issue, timeline, zone, planTitle: text }),
        loadingView(text),
        faultView(plain(text)),
      ]
      for (const view of views) expect(checkView(view as unknown as Json)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('nothing that is drawn mentions everybody', () => {
  fc.assert(
    fc.property(checklists, issues, timelines, (checklist, issue, timeline) => {
      const drawn = [
        drawChecklist({ checklist, issues: { i1: issue } }),
        drawIncident({ issue, timeline, zone, planTitle: checklist.title }),
        recordView({ checklist, issues: { i1: issue }, timeline }),
      ]
      for (const { text } of richTexts(drawn)) expect(text).not.toMatch(/<!(?:channel|here|everyone|subteam)/u)
    }),
    { numRuns: 40 },
  )
})

test('help is short', () => {
  expect(help({ rounds: '/rounds', incident: '/incident', summary: '/summary' }).length).toBeLessThan(1000)
})

function fits(drawing: Drawing | null): void {
  if (drawing === null) return
  expect(checkBlocks(drawing.blocks)).toEqual([])
  expect(drawing.blocks.length).toBeLessThanOrEqual(50)
  expect(charactersOf(drawing.blocks)).toBeLessThanOrEqual(13_000)
  if (drawing.plain) fits({ text: drawing.text, blocks: drawing.plain })
  expect(drawing.text.trim()).not.toBe('')
  expect(drawing.text.length).toBeLessThan(4000)
}

/** Every mrkdwn object in what was drawn, and the texts of messages. */
function richTexts(value: unknown): { text: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'text' in value && typeof value.text === 'string' && !('type' in value && value.type === 'plain_text')
  return [...(own ? [value as { text: string }] : []), ...Object.values(value).flatMap(richTexts)]
}
