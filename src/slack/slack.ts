import type { Config } from '../config.ts'
import type { Actor } from '../domain/permission.ts'
import type { Deps } from '../operations/transact.ts'
import type { Stray } from './delivery/stray.ts'

export type Log = {
  info(about: object, message: string): void
  warn(about: object, message: string): void
  error(about: object, message: string): void
}

/** What every handler is given. */
export type Slack = {
  readonly deps: Deps
  readonly commands: Config['slack']['commands']
  /** Plan admins of every plan: those of the configuration, else the workspace's own. */
  readonly admins: ReadonlySet<string>
  /** The default plan's zone, in which a time is told where Slack cannot tell it in the reader's own. */
  readonly zone: () => string
  readonly log: Log
  /** Somebody acted on a message of ours where it stands. */
  readonly met: (stray: Stray) => Promise<unknown>
  /** Counts what is being answered, so that a stop can wait for it. */
  readonly inFlight: InFlight
  /** Milliseconds of the machine's clock after which an interaction is acknowledged without its outcome. */
  readonly patience: number
}

export type InFlight = {
  during<Result>(work: Promise<Result>): Promise<Result>
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>
}

export function countInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  return {
    during(work) {
      running.add(work)
      const settled = () => running.delete(work)
      work.then(settled, settled)
      return work
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/** Whoever clicked. Of another organisation's members in a shared channel Slack tells another team. */
export function actorOf(slack: Slack, user: { readonly id: string; readonly team_id?: string }): Actor {
  const { enterprise, team } = slack.deps.workspace
  const external = enterprise === '' && user.team_id !== undefined && user.team_id !== team
  return { id: user.id, external, admin: slack.admins.has(user.id) }
}
