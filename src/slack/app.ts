import { App, type AppOptions, LogLevel } from '@slack/bolt'
import type { Config } from '../config.ts'
import { boltLog, type Pino } from '../log.ts'
import { handleChecklists } from './handlers/checklists.ts'
import { handleCommands } from './handlers/commands.ts'
import { handleDocuments } from './handlers/documents.ts'
import { handleHome } from './handlers/home.ts'
import { handleIssues } from './handlers/issues.ts'
import { handleItems } from './handlers/items.ts'
import { handleLaunch } from './handlers/launch.ts'
import { handlePlans } from './handlers/plans.ts'
import { silent } from './silent.ts'
import type { Slack } from './slack.ts'
import { untilSlackIsBack } from './socket-fetch.ts'

type Route = NonNullable<AppOptions['customRoutes']>[number]

type Parts = {
  readonly config: Config['slack']
  readonly log: Pino
  /** Without these Bolt asks Slack who it is before every click, and a click is lost where Slack is slow to say. */
  readonly bot: { readonly botId: string; readonly botUserId: string }
  /** Health, readiness, metrics. */
  readonly routes: readonly Route[]
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Options of the client that answers people: no retries, because a trigger is dead by then, and no waiting for a
 * rate limit.
 */
export function interactiveOptions(config: Config['slack'], fetch?: typeof globalThis.fetch) {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2500,
    logger: silent,
    ...(config.apiUrl ? { slackApiUrl: config.apiUrl } : {}),
    ...(fetch ? { fetch } : {}),
  }
}

/** The Bolt app with nothing registered: over Socket Mode or signed HTTP, as configured. */
export function createApp({ config, log, bot, routes, fetch }: Parts): App {
  const { delivery } = config
  const common: AppOptions = {
    token: config.botToken,
    ...bot,
    clientOptions: interactiveOptions(config, fetch),
    logger: boltLog(log),
    logLevel: LogLevel.INFO,
    deferInitialization: true,
    tokenVerificationEnabled: false,
  }
  if (delivery.kind === 'http') {
    return new App({ ...common, signingSecret: delivery.signingSecret, customRoutes: [...routes] })
  }
  const clientOptions = { ...interactiveOptions(config), fetch: untilSlackIsBack(fetch) }
  const { healthPort } = delivery
  const health = healthPort === null ? {} : { port: healthPort }
  return new App({
    ...common,
    socketMode: true,
    appToken: delivery.appToken,
    installerOptions: { clientOptions, ...health },
    ...(healthPort === null ? {} : { customRoutes: [...routes] }),
  })
}

/** Everything that people can do in Slack. */
export function register(app: App, slack: Slack): void {
  handleItems(app, slack)
  handleChecklists(app, slack)
  handleIssues(app, slack)
  handleCommands(app, slack)
  handleLaunch(app, slack)
  handleHome(app, slack)
  handlePlans(app, slack)
  handleDocuments(app, slack)
  app.error(async (error) => {
    slack.log.error({ error }, 'Something that Slack sent could not be handled.')
  })
}
