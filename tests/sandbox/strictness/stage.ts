import type { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { expect } from 'vitest'
import type { Json } from '../../../src/sandbox/protocol.ts'
import { platformRules, type RuleName } from '../../../src/sandbox/rules/platform-rules.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts'
import { littleApp, silent } from '../little-app.ts'
import { manifest } from '../manifest.ts'

/** A workspace in which one row is shown, and what it takes to show it. */
export type Stage = {
  readonly rule: RuleName
  readonly sandbox: Sandbox
  readonly slack: WebClient
  readonly ops: string
  readonly maria: ReturnType<Sandbox['member']>
  readonly ben: ReturnType<Sandbox['member']>
  /** Lets the platform's own time pass. */
  readonly pass: (ms: number) => void
  /** Posts to #ops and gives the ts. */
  readonly post: (text: string, more?: Json) => Promise<string>
  readonly client: (token?: string) => WebClient
  /** The call is refused with the row's own code, at this place of the payload. */
  readonly refused: (call: Promise<unknown>, pointer?: string) => Promise<void>
}

export type Scenario = {
  readonly options?: Partial<SandboxOptions>
  /** What the app does; without it there is none, only calls. */
  readonly app?: (app: App) => void
  readonly over?: 'socket-mode' | 'http'
  /** Throws an assertion where the row does not hold. */
  readonly show: (stage: Stage) => Promise<void>
}

export type Scenarios<Rules> = Readonly<Record<keyof Rules, Scenario>>

export async function play(rule: RuleName, scenario: Scenario, rulesOff: readonly string[]): Promise<void> {
  let passed = 0
  const pass = (ms: number): void => {
    passed += ms
  }
  const off = [...(scenario.options?.rulesOff ?? []), ...rulesOff]
  const options = { monotonicMs: () => passed, page: false, ...scenario.options, rulesOff: off }
  const { sandbox, close } = await open(scenario, options)
  try {
    await scenario.show(stageIn(rule, sandbox, pass))
  } finally {
    await close()
  }
}

async function open({ app, over = 'http' }: Scenario, options: Partial<SandboxOptions>) {
  if (app !== undefined) return littleApp(over, app, options)
  const sandbox = await startSandbox({ manifest, ...options })
  return { sandbox, close: () => sandbox.close() }
}

function stageIn(rule: RuleName, sandbox: Sandbox, pass: (ms: number) => void): Stage {
  const client = (token?: string) =>
    new WebClient(token, {
      slackApiUrl: sandbox.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silent,
    })
  const slack = client(sandbox.botToken)
  const ops = sandbox.channel('#ops').id
  return {
    rule,
    sandbox,
    slack,
    ops,
    maria: sandbox.member('@maria'),
    ben: sandbox.member('@ben'),
    pass,
    client,
    post: async (text, more = {}) => (await slack.chat.postMessage({ channel: ops, text, ...more })).ts ?? '',
    refused: async (call, pointer) => {
      const answer = await answerTo(call)
      expect(answer).toMatchObject({ ok: false, error: platformRules[rule].error })
      if (pointer !== undefined) expect(JSON.stringify(answer)).toContain(`[json-pointer:${pointer}]`)
    },
  }
}

/** What the platform answered, refusals too. */
export async function answerTo(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    return (error as { readonly data?: unknown }).data ?? error
  }
}

/** The scenario of a call that is refused. */
export const refuses = (
  call: (stage: Stage) => Promise<unknown>,
  more: Omit<Scenario, 'show'> & { readonly pointer?: string } = {},
): Scenario => {
  const { pointer, ...scenario } = more
  return { ...scenario, show: async (stage) => stage.refused(call(stage), pointer) }
}

/** The little app's manifest with other scopes or settings. */
export function manifestWith(change: {
  readonly scopes?: readonly string[]
  readonly without?: readonly string[]
  readonly home?: Json
  readonly settings?: Json
  readonly features?: Json
}): Json {
  const { scopes = [], without = [], home = {}, settings = {}, features = {} } = change
  const bot = [...manifest.oauth_config.scopes.bot, ...scopes].filter((one) => !without.includes(one))
  return {
    ...manifest,
    features: { ...manifest.features, app_home: { ...manifest.features.app_home, ...home }, ...features },
    oauth_config: { scopes: { bot } },
    settings: { ...manifest.settings, ...settings },
  }
}

export const withScopes = (...scopes: readonly string[]): Pick<Scenario, 'options'> => ({
  options: { manifest: manifestWith({ scopes }) },
})
