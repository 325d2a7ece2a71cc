import { performance } from 'node:perf_hooks'
import { openDue } from '../../src/operations/open-due.ts'
import { tickItem } from '../../src/operations/settle-item.ts'
import { checklists } from '../../src/store/schema.ts'
import { eachDatabase } from '../databases.ts'
import { type Line, millisecondsOf, quantile } from '../measure.ts'
import { openShop } from '../shop.ts'
import { recorder, replay, replayable } from '../statements.ts'

const by = { id: 'U0MARIA', external: false, admin: false }
const warmUp = 40

/** One person's tick: what stands between the click and its answer. */
export async function* tick(): AsyncGenerator<Line> {
  for await (const { name, opened } of eachDatabase()) {
    const shop = await openShop(opened, { plans: 2, ritualsEach: 20 })
    await openDue(shop.deps)
    const recording = recorder(opened)
    const deps = { ...shop.deps, db: recording.db }
    const ours: number[] = []
    const floor: number[] = []
    let statements = 0
    for (const { id } of await opened.db.select({ id: checklists.id }).from(checklists)) {
      for (let position = 0; position < 8; position++) {
        const start = performance.now()
        const refusal = await tickItem(deps, { checklist: id, position, by })
        ours.push(performance.now() - start)
        if (refusal) throw new Error(`The tick was refused: ${refusal.kind}.`)
        const script = replayable(recording.take())
        statements ||= script.flat().length
        floor.push(await millisecondsOf(() => replay(opened.db, script)))
      }
    }
    const peerIs = `a transaction of the same ${statements} statements, nothing decided or built`
    for (const [figure, share] of [
      ['tick-p50', 0.5],
      ['tick-p95', 0.95],
    ] as const) {
      const [value, peer] = [ours, floor].map((times) => quantile(times.slice(warmUp), share)) as [number, number]
      yield { figure, ours: value, unit: 'ms', peer, peerIs, runs: ours.length - warmUp, database: name }
    }
  }
}
