import type { KnownPlans } from '../../store/known-plans.ts'
import type { Scope, Workspace } from '../../store/scope.ts'
import type { Context, Counters } from './context.ts'
import { drain } from './drain.ts'
import { createPace, type Pace } from './pace.ts'
import { createRest } from './rest.ts'

export type DeliveryOptions = Pick<Context, 'clock' | 'surfaces' | 'calls' | 'log' | 'fallback'> & {
  readonly db: Scope['db']
  readonly workspace: Workspace
  readonly knownPlans?: KnownPlans
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
  const { log, pace = createPace(), leaseSeconds = 90, parallel = 8 } = options
  const halt = createHalt(options)
  const context = contextOf(options, pace, halt.because)
  const rest = createRest()
  let stopping = false
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<number> | undefined
  let loop: Promise<void> | undefined

  const goesOn = () => !stopping && halt.reason() === undefined
  /** Whoever asks before the next one has begun shares it: it sees all that is stale by then. */
  function deliver(): Promise<number> {
    next ??= last.then(() => {
      next = undefined
      return drain(context, { leaseSeconds, parallel, goesOn, rest })
    })
    last = next.catch(() => {})
    return next
  }
  async function run(): Promise<void> {
    while (goesOn()) {
      await deliver().catch((error) => log.error({ err: error }, 'Stale messages could not be claimed.'))
      await untilThereIsNews()
    }
  }
  /** Or until it is time to look for what another process has asked for, or the pace now allows. */
  async function untilThereIsNews(): Promise<void> {
    for (let cutShort = true; cutShort && goesOn() && !rest.hasNews(); await last)
      cutShort = await rest.for(isCrowded(pace) ? crowdedMs : pollMs)
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
    counters: context.counters,
    halted: halt.reason,
  }
}

function contextOf(options: DeliveryOptions, pace: Pace, halt: (reason: string) => void): Context {
  const { db, workspace, knownPlans, clock, surfaces, calls, log, fallback, graceSeconds = 30 } = options
  const said = new Set<string>()
  return {
    ...{ scope: { db, workspace, knownPlans }, clock, surfaces, calls, log, pace, fallback, halt },
    graceMs: graceSeconds * 1_000,
    counters: { posted: 0, updated: 0, unchanged: 0, retried: 0, parked: 0, adopted: 0 },
    warnOnce(about, sentence) {
      if (!said.has(sentence)) log.warn(about, sentence)
      said.add(sentence)
    },
  }
}

function createHalt({ workspace, log }: DeliveryOptions) {
  let haltedBy: string | undefined
  return {
    reason: () => haltedBy,
    because(reason: string) {
      if (haltedBy !== undefined) return
      haltedBy = reason
      log.error({ ...workspace, reason }, 'Slack refuses the token; nothing is shown until restart.')
    },
  }
}

const pollMs = 1_000
const crowdedMs = 200

function isCrowded(pace: Pace): boolean {
  const { posts, updates, homes, resting } = pace.room()
  return Math.min(posts, updates, homes) < 2 || resting.length > 0
}
