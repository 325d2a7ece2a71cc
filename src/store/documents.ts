import { eq, isNull, lt } from 'drizzle-orm'
import type { DraftPlan, PlanDocument } from '../domain/document.ts'
import { documents } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** A document with where it is fetched from, or its text and what that would be as a plan. */
export type KeptDocument = PlanDocument & {
  readonly url: string | null
  readonly source: string | null
  readonly draft: DraftPlan | null
}

type DocumentRow = typeof documents.$inferSelect

export async function insertDocument(scope: Scope, document: KeptDocument): Promise<void> {
  await scope.db.insert(documents).values({ ...scope.workspace, ...columnsOf(document) })
}

export async function saveDocument(scope: Scope, document: KeptDocument): Promise<void> {
  await scope.db
    .update(documents)
    .set(columnsOf(document))
    .where(within(scope, documents, eq(documents.id, document.id)))
}

export async function findDocument(scope: Scope, id: string): Promise<KeptDocument | undefined> {
  const [row] = await scope.db
    .select()
    .from(documents)
    .where(within(scope, documents, eq(documents.id, id)))
  return row && documentOf(row)
}

/** Holds it until the transaction ends, so that one person settles it. */
export async function lockDocument(scope: Scope, id: string): Promise<KeptDocument | undefined> {
  const [row] = await scope.db
    .select()
    .from(documents)
    .where(within(scope, documents, eq(documents.id, id)))
    .for('update')
  return row && documentOf(row)
}

/** Those that are still to be fetched and came before an instant: whoever was about to do it is gone. */
export async function documentsToFetch(scope: Scope, before: Date): Promise<readonly string[]> {
  const rows = await scope.db
    .select({ id: documents.id })
    .from(documents)
    .where(within(scope, documents, pending, eq(documents.state, 'fetching'), lt(documents.receivedAt, before)))
  return rows.map(({ id }) => id)
}

/** Those that nobody has settled and that came before an instant. */
export async function forgottenDocuments(scope: Scope, before: Date): Promise<readonly string[]> {
  const rows = await scope.db
    .select({ id: documents.id })
    .from(documents)
    .where(within(scope, documents, pending, lt(documents.receivedAt, before)))
  return rows.map(({ id }) => id)
}

const pending = isNull(documents.settledAt)

function columnsOf({ became, settled, ...document }: KeptDocument) {
  return {
    ...document,
    plan: became?.plan ?? null,
    version: became?.version ?? null,
    settledBy: settled?.by ?? null,
    settledAt: settled?.at ?? null,
  }
}

function documentOf({
  enterprise: _,
  team: __,
  plan,
  version,
  settledBy,
  settledAt,
  ...row
}: DocumentRow): KeptDocument {
  return {
    ...row,
    became: plan === null || version === null ? null : { plan, version },
    settled: settledAt === null ? null : { by: settledBy, at: settledAt },
  }
}
