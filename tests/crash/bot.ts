import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Where } from '../../src/store/database/database.ts'
import { builtScript, shortLived } from '../support/built-script.ts'
import type { Death } from './children/death.ts'
import type { Answer, Order, Report } from './orders.ts'

/** A bot in a process of its own. Orders that it does not live to answer resolve to `dead`. */
export type Bot = {
  /** Builds and starts it; until then it only has its modules loaded. */
  begins(at: string, circumstances?: { readonly leasesAreOver: boolean }): Promise<void>
  clockShows(at: string): Promise<void>
  beats(): Promise<unknown>
  settles(): Promise<unknown>
  /** From now on it claims nothing for delivery. */
  holdsDelivery(): Promise<unknown>
  willDie(death: Death): Promise<unknown>
  sql<Row extends object>(text: string): Promise<readonly Row[]>
  report(): Promise<Report>
  stops(): Promise<unknown>
  kill(): Promise<void>
  isDead(): boolean
  /** Resolves to the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>
}

export const dead = Symbol('dead')

const script = fileURLToPath(new URL('children/bot.ts', import.meta.url))

export function spawnBot(sandbox: Sandbox, where: Where, plans: string): Bot {
  const child = fork(builtScript(script), {
    execArgv: [...shortLived],
    env: { PATH: process.env.PATH ?? '', ...environment(sandbox, where, plans) },
  })
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null)
  const waiting = new Map<number, (answer: Answer | typeof dead) => void>()
  const settle = (id: number, answer: Answer | typeof dead) => {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  }
  child.on('message', (answer: Answer) => settle(answer.id, answer))
  void ended.then(() => {
    for (const id of waiting.keys()) settle(id, dead)
  })
  let ids = 0

  async function answerTo(id: number): Promise<unknown> {
    const answer = await new Promise<Answer | typeof dead>((resolve) => waiting.set(id, resolve))
    if (answer === dead) return dead
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.result
  }

  function tell(order: Order): Promise<unknown> {
    ids += 1
    if (!child.connected) return Promise.resolve(dead)
    child.send({ id: ids, order })
    return answerTo(ids)
  }

  return {
    ended,
    async begins(at, { leasesAreOver } = { leasesAreOver: false }) {
      child.send({ id: 0, order: { kind: 'begin', at, leasesAreOver } })
      if ((await answerTo(0)) === dead) throw new Error('The bot ended before it had begun.')
    },
    clockShows: async (at) => void (await tell({ kind: 'clock', at })),
    beats: () => tell({ kind: 'beat' }),
    settles: () => tell({ kind: 'settle' }),
    holdsDelivery: () => tell({ kind: 'hold' }),
    willDie: (death) => tell({ kind: 'arm', death }),
    sql: async <Row extends object>(text: string) => (await tell({ kind: 'sql', text })) as readonly Row[],
    report: async () => (await tell({ kind: 'report' })) as Report,
    stops: () => tell({ kind: 'stop' }).then(() => ended),
    isDead: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function environment(sandbox: Sandbox, where: Where, plans: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    ROUNDS_PLANS: plans,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...(where.kind === 'server' ? { DATABASE_URL: where.url } : {}),
    ...(where.kind === 'embedded' ? { ROUNDS_DATA: where.folder } : {}),
  }
}
