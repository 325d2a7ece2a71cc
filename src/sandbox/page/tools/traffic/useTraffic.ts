import { useEffect, useState } from 'preact/hooks'
import { type TrafficEntry, type TrafficNews, trafficKept } from '../../../tools-protocol.ts'

export type Traffic = {
  /** Oldest first. */
  readonly entries: readonly TrafficEntry[]
  /** False while the sandbox does not answer. */
  readonly live: boolean
}

/** Follows the traffic for as long as the inspector is open; the browser connects again by itself, and then all comes anew. */
export function useTraffic(): Traffic {
  const [traffic, setTraffic] = useState<Traffic>({ entries: [], live: true })
  useEffect(() => {
    const source = new EventSource('/sandbox/traffic/events')
    source.onmessage = ({ data }) => {
      const news = JSON.parse(data) as TrafficNews
      setTraffic(({ entries }) => ({ entries: withNews(news.whole ? [] : entries, news.entries), live: true }))
    }
    source.onerror = () => setTraffic(({ entries }) => ({ entries, live: false }))
    return () => source.close()
  }, [])
  return traffic
}

/** What goes on keeps its place. */
function withNews(entries: readonly TrafficEntry[], news: readonly TrafficEntry[]): readonly TrafficEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of news) byId.set(entry.id, entry)
  return [...byId.values()].slice(-trafficKept)
}
