import { existsSync } from 'node:fs'
import { type WebAPICallResult, WebClient } from '@slack/web-api'
import manifest from '../../manifest.json' with { type: 'json' }
import { type Config, readConfig } from '../config.ts'
import type { Plan } from '../domain/plan.ts'
import { interactiveOptions } from '../slack/app.ts'
import type { Database } from '../store/database/database.ts'
import { openDatabase } from '../store/database/open.ts'
import { currentPlans, retiredPlans } from '../store/plans.ts'
import { databaseHere, isFaulty } from './environment.ts'
import type { Out } from './plan-file.ts'

/** One thing that was looked at: `advice` says what to do where it is not in order. */
export type Finding = {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
  readonly advice?: string
}

/** `rounds doctor`: looks at everything that Rounds needs, changes nothing, and says what to mend. */
export async function doctor(options: { readonly json?: boolean }, out: Out): Promise<number> {
  const findings: Finding[] = []
  const tell = (...found: readonly Finding[]) => {
    findings.push(...found)
    for (const finding of found) out.line(options.json ? JSON.stringify(finding) : lineOf(finding))
  }
  const config = readConfig(process.env)
  tell(...configurationFindings(config))
  const client = isFaulty(config) ? null : new WebClient(config.slack.botToken, interactiveOptions(config.slack))
  const workspace = client && (await lookAtToken(client, tell))
  if (!isFaulty(config)) await lookAtDelivery(config, tell)
  await lookAtDatabase(tell, async (db) => {
    if (!client || !workspace) return
    const plans = (await currentPlans({ db, workspace })).map(({ plan }) => plan)
    if (plans.length === 0)
      tell(
        bad(
          'plans',
          'no plan is in force',
          'Set ROUNDS_PLANS to a plan file and start Rounds, or send it a maintenance document in Slack.',
        ),
      )
    for (const { name, at } of await retiredPlans({ db, workspace }))
      tell(
        good(
          `plan ${name}`,
          `retired on ${at.toISOString().slice(0, 10)}; its history stays, and applying it brings it back`,
        ),
      )
    for (const channel of new Set(plans.flatMap(channelsOf))) tell(await lookAtChannel(client, channel))
  })
  return findings.every(({ ok }) => ok) ? 0 : 1
}

type Tell = (...found: readonly Finding[]) => void

const good = (check: string, detail: string): Finding => ({ check, ok: true, detail })
const bad = (check: string, detail: string, advice: string): Finding => ({ check, ok: false, detail, advice })

function lineOf({ check, ok, detail, advice }: Finding): string {
  return `${ok ? '✓' : '✗'} ${check}: ${detail}${advice ? `\n    ${advice}` : ''}`
}

function configurationFindings(config: ReturnType<typeof readConfig>): readonly Finding[] {
  if (!isFaulty(config)) return [good('configuration', `complete, ${config.slack.delivery.kind}`)]
  return config.faults.map((fault) => bad('configuration', fault, 'Set it in the environment or in .env.'))
}

async function lookAtToken(client: WebClient, tell: Tell) {
  const asked = await ask(client.auth.test())
  if ('trouble' in asked) {
    const { trouble, reached } = asked
    const refused = 'Copy the Bot User OAuth Token again, from "OAuth & Permissions".'
    tell(bad('token', trouble, reached ? refused : 'Look at the network, and at SLACK_API_URL if it is set.'))
    return null
  }
  const { answer } = asked
  tell(good('token', `${answer.team ?? answer.team_id} as ${answer.user ?? answer.user_id}`))
  const missing = manifest.oauth_config.scopes.bot.filter((scope) => !scopesOf(answer).includes(scope))
  const advice = 'Add them under "OAuth & Permissions" and install the app again.'
  tell(missing.length === 0 ? good('scopes', 'all granted') : bad('scopes', `missing ${missing.join(', ')}`, advice))
  return { enterprise: String(answer.enterprise_id ?? ''), team: String(answer.team_id ?? '') }
}

function scopesOf(answer: WebAPICallResult): readonly string[] {
  return answer.response_metadata?.scopes ?? []
}

async function lookAtDelivery({ slack }: Config, tell: Tell): Promise<void> {
  if (slack.delivery.kind === 'http') {
    tell(good('delivery', `signed HTTP on port ${slack.delivery.port}; Slack must reach /slack/events there`))
    return
  }
  const client = new WebClient(slack.delivery.appToken, interactiveOptions(slack))
  const asked = await ask(client.apps.connections.open({}))
  const advice = 'Make an app-level token with connections:write under "Basic Information".'
  tell('trouble' in asked ? bad('app token', asked.trouble, advice) : good('app token', 'Socket Mode can connect'))
}

async function lookAtDatabase(tell: Tell, then: (db: Database) => Promise<void>): Promise<void> {
  try {
    const where = databaseHere()
    if (where.kind === 'embedded' && !existsSync(where.folder)) {
      const advice = 'Run `rounds migrate`, or start Rounds, which creates it.'
      return tell(bad('database', `there is none in ${where.folder} yet`, advice))
    }
    const opened = await openDatabase(where)
    try {
      await opened.ping()
      const pending = await opened.pendingMigrations()
      tell(good('database', opened.kind === 'server' ? 'PostgreSQL answers' : 'the embedded database opens'))
      tell(
        pending === 0
          ? good('migrations', 'up to date')
          : bad('migrations', `${pending} to apply`, 'Run `rounds migrate`, or start Rounds, which applies them.'),
      )
      if (pending === 0) await then(opened.db)
    } finally {
      await opened.close()
    }
  } catch (error) {
    tell(bad('database', error instanceof Error ? error.message : String(error), 'Nothing can be kept until it opens.'))
  }
}

async function lookAtChannel(client: WebClient, id: string): Promise<Finding> {
  const asked = await ask(client.conversations.info({ channel: id }))
  if ('trouble' in asked) {
    return bad(`channel ${id}`, asked.trouble, 'Invite Rounds to it, or name another channel in the plan.')
  }
  const { channel } = asked.answer
  const name = `channel #${channel?.name ?? id}`
  if (channel?.is_archived) return bad(name, 'is archived', 'Unarchive it, or name another channel in the plan.')
  if (!channel?.is_member) return bad(name, 'Rounds is not in it', 'Type /invite @Rounds there.')
  return good(name, 'Rounds is in it')
}

function channelsOf(plan: Plan): readonly string[] {
  const own = plan.rituals.flatMap(({ channel, report }) => [channel ?? [], report?.channel ?? []].flat())
  const told = Object.values(plan.templates ?? {}).map(({ channel }) => channel)
  const windows = (plan.maintenance ?? []).flatMap(({ channel }) => channel ?? [])
  return [plan.channel, plan.incidents, plan.summary.channel, plan.fallback, ...told, ...windows, ...own]
}

type Asked<Answer> = { readonly answer: Answer } | { readonly trouble: string; readonly reached: boolean }

/** Slack's answer, or what is in the way of it: its own word, or that it could not be reached at all. */
async function ask<Answer>(call: Promise<Answer>): Promise<Asked<Answer>> {
  try {
    return { answer: await call }
  } catch (error) {
    const said = (error as { data?: { error?: string } }).data?.error
    if (said) return { trouble: `Slack says ${said}`, reached: true }
    return { trouble: `Slack cannot be reached: ${error instanceof Error ? error.message : error}`, reached: false }
  }
}
