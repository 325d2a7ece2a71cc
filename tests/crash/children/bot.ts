import { sql } from 'drizzle-orm'
import { readConfig } from '../../../src/config.ts'
import { createLog } from '../../../src/log.ts'
import { buildRounds } from '../../../src/main.ts'
import { type Pace, unpaced } from '../../../src/slack/delivery/pace.ts'
import { rowsOf } from '../../../src/store/database/differences.ts'
import { openDatabase } from '../../../src/store/database/open.ts'
import type { Answer, Order } from '../orders.ts'
import { createDeath, mortalDatabase, mortalFetch } from './death.ts'

/** The whole bot in a process of its own, configured by the environment, told by its parent what time it is. */
process.once('disconnect', () => process.exit())
const config = readConfig(process.env)
if ('faults' in config) throw new Error(config.faults.join('\n'))

const { at: start, leasesAreOver } = await begun()
const death = createDeath()
let now = new Date(start)
let holding = false
const noRoom = { posts: -1, updates: -1, homes: -1, resting: [] }
const pace: Pace = { ...unpaced, room: () => (holding ? noRoom : unpaced.room()) }
let checklists = 0
let clicks = 0
const opened = mortalDatabase(await openDatabase(config.database), death, (statements) => {
  checklists += statements.filter((each) => each.includes('insert into "checklists"')).length
  if (/ from "checklists" .*for update$/u.test(statements[0] ?? '')) clicks += 1
})
if (leasesAreOver) {
  await opened.db.execute(
    sql`update messages set lease_until = now() - interval '1 second' where lease_until is not null`,
  )
}
const rounds = await buildRounds(config, {
  clock: () => now,
  fetch: mortalFetch(death),
  log: createLog(config.logLevel),
  opened,
  pace,
})
await rounds.start()

type Carry = { readonly [Kind in Order['kind']]: (order: Extract<Order, { kind: Kind }>) => unknown }

const carry: Carry = {
  begin: () => undefined,
  clock: ({ at }) => {
    now = new Date(at)
  },
  beat: () => rounds.beat(),
  settle: () => rounds.settle(),
  hold: () => {
    holding = true
  },
  arm: ({ death: how }) => death.arm(how),
  sql: async ({ text }) => rowsOf(await opened.db.execute(sql.raw(text))),
  report: () => ({ ...rounds.delivery.counters, checklists, clicks }),
  stop: () => rounds.stop(),
}

process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  try {
    answer({ id, result: await carry[order.kind](order as never) })
  } catch (error) {
    answer({ id, error: String(error) })
  }
  if (order.kind === 'stop') process.disconnect()
})
answer({ id: 0, result: null })

function answer(message: Answer): void {
  process.send?.(message)
}

/** Everything is loaded and nothing begun until the parent says so. */
function begun(): Promise<Extract<Order, { kind: 'begin' }>> {
  return new Promise((resolve) => {
    process.once('message', ({ order }: { order: Extract<Order, { kind: 'begin' }> }) => resolve(order))
  })
}
