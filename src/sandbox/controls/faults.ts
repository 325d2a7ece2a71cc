import { deferred } from '../deferred.ts'
import type { DeliveryType } from './traffic.ts'

/** Which calls a fault meets: every method, and every call until `off`, where left out. */
export type FaultScope = { readonly method?: string; readonly times?: number }

export type Fault = { readonly hits: () => number; off(): void }

export type Gate = Fault & {
  /** Resolves when the first call stands at the gate. */
  readonly reached: Promise<void>
  /** Lets every held call go on, and opens the gate for good. */
  release(): void
}

export type Faults = {
  /** Enforce Slack's rate limits: tiers per method, one post a second and channel. */
  rateLimits: boolean
  /** Nothing of the platform answers but 503; sockets are cut. */
  outage: boolean
  /** Every bot call answers `token_revoked`. */
  tokenRevoked: boolean
  /** Answers an HTTP error and does nothing. */
  failBefore(scope?: FaultScope & { readonly status?: number }): Fault
  /** Does the call, then drops the connection without an answer. */
  dropAfter(scope?: FaultScope): Fault
  /** Drops the connection and does nothing. */
  dropBefore(scope?: FaultScope): Fault
  /** Does the call, then answers HTTP 500. */
  failAfter(scope?: FaultScope & { readonly status?: number }): Fault
  /** Does the call, then answers late. */
  slow(scope: FaultScope & { readonly ms: number }): Fault
  /** Answers this platform error and does nothing. */
  refuse(scope: FaultScope & { readonly error: string }): Fault
  /** Answers 429 with this Retry-After and does nothing. */
  rateLimit(scope: FaultScope & { readonly retryAfterSeconds: number }): Fault
  /** Holds calls before they are done. */
  holdBefore(scope?: FaultScope): Gate
  /** Holds the answers of calls that are done. */
  holdAfter(scope?: FaultScope): Gate
  /** Delivers each of these twice. */
  duplicate(scope?: { readonly type?: DeliveryType; readonly times?: number }): Fault
  /** Members who are not looking at Slack: ephemeral messages never reach them. */
  readonly away: Set<string>
  /** Cuts every socket: `link` without a word, otherwise after a `disconnect` message. */
  disconnectSockets(reason?: 'link' | 'warning' | 'refresh_requested'): void
  archive(channel: string): void
  /** Switches every fault off and releases every gate. */
  clear(): void
}

export type ApiFault =
  | { readonly kind: 'fail-before' | 'fail-after'; readonly status: number }
  | { readonly kind: 'drop-before' | 'drop-after' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'refuse'; readonly error: string }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'hold-before' | 'hold-after'; readonly pass: () => Promise<void> }

/** What the API and the delivery ask of the faults, besides what tests switch. */
export type FaultBoard = {
  readonly faults: Faults
  /** The faults that meet one call, each counted as a hit. */
  take(method: string): readonly ApiFault[]
  takeDuplicate(type: DeliveryType): boolean
}

export type FaultHooks = {
  disconnectSockets(reason: 'link' | 'warning' | 'refresh_requested'): void
  archive(channel: string): void
}

type Entry<T> = { readonly fault: T; readonly matches: (name: string) => boolean; left: number; hits: number }

export function createFaults(hooks: FaultHooks): FaultBoard {
  const api = new Set<Entry<ApiFault>>()
  const duplicates = new Set<Entry<null>>()
  const gates = new Set<() => void>()
  const switches = { rateLimits: false, outage: false, tokenRevoked: false }

  const faults: Faults = {
    get rateLimits() {
      return switches.rateLimits
    },
    set rateLimits(on) {
      switches.rateLimits = on
    },
    get outage() {
      return switches.outage
    },
    set outage(on) {
      switches.outage = on
      if (on) hooks.disconnectSockets('link')
    },
    get tokenRevoked() {
      return switches.tokenRevoked
    },
    set tokenRevoked(on) {
      switches.tokenRevoked = on
    },
    failBefore: ({ status = 500, ...scope } = {}) =>
      put(api, { kind: 'fail-before', status }, scope.method, scope.times),
    failAfter: ({ status = 500, ...scope } = {}) => put(api, { kind: 'fail-after', status }, scope.method, scope.times),
    dropBefore: ({ method, times } = {}) => put(api, { kind: 'drop-before' }, method, times),
    dropAfter: ({ method, times } = {}) => put(api, { kind: 'drop-after' }, method, times),
    slow: ({ ms, method, times }) => put(api, { kind: 'slow', ms }, method, times),
    refuse: ({ error, method, times }) => put(api, { kind: 'refuse', error }, method, times),
    rateLimit: ({ retryAfterSeconds, method, times }) =>
      put(api, { kind: 'rate-limit', retryAfterSeconds }, method, times),
    holdBefore: (scope = {}) => putGate('hold-before', scope),
    holdAfter: (scope = {}) => putGate('hold-after', scope),
    duplicate: ({ type, times } = {}) => put(duplicates, null, type, times),
    away: new Set(),
    disconnectSockets: (reason = 'refresh_requested') => hooks.disconnectSockets(reason),
    archive: hooks.archive,
    clear: () => {
      Object.assign(switches, { rateLimits: false, outage: false, tokenRevoked: false })
      api.clear()
      duplicates.clear()
      faults.away.clear()
      for (const release of gates) release()
      gates.clear()
    },
  }

  function putGate(kind: 'hold-before' | 'hold-after', { method, times }: FaultScope): Gate {
    const opened = deferred()
    const reached = deferred()
    const pass = () => {
      reached.resolve()
      return opened.promise
    }
    const fault = put(api, { kind, pass }, method, times)
    const release = () => {
      fault.off()
      opened.resolve()
    }
    gates.add(release)
    return { ...fault, reached: reached.promise, release }
  }

  return {
    faults,
    take: (method) => takeFrom(api, method),
    takeDuplicate: (type) => takeFrom(duplicates, type).length > 0,
  }
}

function put<T>(entries: Set<Entry<T>>, fault: T, name: string | undefined, times = Number.POSITIVE_INFINITY): Fault {
  const entry: Entry<T> = { fault, matches: (one) => name === undefined || one === name, left: times, hits: 0 }
  entries.add(entry)
  return { hits: () => entry.hits, off: () => void entries.delete(entry) }
}

function takeFrom<T>(entries: ReadonlySet<Entry<T>>, name: string): readonly T[] {
  const met = [...entries].filter((entry) => entry.left > 0 && entry.matches(name))
  for (const entry of met) {
    entry.left -= 1
    entry.hits += 1
  }
  return met.map((entry) => entry.fault)
}
