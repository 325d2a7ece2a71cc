import { useEffect, useState } from 'preact/hooks'
import type { MessageInfo } from '../../protocol.ts'

/** Rows of text and blocks: about as many as a tall window shows, and as many as are drawn within one frame. */
const screenful = 60
const frameful = 120
/** Where a browser does not say when it is idle. */
const pauseMs = 50

/**
 * How many of the oldest messages are not drawn yet. A long conversation opens at its end at once; what came earlier
 * follows a little at a time while the page is idle, so that all of it can soon be scrolled to, found and read aloud.
 * The message at `needed` is drawn at once, wherever it stands, with what fills a window above it.
 */
export function useEarlier(messages: readonly MessageInfo[], needed: number | null): number {
  const { length } = messages
  const [from, setFrom] = useState<string | null>(null)
  const known = from === null ? -1 : messages.findIndex(({ ts }) => ts >= from)
  const start = known < 0 ? startOf(messages, length, screenful) : known
  const earlier = Math.min(start, needed === null ? length : startOf(messages, needed, screenful))

  useEffect(() => {
    const drawFrom = (index: number) => setFrom(messages[index]?.ts ?? null)
    drawFrom(earlier)
    if (earlier > 0) return whenIdle(() => drawFrom(startOf(messages, earlier, frameful)))
    return undefined
  }, [earlier, length > 0])
  return earlier
}

/** Where to begin so that up to `end` there are so many rows. */
function startOf(messages: readonly MessageInfo[], end: number, rows: number): number {
  let start = end
  for (let left = rows; left > 0 && start > 0; left -= 1 + (messages[start]?.blocks.length ?? 0)) start -= 1
  return start
}

function whenIdle(work: () => void): () => void {
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(work, pauseMs)
    return () => window.clearTimeout(timer)
  }
  const request = window.requestIdleCallback(work)
  return () => window.cancelIdleCallback(request)
}
