import { useLayoutEffect, useState } from 'preact/hooks'
import type { Snapshot, SnapshotChange } from '../../protocol.ts'
import { applyChange } from './apply-change.ts'
import { isEmbedded } from './embedded.ts'
import { reuse } from './reuse.ts'

export type Connection = {
  readonly snapshot: Snapshot | null
  /** False from a lost connection until the next snapshot. */
  readonly live: boolean
  /** When the snapshot came, on this machine's clock. */
  readonly arrivedAt: number
}

const nothingYet: Connection = { snapshot: null, live: true, arrivedAt: 0 }
const shortestWait = 500
const longestWait = 10_000

/** Follows one member's events; without a member the server picks one. */
function connect(as: string | null, onChange: (connection: Connection) => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let drawing = 0
  let wait = shortestWait
  let newest: Snapshot | null = null
  let drawn = nothingYet

  const tell = (change: Partial<Connection>) => {
    drawn = { ...drawn, ...change }
    onChange(drawn)
  }
  const draw = () => {
    window.clearTimeout(drawing)
    drawing = 0
    tell({ snapshot: newest, live: true, arrivedAt: Date.now() })
  }
  /** Several events that came together are drawn once. */
  const show = (snapshot: Snapshot) => {
    wait = shortestWait
    newest = snapshot
    if (drawing === 0) drawing = window.setTimeout(draw)
  }
  const open = () => {
    source = new EventSource(as === null ? '/sandbox/events' : `/sandbox/events?as=${encodeURIComponent(as)}`)
    source.onmessage = (event) => show(reuse(newest, JSON.parse(event.data) as Snapshot))
    source.addEventListener('change', (event) => {
      const next = newest && applyChange(newest, JSON.parse(event.data) as SnapshotChange)
      if (next) show(next)
      else reopen()
    })
    source.onerror = () => {
      if (drawing !== 0) draw()
      tell({ live: false })
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

type Follower = (connection: Connection) => void
type Follow = (as: string | null, follower: Follower) => () => void
type Line = { readonly followers: Set<Follower>; readonly close: () => void; last: Connection }

/** One connection for each member, however many follow it. */
function shareConnections(): Follow {
  const lines = new Map<string | null, Line>()
  const open = (as: string | null): Line => {
    const followers = new Set<Follower>()
    const close = connect(as, (connection) => {
      line.last = connection
      for (const tell of followers) tell(connection)
    })
    const line: Line = { followers, close, last: nothingYet }
    lines.set(as, line)
    return line
  }
  return (as, follower) => {
    const line = lines.get(as) ?? open(as)
    line.followers.add(follower)
    if (line.last !== nothingYet) follower(line.last)
    return () => {
      line.followers.delete(follower)
      if (line.followers.size > 0) return
      line.close()
      lines.delete(as)
    }
  }
}

type Sharing = Window & { followMember?: Follow }

/** The frames of a window share its connections: a browser keeps only six to one server, for all its tabs together. */
const shared = (isEmbedded ? window.parent : window) as Sharing
shared.followMember ??= shareConnections()
const follow = shared.followMember

export function useConnection(as: string | null): Connection {
  const [connection, setConnection] = useState(nothingYet)
  // Before anything is painted: the answer takes longer than the painting.
  useLayoutEffect(() => {
    const leave = follow(as, setConnection)
    // Nothing is unmounted in a frame that is taken away.
    const onPageHide = ({ persisted }: PageTransitionEvent) => persisted || leave()
    window.addEventListener('pagehide', onPageHide)
    return () => {
      window.removeEventListener('pagehide', onPageHide)
      leave()
    }
  }, [as])
  return connection
}
