import { AsyncLocalStorage } from 'node:async_hooks'
import type { Opened } from '../../../src/store/database/database.ts'

/**
 * Where the process dies, by what can be seen from outside: a statement about to go to the database, a transaction
 * with everything written and not committed, one that is committed, a request about to go to Slack, or an answer
 * that has come and nobody has read. `like` is a pattern for the statement (one inside a transaction begins with
 * `in transaction: `), for one statement of the transaction, or for the method.
 */
export type Death = {
  readonly edge: 'statement' | 'commit' | 'committed' | 'request' | 'answer'
  readonly like: string
  /** The how manieth of its like, from when it was armed. */
  readonly time: number
}

/** Kills this very process, as a power cut would, at the first moment that is like the armed death. */
export function createDeath() {
  let armed: Death | undefined
  let seen = 0
  return {
    arm(death: Death): void {
      armed = death
      seen = 0
    },
    at(edge: Death['edge'], what: readonly string[]): void {
      if (armed?.edge !== edge) return
      const pattern = new RegExp(armed.like, 'su')
      if (!what.some((each) => pattern.test(each))) return
      seen += 1
      if (seen === armed.time) process.kill(process.pid, 'SIGKILL')
    },
  }
}

type Deaths = ReturnType<typeof createDeath>

/** The network's edge. */
export function mortalFetch(death: Deaths): typeof globalThis.fetch {
  return async (input, init) => {
    const method = String(input instanceof Request ? input.url : input).replace(/^.*\/api\//u, '')
    death.at('request', [method])
    const response = await fetch(input, init)
    death.at('answer', [method])
    return response
  }
}

/** The database's edge: the driver's own log of statements, and the ends of transactions; `done` hears of these. */
export function mortalDatabase(opened: Opened, death: Deaths, done: (statements: readonly string[]) => void): Opened {
  const { db } = opened
  const inTransaction = new AsyncLocalStorage<string[]>()
  logOf(db, (statement) => {
    const transaction = inTransaction.getStore()
    transaction?.push(statement)
    death.at('statement', [transaction ? `in transaction: ${statement}` : statement])
  })
  const transaction = db.transaction.bind(db)
  db.transaction = async (work, config) => {
    const statements: string[] = []
    const result = await transaction(async (tx) => {
      const outcome = await inTransaction.run(statements, () => work(tx))
      death.at('commit', statements)
      return outcome
    }, config)
    death.at('committed', statements)
    done(statements)
    return result
  }
  return opened
}

type Session = { logger: Logger; readonly options: { logger?: Logger } }
type Logger = { logQuery(statement: string): void }

/** Drizzle takes its logger when a database is made; this one was made by Rounds. */
function logOf(db: Opened['db'], logQuery: (statement: string) => void): void {
  const { session } = db as unknown as { readonly session: Session }
  session.logger = { logQuery }
  session.options.logger = { logQuery }
}
