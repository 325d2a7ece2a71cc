import type { MessageInfo, PushNotification } from '../../../protocol.ts'
import { useHasRoomForTwo } from '../../state/useHasRoomForTwo.ts'
import { usePushes } from '../../state/usePushes.ts'

type Props = {
  readonly pushes: readonly PushNotification[]
  readonly messages: readonly MessageInfo[]
  readonly quiet: boolean
  readonly onOpen: (push: PushNotification) => void
}

/** Small cards for what would reach a phone; those from before the page was opened are not news any more. */
export function PushCards({ pushes, messages, quiet, onOpen }: Props) {
  const { fresh, dismiss, dismissAll, hold, letGo } = usePushes(pushes, messages)
  const mostAtOnce = useHasRoomForTwo() ? 2 : 1
  const hidden = fresh.length - mostAtOnce
  return (
    <section
      class="pushes"
      aria-label="Notifications"
      aria-live={quiet ? 'off' : 'polite'}
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocusCapture={hold}
      onBlurCapture={letGo}
    >
      {fresh.slice(-mostAtOnce).map(({ push, text }) => (
        <div key={push.id} class="push">
          <button
            type="button"
            class="push-open"
            onClick={() => {
              dismiss(push.id)
              onOpen(push)
            }}
          >
            <strong>{push.title}</strong>
            <span>{text}</span>
          </button>
          <button type="button" class="quiet" aria-label="Dismiss notification" onClick={() => dismiss(push.id)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
      {hidden > 0 && (
        <div class="push-rest">
          and {hidden} more
          <button type="button" class="link-button" onClick={dismissAll}>
            Dismiss all
          </button>
        </div>
      )}
    </section>
  )
}
