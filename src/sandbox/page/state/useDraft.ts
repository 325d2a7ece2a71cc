import { useCallback, useState } from 'preact/hooks'
import { useDirectory } from './directory.ts'

const drafts = new Map<string, string>()

/** What was begun in a conversation waits there, for each member separately, until the page is reloaded. */
export function useDraft(channel: string, thread: string | undefined) {
  const { me } = useDirectory()
  const key = `${me} ${channel} ${thread ?? ''}`
  const [text, setText] = useState(() => drafts.get(key) ?? '')
  const write = useCallback(
    (next: string) => {
      drafts.set(key, next)
      setText(next)
    },
    [key],
  )
  return [text, write] as const
}
