import { deferred } from '../../src/sandbox/deferred.ts'
import { applyChange } from '../../src/sandbox/page/state/apply-change.ts'
import type { Snapshot, SnapshotChange } from '../../src/sandbox/protocol.ts'

export type PageStream = {
  /** What the page holds by now. */
  readonly seen: () => Snapshot | undefined
  /** How many bytes came, event by event. */
  readonly sizes: readonly number[]
  /** Resolves with the first snapshot from now on that satisfies the wish. */
  until(wish: (seen: Snapshot) => boolean): Promise<Snapshot>
  close(): Promise<void>
}

/** The events of one window, put together as the page does. */
export async function openStream(url: string, as: string): Promise<PageStream> {
  const leaving = new AbortController()
  const answer = await fetch(`${url}/sandbox/events?as=${as}`, { signal: leaving.signal })
  const sizes: number[] = []
  let seen: Snapshot | undefined
  let broken: Error | undefined
  let news = deferred()

  const read = async () => {
    let buffer = ''
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = `${buffer}${part}`.split('\n\n')
      buffer = events.pop() ?? ''
      for (const event of events) {
        sizes.push(event.length)
        seen = snapshotAfter(seen, event)
      }
      news.resolve(undefined)
      news = deferred()
    }
  }
  const reading = read().catch((error) => {
    broken = error
    news.resolve(undefined)
  })
  return {
    seen: () => seen,
    sizes,
    until: async (wish) => {
      while (seen === undefined || !wish(seen)) {
        if (broken !== undefined) throw broken
        await news.promise
      }
      return seen
    },
    close: async () => {
      leaving.abort()
      await reading
    },
  }
}

function snapshotAfter(before: Snapshot | undefined, event: string): Snapshot {
  const data = JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length))
  if (!event.startsWith('event: change\n')) return data as Snapshot
  const after = before && applyChange(before, data as SnapshotChange)
  if (after === undefined) throw new Error('The window missed a change.')
  return after
}
