import { useEffect, useRef, useState } from 'preact/hooks'
import type { MessageInfo } from '../../../protocol.ts'
import { botNow } from '../../state/bot-clock.ts'
import { type Directory, titleOf, useDirectory } from '../../state/directory.ts'
import { plainOf } from '../../text/plain.ts'

type Props = { readonly messages: readonly MessageInfo[]; readonly quiet: boolean }

/** Says each new message of somebody else, by its fallback text, as Slack does. */
export function Announcer({ messages, quiet }: Props) {
  const directory = useDirectory()
  const last = messages.at(-1)
  const heard = useRef(last?.ts ?? '')
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    if (!last || Number(last.ts) <= Number(heard.current || 0)) return
    heard.current = last.ts
    if (last.user !== directory.me && !quiet)
      setSentence(`${titleOf(directory, last.user)}: ${saidIn(last, directory)}`)
  }, [last, directory, quiet])
  return (
    <div class="unseen" aria-live="polite">
      {sentence}
    </div>
  )
}

const saidIn = ({ text, files }: MessageInfo, directory: Directory): string =>
  [plainOf(text, directory, botNow()), ...files.map(({ title }) => title)].filter((part) => part !== '').join(', ')
