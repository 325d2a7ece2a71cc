import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { min, subDays, subMinutes } from 'date-fns'
import manifest from '../../manifest.json' with { type: 'json' }
import { machineClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { instantOf } from '../domain/cadence/time.ts'
import { mondayOf, weekOf } from '../domain/cadence/week.ts'
import type { Plan } from '../domain/plan.ts'
import { createLog } from '../log.ts'
import { buildRounds, CannotStart } from '../main.ts'
import { readPlanFiles } from '../plans/files.ts'
import type { TimeMachine } from '../sandbox/protocol.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import { unpaced } from '../slack/delivery/pace.ts'
import { openDatabase } from '../store/database/open.ts'
import { newestEntry } from '../store/journal.ts'
import { showAllAgain } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'
import { type MovableClock, movableClock } from './movable-clock.ts'
import { namesInPlans } from './names-in-plans.ts'
import type { Out } from './plan-file.ts'
import { timeMachine } from './time-machine.ts'
import { tourGuide } from './tour.ts'
import { untilAskedToStop } from './until-stopped.ts'

export type DemoOptions = {
  readonly port: number
  readonly plan?: string
  readonly at?: Date
  readonly fresh?: boolean
}

const shippedPlan = fileURLToPath(new URL('../../plans/shop.yaml', import.meta.url))

/** `rounds demo`: sandbox and bot in one process, on one clock that can be moved from the page. */
export async function demo(options: DemoOptions, out: Out): Promise<number> {
  refuseRealTokens(process.env)
  const path = options.plan ?? shippedPlan
  const plans = plansAt(path)
  const folder = join(process.env.ROUNDS_DATA?.trim() || '.rounds', 'demo')
  if (options.fresh) rmSync(folder, { recursive: true, force: true })

  const clock = movableClock(options.at ?? beginningOf(plans))
  const sandbox = await startSandbox({ port: options.port, manifest, clock: clock.now }).catch(portTaken(options.port))
  out.line(`Rounds is at ${sandbox.url}`)
  try {
    sandbox.inviteNames(namesInPlans(plans))
    const opened = await openDatabase({ kind: 'embedded', folder })
    const config = configFor(sandbox, folder, path)
    await opened.migrate()
    const begins = !(await goOn({ db: opened.db, workspace: { enterprise: '', team: sandbox.teamId } }, clock))
    const rounds = await buildRounds(config, {
      clock: clock.now,
      opened,
      pace: unpaced,
      log: createLog(config.logLevel),
    })
    try {
      await rounds.start()
      const machine = timeMachine(rounds, clock)
      if (begins && options.at === undefined) await openFirst(machine)
      await sandbox.setTimeMachine(machine)
      await sandbox.setTour(tourGuide(rounds, machine, sandbox))
      out.line('Act as any of five people: tick, type, declare. Move the clock at the top of the page. Ctrl+C ends it.')
      await untilAskedToStop()
    } finally {
      await rounds.stop()
    }
  } finally {
    await sandbox.close()
  }
  return 0
}

/** The demo that was here before goes on from where it stood, in a workspace that shows its last days again; false where there was none. */
async function goOn(scope: Scope, clock: MovableClock): Promise<boolean> {
  const newest = await newestEntry(scope)
  if (newest === null) return false
  if (newest.at > clock.now()) clock.moveTo(newest.at)
  await showAllAgain(scope, subDays(newest.at, daysShownAgain))
  return true
}

/** Whoever comes first finds a checklist to act on, not an empty channel; never a post about a week they have not seen. */
async function openFirst(machine: TimeMachine): Promise<void> {
  const [first] = await machine.stops()
  if (first?.id !== 'ritual') return
  await machine.playTo(first.at, { signal: new AbortController().signal, tell: () => undefined })
}

const daysShownAgain = 7

function refuseRealTokens(env: NodeJS.ProcessEnv): void {
  const token = env.SLACK_BOT_TOKEN ?? ''
  if (/^xox/u.test(token) && !token.includes('sandbox')) {
    throw new CannotStart(
      'The demo never talks to Slack, and SLACK_BOT_TOKEN holds a real token: unset it, or run `rounds start`.',
    )
  }
}

function plansAt(path: string): readonly Plan[] {
  const read = readPlanFiles(path)
  if ('faults' in read) throw new CannotStart(read.faults.join('\n'))
  return read.plans.map(({ plan }) => plan)
}

/** Five minutes before this week's first working hour, of several plans the earliest, so that a week lies ahead. */
function beginningOf(plans: readonly Plan[]): Date {
  const beginnings = plans.map(({ timezone, dayStarts }) => {
    const monday = mondayOf(weekOf(machineClock(), timezone))
    return instantOf(monday, dayStarts, timezone)
  })
  return subMinutes(min(beginnings), 5)
}

function configFor(
  sandbox: { botToken: string; appToken: string; apiUrl: string },
  folder: string,
  plans: string,
): Config {
  return {
    slack: {
      botToken: sandbox.botToken,
      delivery: { kind: 'socket-mode', appToken: sandbox.appToken, healthPort: null },
      apiUrl: sandbox.apiUrl,
      commands: { rounds: '/rounds', incident: '/incident', summary: '/summary' },
    },
    database: { kind: 'embedded', folder },
    plans,
    admins: [],
    logLevel: 'warn',
    postsPerMinute: 600,
  }
}

function portTaken(port: number) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new CannotStart(
      `Port ${port} is taken by another program: stop that one, or run the demo with --port ${port + 1}.`,
    )
  }
}
