import { type SQL, sql } from 'drizzle-orm'
import { drizzle as overPglite } from 'drizzle-orm/pglite'
import { drizzle as overPostgres } from 'drizzle-orm/postgres-js'
import type { Database, Opened } from '../src/store/database/database.ts'
import * as schema from '../src/store/schema.ts'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }
/** The statements of each transaction. */
export type Script = readonly (readonly Statement[])[]

/** A second Drizzle over the same connections, which notes every statement that its transactions send. */
export function recorder(opened: Opened): { readonly db: Database; take(): Script } {
  let script: Statement[][] = []
  const logger = {
    logQuery: (text: string, values: unknown[]) => void script.at(-1)?.push({ text, values }),
  }
  const db = openedAgain(opened, { schema, logger })
  const transaction = db.transaction.bind(db)
  db.transaction = (...work) => {
    script.push([])
    return transaction(...work)
  }
  return {
    db,
    take() {
      const taken = script
      script = []
      return taken
    },
  }
}

/** The floor of an operation: its own statements once more, with nothing decided, built or read out of the rows. */
export async function replay(db: Database, script: readonly (readonly SQL[])[]): Promise<void> {
  for (const statements of script) {
    await db.transaction(async (tx) => {
      for (const statement of statements) await tx.execute(statement)
    })
  }
}

/** Made ready for `replay`, so that it need not be within the time. */
export function replayable(script: Script, keep: (statement: Statement) => boolean = () => true) {
  return script.map((statements) => statements.filter(keep).map(asSql)).filter((statements) => statements.length > 0)
}

/** Drizzle numbers the values in the order in which they stand. */
function asSql({ text, values }: Statement): SQL {
  const pieces = text.split(/\$\d+/)
  return sql.join(
    pieces.flatMap((piece, index) => [sql.raw(piece), ...(index < values.length ? [value(values[index])] : [])]),
  )
}

const value = (it: unknown): SQL => sql`${sql.param(it)}`

type Settings = { readonly schema: typeof schema; readonly logger: { logQuery(text: string, values: unknown[]): void } }

function openedAgain({ db, kind }: Opened, settings: Settings): Database {
  const { $client } = db as Database & { $client: never }
  return kind === 'server' ? overPostgres($client, settings) : overPglite($client, settings)
}
