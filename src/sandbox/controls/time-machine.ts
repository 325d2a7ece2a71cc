import { wait } from '../deferred.ts'
import { failed } from '../interaction/interactions.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, TimeMachine } from '../protocol.ts'
import { changed } from '../workspace/workspace.ts'

export async function setTimeMachine(platform: Platform, machine: TimeMachine | null): Promise<void> {
  const { time, workspace } = platform
  time.machine = machine
  await refreshStops(platform)
  if (machine === null) return
  const refreshSoon = whenQuiet(async () => {
    if (time.machine !== machine) workspace.listeners.delete(refreshSoon)
    // A bot that is stopping has nothing to say about what lies ahead.
    else if (!time.playing) await refreshStops(platform).catch(() => undefined)
  })
  workspace.listeners.add(refreshSoon)
}

/** What lies ahead moves with everything that happens: an incident that is declared starts a clock. */
async function refreshStops(platform: Platform): Promise<void> {
  const { time, workspace } = platform
  const { machine } = time
  const stops = ((await machine?.stops()) ?? []).map(({ label, at }) => ({ label, at: at.toISOString() }))
  if (time.machine !== machine || JSON.stringify(stops) === JSON.stringify(time.stops)) return
  time.stops = stops
  changed(workspace)
}

const quietMs = 100

/** Calls once for a whole burst of changes. */
function whenQuiet(work: () => Promise<void>): () => void {
  let scheduled = false
  return async () => {
    if (scheduled) return
    scheduled = true
    await wait(quietMs)
    scheduled = false
    await work()
  }
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
    changed(platform.workspace)
    await refreshStops(platform)
  }
}
