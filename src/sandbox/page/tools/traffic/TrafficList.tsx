import { useState } from 'preact/hooks'
import { dayHeading, dayKey, format } from '../../../reading/dates.ts'
import type { TrafficEntry } from '../../../tools-protocol.ts'
import { useDirectory, useToday } from '../../state/directory.ts'
import { memo } from '../../state/memo.tsx'

type Props = {
  /** Oldest first. */
  readonly entries: readonly TrafficEntry[]
  readonly filtered: boolean
  readonly selected: number | null
  readonly onSelect: (id: number) => void
}

const step = 200

/** Newest first, and of many only as many as somebody asks to see. */
export function TrafficList({ entries, filtered, selected, onSelect }: Props) {
  const { zone } = useDirectory()
  const today = useToday()
  const [most, setMost] = useState(step)
  if (entries.length === 0)
    return <p class="traffic-empty">{filtered ? 'Nothing matches the filter.' : 'Nothing has been sent yet.'}</p>
  const newest = entries.slice(-most).reverse()
  return (
    <div class="tool-body">
      <ol class="traffic-list" aria-label="Traffic, newest first">
        {newest.map((entry, index) => (
          <li key={entry.id}>
            {dayOf(entry, zone) !== dayOf(newest[index - 1], zone) && (
              <p class="traffic-day">{dayHeading(Date.parse(entry.at), zone, today)}</p>
            )}
            <TrafficLine entry={entry} zone={zone} current={entry.id === selected} onSelect={onSelect} />
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <button type="button" class="button traffic-more" onClick={() => setMost(most + step)}>
          Show earlier ones
        </button>
      )}
    </div>
  )
}

const dayOf = (entry: TrafficEntry | undefined, zone: string): string =>
  entry === undefined ? '' : dayKey(Date.parse(entry.at), zone)

type LineProps = {
  readonly entry: TrafficEntry
  readonly zone: string
  readonly current: boolean
  readonly onSelect: (id: number) => void
}

const TrafficLine = memo(({ entry, zone, current, onSelect }: LineProps) => {
  const { id, title, gist } = entry
  return (
    <button
      type="button"
      id={lineOf(id)}
      class={`traffic-line is-${entry.state}`}
      aria-current={current}
      onClick={() => onSelect(id)}
    >
      <span class="traffic-row">
        <span class="traffic-title">
          <Direction from={entry.from} />
          {title}
        </span>
        <span class="traffic-outcome">
          <Outcome entry={entry} />
        </span>
      </span>
      <span class="traffic-row">
        <span class="traffic-gist">{gist}</span>
        <span class="traffic-time">{clockWithSeconds(entry.at, zone)}</span>
      </span>
    </button>
  )
})

export const lineOf = (id: number): string => `traffic-${id}`

const clockWithSeconds = (at: string, zone: string): string =>
  format(Date.parse(at), zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export function Direction({ from }: Pick<TrafficEntry, 'from'>) {
  return (
    <>
      <span class="traffic-arrow" aria-hidden="true">
        {from === 'app' ? '→' : '←'}
      </span>
      <span class="unseen">{from === 'app' ? 'To Slack: ' : 'From Slack: '}</span>
    </>
  )
}

export function Outcome({ entry: { outcome, ms, again } }: { readonly entry: TrafficEntry }) {
  return (
    <>
      {again && <span class="traffic-again">{again}</span>}
      {outcome}
      {ms !== null && <span class="traffic-ms"> {ms} ms</span>}
    </>
  )
}
