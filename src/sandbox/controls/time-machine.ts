import { failed } from '../interaction/interactions.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, ClockInfo, HappenedInfo, TimeMachine } from '../protocol.ts'
import { speeds } from '../protocol.ts'
import { whenQuiet } from '../when-quiet.ts'
import { changed } from '../workspace/workspace.ts'
import type { Ticker } from './ticker.ts'

type MachineInfo = NonNullable<ClockInfo['machine']>

/** The machine of a running sandbox, and what it is doing. */
export type TimeControl = {
  machine: TimeMachine | null
  readonly ticker: Ticker
  stops: MachineInfo['stops']
  speed: number
  /** True while a jump is under way. */
  playing: boolean
  /** Of what is being played now, whether a jump or one step of a fast clock; it resolves once that is over. */
  current: { readonly abort: AbortController; readonly over: Promise<void> } | null
  happened: { count: number; newest: readonly HappenedInfo[] }
  stopTicking: () => void
}

const nothing = { count: 0, newest: [] }
const noTicks = () => undefined

export function timeControl(ticker: Ticker): TimeControl {
  return {
    ...{ machine: null, ticker, stops: [], speed: 0, playing: false },
    ...{ current: null, happened: nothing, stopTicking: noTicks },
  }
}

export function machineInfo({ machine, stops, playing, speed, happened }: TimeControl): MachineInfo | null {
  return machine === null ? null : { stops, playing, speed, happened }
}

export async function setTimeMachine(platform: Platform, machine: TimeMachine | null): Promise<void> {
  const { time, workspace } = platform
  await halt(time)
  Object.assign(time, { machine, speed: machine?.isRunning() ? 1 : 0, happened: nothing })
  await refreshStops(platform)
  if (machine === null) return
  const refreshSoon = whenQuiet(async () => {
    if (time.machine !== machine) workspace.listeners.delete(refreshSoon)
    // A bot that is stopping has nothing to say about what lies ahead.
    else if (!time.playing) await refreshStops(platform).catch(() => undefined)
  })
  workspace.listeners.add(refreshSoon)
}

/** For good: a jump that is cut short lets no clock run on. */
export async function shutDown(time: TimeControl): Promise<void> {
  Object.assign(time, { machine: null, speed: 0 })
  await halt(time)
}

/** Nothing is played any more once this resolves. */
export async function halt(time: TimeControl): Promise<void> {
  time.stopTicking()
  time.stopTicking = noTicks
  time.current?.abort.abort()
  await time.current?.over
}

/** What lies ahead moves with everything that happens: an incident that is declared starts a clock. */
async function refreshStops({ time, workspace }: Platform): Promise<void> {
  const { machine } = time
  const stops = ((await machine?.stops()) ?? []).map((stop) => ({ ...stop, at: stop.at.toISOString() }))
  if (time.machine !== machine || JSON.stringify(stops) === JSON.stringify(time.stops)) return
  time.stops = stops
  changed(workspace)
}

/** Asks the machine to play; the sandbox never decides what is due. A clock that ran goes on afterwards. */
export async function jumpTo(platform: Platform, at: string): Promise<ActResult> {
  const { time, workspace } = platform
  const { machine } = time
  const moment = new Date(at)
  if (machine === null) return failed('This workspace has no time machine.')
  if (time.playing) return failed('The clock is already moving.')
  if (Number.isNaN(moment.getTime())) return failed('That is not a moment.')
  if (moment <= workspace.now()) return failed('The clock moves forward only.')
  Object.assign(time, { playing: true, happened: nothing })
  changed(workspace)
  try {
    await halt(time)
    if (time.machine !== machine) return failed('This clock is gone: load the page again.')
    machine.run(false)
    await play(platform, machine, moment)
    return { ok: true }
  } catch (error) {
    return failed(sentenceOf(error))
  } finally {
    time.playing = false
    runAt(platform, time.speed)
    changed(workspace)
    // What became of the jump matters more than what lies ahead.
    await refreshStops(platform).catch(() => undefined)
  }
}

export function stopPlaying({ time }: Platform): ActResult {
  if (!time.playing) return failed('The clock has arrived.')
  time.current?.abort.abort()
  return { ok: true }
}

export async function setSpeed(platform: Platform, speed: number): Promise<ActResult> {
  const { time, workspace } = platform
  if (time.machine === null) return failed('This workspace has no time machine.')
  if (time.playing) return failed('The clock is on its way: stop it first.')
  if (!speeds.some((one) => one === speed)) return failed(`The clock runs at ${speeds.join(', ')} times real time.`)
  await halt(time)
  time.speed = speed
  if (speed > 1) time.happened = nothing
  // A jump that began meanwhile lets it run once it is over.
  if (!time.playing) runAt(platform, speed)
  changed(workspace)
  return { ok: true }
}

/** Real time passes by the machine's own clock. A faster one stands still between steps that are played as jumps are. */
function runAt(platform: Platform, speed: number): void {
  const { time } = platform
  time.stopTicking()
  time.machine?.run(speed === 1)
  if (speed <= 1 || time.machine === null) return
  const { machine, ticker } = time
  let last = ticker.nowMs()
  time.stopTicking = ticker.start(async () => {
    const passed = Math.min(ticker.nowMs() - last, longestStepMs)
    last = ticker.nowMs()
    try {
      await play(platform, machine, new Date(platform.workspace.now().getTime() + passed * speed))
    } catch (error) {
      standStill(platform, sentenceOf(error))
    }
  })
}

/** A machine that cannot keep up runs slower; it does not owe the rest. */
const longestStepMs = 1000

async function play({ time, workspace }: Platform, machine: TimeMachine, to: Date): Promise<void> {
  const abort = new AbortController()
  const tell = (happened: readonly HappenedInfo[]) => {
    note(time, happened)
    changed(workspace)
  }
  const played = machine.playTo(to, { signal: abort.signal, tell })
  const over = played.catch(() => undefined)
  time.current = { abort, over }
  try {
    await played
  } finally {
    time.current = null
    changed(workspace)
  }
}

const mostKept = 200

function note(time: TimeControl, happened: readonly HappenedInfo[]): void {
  const { count, newest } = time.happened
  time.happened = { count: count + happened.length, newest: [...newest, ...happened].slice(-mostKept) }
}

function standStill({ time, workspace }: Platform, because: string): void {
  time.stopTicking()
  Object.assign(time, { stopTicking: noTicks, speed: 0 })
  note(time, [{ text: `The clock stands still: ${because}`, message: null }])
  changed(workspace)
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
