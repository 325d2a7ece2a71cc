import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TrafficEntry } from '../../../tools-protocol.ts'
import { BackAndForth } from '../../chrome/icons.tsx'
import { useActing } from '../../state/acting.ts'
import type { Tool, ToolProps } from '../tool.ts'
import { TrafficDetail } from './TrafficDetail.tsx'
import { everything, type Filter, matching, TrafficFilter } from './TrafficFilter.tsx'
import { lineOf, TrafficList } from './TrafficList.tsx'
import { useTraffic } from './useTraffic.ts'

export const trafficTool: Tool = {
  id: 'traffic',
  label: 'Traffic',
  Icon: BackAndForth,
  Panel: TrafficPanel,
  wide: true,
}

function TrafficPanel({ snapshot }: ToolProps) {
  const { send } = useActing()
  const { entries, live } = useTraffic()
  const [filter, setFilter] = useState<Filter>(everything)
  const [paused, setPaused] = useState<readonly TrafficEntry[] | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const shown = matching(paused ?? entries, filter)
  const open = entries.find(({ id }) => id === selected)
  const waiting = paused === null ? 0 : entries.length - entries.findLastIndex(({ id }) => id === paused.at(-1)?.id) - 1
  useFocusBack(open?.id)
  const clear = () => {
    if (paused !== null) setPaused([])
    void send({ kind: 'clear-traffic' })
  }
  return (
    <div class="traffic">
      <div class="traffic-all" inert={open !== undefined}>
        <TrafficFilter filter={filter} onChange={setFilter}>
          <button
            type="button"
            class={paused === null ? 'button' : 'button is-paused'}
            onClick={() => setPaused(paused === null ? entries : null)}
          >
            {paused === null ? 'Pause' : 'Resume'}
          </button>
          <button type="button" class="button" onClick={clear}>
            Clear
          </button>
        </TrafficFilter>
        <p class="traffic-state" role="status">
          {!live
            ? 'The sandbox does not answer. Trying again …'
            : paused === null
              ? `→ ${snapshot.app.name} to Slack, ← Slack to ${snapshot.app.name}`
              : `Paused. ${waiting} more since.`}
        </p>
        <TrafficList
          entries={shown}
          filtered={filter.words !== '' || filter.kinds !== 'all'}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      {open && <TrafficDetail key={open.id} entry={open} onBack={() => setSelected(null)} />}
    </div>
  )
}

/** Who comes back from an entry finds its line, once the list can be reached again. */
function useFocusBack(open: number | undefined) {
  const last = useRef(open)
  useLayoutEffect(() => {
    if (open === undefined && last.current !== undefined) document.getElementById(lineOf(last.current))?.focus()
    last.current = open
  }, [open])
}
