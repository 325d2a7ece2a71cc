import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { pino } from 'pino'
import manifest from '../../manifest.json' with { type: 'json' }
import { movableClock } from '../../src/cli/movable-clock.ts'
import { timeMachine } from '../../src/cli/time-machine.ts'
import { tourGuide } from '../../src/cli/tour.ts'
import type { Config } from '../../src/config.ts'
import { buildRounds, type Parts, type Rounds } from '../../src/main.ts'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { Usergroup } from '../../src/sandbox/workspace/workspace.ts'
import { playTo } from '../../src/scheduler/play.ts'
import { unpaced } from '../../src/slack/delivery/pace.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { fetchWithoutNetwork } from './fetch-without-network.ts'

export type Over = 'socket-mode' | 'http'

export type TeamOptions = {
  readonly opened: Opened
  /** Where the clock starts; it stands still until `clockReaches`. */
  readonly at: string
  /** A plan file or folder. */
  readonly plans?: string
  readonly over?: Over
  /** Asks the workspace without a network, and hears of nobody's clicks: for as many calls as a year has. */
  readonly offline?: boolean
  /** The sandbox's page, with a time machine that moves this team's clock. */
  readonly page?: boolean
  /** And with the tour of whoever comes first. */
  readonly tour?: boolean
  readonly admins?: readonly string[]
  /** Another app's manifest than the shipped one, with fewer scopes for instance. */
  readonly manifest?: unknown
  readonly usergroups?: readonly Usergroup[]
  /** People and channels beside the usual. */
  readonly invited?: Parameters<Sandbox['inviteNames']>[0]
  readonly parts?: Partial<Parts>
}

/** A whole team in one place: the workspace, its people, the bot on real SQL, and the clock. */
export type Team = {
  readonly sandbox: Sandbox
  readonly rounds: Rounds
  readonly maria: MemberDriver
  readonly ben: MemberDriver
  readonly cara: MemberDriver
  readonly dana: MemberDriver
  readonly eli: MemberDriver
  now(): Date
  /** Plays the clock forward, with everything that happens on the way. */
  clockReaches(at: string): Promise<void>
  /** Moves the clock without playing it: as if Rounds had not been there. */
  outageUntil(at: string): void
  /** Everything that people did is carried out and shown. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function startTeam(options: TeamOptions): Promise<Team> {
  const clock = movableClock(new Date(options.at), { running: false })
  const sandbox = await startSandbox({
    manifest: options.manifest ?? manifest,
    clock: clock.now,
    page: options.page ?? false,
    usergroups: options.usergroups ?? [],
  })
  if (options.invited) sandbox.inviteNames(options.invited)
  const over = options.over ?? 'socket-mode'
  const port = over === 'http' ? await freePort() : 0
  const rounds = await buildRounds(configFor(sandbox, over, port, options), {
    clock: clock.now,
    opened: options.opened,
    pace: unpaced,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    ...(options.offline && { fetch: fetchWithoutNetwork(sandbox.answer) }),
    ...options.parts,
  })
  if (!options.offline) await rounds.start()
  if (over === 'http') await sandbox.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  const machine = timeMachine(rounds, clock)
  if (options.page) await sandbox.setTimeMachine(machine)
  if (options.tour) await sandbox.setTour(tourGuide(rounds, machine, sandbox))

  const settled = async () => {
    await sandbox.settled()
    await rounds.settle()
    await sandbox.settled()
  }
  const { beat, nextMoment, keepHouse } = rounds
  const member = (name: string) => sandbox.member(name)
  return {
    sandbox,
    rounds,
    ...{ maria: member('maria'), ben: member('ben'), cara: member('cara'), dana: member('dana'), eli: member('eli') },
    now: clock.now,
    clockReaches: (at) =>
      playTo({ now: clock.now, moveTo: clock.moveTo, nextMoment, beat, deliver: settled, keepHouse }, new Date(at)),
    outageUntil: (at) => clock.moveTo(new Date(at)),
    settled,
    async close() {
      await sandbox.setTour(null)
      await sandbox.setTimeMachine(null)
      await rounds.stop()
      await sandbox.close()
    },
  }
}

/** Configuration of a bot that works in a sandbox. */
export function configFor(
  sandbox: Sandbox,
  over: Over,
  port: number,
  options: Omit<TeamOptions, 'opened' | 'at'>,
): Config {
  return {
    slack: {
      botToken: sandbox.botToken,
      delivery:
        over === 'http'
          ? { kind: 'http', signingSecret: sandbox.signingSecret, port }
          : { kind: 'socket-mode', appToken: sandbox.appToken, healthPort: null },
      apiUrl: sandbox.apiUrl,
      commands: { rounds: '/rounds', incident: '/incident', summary: '/summary' },
    },
    database: { kind: 'embedded-memory' },
    plans: options.plans ?? null,
    admins: options.admins ?? [],
    logLevel: 'silent',
    postsPerMinute: 600,
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
