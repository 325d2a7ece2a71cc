import { z } from 'zod'
import type { Where } from './store/database/database.ts'

export type Config = {
  readonly slack: {
    readonly botToken: string
    readonly delivery:
      | { readonly kind: 'socket-mode'; readonly appToken: string; readonly healthPort: number | null }
      | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number }
    /** Another address than Slack's own, with a slash at its end. */
    readonly apiUrl: string | null
    /** The slash commands' names, for workspaces where another app has taken them. */
    readonly commands: { readonly rounds: string; readonly incident: string; readonly summary: string }
  }
  readonly database: Where
  /** A plan file or a folder of them, applied at start. */
  readonly plans: string | null
  /** Slack user IDs; where empty, the workspace's own admins. */
  readonly admins: readonly string[]
  readonly logLevel: (typeof logLevels)[number]
  /** Posts a minute that the whole workspace may see. */
  readonly postsPerMinute: number
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every fault of the environment as one sentence that says what to do. */
export type ConfigFaults = { readonly faults: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

const token = (name: string, prefix: RegExp, like: string, where: string) =>
  z
    .string({ error: `${name} is missing: copy ${where}.` })
    .regex(prefix, { error: `${name} does not look like ${like}: copy ${where}.` })

const port = (name: string) =>
  z.coerce
    .number({ error: `${name} is not a number: give a port such as 3000.` })
    .int({ error: `${name} is not a whole number: give a port such as 3000.` })
    .min(1, { error: `${name} must be between 1 and 65535.` })
    .max(65_535, { error: `${name} must be between 1 and 65535.` })

const command = (name: string, usual: string) =>
  z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/u, { error: `${name} must be a command such as ${usual}, in small letters.` })
    .default(usual)

const botToken = token(
  'SLACK_BOT_TOKEN',
  /^xoxb-|^xoxe\.xoxb-/u,
  'a bot token (xoxb-…)',
  'the Bot User OAuth Token from "OAuth & Permissions" of your Slack app',
)
const appToken = token(
  'SLACK_APP_TOKEN',
  /^xapp-/u,
  'an app-level token (xapp-…)',
  'an app-level token with connections:write from "Basic Information" of your Slack app',
)

const environment = z.object({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken.optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, { error: 'SLACK_SIGNING_SECRET is too short: copy it from "Basic Information" of your Slack app.' })
    .optional(),
  PORT: port('PORT').optional(),
  SLACK_API_URL: z.url({ error: 'SLACK_API_URL is not an address such as http://127.0.0.1:4000/api/.' }).optional(),
  ROUNDS_COMMAND: command('ROUNDS_COMMAND', '/rounds'),
  INCIDENT_COMMAND: command('INCIDENT_COMMAND', '/incident'),
  SUMMARY_COMMAND: command('SUMMARY_COMMAND', '/summary'),
  ROUNDS_PLANS: z.string().optional(),
  ROUNDS_ADMINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/u).filter((id) => id !== ''))
    .pipe(
      z.array(
        z.string().regex(/^[UW][A-Z0-9]+$/u, {
          error: 'ROUNDS_ADMINS lists Slack member IDs such as U012AB3CD, with commas between them.',
        }),
      ),
    ),
  LOG_LEVEL: z.enum(logLevels, { error: `LOG_LEVEL must be one of ${logLevels.join(', ')}.` }).default('info'),
  ROUNDS_POSTS_PER_MINUTE: z.coerce
    .number({ error: 'ROUNDS_POSTS_PER_MINUTE is not a number.' })
    .min(1, { error: 'ROUNDS_POSTS_PER_MINUTE must be at least 1.' })
    .max(600, { error: 'ROUNDS_POSTS_PER_MINUTE must be at most 600: Slack allows several hundred.' })
    .default(240),
})

/** Reads the environment: the configuration, or everything that is wrong with it at once. */
export function readConfig(env: Environment): Config | ConfigFaults {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = environment.safeParse(given)
  const faults = [...(read.error?.issues.map(({ message }) => message) ?? []), ...missingDelivery(given)]
  const database = databaseOf(env)
  if ('fault' in database) faults.push(database.fault)
  if (!read.success || faults.length > 0 || 'fault' in database) return { faults: [...new Set(faults)] }
  const { data } = read
  return {
    slack: {
      botToken: data.SLACK_BOT_TOKEN,
      delivery: deliveryOf(data),
      apiUrl: data.SLACK_API_URL ? `${data.SLACK_API_URL.replace(/\/+$/u, '')}/` : null,
      commands: { rounds: data.ROUNDS_COMMAND, incident: data.INCIDENT_COMMAND, summary: data.SUMMARY_COMMAND },
    },
    database,
    plans: data.ROUNDS_PLANS ?? null,
    admins: data.ROUNDS_ADMINS,
    logLevel: data.LOG_LEVEL,
    postsPerMinute: data.ROUNDS_POSTS_PER_MINUTE,
  }
}

/** Where the database is; commands that need no Slack read only this. */
export function databaseOf(env: Environment): Where | { readonly fault: string } {
  const url = env.DATABASE_URL?.trim()
  if (!url) return { kind: 'embedded', folder: env.ROUNDS_DATA?.trim() || '.rounds' }
  if (!/^postgres(ql)?:\/\//u.test(url) || !URL.canParse(url)) {
    return {
      fault:
        'DATABASE_URL must look like postgres://user:password@host:5432/database; leave it out for the embedded database.',
    }
  }
  return { kind: 'server', url }
}

function missingDelivery(env: Environment): string[] {
  if (env.SLACK_APP_TOKEN) return []
  if (!env.SLACK_SIGNING_SECRET) {
    return [
      'SLACK_APP_TOKEN (for Socket Mode) or SLACK_SIGNING_SECRET with PORT (for HTTP) is missing: copy one from "Basic Information" of your Slack app.',
    ]
  }
  return env.PORT
    ? []
    : ['PORT is missing: with SLACK_SIGNING_SECRET Rounds listens for Slack, on a port such as 3000.']
}

function deliveryOf(data: z.infer<typeof environment>): Config['slack']['delivery'] {
  if (data.SLACK_APP_TOKEN) {
    return { kind: 'socket-mode', appToken: data.SLACK_APP_TOKEN, healthPort: data.PORT ?? null }
  }
  return { kind: 'http', signingSecret: data.SLACK_SIGNING_SECRET ?? '', port: data.PORT ?? 3000 }
}
