import { useEffect, useState } from 'preact/hooks'
import type { Snapshot } from '../../protocol.ts'
import { reuse } from './reuse.ts'

export type Connection = {
  readonly snapshot: Snapshot | null
  /** False from a lost connection until the next snapshot. */
  readonly live: boolean
  /** When the snapshot came, on this machine's clock. */
  readonly arrivedAt: number
}

const longestWait = 10_000

/** Follows one member's events; without a member the server picks one. */
function follow(as: string | null, onSnapshot: (snapshot: Snapshot) => void, onLost: () => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let reading = 0
  let wait = 500
  let newest: string | null = null

  /** Each snapshot is whole, so of several that wait only the last is worth reading. */
  const readNewest = () => {
    if (newest !== null) onSnapshot(JSON.parse(newest) as Snapshot)
    newest = null
  }

  const open = () => {
    source = new EventSource(as === null ? '/sandbox/events' : `/sandbox/events?as=${encodeURIComponent(as)}`)
    source.onmessage = (event) => {
      wait = 500
      if (newest === null) reading = window.setTimeout(readNewest)
      newest = event.data
    }
    source.onerror = () => {
      source?.close()
      readNewest()
      onLost()
      timer = window.setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }

  open()
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(reading)
    source?.close()
  }
}

export function useConnection(as: string | null): Connection {
  const [connection, setConnection] = useState<Connection>({ snapshot: null, live: true, arrivedAt: 0 })
  useEffect(
    () =>
      follow(
        as,
        (snapshot) =>
          setConnection((before) => ({
            snapshot: reuse(before.snapshot, snapshot),
            live: true,
            arrivedAt: Date.now(),
          })),
        () => setConnection((before) => ({ ...before, live: false })),
      ),
    [as],
  )
  return connection
}
