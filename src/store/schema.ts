import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type { ItemState } from '../domain/checklist.ts'
import type { DocumentState, DraftPlan, PlanChoices } from '../domain/document.ts'
import type { Ask, Level } from '../domain/escalation.ts'
import type { IssueStatus } from '../domain/issue.ts'
import type { Item } from '../domain/item.ts'
import type { Happening } from '../domain/journal.ts'
import type { LedgerState } from '../domain/ledger.ts'
import type { Plan, PlanOrigin, Section } from '../domain/plan.ts'
import type { Reading } from '../domain/reading/reading.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Severity } from '../domain/severity.ts'
import type { WeekFigures } from '../domain/summary.ts'
import type { Surface } from '../domain/surface.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** Every row says whose it is; `enterprise` is empty outside Enterprise Grid. */
const workspace = {
  enterprise: text('enterprise').notNull(),
  team: text('team').notNull(),
}

/** Every version of every plan that was applied; the highest is in force. */
export const plans = pgTable(
  'plans',
  {
    ...workspace,
    name: text('name').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<Plan>().notNull(),
    /** The plan file as it was applied; comments and all. */
    source: text('source').notNull(),
    appliedAt: instant('applied_at').notNull(),
    appliedBy: text('applied_by'),
    /** Of the version in force, when the plan was taken out of use. */
    retiredAt: instant('retired_at'),
    /** Where its words came from: a plan that was never in a file is not missed there. */
    origin: text('origin').$type<PlanOrigin>().notNull().default('file'),
  },
  (table) => [
    primaryKey({ name: 'plans_pk', columns: [table.enterprise, table.team, table.name, table.version] }),
    check('plan_origin_is_known', sql`${table.origin} in ('file', 'document')`),
  ],
)

/** Documents that somebody wants to be plans. A text is kept only while it may still be applied. */
export const documents = pgTable(
  'documents',
  {
    ...workspace,
    id: text('id').primaryKey(),
    fileName: text('file_name').notNull(),
    state: text('state').$type<DocumentState>().notNull(),
    by: text('by').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Where Slack keeps the file that has not been fetched yet. */
    url: text('url'),
    source: text('source'),
    draft: jsonb('draft').$type<DraftPlan>(),
    choices: jsonb('choices').$type<PlanChoices>().notNull(),
    shownTo: jsonb('shown_to').$type<readonly string[]>().notNull(),
    fault: jsonb('fault').$type<Refusal>(),
    plan: text('plan'),
    version: integer('version'),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('documents_pending').on(table.receivedAt).where(sql`${table.settledAt} is null`),
    check(
      'document_state_is_known',
      sql`${table.state} in ('fetching', 'read', 'refused', 'applied', 'discarded', 'expired')`,
    ),
    check('document_is_fetched_from_somewhere', sql`(${table.state} = 'fetching') = (${table.url} is not null)`),
    check(
      'only_a_pending_document_has_a_text',
      sql`(${table.state} = 'read') = (${table.source} is not null) and (${table.source} is null) = (${table.draft} is null)`,
    ),
    check('refused_document_says_why', sql`(${table.state} = 'refused') = (${table.fault} is not null)`),
    check(
      'applied_document_became_a_plan',
      sql`(${table.state} = 'applied') = (${table.plan} is not null) and (${table.plan} is null) = (${table.version} is null)`,
    ),
    check(
      'settled_document_has_a_person',
      sql`(${table.state} in ('applied', 'discarded')) = (${table.settledBy} is not null)`,
    ),
    check('settled_document_says_when', sql`(${table.state} in ('fetching', 'read')) = (${table.settledAt} is null)`),
  ],
)

/** Up to when each ritual's due times have been entered in the ledger. */
export const cursors = pgTable(
  'cursors',
  {
    ...workspace,
    plan: text('plan').notNull(),
    ritual: text('ritual').notNull(),
    /** The cadence and zone by which `reached` was counted; a changed one starts anew. */
    cadence: text('cadence').notNull(),
    reached: instant('reached').notNull(),
    /** The next due time; null when none is left. */
    nextAt: instant('next_at'),
  },
  (table) => [
    primaryKey({ name: 'cursors_pk', columns: [table.enterprise, table.team, table.plan, table.ritual] }),
    index('cursors_next').on(table.nextAt),
  ],
)

/** The ledger: one row for each due time, whatever became of it. */
export const occurrences = pgTable(
  'occurrences',
  {
    ...workspace,
    id: text('id').primaryKey(),
    plan: text('plan').notNull(),
    ritual: text('ritual').notNull(),
    section: text('section').notNull().default(''),
    title: text('title').notNull(),
    owners: jsonb('owners').$type<readonly string[]>().notNull(),
    dueAt: instant('due_at').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at'),
    state: text('state').$type<LedgerState>().notNull(),
    reason: text('reason'),
  },
  (table) => [
    unique('one_occurrence_per_due_time').on(
      table.enterprise,
      table.team,
      table.plan,
      table.ritual,
      table.section,
      table.dueAt,
    ),
    index('occurrences_by_due').on(table.enterprise, table.team, table.plan, table.dueAt),
    check(
      'occurrence_state_is_known',
      sql`${table.state} in ('open', 'done', 'done-late', 'missed', 'excused', 'holiday', 'paused', 'bot-down', 'not-delivered')`,
    ),
    check('occurrence_closes_after_opening', sql`${table.closesAt} is null or ${table.closesAt} > ${table.opensAt}`),
  ],
)

/** An occurrence that was opened; the same id. */
export const checklists = pgTable(
  'checklists',
  {
    ...workspace,
    id: text('id')
      .primaryKey()
      .references(() => occurrences.id),
    planVersion: integer('plan_version').notNull(),
    planTitle: text('plan_title').notNull(),
    channel: text('channel').notNull(),
    ownerTitle: text('owner_title'),
    zone: text('zone').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    takesMinutes: integer('takes_minutes'),
    ifFailed: text('if_failed'),
    sections: jsonb('sections').$type<readonly Omit<Section, 'items'>[]>().notNull(),
    openedAt: instant('opened_at').notNull(),
    late: boolean('late').notNull(),
    remindedAt: instant('reminded_at'),
    signedOffBy: text('signed_off_by'),
    signedOffAt: instant('signed_off_at'),
    minutesSpent: integer('minutes_spent'),
    wakeAt: instant('wake_at'),
    /** A procedure has a time limit, and passing it is told. */
    procedure: boolean('procedure').notNull().default(false),
    /** The incident whose steps these are. */
    incident: text('incident'),
  },
  (table) => [
    index('checklists_wake').on(table.wakeAt),
    index('checklists_of_incident').on(table.incident).where(sql`${table.incident} is not null`),
    check('sign_off_has_a_person', sql`(${table.signedOffBy} is null) = (${table.signedOffAt} is null)`),
  ],
)

export const items = pgTable(
  'items',
  {
    ...workspace,
    checklist: text('checklist')
      .notNull()
      .references(() => checklists.id),
    id: text('id').notNull(),
    position: smallint('position').notNull(),
    section: smallint('section').notNull(),
    definition: jsonb('definition').$type<Item>().notNull(),
    state: text('state').$type<ItemState>().notNull(),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
    reading: jsonb('reading').$type<Reading>(),
    note: text('note'),
    issue: text('issue'),
  },
  (table) => [
    primaryKey({ name: 'items_pk', columns: [table.checklist, table.id] }),
    unique('one_item_per_position').on(table.checklist, table.position),
    index('items_by_settling')
      .on(table.enterprise, table.team, table.settledAt)
      .where(sql`${table.settledAt} is not null`),
    check('item_state_is_known', sql`${table.state} in ('open', 'done', 'failed', 'not-applicable')`),
    check(
      'settled_item_has_a_person',
      sql`(${table.state} = 'open') = (${table.settledBy} is null) and (${table.settledBy} is null) = (${table.settledAt} is null)`,
    ),
    check('failed_item_has_an_issue', sql`(${table.state} = 'failed') = (${table.issue} is not null)`),
  ],
)

export const issues = pgTable(
  'issues',
  {
    ...workspace,
    id: text('id').primaryKey(),
    number: integer('number').notNull(),
    plan: text('plan').notNull(),
    title: text('title').notNull(),
    detail: text('detail'),
    severity: text('severity').$type<Severity>().notNull(),
    incident: boolean('incident').notNull(),
    status: text('status').$type<IssueStatus>().notNull(),
    owner: text('owner'),
    commander: text('commander'),
    channel: text('channel').notNull(),
    sourceChecklist: text('source_checklist'),
    sourceItem: text('source_item'),
    openedBy: text('opened_by'),
    openedAt: instant('opened_at').notNull(),
    respondMinutes: integer('respond_minutes').notNull(),
    respondBy: instant('respond_by').notNull(),
    resolveMinutes: integer('resolve_minutes'),
    resolveBy: instant('resolve_by'),
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedAt: instant('acknowledged_at'),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    resolution: text('resolution'),
    withdrawnAt: instant('withdrawn_at'),
    ladder: jsonb('ladder').$type<readonly Level[]>().notNull(),
    /** Instants as ISO strings. */
    asks: jsonb('asks').$type<readonly (Omit<Ask, 'at'> & { readonly at: string })[]>().notNull(),
    responseAskAt: instant('response_ask_at'),
    resolutionAskAt: instant('resolution_ask_at'),
    updatesMinutes: integer('updates_minutes'),
    updateAskAt: instant('update_ask_at'),
    wakeAt: instant('wake_at'),
  },
  (table) => [
    unique('one_issue_per_number').on(table.enterprise, table.team, table.number),
    index('issues_wake').on(table.wakeAt),
    index('issues_by_plan').on(table.enterprise, table.team, table.plan, table.openedAt),
    foreignKey({
      name: 'issue_comes_from_an_item',
      columns: [table.sourceChecklist, table.sourceItem],
      foreignColumns: [items.checklist, items.id],
    }),
    check('issue_severity_is_known', sql`${table.severity} in ('P0', 'P1', 'P2', 'P3')`),
    check('acknowledgement_has_a_person', sql`(${table.acknowledgedBy} is null) = (${table.acknowledgedAt} is null)`),
    check('resolution_has_a_person', sql`(${table.resolvedBy} is null) = (${table.resolvedAt} is null)`),
    check('resolved_issue_says_so', sql`(${table.status} = 'resolved') = (${table.resolvedAt} is not null)`),
    check(
      'closed_issue_never_wakes',
      sql`${table.wakeAt} is null or (${table.resolvedAt} is null and ${table.withdrawnAt} is null)`,
    ),
  ],
)

/** One series of numbers for each name, in each workspace. */
export const counters = pgTable(
  'counters',
  { ...workspace, name: text('name').notNull(), value: integer('value').notNull() },
  (table) => [primaryKey({ name: 'counters_pk', columns: [table.enterprise, table.team, table.name] })],
)

/** What happened, who and when. Rows are added and never changed; a trigger refuses anything else. */
export const journal = pgTable(
  'journal',
  {
    ...workspace,
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    by: text('by'),
    plan: text('plan').notNull(),
    subject: text('subject').notNull(),
    kind: text('kind').$type<Happening['kind']>().notNull(),
    what: jsonb('what').$type<Happening>().notNull(),
  },
  (table) => [
    index('journal_by_subject').on(table.subject, table.id),
    index('journal_by_time').on(table.enterprise, table.team, table.at),
  ],
)

/** What Slack should show for one thing, and how far behind it is: behind while `shown < wanted`. */
export const messages = pgTable(
  'messages',
  {
    ...workspace,
    id: text('id').primaryKey(),
    surface: text('surface').$type<Surface>().notNull(),
    subject: text('subject').notNull(),
    channel: text('channel').notNull(),
    /** Where it stands when that is not `channel`: a direct message's conversation, or the fallback channel. */
    postedIn: text('posted_in'),
    threadOf: text('thread_of'),
    urgency: smallint('urgency').notNull(),
    wanted: integer('wanted').notNull(),
    shown: integer('shown').notNull(),
    wantedAt: instant('wanted_at').notNull(),
    ts: text('ts'),
    /** When the post was first seen in Slack, by the bot's clock. */
    postedAt: instant('posted_at'),
    /** Since when a call has an unknown outcome: set just before a post goes out, or when an update was lost. */
    postingSince: instant('posting_since'),
    /** Digest of what Slack shows of it; null where that is not known. */
    drawn: text('drawn'),
    attempts: integer('attempts').notNull().default(0),
    retryAt: instant('retry_at'),
    /** By the database server's clock. */
    leaseUntil: instant('lease_until'),
    leaseOwner: text('lease_owner'),
    /** Why it can't be shown, in Slack's own word; null while it can. */
    parked: text('parked'),
  },
  (table) => [
    unique('one_message_per_subject_and_channel').on(
      table.enterprise,
      table.team,
      table.surface,
      table.subject,
      table.channel,
    ),
    index('messages_stale')
      .on(table.urgency, table.wantedAt)
      .where(sql`${table.shown} < ${table.wanted} and ${table.parked} is null`),
    check('only_what_is_posted_is_drawn', sql`${table.drawn} is null or ${table.ts} is not null`),
    check('shown_never_passes_wanted', sql`${table.shown} <= ${table.wanted}`),
  ],
)

/** What a post told: everything since the plan's post before, frozen when it was counted. */
export const summaries = pgTable(
  'summaries',
  {
    ...workspace,
    id: text('id').primaryKey(),
    plan: text('plan').notNull(),
    dueAt: instant('due_at').notNull(),
    /** The week that holds most of the span. */
    week: text('week').notNull(),
    /** Where the span begins, included; it ends at `frozenAt`, not included. */
    since: instant('since').notNull(),
    figures: jsonb('figures').$type<WeekFigures>().notNull(),
    /** The figures of the post before, with what was corrected since. */
    previous: jsonb('previous').$type<WeekFigures>(),
    /** Where the post before told a completion that was corrected since. */
    restated: jsonb('restated').$type<{ readonly was: number; readonly is: number }>(),
    /** The occurrences whose outcome this post told. */
    told: jsonb('told').$type<readonly string[]>().notNull(),
    /** Those that it found still open: the next post tells what became of them. */
    open: jsonb('open').$type<readonly string[]>().notNull(),
    frozenAt: instant('frozen_at').notNull(),
  },
  (table) => [unique('one_summary_per_due_time').on(table.enterprise, table.team, table.plan, table.dueAt)],
)

/** Interactions that were carried out, so that the same one sent again changes nothing. */
export const receipts = pgTable(
  'receipts',
  {
    ...workspace,
    key: text('key').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ name: 'receipts_pk', columns: [table.enterprise, table.team, table.key] })],
)

export type ItemRow = typeof items.$inferSelect
export type MessageRow = typeof messages.$inferSelect
