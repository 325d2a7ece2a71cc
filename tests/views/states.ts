import fc from 'fast-check'
import type { Checklist, ChecklistItem, Settlement } from '../../src/domain/checklist.ts'
import { type Issue, issueStatuses } from '../../src/domain/issue.ts'
import { functions, type Item, itemKinds, statistics, type Target } from '../../src/domain/item.ts'
import type { Happening, JournalEntry } from '../../src/domain/journal.ts'
import { ledgerStates } from '../../src/domain/ledger.ts'
import type { Section } from '../../src/domain/plan.ts'
import { periods } from '../../src/domain/reading/period.ts'
import type { Reading } from '../../src/domain/reading/reading.ts'
import { type Severity, type SeverityRules, severities } from '../../src/domain/severity.ts'
import type {
  FigureFact,
  IssueFact,
  ListFact,
  OccurrenceFact,
  ReadingFact,
  WeekFacts,
} from '../../src/domain/week-facts.ts'
import type { HandOverState } from '../../src/slack/views/hand-over.ts'

/** What people type at their worst: markup, broadcasts, entities, emoji, control characters, endless lines. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<!here> <@U0MARIA> <#C0OPS|ops>',
    '<https://evil.example|https://good.example>',
    '*bold* _italic_ ~strike~ `code` ```pre```',
    '> quoted\n> twice',
    '&amp; &lt;!channel&gt; &',
    '😀👩‍👩‍👧‍👦é'.repeat(40),
    ' ',
    '',
    '\n\n',
    '&'.repeat(3000),
    'a very long title '.repeat(200),
    '<'.repeat(400),
  ),
  fc.string({ maxLength: 60, unit: fc.constantFrom(...'*_~`<>&|!@# \nab1.😀:') }),
  fc.string({ maxLength: 200, unit: 'grapheme' }),
  fc.string({ maxLength: 20 }),
)

const askReasons = ['opened', 'not-acknowledged', 'not-resolved', 'update-due'] as const
const person = fc.constantFrom('U0MARIA', 'U0BEN', 'U0DANA', '@cara', 'technical-lead')
const people = fc.oneof(
  { weight: 9, arbitrary: fc.uniqueArray(person, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 200 }, (_, index) => `U0PERSON${index}`)) },
)
export const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const maybe = <One>(one: fc.Arbitrary<One>) => fc.option(one, { freq: 3 })
const severity = fc.constantFrom(...severities)
const zone = fc.constantFrom('America/New_York', 'Europe/Paris', 'UTC', 'Asia/Kolkata')
const figure = fc.double({ min: -1e14, max: 1e14, noNaN: true })
const reading: fc.Arbitrary<Reading | null> = maybe(
  fc.record(
    {
      text: nasty,
      value: maybe(figure),
      compared: fc.array(fc.record({ with: fc.constantFrom(...periods, 'goal' as const), was: maybe(figure) }), {
        maxLength: 8,
      }),
      first: fc.constant(true as const),
      year: fc.record({ stands: figure, gone: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    { requiredKeys: ['text', 'value'] },
  ),
)
const minutes = fc.integer({ min: 0, max: 20_000 })

const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc.constant({ state: 'open' as const }),
  fc.record({ state: fc.constant('done' as const), by: person, at: instant, reading }),
  fc.record({
    state: fc.constant('failed' as const),
    by: person,
    at: instant,
    reading,
    note: maybe(nasty),
    issue: fc.constantFrom('i1', 'gone'),
  }),
  fc.record({ state: fc.constant('not-applicable' as const), by: person, at: instant, note: maybe(nasty) }),
)

const target: fc.Arbitrary<Target> = fc.constantFrom<Target>(
  { op: '<', value: 10 },
  { op: 'between', low: -1e9, high: 1e9 },
  { op: 'is', word: '<!here>' },
  { op: 'trend', way: 'not falling', by: 12.5, on: 'same week last month' },
)

const always = {
  id: fc.uuid(),
  title: nasty,
  kind: fc.constantFrom(...itemKinds),
  unit: maybe(fc.constantFrom('%', '°C', 'min', '<&>')),
  targets: fc.array(target, { maxLength: 3 }),
  critical: maybe(fc.record({ when: target, severity, do: nasty })),
  options: fc.array(nasty, { maxLength: 5 }),
  flag: fc.constant([]),
  group: maybe(nasty),
  optional: fc.boolean(),
  severity: maybe(severity),
  owner: maybe(person),
  look: maybe(nasty),
  note: maybe(nasty),
  into: fc.constant(null),
}

const item: fc.Arbitrary<Item> = fc.record(
  {
    ...always,
    statistic: fc.constantFrom(...statistics),
    stretch: target,
    warning: fc.record({ when: target, severity: maybe(severity), do: nasty }),
    compare: fc.subarray([...periods]),
    annual: fc.integer(),
    goal: fc.constant({ op: '>=' as const, item: 'nobody' }),
    compute: fc.record({ of: fc.constantFrom(...functions), items: fc.array(fc.constant('nobody'), { maxLength: 3 }) }),
    top: fc.integer({ min: 1, max: 20 }),
    run: nasty,
    expect: nasty,
    steps: fc.array(nasty, { maxLength: 30 }),
    ifFailed: nasty,
  },
  { requiredKeys: Object.keys(always) as (keyof typeof always)[] },
)

const section: fc.Arbitrary<Omit<Section, 'items'>> = fc.record({
  title: nasty,
  steps: fc.array(nasty, { maxLength: 30 }),
  takesMinutes: maybe(minutes),
  look: maybe(nasty),
  run: maybe(nasty),
  expect: maybe(nasty),
  note: maybe(nasty),
  ifFailed: maybe(nasty),
  phase: fc.record({ fromMinutes: fc.nat({ max: 900 }), toMinutes: minutes }),
})

/** Up to 150 items in up to 60 sections, in any state. */
export const checklists: fc.Arbitrary<Checklist> = fc
  .record({
    sections: fc.oneof(fc.array(section, { minLength: 1, maxLength: 6 }), fc.array(section, { maxLength: 60 })),
    size: fc.constantFrom(0, 1, 5, 20, 40, 45, 60, 150),
  })
  .chain(({ sections, size }) =>
    fc.record({
      id: fc.uuid(),
      plan: nasty,
      planTitle: nasty,
      ritual: fc.constant('morning'),
      title: nasty,
      channel: fc.constantFrom('C0OPS', '#ops'),
      zone,
      owners: people,
      ownerTitle: fc.constantFrom(null, 'Operations Manager', '<!channel> owner'),
      dueAt: instant,
      opensAt: instant,
      closesAt: maybe(instant),
      openedAt: instant,
      late: fc.boolean(),
      state: fc.constantFrom(...ledgerStates),
      severity,
      takesMinutes: maybe(minutes),
      ifFailed: maybe(nasty),
      sections: fc.constant(sections),
      items: itemsIn(sections.length, size),
      remindedAt: maybe(instant),
      signedOff: maybe(fc.record({ by: person, at: instant, minutes: maybe(minutes) })),
      wakeAt: fc.constant(null),
      procedure: fc.boolean(),
      incident: fc.constantFrom(null, 'incident', 'gone'),
    }),
  )

function itemsIn(sections: number, size: number): fc.Arbitrary<readonly ChecklistItem[]> {
  const placed = fc.record({ section: fc.nat({ max: Math.max(0, sections - 1) }), settlement, base: item })
  const built = placed.map(({ base, ...rest }) => ({ ...base, ...rest }))
  return fc.oneof(
    fc.array(built, { minLength: size, maxLength: size }),
    built.map((one) => Array.from({ length: size }, () => one)),
  )
}

const contact = fc.record({ name: nasty, email: nasty, phone: nasty })

export const issues: fc.Arbitrary<Issue> = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 99_999 }),
  plan: nasty,
  title: nasty,
  detail: maybe(nasty),
  severity,
  incident: fc.boolean(),
  status: fc.constantFrom(...issueStatuses),
  owner: maybe(person),
  commander: maybe(person),
  channel: fc.constant('C0INC'),
  source: fc.constant(null),
  openedBy: maybe(person),
  openedAt: instant,
  respondMinutes: minutes,
  respondBy: instant,
  resolveMinutes: maybe(minutes),
  resolveBy: maybe(instant),
  acknowledged: maybe(fc.record({ by: person, at: instant })),
  resolved: maybe(fc.record({ by: person, at: instant, text: nasty })),
  withdrawnAt: maybe(instant),
  ladder: fc.array(fc.record({ title: nasty, people, contacts: fc.array(contact, { maxLength: 12 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  asks: fc.array(
    fc.record({
      level: fc.nat({ max: 3 }),
      at: instant,
      why: fc.constantFrom(...askReasons),
    }),
    { maxLength: 8 },
  ),
  updatesMinutes: maybe(minutes),
  updateAskAt: maybe(instant),
  responseAskAt: maybe(instant),
  resolutionAskAt: maybe(instant),
  wakeAt: fc.constant(null),
})

export const handOvers: fc.Arbitrary<HandOverState> = fc.record({
  role: nasty,
  title: nasty,
  from: people,
  to: people,
  until: maybe(instant),
  zone,
  open: fc.array(issues, { maxLength: 12 }),
})

export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('plan-applied' as const), version: fc.nat() }),
  fc.record({ kind: fc.constant('checklist-opened' as const), ritual: nasty, late: fc.boolean() }),
  fc.record({ kind: fc.constant('checklist-reminded' as const), people }),
  fc.record({ kind: fc.constant('checklist-closed' as const), state: fc.constantFrom(...ledgerStates) }),
  fc.record({ kind: fc.constant('item-done' as const), item: nasty, title: nasty, reading }),
  fc.record({
    kind: fc.constant('item-failed' as const),
    item: nasty,
    title: nasty,
    reading,
    note: maybe(nasty),
    issue: fc.constant('i1'),
  }),
  fc.record({
    kind: fc.constant('issue-asked' as const),
    level: nasty,
    people,
    why: fc.constantFrom(...askReasons),
  }),
  fc.record({ kind: fc.constant('issue-updated' as const), text: nasty, status: fc.constantFrom(...issueStatuses) }),
)

export const timelines: fc.Arbitrary<readonly JournalEntry[]> = fc.array(
  fc.record({ at: instant, by: maybe(person), plan: nasty, subject: nasty, what: happenings }),
  { maxLength: 400, size: 'max' },
)

export const rules: fc.Arbitrary<SeverityRules> = fc
  .record({
    name: nasty,
    when: fc.array(nasty, { maxLength: 6 }),
    alerts: fc.array(nasty, { maxLength: 6 }),
    resolveBy: nasty,
    respondMinutes: minutes,
    resolveMinutes: maybe(minutes),
    escalate: fc.constant(null),
  })
  .map((rule) => Object.fromEntries(severities.map((one: Severity) => [one, rule])) as unknown as SeverityRules)

const occurrence: fc.Arbitrary<OccurrenceFact> = fc.record({
  ritual: nasty,
  title: nasty,
  dueAt: instant,
  closesAt: maybe(instant),
  state: fc.constantFrom(...ledgerStates),
  owners: people,
  ownerTitle: maybe(nasty),
  reason: maybe(nasty),
  itemsSettled: fc.nat({ max: 50 }),
  itemsTotal: fc.nat({ max: 50 }),
})

const readingFact: fc.Arbitrary<ReadingFact> = fc
  .record({
    ritualTitle: nasty,
    item: nasty,
    reading: maybe(nasty),
    target: nasty,
    note: maybe(nasty),
    severity,
    issueNumber: fc.nat(),
    at: instant,
  })
  .chain((fact) =>
    fc
      .option(
        fc.record({
          readings: fc.array(nasty, { maxLength: 4 }),
          way: fc.constantFrom('up' as const, 'level' as const),
        }),
      )
      .map((before) => ({ ...fact, ...(before && { before }) })),
  )

const figureFact: fc.Arbitrary<FigureFact> = fc.record({
  ritual: fc.constantFrom('morning', 'evening'),
  ritualTitle: nasty,
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
  item: nasty,
  reading: nasty,
  grade: fc.constantFrom('stretch' as const, 'in-order' as const, 'warning' as const, 'failed' as const),
  mark: maybe(nasty),
  beside: fc.array(nasty, { maxLength: 8 }),
  computed: fc.boolean(),
  at: instant,
})

const listFact: fc.Arbitrary<ListFact> = fc.record({
  item: nasty,
  ritualTitle: nasty,
  lines: fc.array(nasty, { maxLength: 20 }),
  by: person,
  at: instant,
})

const issueFact: fc.Arbitrary<IssueFact> = fc.record({
  number: fc.nat(),
  title: nasty,
  severity,
  incident: fc.boolean(),
  status: fc.constantFrom(...issueStatuses),
  owner: maybe(person),
  ownerTitle: maybe(nasty),
  openedAt: instant,
  respondMinutes: minutes,
  respondBy: instant,
  resolveMinutes: maybe(minutes),
  resolveBy: maybe(instant),
  acknowledgedAt: maybe(instant),
  acknowledgedBy: maybe(person),
  resolvedAt: maybe(instant),
  next: maybe(
    fc.record({ clock: fc.constantFrom('response' as const, 'resolution' as const), at: instant, level: nasty }),
  ),
})

const many = <One>(one: fc.Arbitrary<One>) =>
  fc.oneof(fc.array(one, { maxLength: 10 }), fc.array(one, { minLength: 60, maxLength: 200, size: 'max' }))

export const weeks: fc.Arbitrary<WeekFacts> = fc.record({
  from: fc.constant(new Date('2026-11-16T05:00:00Z')),
  occurrences: many(occurrence),
  readings: many(readingFact),
  figures: many(figureFact),
  lists: many(listFact),
  issues: many(issueFact),
  answers: many(fc.record({ heading: nasty, text: nasty, by: person, at: instant })),
})
