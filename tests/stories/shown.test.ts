import { addMinutes } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checklist, isAnswerable } from '../../src/domain/checklist.ts'
import type { Actor } from '../../src/domain/permission.ts'
import { declareIncident } from '../../src/operations/declare-incident.ts'
import { type Answer, fillIn } from '../../src/operations/fill-in.ts'
import { acknowledgeIssue, resolveIssue, updateIssue } from '../../src/operations/on-issue.ts'
import { failItem, markItemNotApplicable, tickItem, undoItem } from '../../src/operations/settle-item.ts'
import { signOffChecklist } from '../../src/operations/sign-off.ts'
import { startProcedureFor } from '../../src/operations/start-procedure.ts'
import type { Deps } from '../../src/operations/transact.ts'
import { surfacesAt } from '../../src/slack/surfaces.ts'
import { findChecklists } from '../../src/store/checklists.ts'
import { checklists, issues, type MessageRow, messages } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const critical = 'P0: { name: Critical, respond: 15m, resolve: 1h, escalate: technician }'
const shelves = Array.from({ length: 14 }, (_, shelf) => `        - Shelf ${shelf + 1}`)
const report = '    report: { channel: "#leadership", text: "{settled} of {total}, {failed} failed: {Fridge}" }'

/** A short checklist, one in sections, with figures that are counted across them, and steps for what becomes a P0. */
const plans = shopWith(
  {
    [critical]: critical.replace(' }', ', updates: 20m, procedure: response }'),
    '  stocktake:': `${report}\n  stocktake:`,
    'severity: P1': 'severity: P0',
  },
  ...['  count:', '    every: day at 08:30', '    open-for: 3h', '    owner: manager', '    sections:'],
  ...['      - title: Front', '        items:', ...shelves, '        - { item: Stock, number: "> 5" }'],
  ...['      - title: Back', '        items:', ...shelves, '        - { item: Sold, number: "< 50", optional: true }'],
  ...[
    '      - title: Sums',
    '        items:',
    '        - Cellar',
    '        - { item: Rest, number: "> 0", compute: { difference: [Stock, Sold] } }',
  ],
  ...['procedures:', '  response:', '    limit: 40m', '    owner: technician'],
  ...['    items: [Commander assigned, All hands notified, Root cause identified]'],
)

/** What somebody does to a checklist, of which and to which item is chosen by numbers. */
type OnChecklist = (deps: Deps, checklist: Checklist, choice: Choice) => Promise<unknown>
type OnIssue = (deps: Deps, issue: string, choice: Choice) => Promise<unknown>
type Choice = { readonly by: Actor; readonly item: number; readonly value: number }

const onChecklists = {
  tick: (deps, checklist, choice) => tickItem(deps, itemOf(checklist, choice)),
  fail: (deps, checklist, choice) =>
    failItem(deps, {
      ...itemOf(checklist, choice),
      note: null,
      severity: choice.value > 20 ? 'P0' : null,
      owner: null,
    }),
  exempt: (deps, checklist, choice) =>
    markItemNotApplicable(deps, { ...itemOf(checklist, choice), note: 'out of stock' }),
  undo: (deps, checklist, choice) =>
    undoItem(deps, { ...itemOf(checklist, choice), position: settledIn(checklist, choice) }),
  enter: (deps, checklist, choice) => fill(deps, checklist, choice, { ticks: false }),
  fill: (deps, checklist, choice) => fill(deps, checklist, choice, { ticks: true }),
  signOff: (deps, { id: checklist }, { by }) => signOffChecklist(deps, { checklist, by, minutes: '' }),
} as const satisfies Record<string, OnChecklist>

const onIssues = {
  acknowledge: (deps, issue, { by }) => acknowledgeIssue(deps, { issue, by }),
  update: (deps, issue, { by, value }) =>
    updateIssue(deps, { issue, by, text: 'Still at it.', status: value > 15 ? 'fixing' : 'monitoring' }),
  resolve: (deps, issue, { by }) => resolveIssue(deps, { issue, by, text: 'Mended.' }),
  start: (deps, issue, { by }) => startProcedureFor(deps, { issue, by, procedure: 'response', receipt: deps.newId() }),
} as const satisfies Record<string, OnIssue>

const doings = [...Object.keys(onChecklists), ...Object.keys(onIssues), 'minutes', 'minutes', 'minutes']
const happening = fc.record({
  what: fc.constantFrom(...doings),
  which: fc.nat(7),
  item: fc.nat(40),
  value: fc.integer({ min: 1, max: 30 }),
})
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

describe.each(databases())('$name', ({ open }) => {
  test('whatever happens, Slack shows of every message what it would show if it were drawn now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.noBias(fc.array(happening, { minLength: 20, maxLength: 30 })), async (happenings) => {
        const team = await startTeam({ opened: await open(), at: '2026-11-17T08:25:00-05:00', plans, offline: true })
        try {
          await team.clockReaches('2026-11-17T09:00:00-05:00')
          await declare(team)
          await declare(team)
          await takeFirst(team)
          for (const one of happenings) {
            await happens(team, one)
            await team.settled()
            expect(await shown(team), JSON.stringify(one)).toEqual(await drawn(team))
          }
        } finally {
          await team.close()
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  }, 120_000)
})

async function declare({ rounds, ben }: Team): Promise<void> {
  const said = { title: 'payments are down', severity: 'P0', detail: null, channel: null } as const
  await declareIncident(rounds.deps, { ...said, by: as(ben.id), receipt: rounds.deps.newId() })
}

/** One of the incidents has somebody who is asked for updates; of the other, one level after the other is asked. */
async function takeFirst({ rounds, ben }: Team): Promise<void> {
  const [issue = ''] = await issuesOf(rounds.deps)
  await acknowledgeIssue(rounds.deps, { issue, by: as(ben.id) })
}

const as = (id: string): Actor => ({ id, external: false, admin: true })

async function happens(team: Team, { what, which, item, value }: Happening): Promise<unknown> {
  const { deps } = team.rounds
  if (what === 'minutes') return team.clockReaches(addMinutes(team.now(), value).toISOString())
  const people = [team.maria, team.ben, team.dana]
  const choice = { by: as(people[value % people.length]?.id ?? ''), item, value }
  const [open, declared] = [await checklistsOf(deps), await issuesOf(deps)]
  const [checklist, issue] = [open[which % open.length], declared[which % declared.length]]
  if (what in onIssues) return issue && onIssues[what as keyof typeof onIssues](deps, issue, choice)
  return checklist && onChecklists[what as keyof typeof onChecklists](deps, checklist, choice)
}

function itemOf({ id, items }: Checklist, { by, item }: Choice) {
  return { checklist: id, by, position: item % items.length }
}

function fill(deps: Deps, checklist: Checklist, { by, value }: Choice, { ticks }: { readonly ticks: boolean }) {
  const answers = checklist.items.flatMap((item, position): readonly Answer[] => {
    if (!isAnswerable(item)) return []
    if (item.kind === 'check') return ticks ? [{ position, ticked: true }] : []
    return [{ position, text: String(value % 12) }]
  })
  return fillIn(deps, { checklist: checklist.id, by, receipt: deps.newId(), answers })
}

function settledIn({ items }: Checklist, { item }: Choice): number {
  const settled = [...items.keys()].filter((position) => items[position]?.settlement.state !== 'open')
  return settled[item % settled.length] ?? 0
}

async function issuesOf({ db }: Deps): Promise<readonly string[]> {
  const rows = await db.select({ id: issues.id }).from(issues).orderBy(issues.number)
  return rows.map(({ id }) => id)
}

async function checklistsOf(deps: Deps): Promise<readonly Checklist[]> {
  const rows = await deps.db.select({ id: checklists.id }).from(checklists).orderBy(checklists.openedAt)
  return findChecklists(
    deps,
    rows.map(({ id }) => id),
  )
}

type Seen = readonly [message: string, text: string, blocks: unknown]

/** Home is drawn when it is opened. */
async function rowsOf({ rounds }: Team): Promise<readonly MessageRow[]> {
  const rows = await rounds.deps.db.select().from(messages)
  return rows.filter(({ surface }) => surface !== 'home')
}

async function drawn(team: Team): Promise<readonly Seen[]> {
  const surfaces = surfacesAt(team.now)
  const seen: Seen[] = []
  for (const { id, surface, subject } of await rowsOf(team)) {
    const drawing = await surfaces[surface].render(team.rounds.deps, subject)
    if (drawing && 'text' in drawing)
      seen.push([`${surface} ${subject} ${id}`, drawing.text, withoutIds(drawing.blocks)])
  }
  return seen.sort(byMessage)
}

/** By the row that each post names as its own: one that is there twice is seen twice. */
async function shown(team: Team): Promise<readonly Seen[]> {
  const rows = await rowsOf(team)
  const posts = ['#ops', '#incidents', '#leadership'].flatMap((name) => team.sandbox.messages(name))
  const seen = posts.flatMap(({ metadata, text, blocks }): readonly Seen[] => {
    const { event_payload } = (metadata ?? {}) as { event_payload?: { message_id: string } }
    const row = rows.find(({ id }) => id === event_payload?.message_id)
    return row ? [[`${row.surface} ${row.subject} ${row.id}`, text, withoutIds(blocks)]] : []
  })
  return seen.sort(byMessage)
}

const byMessage = ([a]: Seen, [b]: Seen) => (a < b ? -1 : 1)

/** Slack gives every block an id of its own. */
function withoutIds(blocks: unknown): unknown {
  return JSON.parse(JSON.stringify(blocks, (name, value) => (name === 'block_id' ? undefined : value)))
}
