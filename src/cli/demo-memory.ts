import { desc, gte, sql } from 'drizzle-orm'
import type { Database } from '../store/database/database.ts'
import { journal, messages } from '../store/schema.ts'

/** When the demo that was here before stood still; null where there was none. */
export async function latestFact(db: Database): Promise<Date | null> {
  const [row] = await db.select({ at: journal.at }).from(journal).orderBy(desc(journal.id)).limit(1)
  return row?.at ?? null
}

/** The new workspace is empty: what the last days showed is posted anew, drawn from the database as ever. */
export async function showAgainFrom(db: Database, end: Date): Promise<void> {
  const since = new Date(end.getTime() - shownDays * 86_400_000)
  await db
    .update(messages)
    .set({ ts: null, wanted: sql`${messages.wanted} + 1`, parked: null, retryAt: null, postingSince: null })
    .where(gte(messages.wantedAt, since))
}

const shownDays = 7
