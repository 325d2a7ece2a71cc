import { sql } from 'drizzle-orm'
import { beat } from '../../src/scheduler/beat.ts'
import { eachDatabase } from '../databases.ts'
import { inTurns, type Line } from '../measure.ts'
import { openShop } from '../shop.ts'

const runs = 200

/** What every ten seconds cost while nothing is due. */
export async function* emptyBeat(): AsyncGenerator<Line> {
  for await (const { name, opened } of eachDatabase()) {
    const shop = await openShop(opened, { plans: 50, ritualsEach: 20 })
    await opened.maintain()
    shop.setClock(new Date('2026-11-17T16:00:00Z'))
    const one = sql`select 1`
    const { ours, single, three } = await inTurns({
      runs,
      warmUp: runs,
      sides: {
        ours: () => beat(shop.deps),
        single: () => opened.db.execute(one),
        three: async () => {
          for (let count = 0; count < 3; count += 1) await opened.db.execute(one)
        },
      },
    })
    const line = { figure: 'empty-beat', ours, unit: 'ms', runs, database: name } as const
    yield { ...line, peer: single, peerIs: 'select 1' }
    yield { ...line, peer: three, peerIs: 'select 1 three times, as often as a beat asks' }
  }
}
