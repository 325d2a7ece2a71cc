import { failed } from './interactions.ts'
import type { Platform } from './platform.ts'
import type { ActResult, TimeMachine } from './protocol.ts'
import { changed } from './workspace.ts'

export async function setTimeMachine(platform: Platform, machine: TimeMachine | null): Promise<void> {
  platform.time.machine = machine
  await refreshStops(platform)
}

export async function refreshStops(platform: Platform): Promise<void> {
  const stops = (await platform.time.machine?.stops()) ?? []
  platform.time.stops = stops.map(({ label, at }) => ({ label, at: at.toISOString() }))
  changed(platform.workspace)
}

/** Asks the machine to play; the sandbox never decides what is due. */
export async function playTo(platform: Platform, at: string): Promise<ActResult> {
  const { machine, playing } = platform.time
  const moment = new Date(at)
  if (machine === null) return failed('This workspace has no time machine.')
  if (playing) return failed('The clock is already moving.')
  if (Number.isNaN(moment.getTime())) return failed('That is not a moment.')
  if (moment <= platform.workspace.now()) return failed('The clock moves forward only.')
  platform.time.playing = true
  changed(platform.workspace)
  try {
    platform.time.lastJump = await machine.playTo(moment)
    return { ok: true }
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  } finally {
    platform.time.playing = false
    await refreshStops(platform)
  }
}
