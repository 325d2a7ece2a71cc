import type { Checklist, ChecklistItem, Settlement } from '../../src/domain/checklist.ts'
import type { Issue } from '../../src/domain/issue.ts'
import type { Item } from '../../src/domain/item.ts'
import type { JournalEntry } from '../../src/domain/journal.ts'
import type { Section } from '../../src/domain/plan.ts'
import { summarise, type WeekFigures } from '../../src/domain/summary.ts'
import type { WeekFacts } from '../../src/domain/week-facts.ts'
import { readable } from '../../src/sandbox/reading/readable.ts'
import type { Drawing } from '../../src/slack/drawing.ts'

/** A Friday in New York: 09:00 is 14:00 UTC. */
export const at = (time: string, day = '2026-11-20') => new Date(`${day}T${time}:00-05:00`)

export const maria = 'U0MARIA'
export const ben = 'U0BEN'
export const dana = 'U0DANA'

const names: Readonly<Record<string, string>> = {
  [maria]: 'maria',
  [ben]: 'ben',
  [dana]: 'dana',
  C0OPS: 'ops',
  C0INC: 'incidents',
}
const nameOf = (id: string) => names[id] ?? id
const reader = {
  timezone: 'Europe/Paris',
  now: at('12:00').getTime(),
  userName: nameOf,
  channelName: nameOf,
  groupName: nameOf,
}

/** What somebody in Paris reads; `text` is what a screen reader says. */
export function read(drawing: Drawing | null): string {
  if (drawing === null) return '(withdrawn)'
  return `${readBlocks(drawing.blocks)}\n— text: ${readBlocks([{ type: 'section', text: drawing.text }])}`
}

export function readBlocks(blocks: readonly object[]): string {
  return `\n${readable(blocks as never, reader)}`.trim()
}

/** What a screen reader says of the buttons. */
export function labelsIn(drawn: object): readonly string[] {
  const found = JSON.stringify(drawn).matchAll(/"accessibility_label":"([^"]*)"/gu)
  return [...found].map(([, label = '']) => label)
}

const anItem: Item = {
  id: 'item',
  title: 'Item',
  kind: 'check',
  unit: null,
  targets: [],
  critical: null,
  options: [],
  flag: [],
  group: null,
  optional: false,
  severity: null,
  owner: null,
  look: null,
  note: null,
  into: null,
}

export const open: Settlement = { state: 'open' }
export const done = (time: string, by = maria): Settlement => ({ state: 'done', by, at: at(time), reading: null })

export function item(title: string, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return { ...anItem, id: title, title, section: 0, settlement: open, ...more }
}

export function section(title: string, more: Partial<Section> = {}): Omit<Section, 'items'> {
  const { items: _, ...rest } = { items: [], ...more }
  return { title, takesMinutes: null, look: null, run: null, expect: null, note: null, ifFailed: null, ...rest }
}

const errorCount = {
  kind: 'number' as const,
  targets: [{ op: '<' as const, value: 10 }],
}

export function morning(more: Partial<Checklist> = {}): Checklist {
  return {
    id: 'c1',
    plan: 'drainpro',
    planTitle: 'DrainPro',
    ritual: 'morning',
    title: 'Morning checklist',
    channel: 'C0OPS',
    zone: 'America/New_York',
    owners: [maria],
    ownerTitle: 'Operations Manager',
    dueAt: at('09:00'),
    opensAt: at('09:00'),
    closesAt: at('11:00'),
    openedAt: at('09:00'),
    late: false,
    state: 'open',
    severity: 'P2',
    takesMinutes: 15,
    ifFailed: 'Follow the incident procedure',
    sections: [
      section('System health check', { look: 'Status page', run: 'curl https://status.example.com/api/health' }),
      section('Phones'),
    ],
    items: [
      item('API answers healthy'),
      item('Database backup', { settlement: done('09:04') }),
      item('Error count', errorCount),
      item('Call forwarding', {
        section: 1,
        settlement: { state: 'failed', by: ben, at: at('09:04'), reading: null, note: 'No tone', issue: 'i12' },
      }),
      item('Fax line', {
        section: 1,
        optional: true,
        settlement: { state: 'not-applicable', by: ben, at: at('09:05'), note: 'shop closed' },
      }),
    ],
    remindedAt: null,
    signedOff: null,
    wakeAt: null,
    ...more,
  }
}

export const settledItems: readonly ChecklistItem[] = [
  item('API answers healthy', { settlement: done('09:03') }),
  item('Error count', {
    ...errorCount,
    settlement: {
      state: 'failed',
      by: maria,
      at: at('09:06'),
      reading: { text: '14', value: 14 },
      note: 'target < 10',
      issue: 'i12',
    },
  }),
]

export function issue(more: Partial<Issue> = {}): Issue {
  return {
    id: 'i12',
    number: 12,
    plan: 'drainpro',
    title: 'Call forwarding',
    detail: 'No tone',
    severity: 'P1',
    incident: false,
    status: 'investigating',
    owner: null,
    commander: null,
    channel: 'C0OPS',
    source: { checklist: 'c1', item: 'Call forwarding' },
    openedBy: ben,
    openedAt: at('09:04'),
    respondMinutes: 120,
    respondBy: at('11:04'),
    resolveMinutes: 1440,
    resolveBy: at('09:04', '2026-11-21'),
    acknowledged: null,
    resolved: null,
    withdrawnAt: null,
    ladder: [
      { title: 'Operations Manager', people: [maria] },
      { title: 'Technical Lead', people: [dana] },
    ],
    asks: [{ level: 0, at: at('09:04'), why: 'opened' }],
    updatesMinutes: null,
    updateAskAt: null,
    responseAskAt: at('11:04'),
    resolutionAskAt: at('09:04', '2026-11-21'),
    wakeAt: at('11:04'),
    ...more,
  }
}

export function payments(more: Partial<Issue> = {}): Issue {
  return issue({
    id: 'i14',
    number: 14,
    title: 'payments are down',
    detail: 'Cards are refused since 03:05.\nBoth tills.',
    severity: 'P0',
    incident: true,
    channel: 'C0INC',
    source: null,
    openedBy: maria,
    openedAt: at('03:10'),
    respondMinutes: 15,
    respondBy: at('03:25'),
    resolveMinutes: 60,
    resolveBy: at('04:10'),
    asks: [{ level: 0, at: at('03:10'), why: 'opened' }],
    responseAskAt: at('03:25'),
    resolutionAskAt: at('04:10'),
    ...more,
  })
}

export function entry(time: string, by: string | null, what: JournalEntry['what']): JournalEntry {
  return { at: at(time), by, plan: 'drainpro', subject: 'i14', what }
}

export const timeline: readonly JournalEntry[] = [
  entry('03:10', maria, { kind: 'issue-opened', number: 14, severity: 'P0', title: 'payments are down' }),
  entry('03:10', null, { kind: 'issue-asked', level: 'Operations Manager', people: [maria], why: 'opened' }),
  entry('03:25', null, { kind: 'issue-asked', level: 'Technical Lead', people: [dana], why: 'not-acknowledged' }),
]

export function figures(facts: Partial<WeekFacts> = {}, week = '2026-W47'): WeekFigures {
  const none: WeekFacts = {
    from: at('00:00', '2026-11-16'),
    occurrences: [],
    readings: [],
    figures: [],
    lists: [],
    issues: [],
    answers: [],
  }
  return summarise(week, { ...none, ...facts }, at('16:30'))
}
