import { useEffect, useState } from 'preact/hooks'
import type { Snapshot, SnapshotChange } from '../../protocol.ts'
import { applyChange } from './apply-change.ts'
import { reuse } from './reuse.ts'

export type Connection = {
  readonly snapshot: Snapshot | null
  /** False from a lost connection until the next snapshot. */
  readonly live: boolean
  /** When the snapshot came, on this machine's clock. */
  readonly arrivedAt: number
}

const shortestWait = 500
const longestWait = 10_000

/** Follows one member's events; without a member the server picks one. */
function follow(as: string | null, onSnapshot: (snapshot: Snapshot) => void, onLost: () => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let drawing = 0
  let wait = shortestWait
  let snapshot: Snapshot | null = null

  const draw = () => {
    window.clearTimeout(drawing)
    drawing = 0
    if (snapshot) onSnapshot(snapshot)
  }
  /** Several events that came together are drawn once. */
  const show = (next: Snapshot) => {
    wait = shortestWait
    snapshot = next
    if (drawing === 0) drawing = window.setTimeout(draw)
  }
  const open = () => {
    source = new EventSource(as === null ? '/sandbox/events' : `/sandbox/events?as=${encodeURIComponent(as)}`)
    source.onmessage = (event) => show(reuse(snapshot, JSON.parse(event.data) as Snapshot))
    source.addEventListener('change', (event) => {
      const next = snapshot && applyChange(snapshot, JSON.parse(event.data) as SnapshotChange)
      if (next) show(next)
      else reopen()
    })
    source.onerror = () => {
      draw()
      onLost()
      reopen()
    }
  }
  const reopen = () => {
    source?.close()
    timer = window.setTimeout(open, wait)
    wait = Math.min(wait * 2, longestWait)
  }

  open()
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(drawing)
    source?.close()
  }
}

export function useConnection(as: string | null): Connection {
  const [connection, setConnection] = useState<Connection>({ snapshot: null, live: true, arrivedAt: 0 })
  useEffect(
    () =>
      follow(
        as,
        (snapshot) => setConnection({ snapshot, live: true, arrivedAt: Date.now() }),
        () => setConnection((before) => ({ ...before, live: false })),
      ),
    [as],
  )
  return connection
}
