/** What a move of the clock needs: the clock itself, and everything that acts on it. */
export type Playable = {
  now(): Date
  /** Sets the clock; never backwards. */
  moveTo(at: Date): void
  /** The next due, wake or retry time; null when nothing waits. */
  nextMoment(): Promise<Date | null>
  beat(): Promise<void>
  /** Makes Slack agree with the database, as far as it can now. */
  deliver(): Promise<void>
  /** What a process does every few minutes: without it a database that grows is ever slower. */
  keepHouse(): Promise<void>
}

/**
 * Plays the clock forward: stops at each moment on the way, lets it happen and be shown, and goes on. Once the signal is
 * aborted it ends after the moment in progress.
 */
export async function playTo(playable: Playable, to: Date, signal?: AbortSignal): Promise<void> {
  let kept = playable.now()
  for (;;) {
    await playable.beat()
    await playable.deliver()
    if (signal?.aborted) return
    const next = await playable.nextMoment()
    if (next === null || next > to) break
    if (next > playable.now()) playable.moveTo(next)
    else playable.moveTo(new Date(playable.now().getTime() + stuckMillis))
    if (playable.now() > to) break
    if (playable.now().getTime() - kept.getTime() < houseKeptMillis) continue
    await playable.keepHouse()
    kept = playable.now()
  }
  if (playable.now() < to) playable.moveTo(to)
  await playable.beat()
  await playable.deliver()
}

/** A moment that stays in the past (a message Slack refuses to take, say) must not hold the clock. */
const stuckMillis = 1000

/** Much seldomer than while time passes by itself: a year must not be all housework. */
const houseKeptMillis = 7 * 24 * 60 * 60_000
