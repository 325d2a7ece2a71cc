import type { FaultInfo } from '../tools-protocol.ts'
import type { ApiFault } from './faults.ts'

/** One fault that was switched on. */
export type FaultEntry = Pick<FaultInfo, 'id' | 'kind' | 'scope' | 'value'> & {
  readonly api: ApiFault | null
  /** What its end brings, besides that it meets nothing any more. */
  readonly end: () => void
  left: number
  hits: number
}

type Draft = Pick<FaultEntry, 'kind' | 'scope'> &
  Partial<Pick<FaultEntry, 'value' | 'api' | 'end'>> & { readonly times?: number | undefined }

export type FaultEntries = {
  put(draft: Draft): FaultEntry
  find(kind: FaultInfo['kind'], scope: string | null): FaultEntry | undefined
  /** Those that are not spent and match, each counted as a hit. */
  take(matches: (entry: FaultEntry) => boolean): readonly FaultEntry[]
  off(entry: FaultEntry): void
  endAll(matches: (entry: FaultEntry) => boolean): void
  /** Spent ones too, with their hits. */
  list(): readonly FaultInfo[]
}

export function createFaultEntries(changed: () => void): FaultEntries {
  const entries = new Set<FaultEntry>()
  let lastId = 0

  /** A spent one has told its hits until the next of its kind; a gate may still hold somebody. */
  function forgetSpent({ kind, scope }: Draft): void {
    for (const one of entries) {
      const isGate = kind === 'hold-before' || kind === 'hold-after'
      if (one.left === 0 && one.kind === kind && one.scope === scope && !isGate) entries.delete(one)
    }
  }

  function off(entry: FaultEntry): void {
    entry.end()
    if (entries.delete(entry)) changed()
  }

  return {
    put: ({ kind, scope, value = null, api = null, end = () => undefined, times = Number.POSITIVE_INFINITY }) => {
      forgetSpent({ kind, scope })
      lastId += 1
      const entry: FaultEntry = { id: `${kind} ${lastId}`, kind, scope, value, api, end, left: times, hits: 0 }
      entries.add(entry)
      changed()
      return entry
    },
    find: (kind, scope) => [...entries].find((one) => one.kind === kind && one.scope === scope),
    take: (matches) => {
      const met = [...entries].filter((one) => one.left > 0 && matches(one))
      for (const one of met) {
        one.left -= 1
        one.hits += 1
      }
      if (met.length > 0) changed()
      return met
    },
    off,
    endAll: (matches) => {
      for (const one of [...entries]) if (matches(one)) off(one)
    },
    list: () => [...entries].map(describe),
  }
}

function describe({ id, kind, scope, value, left, hits }: FaultEntry): FaultInfo {
  return { id, kind, scope, value, left: Number.isFinite(left) ? left : null, hits }
}
