import { monotonicMs, type Timing } from '../clocks.ts'
import { Refused } from '../refused.ts'
import type { Tier } from './call.ts'

export type RateLimits = {
  /** Counts one call of a method, or refuses it with the seconds to wait. */
  count(method: string, tier: Tier): void
  /** Counts one message posted to a channel. */
  countPost(channel: string): void
}

const callsPerWindow: Readonly<Record<Tier, number>> = { 1: 1, 2: 20, 3: 50, 4: 100, special: 600 }

/** Posts that one channel takes at once before one an interval applies. */
export const postBurst = 3
export const postsPerWindow = 300

type Bucket = { tokens: number; filledAtMs: number }

export function createRateLimits(timing: Timing): RateLimits {
  const windows = new Map<string, { startedAtMs: number; calls: number }>()
  const buckets = new Map<string, Bucket>()

  function countIn(key: string, max: number): void {
    const nowMs = monotonicMs()
    const known = windows.get(key)
    const window =
      known !== undefined && nowMs - known.startedAtMs < timing.rateWindowMs ? known : { startedAtMs: nowMs, calls: 0 }
    windows.set(key, window)
    if (window.calls >= max) throw rateLimited(window.startedAtMs + timing.rateWindowMs - nowMs)
    window.calls += 1
  }

  return {
    count: (method, tier) => countIn(method, callsPerWindow[tier]),
    countPost: (channel) => {
      const nowMs = monotonicMs()
      const bucket = buckets.get(channel) ?? { tokens: postBurst, filledAtMs: nowMs }
      buckets.set(channel, bucket)
      bucket.tokens = Math.min(postBurst, bucket.tokens + (nowMs - bucket.filledAtMs) / timing.postIntervalMs)
      bucket.filledAtMs = nowMs
      if (bucket.tokens < 1) throw rateLimited((1 - bucket.tokens) * timing.postIntervalMs)
      countIn('posts', postsPerWindow)
      bucket.tokens -= 1
    },
  }
}

function rateLimited(waitMs: number): Refused {
  return new Refused('ratelimited', {}, Math.max(1, Math.ceil(waitMs / 1_000)))
}
