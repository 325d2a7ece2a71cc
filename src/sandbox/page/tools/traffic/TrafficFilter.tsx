import type { ComponentChildren } from 'preact'
import type { TrafficEntry } from '../../../tools-protocol.ts'

type Kinds = 'all' | 'calls' | 'deliveries' | 'refused'

export type Filter = { readonly words: string; readonly kinds: Kinds }

export const everything: Filter = { words: '', kinds: 'all' }

const isOf: Readonly<Record<Kinds, (entry: TrafficEntry) => boolean>> = {
  all: () => true,
  calls: ({ kind }) => kind === 'call' || kind === 'response-url',
  deliveries: ({ from }) => from === 'slack',
  refused: ({ state }) => state === 'refused',
}

const labels: Readonly<Record<Kinds, string>> = {
  all: 'Everything',
  calls: 'Calls',
  deliveries: 'Deliveries',
  refused: 'Refused or lost',
}

/** Each word has to stand somewhere in the line. */
export function matching(entries: readonly TrafficEntry[], { words, kinds }: Filter): readonly TrafficEntry[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return entries.filter((entry) => {
    if (!isOf[kinds](entry)) return false
    const line = `${entry.title} ${entry.gist} ${entry.outcome} ${entry.again}`.toLowerCase()
    return wanted.every((word) => line.includes(word))
  })
}

type Props = {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly children: ComponentChildren
}

export function TrafficFilter({ filter, onChange, children }: Props) {
  return (
    <div class="traffic-filter">
      <input
        type="search"
        class="field"
        aria-label="Filter by words"
        placeholder="Filter"
        value={filter.words}
        onInput={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      <select
        class="field select"
        aria-label="Show"
        value={filter.kinds}
        onChange={(event) => onChange({ ...filter, kinds: event.currentTarget.value as Kinds })}
      >
        {Object.entries(labels).map(([kinds, label]) => (
          <option key={kinds} value={kinds}>
            {label}
          </option>
        ))}
      </select>
      {children}
    </div>
  )
}
