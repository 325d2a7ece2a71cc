import type { Timing } from '../clocks.ts'
import type { Platform } from '../platform.ts'
import { Refused } from '../refused.ts'
import { codeOf, type RefusalName } from '../rules/platform-rules.ts'
import type { rateRules } from '../rules/rate-rules.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Channel } from '../workspace/workspace.ts'
import type { Tier } from './call.ts'

export type RateRule = Extract<RefusalName, keyof typeof rateRules>

export type RateLimits = {
  /** Counts one call of a method, or refuses it with the seconds to wait. */
  count(method: string, tier: Tier): void
  /** Counts one message posted to a channel. */
  countPost(channel: string): void
}

const tiers: Readonly<Record<Tier, { readonly calls: number; readonly rule: RateRule }>> = {
  2: { calls: 20, rule: 'tier 2 allows 20 calls a minute' },
  3: { calls: 50, rule: 'tier 3 allows 50 calls a minute' },
  4: { calls: 100, rule: 'tier 4 allows 100 calls a minute' },
  special: { calls: 600, rule: 'a special tier allows 600 calls a minute' },
}

/** Posts that one channel takes at once before one an interval applies. */
export const postBurst = 3
export const postsPerWindow = 300

type Bucket = { tokens: number; filledAtMs: number }

export function createRateLimits(rules: Rulebook, monotonicMs: () => number, timing: Timing): RateLimits {
  const windows = new Map<string, { startedAtMs: number; calls: number }>()
  const buckets = new Map<string, Bucket>()

  function countIn(key: string, max: number, rule: RateRule): void {
    const nowMs = monotonicMs()
    const known = windows.get(key)
    const window =
      known !== undefined && nowMs - known.startedAtMs < timing.rateWindowMs ? known : { startedAtMs: nowMs, calls: 0 }
    windows.set(key, window)
    if (window.calls >= max) limit(rule, window.startedAtMs + timing.rateWindowMs - nowMs)
    window.calls += 1
  }

  function limit(rule: RateRule, waitMs: number): void {
    if (!rules.holds(rule)) return
    throw new Refused(codeOf(rule), {}, { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) })
  }

  return {
    count: (method, tier) => {
      const key = rules.holds('each method is counted for itself') ? method : 'every method'
      countIn(key, tiers[tier].calls, tiers[tier].rule)
    },
    countPost: (channel) => {
      const nowMs = monotonicMs()
      const bucket = buckets.get(channel) ?? { tokens: postBurst, filledAtMs: nowMs }
      buckets.set(channel, bucket)
      bucket.tokens = Math.min(postBurst, bucket.tokens + (nowMs - bucket.filledAtMs) / timing.postIntervalMs)
      bucket.filledAtMs = nowMs
      if (bucket.tokens < 1) limit('a channel takes a post a second', (1 - bucket.tokens) * timing.postIntervalMs)
      countIn('posts', postsPerWindow, 'a workspace takes 300 posts a minute')
      bucket.tokens -= 1
    },
  }
}

/** Counts a post where rate limits are on, whichever way it came. */
export function countPost({ board, rateLimits }: Platform, channel: Channel): void {
  if (board.faults.rateLimits) rateLimits.countPost(channel.id)
}
