import { and, eq, getTableColumns, gt, inArray, isNotNull, isNull, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { notInSlack, oneMore, stale, standsIn } from './messages.ts'
import { type MessageRow, messages } from './schema.ts'
import { type Scope, within } from './scope.ts'
import { given, statement } from './statement.ts'
import { forgetTrouble } from './trouble.ts'

/** What may go out now: the least urgent that is still allowed of each kind, -1 for none, and channels that must rest. */
export type Room = {
  readonly posts: number
  readonly updates: number
  readonly homes: number
  readonly resting: readonly string[]
}

export type Lease = { readonly owner: string; readonly seconds: number }
export type Claim = { readonly now: Date; readonly limit: number; readonly lease: Lease; readonly room: Room }
/** A row that `claimStale` gave out; every outcome of it is recorded only while its lease is still held. */
export type Claimed = MessageRow

/**
 * Stale messages that nobody else is at, most urgent first. A reply waits until what it replies to has been posted,
 * and of each channel only the first post is given out: the others must wait for it anyway.
 */
export async function claimStale(scope: Scope, { now, limit, lease, room }: Claim): Promise<readonly Claimed[]> {
  const rows = await claim(scope, { ...room, ...lease, now, limit })
  return rows.sort(inOrder)
}

const claim = statement<Room & Lease & { now: Date; limit: number }, Claimed[]>((scope) => {
  const claimable = and(
    stale,
    or(isNull(messages.retryAt), lte(messages.retryAt, given('now', messages.retryAt))),
    or(isNull(messages.leaseUntil), lte(messages.leaseUntil, sql`now()`)),
    fits,
  )
  const order = [messages.urgency, messages.wantedAt, sql`length(${messages.subject})`, messages.subject, messages.id]
  const isPost = and(isNull(messages.ts), ne(messages.surface, 'home'))
  const firstPosts = scope.db
    .selectDistinctOn([standsIn], { id: messages.id })
    .from(messages)
    .where(within(scope, messages, claimable, isPost))
    .orderBy(standsIn, ...order)
  // A common table expression that locks runs once; as a subquery it might run again for each row.
  const picked = scope.db.$with('picked').as(
    scope.db
      .select({ pickedId: sql<string>`${messages.id}`.as('picked_id') })
      .from(messages)
      .where(within(scope, messages, claimable, or(not(isPost ?? sql`false`), inArray(messages.id, firstPosts))))
      .orderBy(...order)
      .limit(sql.placeholder('limit'))
      .for('update', { skipLocked: true }),
  )
  return (
    scope.db
      .with(picked)
      .update(messages)
      .set({
        leaseOwner: given('owner'),
        leaseUntil: sql`now() + ${given('seconds')} * interval '1 second'`,
        // Whoever held it before and gave no answer may have sent an edit.
        drawn: sql`case when ${messages.leaseOwner} is null then nullif(${messages.drawn}, ${overdrawn}) end`,
      })
      // As a join it would be planned anew each time, for as many rows as are asked for.
      .where(sql`${messages.id} = any(array(select ${picked.pickedId} from ${picked}))`)
      .returning(getTableColumns(messages))
  )
})

/** Gives a claim back untouched. */
export async function release(scope: Scope, row: Claimed): Promise<void> {
  await settle(scope, row, {})
}

/** Committed before the call, so that a process that dies in it leaves word; false when the lease is lost. */
export async function recordPosting(scope: Scope, row: Claimed, at: { since: Date; retryAt: Date }): Promise<boolean> {
  const since = row.postingSince ?? at.since
  const rows = await setPosting(scope, { id: row.id, leaseOwner: row.leaseOwner, since, retryAt: at.retryAt })
  return rows.length > 0
}

const setPosting = statement<Lessee & { since: Date; retryAt: Date }, unknown[]>((scope) =>
  scope.db
    .update(messages)
    .set({ postingSince: given('since', messages.postingSince), retryAt: given('retryAt', messages.retryAt) })
    .where(held(scope, givenLessee))
    .returning({ id: messages.id }),
)

export type Posted = { readonly ts: string; readonly postedIn: string; readonly at: Date }
/** A digest of what Slack was given to show. */
export type Drawn = { readonly drawn: string }

/**
 * The message was posted as it was wanted when it was claimed; false when the lease is lost. A channel that took its own
 * message is in no trouble any more.
 */
export async function recordPosted(scope: Scope, row: Claimed, { drawn, ...posted }: Posted & Drawn): Promise<boolean> {
  const { id, leaseOwner, wanted: shown, channel, postedIn } = row
  const taker = postedIn === null ? channel : null
  const rows = await setPosted(scope, { id, leaseOwner, shown, drawn, taker, ...standing(row, posted) })
  return rows.length > 0
}

type Standing = ReturnType<typeof standing> & { readonly shown: number; readonly taker: string | null }

const setPosted = statement<Lessee & Drawn & Standing, unknown[]>((scope) =>
  scope.db
    .with(forgetTrouble(scope, given('taker')))
    .update(messages)
    .set({
      ts: given('ts'),
      postedIn: given('postedIn'),
      postedAt: given('postedAt', messages.postedAt),
      shown: given('shown'),
      drawn: given('drawn'),
      ...untroubled,
      ...released,
    })
    .where(held(scope, givenLessee))
    .returning({ id: messages.id }),
)

/** A post of unknown outcome is there after all, though perhaps not as it is wanted now. */
export async function recordAdopted(scope: Scope, row: Claimed, posted: Posted): Promise<boolean> {
  return settle(scope, row, { ...standing(row, posted), ...untroubled })
}

/** Behind when it must be drawn again, be it that it was wanted once more during the call; lost when the lease is. */
export type ShowOutcome = 'shown' | 'behind' | 'lost'

export async function recordShown(
  scope: Scope,
  { id, leaseOwner, wanted: shown }: Claimed,
  drawn: string | null,
): Promise<ShowOutcome> {
  const [row] = await setShown(scope, { id, leaseOwner, shown, drawn })
  return row ? (row.behind ? 'behind' : 'shown') : 'lost'
}

const setShown = statement<Lessee & Pick<Claimed, 'shown' | 'drawn'>, { behind: boolean }[]>((scope) =>
  scope.db
    .update(messages)
    .set({
      shown: given('shown'),
      ...untroubled,
      ...released,
      drawn: unlessOverdrawn(given('drawn')),
      postingSince: sql`case when ${isOverdrawn} then ${messages.postingSince} end`,
    })
    .where(held(scope, givenLessee))
    .returning({ behind: sql<boolean>`${messages.shown} < ${messages.wanted}` }),
)

/**
 * What was sent under a lost lease may stand over what its next holder shows: it is drawn once more when that one is
 * done. With `postingSince` where the call may still arrive. What has been posted anew since is not concerned.
 */
export async function drawAgain(scope: Scope, { id, ts }: Claimed, postingSince?: Date): Promise<void> {
  if (ts === null) return
  await scope.db
    .update(messages)
    .set({ wanted: oneMore, drawn: overdrawn, postingSince, retryAt: null })
    .where(within(scope, messages, eq(messages.id, id), eq(messages.ts, ts)))
}

/** No digest: whoever holds the lease must not say that what they show is what Slack shows. */
const overdrawn = ''
const isOverdrawn = sql`${messages.drawn} = ${overdrawn}`
const unlessOverdrawn = (drawn: SQL<string>): SQL => sql`case when ${isOverdrawn} then null else ${drawn} end`

/** Shown, but an earlier call may still arrive and undo it: to be drawn once more. */
export async function recordShownForNow(scope: Scope, row: Claimed, againAt: Date): Promise<ShowOutcome> {
  return (await settle(scope, row, { shown: row.wanted - 1, attempts: 0, retryAt: againAt })) ? 'behind' : 'lost'
}

export async function recordWithdrawn(scope: Scope, row: Claimed): Promise<boolean> {
  return settle(scope, row, { ...notInSlack, shown: row.wanted, ...untroubled })
}

/** `postingSince` stays as it was recorded where it is left out. */
export type Postponed = { readonly retryAt: Date; readonly postingSince?: Date | null }

export async function postpone(scope: Scope, row: Claimed, postponed: Postponed): Promise<boolean> {
  return settle(scope, row, { attempts: row.attempts + 1, drawn: null, ...postponed })
}

export async function park(scope: Scope, row: Claimed, reason: string): Promise<boolean> {
  return settle(scope, row, { parked: reason, ...untroubled })
}

export type Anew = { readonly headId: string; readonly postedIn?: string; readonly retryAt: Date | null }

/**
 * A message and its replies, `row` among them, are to be posted anew, in `postedIn` if that is given.
 * Resolves to what they were; to nothing when the lease is lost.
 */
export async function forgetThread(scope: Scope, row: Claimed, anew: Anew): Promise<readonly MessageRow[]> {
  const { headId, postedIn, retryAt } = anew
  const thread = within(scope, messages, or(eq(messages.id, headId), eq(messages.threadOf, headId)))
  const unposted = { ...notInSlack, postingSince: null, parked: null, ...released }
  const stale = { wanted: oneMore, attempts: sql`${messages.attempts} + 1`, retryAt }
  return scope.db.transaction(async (tx) => {
    const before = await tx.select().from(messages).where(thread).orderBy(messages.id).for('update')
    if (before.find(({ id }) => id === row.id)?.leaseOwner !== row.leaseOwner) return []
    await tx
      .update(messages)
      .set({ ...unposted, ...stale, ...(postedIn !== undefined && { postedIn }) })
      .where(thread)
    return before
  })
}

/** A message that stands in Slack unknown to its row becomes the row's own; false when the row has another. */
export async function adopt(scope: Scope, row: MessageRow, posted: Posted): Promise<boolean> {
  const rows = await scope.db
    .update(messages)
    .set({ ...standing(row, posted), ...untroubled, ...released, wanted: oneMore })
    .where(within(scope, messages, eq(messages.id, row.id), isNull(messages.ts)))
    .returning({ id: messages.id })
  return rows.length > 0
}

const untroubled = { attempts: 0, retryAt: null, postingSince: null }
const released = { leaseUntil: null, leaseOwner: null }

const isHome = eq(messages.surface, 'home')
const isMessage = ne(messages.surface, 'home')
// As "exists" it would be answered by reading every message there ever was.
const parentPosted = sql`(select parents.ts from ${messages} as parents
  where parents.id = ${messages.threadOf}) is not null`

const fits = or(
  and(isHome, lte(messages.urgency, given('homes'))),
  and(isMessage, isNotNull(messages.ts), lte(messages.urgency, given('updates'))),
  and(
    isMessage,
    isNull(messages.ts),
    lte(messages.urgency, given('posts')),
    sql`${standsIn} <> all(${given('resting')})`,
    or(isNull(messages.threadOf), parentPosted),
  ),
)

/** What is wanted at the same instant goes by its subject: the sections of a checklist, `id/0` to `id/12`, one by one. */
const inOrder = (a: MessageRow, b: MessageRow): number =>
  a.urgency - b.urgency ||
  a.wantedAt.getTime() - b.wantedAt.getTime() ||
  a.subject.length - b.subject.length ||
  compare(a.subject, b.subject) ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

type Lessee = Pick<Claimed, 'id' | 'leaseOwner'>

const givenLessee = { id: given<string>('id'), leaseOwner: given<string>('leaseOwner') }

const held = (scope: Scope, { id, leaseOwner }: Lessee | typeof givenLessee): SQL | undefined =>
  within(
    scope,
    messages,
    eq(messages.id, id),
    eq(messages.leaseOwner, leaseOwner ?? ''),
    gt(messages.leaseUntil, sql`now()`),
  )

async function settle(scope: Scope, row: Claimed, outcome: Partial<MessageRow>): Promise<boolean> {
  const rows = await scope.db
    .update(messages)
    .set({ ...outcome, ...released })
    .where(held(scope, row))
    .returning({ id: messages.id })
  return rows.length > 0
}

function standing(row: MessageRow, { ts, postedIn, at }: Posted) {
  return { ts, postedIn: postedIn === row.channel ? null : postedIn, postedAt: row.postedAt ?? at }
}
