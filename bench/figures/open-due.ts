import { openDue } from '../../src/operations/open-due.ts'
import { type BenchDatabase, eachDatabase } from '../databases.ts'
import { inTurns, type Line } from '../measure.ts'
import { openShop, type Size } from '../shop.ts'
import { recorder, replay, replayable } from '../statements.ts'

const runs = 3

/** A thousand rituals due in the same minute, entered in the ledger and opened. */
export async function* openDueFigure(): AsyncGenerator<Line> {
  for await (const database of eachDatabase()) {
    yield* measure(database, 'open-due', { plans: 50, ritualsEach: 20 })
    yield* measure(database, 'open-due-large-plans', { plans: 5, ritualsEach: 200 })
  }
}

async function* measure({ name, opened }: BenchDatabase, figure: string, size: Size): AsyncGenerator<Line> {
  const shop = await openShop(opened, size)
  await shop.startOver()
  const recording = recorder(opened)
  const handled = await openDue({ ...shop.deps, db: recording.db })
  if (handled !== size.plans * size.ritualsEach) throw new Error(`Only ${handled} rituals were opened.`)
  const script = recording.take()
  const inserts = replayable(
    script,
    ({ text }) => text.includes('insert into') && !text.startsWith('insert into "cursors"'),
  )
  const { ours, peer } = await inTurns({
    runs,
    warmUp: 0,
    before: shop.startOver,
    sides: { ours: () => openDue(shop.deps), peer: () => replay(opened.db, inserts) },
  })
  const peerIs = 'bare inserts of the same rows, five rituals a transaction'
  yield { figure, ours, unit: 'ms', peer, peerIs, runs, database: name }
}
