import { useEffect, useRef, useState } from 'preact/hooks'
import type { PushNotification } from '../../protocol.ts'
import { withEmoji } from '../text/emoji.ts'

type Props = {
  readonly pushes: readonly PushNotification[]
  readonly onOpen: (push: PushNotification) => void
}

const shownFor = 9000
const mostAtOnce = 3

/** Small cards for what would reach a phone; those from before the page was opened are not news any more. */
export function PushCards({ pushes, onOpen }: Props) {
  const seen = useRef(new Set(pushes.map(({ id }) => id)))
  const [shown, setShown] = useState<readonly PushNotification[]>([])
  const dismiss = (id: string) => setShown((before) => before.filter((push) => push.id !== id))

  useEffect(() => {
    const fresh = pushes.filter(({ id }) => !seen.current.has(id))
    for (const push of fresh) {
      seen.current.add(push.id)
      window.setTimeout(() => dismiss(push.id), shownFor)
    }
    if (fresh.length > 0) setShown((before) => [...before, ...fresh].slice(-mostAtOnce))
  }, [pushes])

  return (
    <section class="pushes" aria-label="Notifications" aria-live="polite">
      {shown.map((push) => (
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
            <span>{withEmoji(push.text)}</span>
          </button>
          <button type="button" class="quiet" aria-label="Dismiss notification" onClick={() => dismiss(push.id)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </section>
  )
}
