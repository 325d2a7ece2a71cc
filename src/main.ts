import { randomUUID } from 'node:crypto'
import type { App } from '@slack/bolt'
import { type WebAPICallResult, WebClient } from '@slack/web-api'
import { machineClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Directory } from './domain/resolve.ts'
import { everybodyIn, holdersOf } from './domain/role.ts'
import { createLog, type Pino } from './log.ts'
import { applyPlanFiles } from './operations/apply-plan-files.ts'
import { keepHouse } from './operations/keep-house.ts'
import { nextMoment } from './operations/next-moment.ts'
import { type Deps, scopeOf } from './operations/transact.ts'
import { whichPlan } from './operations/which-plan.ts'
import { beat } from './scheduler/beat.ts'
import { everyTenMinutes, everyTenSeconds, inTurn, startHeartbeat } from './scheduler/heartbeat.ts'
import { createApp, interactiveOptions, register } from './slack/app.ts'
import type { Fallback } from './slack/delivery/context.ts'
import { createDelivery, type Delivery } from './slack/delivery/delivery.ts'
import { createPace } from './slack/delivery/pace.ts'
import { slackCalls } from './slack/delivery/slack-calls.ts'
import { adoptOrDeleteStray } from './slack/delivery/stray.ts'
import { directoryClient, readDirectory, readGroups, type WorkspaceDirectory } from './slack/directory.ts'
import { fetchForgotten } from './slack/fetch-document.ts'
import { fileFetcher } from './slack/fetch-file.ts'
import { healthRoutes } from './slack/health.ts'
import { knownDirectory } from './slack/known-directory.ts'
import { countInFlight } from './slack/slack.ts'
import { surfacesAt } from './slack/surfaces.ts'
import type { Opened } from './store/database/database.ts'
import { openDatabase } from './store/database/open.ts'
import type { KnownPlans } from './store/known-plans.ts'
import type { Workspace } from './store/scope.ts'

/** What may be given from outside: the demo and the tests bring a clock, an edge of the network, a pace. */
export type Parts = {
  readonly clock?: () => Date
  readonly fetch?: typeof globalThis.fetch
  readonly log?: Pino
  readonly opened?: Opened
  readonly pace?: ReturnType<typeof createPace>
  readonly graceSeconds?: number
  /** Milliseconds after which an interaction is acknowledged without its outcome. */
  readonly patience?: number
}

export type Rounds = {
  readonly deps: Deps
  readonly delivery: Delivery
  beat(): Promise<void>
  /** Everything that people asked for is carried out and shown, as far as Slack takes it now. */
  settle(): Promise<void>
  nextMoment(): Promise<Date | null>
  keepHouse(): Promise<void>
  /** Starts listening to Slack, beating and delivering. */
  start(): Promise<void>
  /** Ends after what is in flight; nothing is lost, because nothing lives in memory. */
  stop(): Promise<void>
}

/** Rounds cannot start, for a reason that whoever runs it can mend; the message is all they need. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}

/** Builds everything, ready to start: the database migrated, the workspace known, the plans in force. */
export async function buildRounds(config: Config, parts: Parts = {}): Promise<Rounds> {
  const log = parts.log ?? createLog(config.logLevel)
  const clock = parts.clock ?? machineClock
  const opened = parts.opened ?? (await openDatabase(config.database))
  try {
    await opened.migrate()
    const client = new WebClient(config.slack.botToken, interactiveOptions(config.slack, parts.fetch))
    const { workspace, bot } = await knownBot(client, log)
    const directory = await readDirectory(directoryClient(config.slack, parts.fetch))
    return await assemble({ config, parts, log, clock, opened, workspace, bot, directory })
  } catch (error) {
    await opened.close()
    throw error
  }
}

type Assembly = {
  readonly config: Config
  readonly parts: Parts
  readonly log: Pino
  readonly clock: () => Date
  readonly opened: Opened
  readonly workspace: Workspace
  readonly bot: Bot
  readonly directory: WorkspaceDirectory
}

type Bot = { readonly botId: string; readonly botUserId: string }

async function assemble({ config, parts, log, clock, opened, workspace, bot, directory }: Assembly): Promise<Rounds> {
  const calls = slackCalls({
    token: config.slack.botToken,
    ...(config.slack.apiUrl ? { slackApiUrl: config.slack.apiUrl } : {}),
    ...(parts.fetch ? { fetch: parts.fetch } : {}),
  })
  const admins = config.admins.length > 0 ? config.admins : [...directory.admins].sort()
  const knownPlans: KnownPlans = new Map()
  const delivery = createDelivery({
    db: opened.db,
    workspace,
    knownPlans,
    clock,
    surfaces: surfacesAt(clock, new Set(admins)),
    calls,
    log,
    fallback,
    pace: parts.pace ?? createPace({ postsPerMinute: config.postsPerMinute }),
    ...(parts.graceSeconds === undefined ? {} : { graceSeconds: parts.graceSeconds }),
  })
  const committed = delivery.nudge
  const deps: Deps = { db: opened.db, workspace, knownPlans, clock, newId: randomUUID, committed }
  if (config.plans !== null) await applyPlans(deps, config.plans, { directory, by: admins[0] ?? null }, log)

  const app = createApp({
    config: config.slack,
    log,
    bot,
    routes: healthRoutes({ scope: scopeOf(deps), opened, delivery }),
    ...(parts.fetch ? { fetch: parts.fetch } : {}),
  })
  const fetchFile = fileFetcher({
    token: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    ...(parts.fetch ? { fetch: parts.fetch } : {}),
  })
  const patience = parts.patience ?? 2000
  const inFlight = countInFlight()
  const zone = (await whichPlan(scopeOf(deps), null))?.plan.timezone ?? 'UTC'
  register(app, {
    deps,
    commands: config.slack.commands,
    admins: new Set(admins),
    zone: () => zone,
    directory: knownDirectory(directory, () => readDirectory(directoryClient(config.slack, parts.fetch))),
    fetchFile,
    met: (stray) => adoptOrDeleteStray({ scope: scopeOf(deps), clock, calls, log }, stray),
    log,
    inFlight,
    patience,
  })
  const groups = () => readGroups(directoryClient(config.slack, parts.fetch))
  const housekeeping = async () => {
    await opened.maintain()
    await keepHouse(deps, groups)
    await fetchForgotten({ deps, fetchFile, log, patience })
  }
  // A second one beside it would pass over what the first holds, and be over before that is done.
  const beats = inTurn(() => beat(deps))
  const failed = (error: unknown) => log.error({ error }, 'A beat failed; the next one tries again.')
  let beating: readonly { stop(): Promise<void> }[] = []

  return {
    deps,
    delivery,
    beat: beats,
    async settle() {
      await inFlight.idle()
      await delivery.deliver()
    },
    nextMoment: () => nextMoment(scopeOf(deps)),
    keepHouse: housekeeping,
    async start() {
      await listen(app, config)
      delivery.start()
      beating = [
        startHeartbeat({ name: 'beat', every: everyTenSeconds, beat: beats, failed }),
        startHeartbeat({ name: 'housekeeping', every: everyTenMinutes, beat: housekeeping, failed }),
      ]
      log.info({ team: workspace.team }, 'Rounds is running.')
    },
    async stop() {
      await Promise.all(beating.map((each) => each.stop()))
      await app.stop().catch((error: unknown) => log.warn({ error }, 'Slack could not be told goodbye.'))
      await inFlight.idle()
      await delivery.stop()
      await opened.close()
    },
  }
}

async function listen(app: App, { slack }: Config): Promise<void> {
  await app.init()
  try {
    await (slack.delivery.kind === 'http' ? app.start(slack.delivery.port) : app.start())
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new CannotStart('PORT is taken by another program: stop that one, or set PORT to a free port.', {
      cause: error,
    })
  }
}

/** Whose token this is. Waits while Slack cannot be reached; a token that it refuses cannot be mended by waiting. */
async function knownBot(client: WebClient, log: Pino): Promise<{ workspace: Workspace; bot: Bot }> {
  for (let waitSeconds = 1; ; waitSeconds = Math.min(waitSeconds * 2, 60)) {
    const answer = await client.auth.test().catch((error: unknown) => refusalOf(error))
    if (!(answer instanceof Error)) {
      const { enterprise_id, team_id, bot_id, user_id } = answer
      return {
        workspace: { enterprise: String(enterprise_id ?? ''), team: String(team_id ?? '') },
        bot: { botId: String(bot_id ?? ''), botUserId: String(user_id ?? '') },
      }
    }
    log.warn({ seconds: waitSeconds, reason: answer.message }, 'Slack cannot be reached; Rounds tries again.')
    await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
  }
}

/** Gives back what may pass by itself, and throws what will not. */
function refusalOf(error: unknown): Error & Partial<WebAPICallResult> {
  const said = (error as { data?: { error?: string } }).data?.error
  if (said && said !== 'ratelimited' && said !== 'internal_error' && said !== 'fatal_error') {
    throw new CannotStart(
      `Slack refuses SLACK_BOT_TOKEN (${said}): copy the Bot User OAuth Token again, from "OAuth & Permissions" of your Slack app.`,
      { cause: error },
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

async function applyPlans(deps: Deps, path: string, given: { directory: Directory; by: string | null }, log: Pino) {
  const outcome = await applyPlanFiles(deps, path, given)
  if ('faults' in outcome) throw new CannotStart(outcome.faults.join('\n'))
  for (const applied of outcome.applied) {
    log.info(applied, applied.changed ? 'The plan is in force.' : 'The plan is unchanged.')
  }
  for (const plan of outcome.overtaken) {
    log.info({ plan, path }, 'The plan was imported in Slack since; its file holds again once it changes.')
  }
  for (const plan of outcome.retired) {
    log.warn({ plan, path }, 'A plan whose file is gone was retired: its history stays, and its file brings it back.')
  }
}

/** Where a message goes that its channel does not take, and who is told: the plan's owner, else an admin of it. */
const fallback: Fallback = async (scope, message) => {
  // What somebody sent to Rounds is between the two until it is applied.
  if (message.surface === 'document' || message.surface === 'document-told') return undefined
  const found = await whichPlan(scope, message.channel)
  if (!found) return undefined
  const { plan } = found
  const [tellOwner] = [
    ...holdersOf(plan, null, message.wantedAt),
    ...plan.admins,
    ...Object.values(plan.roles).flatMap(everybodyIn),
  ]
  if (tellOwner === undefined) return undefined
  return { tellOwner, channel: plan.fallback }
}
