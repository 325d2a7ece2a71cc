import { Plug } from '../../chrome/icons.tsx'
import { useActing } from '../../state/acting.ts'
import type { Tool, ToolProps } from '../tool.ts'
import { ChoicesContext, useChoicesOf } from './choices.ts'
import { Disconnect } from './Disconnect.tsx'
import { FaultRow } from './FaultRow.tsx'
import { faultGroups, heldRows } from './fault-rows.ts'

export const faultsTool: Tool = {
  id: 'faults',
  label: 'Faults',
  Icon: Plug,
  Panel: FaultsPanel,
  badge: ({ faults }) => ({ count: faults.filter(({ left }) => left !== 0).length, words: 'on' }),
}

function FaultsPanel({ snapshot }: ToolProps) {
  const { send } = useActing()
  const choices = useChoicesOf(snapshot)
  const { faults } = snapshot
  const count = faults.filter(({ left }) => left !== 0).length
  const held = heldRows.filter(({ kind }) => faults.some((one) => one.kind === kind && one.left !== 0))
  const groups = held.length === 0 ? faultGroups : [...faultGroups, { title: 'Held by a test', rows: held }]
  return (
    <ChoicesContext value={choices}>
      <div class="tool-body faults">
        <p class="faults-head">
          <span role="status">
            {count === 0 ? 'No fault is on.' : count === 1 ? '1 fault is on.' : `${count} faults are on.`}
          </span>
          <button
            type="button"
            class="button"
            aria-disabled={faults.length === 0}
            onClick={() => faults.length > 0 && void send({ kind: 'faults-off' })}
          >
            Switch all off
          </button>
        </p>
        {groups.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            {rows.map((row) => (
              <FaultRow key={row.kind} row={row} faults={faults.filter(({ kind }) => kind === row.kind)} />
            ))}
            {title === faultGroups[0]?.title && <Disconnect />}
          </section>
        ))}
      </div>
    </ChoicesContext>
  )
}
