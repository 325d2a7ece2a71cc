import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Item, Target } from '../../src/domain/item.ts'
import type { Ritual } from '../../src/domain/plan.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { boxesOf, type Wanted } from './document.ts'
import { planOf } from './plans.ts'

const document = readFileSync('plans/documents/drainpro.md', 'utf8')
const plan = planOf(readFileSync('plans/drainpro.yaml', 'utf8'))

const parts: readonly (readonly [string, string, number])[] = [
  ['morning', 'Morning Checklist (9:00 AM', 28],
  ['evening', 'Evening Checklist (5:00 PM', 20],
  ['monday', 'Monday Morning (9:00 AM', 52],
  ['wednesday', 'Wednesday Afternoon (2:00 PM', 15],
  ['friday', 'Friday Afternoon (4:00 PM', 20],
  ['first-monday', 'First Monday of Month (9:00 AM', 71],
]

/** Where the document leaves the form of the answer to its reader: said here by hand, by ritual and title. */
const byHand: Readonly<Record<string, Partial<Wanted>>> = {
  'morning/Total calls received (should match expected volume)': { title: 'Total calls received', kind: 'number' },
  'morning/AI agent status (all should be "active")': {
    title: 'AI agent status',
    kind: 'choice',
    target: 'All active',
  },
  'morning/Monitor Agent ran (should be every 15-60 min)': { title: 'Monitor Agent ran' },
  'morning/No failed payments': { title: 'Failed payments' },
  'morning/New reviews received': { kind: 'number' },
  'morning/Any negative reviews (respond within 24 hours)': {
    title: 'Any negative reviews',
    kind: 'yes-no',
    target: 'no',
  },
  'evening/Total leads generated': { kind: 'number' },
  'evening/Lead-to-booking conversion rate': { kind: 'percent', unit: '%' },
  'evening/CPL (Cost Per Lead)': { kind: 'money', unit: '$' },
  'evening/Revenue generated': { kind: 'money', unit: '$' },
  'evening/Technician utilization': { kind: 'percent', unit: '%' },
  'evening/Quotes pending (follow up if >24 hours old)': { title: 'Quotes pending' },
  'evening/Database backup (should run at 2 AM)': { title: 'Database backup' },
  'evening/File backup (should run at 3 AM)': { title: 'File backup' },
  'evening/Configuration backup (should run at 4 AM)': { title: 'Configuration backup' },
  'monday/Most used features': { kind: 'text' },
  'wednesday/On track for lead target?': { kind: 'yes-no' },
  'wednesday/On track for revenue target?': { kind: 'yes-no' },
  'wednesday/Any issues emerging?': { kind: 'yes-no' },
  'wednesday/Need to adjust strategy?': { kind: 'yes-no' },
  'wednesday/Common complaints': { kind: 'text' },
  'wednesday/Common praises': { kind: 'text' },
  'wednesday/Action items': { kind: 'text' },
  'friday/Lead goal: Yes/No': { title: 'Lead goal', kind: 'yes-no' },
  'friday/Revenue goal: Yes/No': { title: 'Revenue goal', kind: 'yes-no' },
  'friday/Profit goal: Yes/No': { title: 'Profit goal', kind: 'yes-no' },
  'first-monday/Most common root causes': { kind: 'text' },
  'first-monday/Mobile app updates available?': { kind: 'yes-no' },
  'first-monday/GHL platform updates?': { kind: 'yes-no' },
  'first-monday/AWS service updates?': { kind: 'yes-no' },
  'first-monday/Third-party integrations updates?': { kind: 'yes-no' },
  'first-monday/Backup restoration: Success/Fail': { title: 'Backup restoration', kind: 'choice', target: 'Success' },
  'first-monday/Data integrity: 100%': { title: 'Data integrity', kind: 'percent', unit: '%', target: '= 100' },
  'first-monday/Functionality: All working': { title: 'Functionality', kind: 'choice', target: 'All working' },
  'first-monday/Technician capacity: Adequate/Need more': {
    title: 'Technician capacity',
    kind: 'choice',
    target: 'Adequate',
  },
  'first-monday/System capacity: Adequate/Need upgrade': {
    title: 'System capacity',
    kind: 'choice',
    target: 'Adequate',
  },
  'first-monday/Budget capacity: Adequate/Need increase': {
    title: 'Budget capacity',
    kind: 'choice',
    target: 'Adequate',
  },
}

/** Lines above boxes that tell where to look rather than head a group. */
const leadIns = /^(Check|Review|Analyze|Test|Forecast|Final|Schedule|Compare|Identify|Create)\b/

describe.each(parts)('the %s ritual', (id, heading, count) => {
  const ritual = plan.rituals.find((candidate) => candidate.id === id) as Ritual
  const boxes = boxesOf(document, heading)

  test(`has each of the ${count} boxes of its part in the right section, with the right kind and target`, () => {
    expect(boxes).toHaveLength(count)
    for (const box of boxes) {
      const wanted = { ...box, ...byHand[`${id}/${box.title}`] }
      const section = ritual.sections.find(({ title }) => title === wanted.section)
      const group = wanted.group !== null && !leadIns.test(wanted.group) ? wanted.group : null
      const found = section?.items.find((item) => item.title === wanted.title && item.group === group)
      expect(found && shapeOf(found), `${wanted.section} / ${group} / ${wanted.title}`).toEqual({
        kind: wanted.kind,
        unit: wanted.unit,
        target: wanted.target,
      })
    }
  })

  test('keeps the order of the document', () => {
    const titles = ritual.sections.flatMap(({ items }) => items.map(({ title }) => title))
    const order = boxes.map((box) => byHand[`${id}/${box.title}`]?.title ?? box.title)
    let at = 0
    for (const title of order) {
      at = titles.indexOf(title, at)
      expect(at, title).toBeGreaterThanOrEqual(0)
      at++
    }
  })

  test('has ids that are unique', () => {
    const ids = ritual.sections.flatMap(({ items }) => items.map((item) => item.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('what the document asks for without a box is asked for too', () => {
  const costs = sectionOf('first-monday', 'Financial Review')
  const calculated = ['Cost as % of revenue: percent', 'Profit margin: percent', 'Break-even point: money']
  const spent = ['Google Ads', 'Twilio', 'GHL', 'AWS', 'Stripe fees', 'Mobile app hosting', 'Other', 'Total']
  expect(costs.items.map(({ title, kind }) => `${title}: ${kind}`)).toEqual([
    ...spent.map((cost) => `${cost}: money`),
    ...calculated,
  ])
  expect(sectionOf('morning', 'System Health Check')).toMatchObject({
    run: 'curl https://status.drainpro.com/api/health',
  })
  expect(sectionOf('morning', 'System Health Check').expect).toContain('"uptime": "99.98%"')
  expect(sectionOf('morning', 'Verify Call Forwarding').ifFailed).toBe(
    'Check TROUBLESHOOTING.md → Call Forwarding Issues',
  )
  const report = sectionOf('friday', 'Prepare Weekly Report').items.map(({ into }) => into)
  expect(report.filter((into) => into !== null)).toEqual(['wins', 'challenges', 'next week'])
})

test('times, lengths, owners and clocks are those of the document', () => {
  const rituals = plan.rituals.map(({ id, takesMinutes, owner }) => [id, takesMinutes, owner])
  expect(rituals).toEqual([
    ['morning', 15, 'operations-manager'],
    ['evening', 10, 'operations-manager'],
    ['monday', 30, 'operations-manager'],
    ['wednesday', 20, 'operations-manager'],
    ['friday', 30, 'operations-manager'],
    ['first-monday', 120, 'operations-and-technical'],
  ])
  const clocks = Object.entries(plan.severities).map(([level, rule]) => [
    level,
    rule.respondMinutes,
    rule.resolveMinutes,
    rule.escalate,
  ])
  expect(clocks).toEqual([
    ['P0', 15, 60, 'cto'],
    ['P1', 120, 1440, 'technical-lead'],
    ['P2', 1440, 10080, 'operations-manager'],
    ['P3', 2880, null, 'product-manager'],
  ])
  expect(plan.severities.P0.when).toHaveLength(4)
  expect([plan.version, plan.updated, plan.review]).toEqual(['1.0', '2025-12-06', '2026-03-06'])
})

test('in March 2026 the morning stays at nine while the clocks change under it', () => {
  const mornings = scheduleOf(plan, '2026-03-01', '2026-03-31').filter(({ ritual }) => ritual === 'morning')
  expect(mornings).toHaveLength(31)
  for (const { dueAt, local } of mornings) {
    const day = local.slice(0, 10)
    expect(local).toBe(`${day} 09:00`)
    expect(dueAt.toISOString()).toBe(`${day}T${day < '2026-03-08' ? '14' : '13'}:00:00.000Z`)
  }
})

test('the first Monday of March 2026 brings the monthly review', () => {
  const monthly = scheduleOf(plan, '2026-03-01', '2026-03-31').filter(({ ritual }) => ritual === 'first-monday')
  expect(monthly.map(({ local }) => local)).toEqual(['2026-03-02 09:00'])
})

function sectionOf(id: string, title: string) {
  const section = plan.rituals
    .find((ritual) => ritual.id === id)
    ?.sections.find((candidate) => candidate.title === title)
  if (!section) throw new Error(`no ${title}`)
  return section
}

function shapeOf({ kind, unit, targets, options, flag }: Item) {
  const good =
    kind === 'choice' ? options.filter((option) => !flag.includes(option)).join('/') : targets.map(textOf).join(', ')
  return { kind, unit, target: good }
}

function textOf(target: Target): string {
  if (target.op === 'is') return target.word
  return 'value' in target ? `${target.op} ${target.value}` : target.op
}
