import type { Config } from '../config.ts'
import type { Actor } from '../domain/permission.ts'
import type { Deps } from '../operations/transact.ts'
import type { Stray } from './delivery/stray.ts'
import type { FetchFile } from './fetch-file.ts'
import type { KnownDirectory } from './known-directory.ts'

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
  readonly directory: KnownDirectory
  readonly fetchFile: FetchFile
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

/** Whom an interaction comes from, as its payload tells: the person, and the workspace that they acted in. */
export type Sender = {
  readonly user: { readonly id: string; readonly team_id?: string }
  readonly team?: { readonly id: string; readonly enterprise_id?: string } | null
  readonly enterprise?: { readonly id: string } | null
}

/** Whoever acted. Another organisation's people in a shared channel come from another team, and not from a sister. */
export function actorOf(slack: Slack, { user, team, enterprise }: Sender): Actor {
  const ours = slack.deps.workspace
  const organisation = team?.enterprise_id ?? enterprise?.id
  const known = user.team_id === undefined || user.team_id === ours.team
  const sister = ours.enterprise !== '' && [user.team_id, organisation].includes(ours.enterprise)
  return { id: user.id, external: !(known || sister), admin: slack.admins.has(user.id) }
}
