import type { FaultInfo } from '../../../tools-protocol.ts'
import { useActing } from '../../state/acting.ts'
import { useChoices } from './choices.ts'
import type { FaultRow } from './fault-rows.ts'
import { faultWords } from './words.ts'

type Props = {
  readonly row: FaultRow
  readonly fault: FaultInfo
  /** Its row's switch is enough to switch it off. */
  readonly alone: boolean
}

export function ActiveFault({ row, fault, alone }: Props) {
  const { send } = useActing()
  const choices = useChoices()
  const words = faultWords(row, fault, choices)
  return (
    <li class={fault.left === 0 ? 'is-spent' : undefined}>
      <span>{words}</span>
      {!alone && (
        <button
          type="button"
          class="link-button"
          aria-label={`Switch off: ${words}`}
          onClick={() => void send({ kind: 'fault-off', id: fault.id })}
        >
          Off
        </button>
      )}
    </li>
  )
}
