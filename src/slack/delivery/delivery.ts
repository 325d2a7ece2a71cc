import type { Scope, Workspace } from '../../store/scope.ts'
import type { Context, Counters } from './context.ts'
import { drain } from './drain.ts'
import { createPace, type Pace } from './pace.ts'
import { createRest } from './rest.ts'

export type DeliveryOptions = Pick<Context, 'clock' | 'surfaces' | 'calls' | 'log' | 'fallback'> & {
  readonly db: Scope['db']
  readonly workspace: Workspace
  readonly pace?: Pace
  /** Longer than all calls for one message may take together. */
  readonly leaseSeconds?: number
  readonly graceSeconds?: number
  readonly parallel?: number
}

export type Delivery = {
  /** Runs until no message can be claimed now; resolves to how many were dealt with. */
  deliver(): Promise<number>
  /** To be called after a commit that made messages stale. */
  nudge(): void
  start(): void
  /** Ends after what is in flight; what is stale stays so. */
  stop(): Promise<void>
  readonly counters: Readonly<Counters>
  /** Why Slack no longer takes this workspace's token; undefined while it does. */
  halted(): string | undefined
}

/** Makes Slack agree with the database. Any number of these may run on one database. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { db, workspace, log, pace = createPace(), leaseSeconds = 90, graceSeconds = 30, parallel = 8 } = options
  const counters: Counters = { posted: 0, updated: 0, retried: 0, parked: 0, adopted: 0 }
  const said = new Set<string>()
  let stopping = false
  let haltedBy: string | undefined
  let last: Promise<unknown> = Promise.resolve()
  let loop: Promise<void> | undefined
  const rest = createRest()

  const context: Context = {
    ...{ clock: options.clock, surfaces: options.surfaces, calls: options.calls, fallback: options.fallback },
    ...{ log, pace, counters, graceMs: graceSeconds * 1_000 },
    scope: { db, workspace },
    warnOnce(about, sentence) {
      if (!said.has(sentence)) log.warn(about, sentence)
      said.add(sentence)
    },
    halt(reason) {
      if (haltedBy === undefined)
        log.error({ ...workspace, reason }, 'Slack refuses the token; nothing is shown until restart.')
      haltedBy ??= reason
    },
  }
  const goesOn = () => !stopping && haltedBy === undefined

  function deliver(): Promise<number> {
    const drained = last.then(() => drain(context, { leaseSeconds, parallel, goesOn, rest }))
    last = drained.catch(() => {})
    return drained
  }

  async function run(): Promise<void> {
    while (goesOn()) {
      try {
        await deliver()
      } catch (error) {
        log.error({ err: error }, 'Stale messages could not be claimed; it is tried again.')
      }
      if (goesOn()) await rest.for(isCrowded(pace) ? crowdedMs : pollMs)
    }
  }

  return {
    deliver,
    nudge: rest.wake,
    start() {
      loop ??= run()
    },
    async stop() {
      stopping = true
      rest.wake()
      await loop
      await last
    },
    counters,
    halted: () => haltedBy,
  }
}

const pollMs = 1_000
const crowdedMs = 200

function isCrowded(pace: Pace): boolean {
  const { posts, updates, homes, resting } = pace.room()
  return Math.min(posts, updates, homes) < 2 || resting.length > 0
}
