import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Item } from '../src/domain/item.ts'
import type { Plan, Ritual } from '../src/domain/plan.ts'
import { applyPlan } from '../src/operations/apply-plan.ts'
import type { Deps } from '../src/operations/transact.ts'
import { readPlanFiles } from '../src/plans/files.ts'
import type { Opened } from '../src/store/database/database.ts'
import { cursors } from '../src/store/schema.ts'

/** A Tuesday; every ritual of the shop falls due at 17:00 in New York. */
const applied = new Date('2026-11-17T15:00:00Z')
export const due = new Date('2026-11-17T22:00:00Z')

export type Size = { readonly plans: number; readonly ritualsEach: number; readonly channels?: readonly string[] }

export type Shop = {
  readonly deps: Deps
  setClock(at: Date): void
  /** Nothing has been opened yet, and everything is due again. */
  startOver(): Promise<void>
}

/** Many plans like DrainPro's, in force, whose rituals fall due in the same minute; eight items each. */
export async function openShop(opened: Opened, { plans, ritualsEach, channels = ['C0SHOP'] }: Size): Promise<Shop> {
  let now = applied
  const workspace = { enterprise: '', team: 'T0BENCH' }
  const deps: Deps = { db: opened.db, workspace, clock: () => now, newId: randomUUID, committed: () => {} }
  await empty(opened, ', plans, cursors')
  for (let index = 0; index < plans; index++) {
    const channel = channels[index % channels.length] as string
    await applyPlan(deps, { plan: planOf(index, ritualsEach, channel), source: '', origin: 'file', by: null })
  }
  now = due
  return {
    deps,
    setClock(at) {
      now = at
    },
    async startOver() {
      await empty(opened)
      await opened.db.update(cursors).set({ reached: applied, nextAt: due }).where(sql`ritual like 'round-%'`)
      await opened.maintain()
    },
  }
}

/** As a replica, so that not even the journal's trigger objects. The plans stay in force unless they are named. */
async function empty({ db }: Opened, more = ''): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql.raw(`truncate occurrences, checklists, items, issues, journal, messages${more}`))
  })
}

function planOf(index: number, rituals: number, channel: string): Plan {
  const { evening, ...plan } = drainpro()
  return {
    ...plan,
    ...{ name: `shop-${index}`, channel, incidents: channel, fallback: channel },
    rituals: Array.from({ length: rituals }, (_, number) => ritualOf(evening, number)),
  }
}

function ritualOf(evening: Ritual, number: number): Ritual {
  const [section] = evening.sections
  if (!section) throw new Error('The evening checklist has no section.')
  const every = [{ kind: 'day', at: ['17:00'] }] as const
  return { ...evening, id: `round-${number}`, every, sections: [{ ...section, items: eightChecks }] }
}

const eightChecks: readonly Item[] = Array.from({ length: 8 }, (_, number) => ({
  ...{ id: `check-${number}`, title: `Pump ${number} runs and does not leak`, kind: 'check', unit: null, targets: [] },
  ...{ critical: null, options: [], flag: [], group: null, optional: false, severity: null, owner: null },
  ...{ look: null, note: null, into: null },
}))

export function drainpro(): Plan & { readonly evening: Ritual } {
  const read = readPlanFiles('plans/drainpro.yaml')
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const plan = read.plans[0]?.plan
  const evening = plan?.rituals.find(({ id }) => id === 'evening')
  if (!plan || !evening) throw new Error('plans/drainpro.yaml has no evening checklist.')
  return { ...plan, evening }
}
