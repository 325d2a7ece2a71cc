import { useEffect, useRef, useState } from 'preact/hooks'
import type { MessageInfo, PushNotification } from '../../protocol.ts'
import { withEmoji } from '../../reading/emoji.ts'
import { plainOf } from '../text/plain.ts'
import { botNow } from './bot-clock.ts'
import { type Directory, useDirectory } from './directory.ts'

const shownFor = 9000
const goneAfter = 1000

/** A push, and what it said when it came: a later edit of its message does not change it. */
type Fresh = { readonly push: PushNotification; readonly text: string }

/** Where dates are in it, from the message itself, so that they read as everywhere else on the page. */
function textOf(push: PushNotification, messages: readonly MessageInfo[], directory: Directory): string {
  const message = messages.findLast(({ ts, channel }) => ts === push.ts && channel === push.channel)
  return message?.text.includes('<!date^') ? plainOf(message.text, directory, botNow()) : withEmoji(push.text)
}

/** The pushes that came within the last seconds, oldest first; none goes while somebody is at them. */
export function usePushes(pushes: readonly PushNotification[], messages: readonly MessageInfo[]) {
  const directory = useDirectory()
  const seen = useRef(new Set(pushes.map(({ id }) => id)))
  const expired = useRef(new Set<string>())
  const held = useRef(false)
  const [fresh, setFresh] = useState<readonly Fresh[]>([])
  const dismiss = (id: string) => setFresh((before) => before.filter(({ push }) => push.id !== id))
  const dismissAll = () => setFresh([])
  const sweep = () => {
    if (!held.current) setFresh((before) => before.filter(({ push }) => !expired.current.has(push.id)))
  }
  const hold = () => {
    held.current = true
  }
  const letGo = () => {
    held.current = false
    window.setTimeout(sweep, goneAfter)
  }

  useEffect(() => {
    const added = pushes.filter(({ id }) => !seen.current.has(id))
    if (added.length === 0) return
    for (const { id } of added) seen.current.add(id)
    setFresh((before) => [...before, ...added.map((push) => ({ push, text: textOf(push, messages, directory) }))])
    window.setTimeout(() => {
      for (const { id } of added) expired.current.add(id)
      sweep()
    }, shownFor)
  }, [pushes])

  // A card that goes from under the pointer or the focus does not say that it was left.
  useEffect(() => {
    if (fresh.length === 0) held.current = false
  }, [fresh])

  return { fresh, dismiss, dismissAll, hold, letGo }
}
