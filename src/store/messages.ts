import { and, asc, eq, getTableColumns, gte, inArray, isNull, lt, min, type SQL, sql } from 'drizzle-orm'
import type { Surface, Wish } from '../domain/surface.ts'
import { type MessageRow, messages } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'

/** The name by which operations know a message, before Slack has given it a `ts`. */
export type MessageKey = { readonly surface: Surface; readonly subject: string; readonly channel: string }

/**
 * Says that messages are no longer what they should be; in the transaction that changed the facts. What could not be
 * shown is tried again. All transactions take their messages in one order, so that none waits for another in a circle.
 */
export async function show(scope: Scope, wishes: readonly Wish[], { newId, now }: Showing): Promise<void> {
  const [heads, replies] = [wishes.filter(({ thread }) => !thread), wishes.filter(({ thread }) => thread)]
  const rowOf = ({ surface, subject, channel, urgency }: Wish, thread_of: string | null) => ({
    ...{ ...scope.workspace, id: newId(), surface, subject, channel, thread_of, urgency },
    ...{ wanted: 1, shown: 0, attempts: 0, wanted_at: now },
  })
  const posted = heads.length === 0 ? [] : await want(scope, inOrder(heads.map((head) => rowOf(head, null))))
  const ids = new Map(posted.map(({ id, ...key }) => [nameOf(key), id]))
  const standing: ReturnType<typeof rowOf>[] = []
  for (const { thread, ...reply } of replies)
    if (thread) standing.push(rowOf(reply, ids.get(nameOf(thread)) ?? (await idOfParent(scope, thread))))
  if (standing.length > 0) await want(scope, inOrder(standing))
}

type Showing = { readonly newId: () => string; readonly now: Date }

export function nameOf({ surface, subject, channel }: MessageKey): string {
  return [surface, subject, channel].join(' ')
}

const inOrder = <Key extends MessageKey>(keys: readonly Key[]): readonly Key[] =>
  keys.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))

const want = (scope: Scope, rows: readonly object[]) => wantRows(scope, { rows: JSON.stringify(rows) })

/** As one value, because a statement for each takes longer to send than to run. */
const wantRows = statement<{ rows: string }, (MessageKey & { id: string })[]>((scope) => {
  const columns = Object.values(getTableColumns(messages)).map(({ name }) => sql.identifier(name))
  return scope.db
    .insert(messages)
    .select(
      sql`select ${sql.join(columns, sql`, `)} from jsonb_populate_recordset(null::${messages}, ${given('rows')}) as given`,
    )
    .onConflictDoUpdate({
      target: [messages.enterprise, messages.team, messages.surface, messages.subject, messages.channel],
      set: {
        wanted: oneMore,
        urgency: whenStale(sql`least(${messages.urgency}, excluded.urgency)`, sql`excluded.urgency`),
        wantedAt: whenStale(sql`${messages.wantedAt}`, sql`excluded.wanted_at`),
        // A post that may still arrive keeps its grace period, however many clicks come meanwhile.
        retryAt: sql`case when ${messages.postingSince} is not null and ${messages.ts} is null then ${messages.retryAt} end`,
        parked: null,
      },
    })
    .returning({ id: messages.id, surface: messages.surface, subject: messages.subject, channel: messages.channel })
})

export async function findMessage(
  scope: Scope,
  { surface, subject, channel }: MessageKey,
): Promise<MessageRow | undefined> {
  const [row] = await messageOf(scope, { surface, subject, channel })
  return row
}

const messageOf = statement<MessageKey, MessageRow[]>((scope) => {
  const [surface, subject, channel] = [given<Surface>('surface'), given<string>('subject'), given<string>('channel')]
  const named = and(eq(messages.surface, surface), eq(messages.subject, subject), eq(messages.channel, channel))
  return scope.db
    .select()
    .from(messages)
    .where(within(scope, messages, named))
})

/** What has been wished for of a surface whose subjects begin so. */
export async function messagesBelow(scope: Scope, surface: Surface, prefix: string): Promise<readonly MessageRow[]> {
  const below = and(eq(messages.surface, surface), sql`starts_with(${messages.subject}, ${prefix})`)
  return scope.db
    .select()
    .from(messages)
    .where(within(scope, messages, below))
    .orderBy(asc(messages.subject), asc(messages.channel))
}

export async function findMessageById(scope: Scope, id: string): Promise<MessageRow | undefined> {
  const [row] = await messageById(scope, { id })
  return row
}

const messageById = statement<{ id: string }, MessageRow[]>((scope) =>
  scope.db
    .select()
    .from(messages)
    .where(within(scope, messages, eq(messages.id, given('id')))),
)

export type Post = { readonly channel: string; readonly ts: string }

/** Where the cards of some checklists, issues or summaries stand, by subject; without those not posted yet. */
export async function postsOf(scope: Scope, subjects: readonly string[]): Promise<ReadonlyMap<string, Post>> {
  if (subjects.length === 0) return new Map()
  const rows = await scope.db
    .select({ subject: messages.subject, channel: standsIn, ts: messages.ts })
    .from(messages)
    .where(within(scope, messages, inArray(messages.surface, [...cards]), inArray(messages.subject, [...subjects])))
  return new Map(rows.flatMap(({ subject, channel, ts }) => (ts === null ? [] : [[subject, { channel, ts }]])))
}

/** Every post of a surface that stands in Slack, oldest first. */
export async function postsOfSurface(scope: Scope, surface: Surface): Promise<readonly Post[]> {
  const rows = await scope.db
    .select({ channel: standsIn, ts: messages.ts })
    .from(messages)
    .where(within(scope, messages, eq(messages.surface, surface)))
    .orderBy(asc(messages.wantedAt))
  return rows.flatMap(({ channel, ts }) => (ts === null ? [] : [{ channel, ts }]))
}

/** One for each subject, and for its life. */
const cards = ['checklist', 'issue', 'incident', 'summary'] as const satisfies readonly Surface[]

/** When it was first seen in Slack, by the bot's clock; undefined when it never was. */
export async function seenAt(scope: Scope, surface: Surface, subject: string): Promise<Date | undefined> {
  const [row] = await firstPosted(scope, { surface, subject })
  return row?.at ?? undefined
}

const firstPosted = statement<Pick<MessageKey, 'surface' | 'subject'>, { at: Date | null }[]>((scope) =>
  scope.db
    .select({ at: min(messages.postedAt) })
    .from(messages)
    .where(within(scope, messages, eq(messages.surface, given('surface')), eq(messages.subject, given('subject')))),
)

/** How many messages are behind, or can't be shown. */
export async function countBehind(scope: Scope): Promise<{ readonly stale: number; readonly parked: number }> {
  const [row] = await scope.db
    .select({
      stale: sql<number>`count(*) filter (where ${messages.shown} < ${messages.wanted} and ${messages.parked} is null)::int`,
      parked: sql<number>`count(${messages.parked})::int`,
    })
    .from(messages)
    .where(within(scope, messages))
  return row ?? { stale: 0, parked: 0 }
}

/** Behind, and not known to be unshowable. */
export const stale = and(lt(messages.shown, messages.wanted), isNull(messages.parked))
export const notInSlack = { ts: null, drawn: null }
export const oneMore = sql`${messages.wanted} + 1`
/** The conversation in which Slack shows it. */
export const standsIn = sql<string>`coalesce(${messages.postedIn}, ${messages.channel})`

const whenStale = (then: SQL, otherwise: SQL): SQL =>
  sql`case when ${messages.shown} < ${messages.wanted} then ${then} else ${otherwise} end`

async function idOfParent(scope: Scope, parent: MessageKey): Promise<string> {
  const row = await findMessage(scope, parent)
  if (!row)
    throw new Error(`A message can't stand in the thread of ${parent.surface} ${parent.subject}: show that first.`)
  return row.id
}

/** Slack has lost what it showed since then (the demo's workspace begins empty): all of it is posted anew. */
export async function showAllAgain(scope: Scope, since: Date): Promise<void> {
  await scope.db
    .update(messages)
    .set({ ...notInSlack, postedIn: null, postingSince: null, wanted: oneMore, parked: null, retryAt: null })
    .where(within(scope, messages, gte(messages.wantedAt, since)))
}
