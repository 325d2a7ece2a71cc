import type { MessageInfo } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'
import { Eye } from '../icons.tsx'

export function EphemeralNote({ message }: { readonly message: MessageInfo }) {
  const { send } = useActing()
  return (
    <div class="ephemeral-note">
      <Eye />
      <span>Only visible to you</span>
      <button
        type="button"
        class="link-button"
        onClick={() => void send({ kind: 'dismiss-ephemeral', channel: message.channel, ts: message.ts })}
      >
        Dismiss
      </button>
    </div>
  )
}
