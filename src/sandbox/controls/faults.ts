import { deferred } from '../deferred.ts'
import type { FaultInfo } from '../tools-protocol.ts'
import { createFaultEntries, type FaultEntry } from './fault-entries.ts'
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
  readonly away: Pick<Set<string>, 'add' | 'delete' | 'has' | 'clear'>
  /** Cuts every socket, `link` without a word, otherwise after a `disconnect` message; answers how many there were. */
  disconnectSockets(reason?: DisconnectReason): number
  /** Lasts until the channel is unarchived; `clear` leaves it. */
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

export type DisconnectReason = 'link' | 'warning' | 'refresh_requested'

/** A fault that is a state of the platform rather than something that meets single calls. */
export type StateKind = 'outage' | 'rate-limits' | 'token-revoked' | 'away'

/** What the API, the delivery and the page ask of the faults, besides what tests switch. */
export type FaultBoard = {
  readonly faults: Faults
  /** The faults that meet one call, each counted as a hit. */
  take(method: string): readonly ApiFault[]
  takeDuplicate(type: DeliveryType): boolean
  /** Whether such a fault is on, for this member where it is about one; counted as a hit. */
  meets(kind: StateKind, member?: string): boolean
  list(): readonly FaultInfo[]
  switchOff(id: string): void
  /** Those that `clear` ends, and every channel that was archived here is unarchived. */
  switchAllOff(): void
}

export type FaultHooks = {
  disconnectSockets(reason: DisconnectReason): number
  /** Takes a name or an id and answers the id. */
  setArchived(channel: string, archived: boolean): string
  isArchived(channel: string): boolean
  /** A fault was switched or met something. */
  changed(): void
}

export function createFaults(hooks: FaultHooks): FaultBoard {
  const entries = createFaultEntries(hooks.changed)
  const isOn = (kind: StateKind, scope: string | null = null) => entries.find(kind, scope) !== undefined
  const setOn = (kind: StateKind, on: boolean, scope: string | null = null) => {
    const known = entries.find(kind, scope)
    if (on && known === undefined) entries.put({ kind, scope })
    if (!on && known !== undefined) entries.off(known)
  }
  const putApi = (api: ApiFault, value: FaultInfo['value'], { method = null, times }: Scope): FaultEntry =>
    entries.put({ kind: api.kind, scope: method, value, times, api })
  const fault = (entry: FaultEntry): Fault => ({ hits: () => entry.hits, off: () => entries.off(entry) })

  const faults: Faults = {
    get rateLimits() {
      return isOn('rate-limits')
    },
    set rateLimits(on) {
      setOn('rate-limits', on)
    },
    get outage() {
      return isOn('outage')
    },
    set outage(on) {
      setOn('outage', on)
      if (on) hooks.disconnectSockets('link')
    },
    get tokenRevoked() {
      return isOn('token-revoked')
    },
    set tokenRevoked(on) {
      setOn('token-revoked', on)
    },
    failBefore: ({ status = 500, ...scope } = {}) => fault(putApi({ kind: 'fail-before', status }, status, scope)),
    failAfter: ({ status = 500, ...scope } = {}) => fault(putApi({ kind: 'fail-after', status }, status, scope)),
    dropBefore: (scope = {}) => fault(putApi({ kind: 'drop-before' }, null, scope)),
    dropAfter: (scope = {}) => fault(putApi({ kind: 'drop-after' }, null, scope)),
    slow: ({ ms, ...scope }) => fault(putApi({ kind: 'slow', ms }, ms / 1_000, scope)),
    refuse: ({ error, ...scope }) => fault(putApi({ kind: 'refuse', error }, error, scope)),
    rateLimit: ({ retryAfterSeconds, ...scope }) =>
      fault(putApi({ kind: 'rate-limit', retryAfterSeconds }, retryAfterSeconds, scope)),
    holdBefore: (scope = {}) => putGate('hold-before', scope),
    holdAfter: (scope = {}) => putGate('hold-after', scope),
    duplicate: ({ type = null, times }: { type?: DeliveryType | null; times?: number } = {}) =>
      fault(entries.put({ kind: 'duplicate', scope: type, times })),
    away: {
      has: (member) => isOn('away', member),
      add(member) {
        setOn('away', true, member)
        return this as Set<string>
      },
      delete(member) {
        const was = isOn('away', member)
        setOn('away', false, member)
        return was
      },
      clear: () => entries.endAll((one) => one.kind === 'away'),
    },
    disconnectSockets: (reason = 'refresh_requested') => hooks.disconnectSockets(reason),
    archive: (channel) => {
      const id = hooks.setArchived(channel, true)
      entries.put({ kind: 'archived', scope: id, end: () => hooks.setArchived(id, false) })
    },
    clear: () => entries.endAll((one) => one.kind !== 'archived'),
  }

  function putGate(kind: 'hold-before' | 'hold-after', scope: FaultScope): Gate {
    const opened = deferred()
    const reached = deferred()
    const pass = () => {
      reached.resolve()
      return opened.promise
    }
    const { method = null, times } = scope
    const entry = entries.put({ kind, scope: method, times, api: { kind, pass }, end: opened.resolve })
    return { ...fault(entry), reached: reached.promise, release: () => entries.off(entry) }
  }

  return {
    faults,
    take: (method) => entries.take((one) => one.api !== null && meetsName(one, method)).flatMap(({ api }) => api ?? []),
    takeDuplicate: (type) => entries.take((one) => one.kind === 'duplicate' && meetsName(one, type)).length > 0,
    meets: (kind, member) => entries.take((one) => one.kind === kind && one.scope === (member ?? null)).length > 0,
    list: () => entries.list().filter(({ kind, scope }) => kind !== 'archived' || hooks.isArchived(scope ?? '')),
    switchOff: (id) => entries.endAll((one) => one.id === id),
    switchAllOff: () => entries.endAll(() => true),
  }
}

type Scope = { readonly method?: string | null; readonly times?: number | undefined }

const meetsName = ({ scope }: FaultEntry, name: string): boolean => scope === null || scope === name
