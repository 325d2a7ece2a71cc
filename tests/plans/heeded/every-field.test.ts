import { describe, expect, test } from 'vitest'
import { openIssue } from '../../../src/domain/issue.ts'
import { enter, fail, markNotApplicable, tick } from '../../../src/domain/settle.ts'
import { type ReportField, reportFields, type TemplateField, templateFields } from '../../../src/domain/template.ts'
import { drawReport } from '../../../src/slack/views/report.ts'
import { filledTemplate } from '../../../src/slack/views/template.ts'
import { openedOn, planInUse, readBlocks } from './plan-in-use.ts'

const head = ['plan: shop', 'title: Corner shop', 'timezone: Europe/Paris', 'channel: "#ops"']
const shop = [
  ...head,
  'roles:',
  '  lead:',
  '    title: Technical lead',
  '    people: ["@ben"]',
  '    contacts: [{ name: On-call phone, phone: "+1 555 0100", email: oncall@example.com }]',
  'escalation: [lead]',
  'severities: { P0: { name: Blocker, updates: 30m }, P1: { resolve: next release } }',
  'rituals: { open-up: { every: day at 09:00, items: [Lights on] } }',
]
const declaredAt = new Date('2026-11-20T09:00:00Z')

/** What stands for a field in a template's text, in an update about an issue of nine o'clock. */
function filled(
  field: string,
  { severity = 'P0' as 'P0' | 'P1', detail = 'Cards are refused' as string | null, lines = shop } = {},
) {
  const plan = planInUse(lines.join('\n'))
  const draft = { id: 'i1', title: 'payments are down', incident: true, owner: null, source: null, by: null }
  const { issue } = openIssue(plan, { ...draft, severity, detail }, 7, plan.incidents, declaredAt)
  const template = { title: 'Update', channel: plan.channel, text: `{${field}}` }
  return filledTemplate(template, issue, plan, new Date('2026-11-20T09:10:00Z'))
}

const ofTemplates: Readonly<Record<TemplateField, string>> = {
  plan: 'Corner shop',
  title: 'payments are down',
  number: '7',
  severity: 'P0 Blocker',
  status: 'investigating',
  impact: 'Cards are refused',
  started: 'Fri 20 Nov 10:00 Paris',
  eta: 'Fri 20 Nov 11:00 Paris',
  'next-update': 'Fri 20 Nov 10:40 Paris',
  contact: 'Technical lead, On-call phone, +1 555 0100, oncall@example.com',
}

describe('a field of a template', () => {
  test.each(templateFields)('{%s} is filled in', (field) => {
    expect(filled(field)).toBe(ofTemplates[field])
    expect(filled(field.toUpperCase())).toBe(ofTemplates[field])
  })

  test('says what nobody knows yet, and the milestone where no clock runs', () => {
    expect(filled('impact', { detail: null })).toBe('…')
    expect(filled('next-update', { severity: 'P1' })).toBe('…')
    expect(filled('eta', { severity: 'P1' })).toBe('next release')
    expect(filled('contact', { lines: [...head, shop.at(-1) ?? ''] })).toBe('…')
  })

  test('that is unknown stays as it is written', () => {
    expect(filled('weather')).toBe('{weather}')
  })
})

const round = [
  ...head,
  'rituals:',
  '  open-up:',
  '    every: day at 09:00',
  '    items: [Lights on, { Fridge: number < 5 °C }, Alarm off, { Wins: text }, { Till: money $ }]',
].join('\n')

/** The round as it was closed: one ticked, one out of target, one failed, one that does not apply, one forgotten. */
function closedRound() {
  const by = { by: { id: 'U0MARIA', external: false, admin: false }, now: new Date('2026-11-20T09:00:00Z') }
  const ids = { newId: () => 'i1' }
  const opened = openedOn(planInUse(round), '2026-11-20')
  const settle = (title: string) => ({ ...by, ...ids, item: opened.items.find((one) => one.title === title)?.id ?? '' })
  return [
    (checklist: typeof opened) => tick(checklist, settle('Lights on')),
    (checklist: typeof opened) => enter(checklist, { ...settle('Fridge'), answer: '9' }),
    (checklist: typeof opened) => fail(checklist, { ...settle('Alarm off'), note: null, severity: null, owner: null }),
    (checklist: typeof opened) => markNotApplicable(checklist, { ...settle('Wins'), note: null }),
  ].reduce((checklist, decide) => {
    const outcome = decide(checklist)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.next.checklist
  }, opened)
}

const ofReports: Readonly<Record<ReportField, string>> = {
  date: 'Fri 20 Nov',
  ritual: 'Open up',
  settled: '4',
  total: '5',
  failed: '2',
}

describe('a field of a report', () => {
  const reported = (field: string) => {
    const { blocks } = drawReport({ checklist: closedRound(), text: `Said: {${field}}` })
    return /Said: (.*)/.exec(readBlocks(blocks))?.[1]
  }

  test.each(reportFields)('{%s} is filled in', (field) => {
    expect(reported(field)).toBe(ofReports[field])
  })

  test.each([
    ['Lights on', 'done'],
    ['lights ON', 'done'],
    ['Fridge', '9 °C'],
    ['Alarm off', 'failed'],
    ['Wins', 'not applicable'],
    ['Till', 'not entered'],
  ])('{%s} is its answer: %s', (title, answer) => {
    expect(reported(title)).toBe(answer)
  })
})
