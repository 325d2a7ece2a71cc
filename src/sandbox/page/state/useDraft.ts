import { useCallback, useState } from 'preact/hooks'
import { useDirectory } from './directory.ts'

/** What was begun in a conversation waits there, for each member separately, as long as the tab is open. */
export function useDraft(channel: string, thread: string | undefined) {
  const { me } = useDirectory()
  const key = `rounds-draft ${me} ${channel} ${thread ?? ''}`
  const [text, setText] = useState(() => window.sessionStorage.getItem(key) ?? '')
  const write = useCallback(
    (next: string) => {
      if (next === '') window.sessionStorage.removeItem(key)
      else window.sessionStorage.setItem(key, next)
      setText(next)
    },
    [key],
  )
  return [text, write] as const
}
