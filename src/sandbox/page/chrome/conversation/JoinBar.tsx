import type { ChannelInfo } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'

export function JoinBar({ channel }: { readonly channel: ChannelInfo }) {
  const { send } = useActing()
  return (
    <div class="join-bar">
      <span>
        You are looking at <strong>#{channel.name}</strong>
      </span>
      <button
        type="button"
        class="button button-primary button-solid"
        onClick={() => void send({ kind: 'join', channel: channel.id })}
      >
        Join channel
      </button>
    </div>
  )
}
