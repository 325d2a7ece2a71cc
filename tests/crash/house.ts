import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import manifest from '../../manifest.json' with { type: 'json' }
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { Where } from '../../src/store/database/database.ts'
import { type Bot, spawnBot } from './bot.ts'
import type { Death } from './children/death.ts'

/** When the bot is killed: by itself at a death, or from outside at a moment that can be waited for. */
export type Moment = Death | 'acknowledged, nothing claimed' | 'all recorded'

/** A workspace that lives on, and a bot that is killed and started again on the same database. */
export type House = {
  readonly sandbox: Sandbox
  readonly maria: MemberDriver
  bot(): Bot
  /** For beforeEach: a test that failed may have left a dead bot behind. */
  hasBot(): Promise<void>
  /** What is due by then is done and shown. */
  clockReaches(at: string): Promise<void>
  moveClock(at: string): Promise<void>
  /** Lets the bot die at a moment of what `act` sets off; resolves to what came of `act`. */
  isKilled<Result>(moment: Moment, act: () => Promise<Result>): Promise<Result>
  /** Two minutes later another process takes over, and does what is to be done. */
  isStartedAgain(): Promise<void>
  close(): Promise<void>
}

/** For beforeAll: a folder is made and migrated, and two processes load everything. */
export const readyIn = 120_000

/** For each test: the dead process's heir begins, on a machine that may be busy. */
export const soonEnough = 60_000

export async function openHouse(where: Where, at: string): Promise<House> {
  let now = new Date(at)
  const sandbox = await startSandbox({ manifest, clock: () => now, page: false })
  const spawned = new Set<Bot>()
  const spawn = () => {
    const bot = spawnBot(sandbox, where, 'tests/crash/pumps.yaml')
    spawned.add(bot)
    return bot
  }
  let bot = spawn()
  await bot.begins(at)
  let heir = spawn()

  async function moveClock(to: string): Promise<void> {
    now = new Date(to)
    await bot.clockShows(to)
  }
  const catchesUp = async () => {
    await bot.beats()
    await bot.settles()
  }
  async function isStartedAgain(): Promise<void> {
    now = new Date(now.getTime() + 120_000)
    bot = heir
    await bot.begins(now.toISOString(), { leasesAreOver: true })
    heir = spawn()
    await catchesUp()
  }
  return {
    sandbox,
    maria: sandbox.member('maria'),
    bot: () => bot,
    hasBot: async () => void (bot.isDead() && (await isStartedAgain())),
    moveClock,
    async clockReaches(to) {
      await moveClock(to)
      await catchesUp()
    },
    isKilled: (moment, act) => kill(bot, moment, act),
    isStartedAgain,
    async close() {
      await bot.stops()
      await Promise.all([...spawned].map((each) => each.kill()))
      await sandbox.close()
      if (where.kind === 'embedded') rmSync(where.folder, { recursive: true })
    },
  }
}

async function kill<Result>(bot: Bot, moment: Moment, act: () => Promise<Result>): Promise<Result> {
  if (bot.isDead()) throw new Error('There is no bot to kill.')
  if (moment === 'acknowledged, nothing claimed') {
    await bot.holdsDelivery()
    const result = await act()
    await bot.kill()
    return result
  }
  if (moment === 'all recorded') {
    const result = await act()
    await bot.settles()
    await bot.kill()
    return result
  }
  await bot.willDie(moment)
  const acting = act()
  await diesByItself(bot, moment)
  return acting
}

/** Whoever lives through its moment was not tested. */
async function diesByItself(bot: Bot, { edge, like }: Death): Promise<void> {
  const limit = new AbortController()
  const signal = await Promise.race([bot.ended, wait(30_000, 'alive' as const, { signal: limit.signal })])
  limit.abort()
  if (signal !== 'SIGKILL') throw new Error(`The bot should have died at a ${edge} like ${like}; it is ${signal}.`)
}
