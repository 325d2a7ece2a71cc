import { useState } from 'preact/hooks'
import type { FaultInfo, FaultWish } from '../../../tools-protocol.ts'
import { useActing } from '../../state/acting.ts'
import { ActiveFault } from './ActiveFault.tsx'
import { useChoices } from './choices.ts'
import { FaultSettings } from './FaultSettings.tsx'
import type { FaultRow as Row } from './fault-rows.ts'

type Props = { readonly row: Row; readonly faults: readonly FaultInfo[] }

/** One kind of fault: what it does, its settings while it is off, and what it met while it is on. */
export function FaultRow({ row, faults }: Props) {
  const { kind, name, says, settings } = row
  const { send } = useActing()
  const on = faults.filter(({ left }) => left !== 0)
  const [wish, setWish] = useWish(row, on)
  const [adding, setAdding] = useState(false)
  const isOn = on.length > 0
  const canAdd = isOn && settings.some((setting) => setting.name === 'scope')
  const switchOn = async () => {
    if (await send({ kind: 'fault', fault: wish })) setAdding(false)
  }
  const toggle = () => {
    if (isOn) for (const { id } of on) void send({ kind: 'fault-off', id })
    else void switchOn()
  }
  return (
    <div class={isOn ? 'fault is-on' : 'fault'}>
      <div class="fault-words">
        <h4 id={`fault-${kind}`}>{name}</h4>
        <p id={`says-${kind}`}>{says}</p>
      </div>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isOn}
        aria-labelledby={`fault-${kind}`}
        aria-describedby={`says-${kind}`}
        onClick={toggle}
      />
      <ActiveFaults row={row} faults={isOn ? on : faults.slice(-1)} />
      {settings.length > 0 && (!isOn || adding) && (
        <FaultSettings row={row} wish={wish} isOpen={adding} onChange={setWish} />
      )}
      {canAdd && (
        <div class="fault-add">
          {adding && (
            <button type="button" class="button" onClick={() => void switchOn()}>
              Add
            </button>
          )}
          <button type="button" class="link-button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {adding ? 'Cancel' : 'Add another'}
          </button>
        </div>
      )}
    </div>
  )
}

function ActiveFaults({ row, faults }: Props) {
  if (faults.length === 0) return null
  return (
    <ul class="fault-lines">
      {faults.map((fault) => (
        <ActiveFault key={fault.id} row={row} fault={fault} alone={faults.length === 1} />
      ))}
    </ul>
  )
}

/** About the first that no such fault is about yet, until another one is chosen. */
function useWish({ kind, start, settings }: Row, on: readonly FaultInfo[]) {
  const choices = useChoices()
  const [changed, setChanged] = useState<Omit<FaultWish, 'kind'>>(start)
  const scoped = settings.find((setting) => setting.name === 'scope')
  const taken = on.map((fault) => fault.scope ?? '')
  const free =
    scoped === undefined ? [] : choices[scoped.of].map(({ value }) => value).filter((one) => !taken.includes(one))
  const { scope: chosen = '', ...rest } = changed
  const scope = free.includes(chosen) ? chosen : free[0]
  const wish: FaultWish = { kind, ...rest, ...(scope ? { scope } : {}) }
  return [wish, setChanged] as const
}
