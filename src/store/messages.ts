import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Surface, Wish } from '../domain/surface.ts'
import { type MessageRow, messages } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** The name by which operations know a message, before Slack has given it a `ts`. */
export type MessageKey = { readonly surface: Surface; readonly subject: string; readonly channel: string }

/**
 * Says that a message is no longer what it should be; in the transaction that changed the facts.
 * A message that could not be shown is tried again. Resolves to the id of its row, `id` if it is new.
 */
export async function show(scope: Scope, wish: Wish, { id, now }: { id: string; now: Date }): Promise<string> {
  const threadOf = wish.thread ? await idOfParent(scope, wish.thread) : null
  const { surface, subject, channel, urgency } = wish
  const [row] = await scope.db
    .insert(messages)
    .values({
      ...scope.workspace,
      id,
      surface,
      subject,
      channel,
      threadOf,
      urgency,
      wanted: 1,
      shown: 0,
      wantedAt: now,
    })
    .onConflictDoUpdate({
      target: [messages.enterprise, messages.team, messages.surface, messages.subject, messages.channel],
      set: {
        wanted: sql`${messages.wanted} + 1`,
        urgency: whenStale(sql`least(${messages.urgency}, excluded.urgency)`, sql`excluded.urgency`),
        wantedAt: whenStale(sql`${messages.wantedAt}`, sql`excluded.wanted_at`),
        // A post that may still arrive keeps its grace period, however many clicks come meanwhile.
        retryAt: sql`case when ${messages.postingSince} is not null and ${messages.ts} is null then ${messages.retryAt} end`,
        parked: null,
      },
    })
    .returning({ id: messages.id })
  return row?.id ?? id
}

export async function findMessage(scope: Scope, key: MessageKey): Promise<MessageRow | undefined> {
  const [row] = await scope.db
    .select()
    .from(messages)
    .where(within(scope, messages, named(key)))
  return row
}

const whenStale = (stale: SQL, shown: SQL): SQL =>
  sql`case when ${messages.shown} < ${messages.wanted} then ${stale} else ${shown} end`

const named = ({ surface, subject, channel }: MessageKey) =>
  and(eq(messages.surface, surface), eq(messages.subject, subject), eq(messages.channel, channel))

async function idOfParent(scope: Scope, parent: MessageKey): Promise<string> {
  const row = await findMessage(scope, parent)
  if (!row)
    throw new Error(`A message can't stand in the thread of ${parent.surface} ${parent.subject}: show that first.`)
  return row.id
}
