import { performance } from 'node:perf_hooks'
import type { Claimed, Room } from '../../store/message-claims.ts'

/** How fast messages go out. What may not go now is not even claimed, so that another replica may take it. */
export type Pace = {
  room(): Room
  /** Counts a call for this message; false when there is no room for it. */
  take(row: Claimed): boolean
  /** The call was not needed after all. */
  giveBack(row: Claimed): void
  /** Slack refused a method for so long. */
  hold(method: string, seconds: number): void
}

export type PaceOptions = {
  /** Slack speaks of several hundred messages a minute for a workspace. */
  readonly postsPerMinute?: number
  readonly updatesPerMinute?: number
  readonly monotonicMs?: () => number
}

export const unpaced: Pace = {
  room: () => ({ posts: 2, updates: 2, homes: 2, resting: [] }),
  take: () => true,
  giveBack: () => {},
  hold: () => {},
}

export function createPace(options: PaceOptions = {}): Pace {
  const { postsPerMinute = 240, updatesPerMinute = 50, monotonicMs = () => performance.now() } = options
  // Posts are spread over the minute; updates may come at once, as clicks do.
  const posts = createWindow(Math.max(1, Math.floor(postsPerMinute / 12)), 5_000)
  const updates = createWindow(updatesPerMinute, 61_000)
  const homes = createWindow(homesPerMinute, 61_000)
  const channels = new Map<string, Window>()
  const holds = new Map<string, number>()
  const taken = new WeakMap<Claimed, () => void>()

  const held = (method: string, now: number) => (holds.get(method) ?? 0) > now
  const allowed = (window: Window, now: number, ...methods: readonly string[]) =>
    methods.some((method) => held(method, now)) ? -1 : leastUrgent(window, now)

  function room(): Room {
    const now = monotonicMs()
    for (const [channel, window] of channels) if (window.isEmpty(now)) channels.delete(channel)
    return {
      posts: allowed(posts, now, 'chat.postMessage'),
      updates: allowed(updates, now, 'chat.update', 'chat.delete'),
      homes: allowed(homes, now, 'views.publish'),
      resting: [...channels].filter(([, window]) => window.left(now) < 1).map(([channel]) => channel),
    }
  }

  function takePost(channel: string, now: number): boolean {
    const window = channels.get(channel) ?? createWindow(postBurst, postBurst * 1_000)
    if (window.left(now) < 1) return false
    channels.set(channel, window)
    window.add(now)
    posts.add(now)
    return true
  }

  return {
    room,
    take(row) {
      const now = monotonicMs()
      const kind = kindOf(row)
      if (row.urgency > room()[kind]) return false
      if (kind === 'posts') return takePost(row.postedIn ?? row.channel, now)
      const window = kind === 'homes' ? homes : updates
      window.add(now)
      taken.set(row, () => window.remove(now))
      return true
    },
    giveBack(row) {
      taken.get(row)?.()
      taken.delete(row)
    },
    hold(method, seconds) {
      holds.set(method, Math.max(holds.get(method) ?? 0, monotonicMs() + seconds * 1_000))
    },
  }
}

/** Slack takes one post a second and channel, and tolerates short bursts. */
const postBurst = 2
const homesPerMinute = 100

/** What is merely scheduled leaves this share to people and incidents. */
const shareKept = 0.2

export function kindOf(row: Claimed): 'posts' | 'updates' | 'homes' {
  if (row.surface === 'home') return 'homes'
  return row.ts === null ? 'posts' : 'updates'
}

type Window = ReturnType<typeof createWindow>

/** At most `limit` within any `ms`. */
function createWindow(limit: number, ms: number) {
  const stamps: number[] = []
  const drop = (now: number) => {
    while (stamps[0] !== undefined && stamps[0] <= now - ms) stamps.shift()
  }
  return {
    limit,
    left(now: number): number {
      drop(now)
      return limit - stamps.length
    },
    isEmpty(now: number): boolean {
      drop(now)
      return stamps.length === 0
    },
    add: (now: number) => void stamps.push(now),
    remove(stamp: number) {
      const place = stamps.indexOf(stamp)
      if (place >= 0) stamps.splice(place, 1)
    },
  }
}

function leastUrgent(window: Window, now: number): number {
  const left = window.left(now)
  if (left < 1) return -1
  return left <= Math.floor(window.limit * shareKept) ? 1 : 2
}
