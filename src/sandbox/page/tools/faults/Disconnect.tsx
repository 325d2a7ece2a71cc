import { useActing } from '../../state/acting.ts'

/** Something that happens once rather than lasts. */
export function Disconnect() {
  const { send } = useActing()
  return (
    <div class="fault">
      <div class="fault-words">
        <h4>Disconnect</h4>
        <p>Sockets are asked to reconnect, as Slack does every few hours, or are cut without a word.</p>
      </div>
      <div class="fault-settings">
        <button
          type="button"
          class="button"
          onClick={() => void send({ kind: 'disconnect', how: 'refresh_requested' })}
        >
          Ask now
        </button>
        <button type="button" class="button" onClick={() => void send({ kind: 'disconnect', how: 'link' })}>
          Cut now
        </button>
      </div>
    </div>
  )
}
