import { Param, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Scope, Workspace } from './scope.ts'

type Buildable<Answer> = { prepare(name: string): Built<Answer> }
type Built<Answer> = { execute(values: Record<string, unknown>): Promise<Answer> }

/**
 * A statement whose text is built once, and run on any database or transaction with what it is given: building one
 * takes several times as long as running it.
 */
export function statement<Values extends Readonly<Record<string, unknown>>, Answer>(
  build: (scope: Scope) => Buildable<Answer>,
): (scope: Scope, values: Values) => Promise<Answer> {
  const byDriver = new Map<unknown, Built<Answer>>()
  return ({ db, workspace }, values) => {
    const session = db._.session as unknown as Connected
    const built = byDriver.get(session.constructor) ?? build({ db, workspace: givenWorkspace }).prepare(unnamed)
    byDriver.set(session.constructor, built)
    // Drizzle prepares for one connection, but what it has built is good for any.
    const here = Object.assign(Object.create(built) as Built<Answer> & Connected, {
      client: session.client,
      logger: session.logger,
    })
    return here.execute({ ...workspace, ...values })
  }
}

type Connected = { readonly client: unknown; readonly logger: unknown }

/** What a statement is given under a name, in the form in which the column keeps it. */
export function given<Value = unknown>(name: string, column?: PgColumn): SQL<Value> {
  const encode = (value: unknown) => (value === null || !column ? value : column.mapToDriverValue(value))
  return sql<Value>`${new Param(sql.placeholder(name), { mapToDriverValue: encode })}`
}

/** Columns of a table, each given under its own name. */
export function givenRow<Name extends string>(
  table: Readonly<Record<Name, PgColumn>>,
  names: readonly Name[],
): Record<Name, SQL> {
  return Object.fromEntries(names.map((name) => [name, given(name, table[name])])) as Record<Name, SQL>
}

const givenWorkspace = { enterprise: given('enterprise'), team: given('team') } as unknown as Workspace

/** By a name it would be kept in its session, which a pooler before the server may hand to somebody else. */
const unnamed = undefined as unknown as string
