import { useRef, useState } from 'preact/hooks'
import type { MessageInfo } from '../../../protocol.ts'
import { type MenuItem, PopMenu } from '../../elements/PopMenu.tsx'
import { usePopover } from '../../elements/usePopover.ts'
import { useActing } from '../../state/acting.ts'
import { botNow } from '../../state/bot-clock.ts'
import { useDirectory } from '../../state/directory.ts'
import { plainOf } from '../../text/plain.ts'
import { Reply, Smile } from '../icons.tsx'
import { EmojiPicker } from './EmojiPicker.tsx'

type Props = {
  readonly message: MessageInfo
  readonly onThread: (() => void) | undefined
  readonly onEdit: () => void
  readonly onDelete: () => void
}

/** What can be done with a message. Without a pointer that hovers only the menu is shown, which has it all. */
export function MessageTools({ message, onThread, onEdit, onDelete }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const { me, shortcuts } = useDirectory()
  const { send } = useActing()
  const picker = usePopover(bar, 'input')
  const copy = useCopy(message)
  const { channel, ts } = message

  const pick = (name: string) => {
    picker.hide()
    void send({ kind: 'react', channel, ts, name, on: true })
  }
  const own: readonly MenuItem[] = [
    { key: 'edit', label: 'Edit message', onChoose: onEdit },
    { key: 'delete', label: 'Delete message …', danger: true, onChoose: onDelete },
  ]
  const items: readonly MenuItem[] = [
    { key: 'react', label: 'Add reaction …', onChoose: picker.show },
    ...(onThread ? [{ key: 'reply', label: 'Reply in thread', onChoose: onThread }] : []),
    { key: 'link', label: 'Copy link', onChoose: copy.link },
    { key: 'text', label: 'Copy text', onChoose: copy.text },
    ...shortcuts
      .filter(({ kind }) => kind === 'message')
      .map(({ callbackId, name, description }) => ({
        key: callbackId,
        label: name,
        note: description,
        onChoose: () => void send({ kind: 'shortcut', callbackId, on: { channel, ts } }),
      })),
    ...(message.user === me ? own : []),
  ]

  return (
    <div ref={bar} class="message-tools">
      <button
        type="button"
        class="quick"
        aria-label="Add reaction"
        title="Add reaction"
        aria-haspopup="dialog"
        aria-expanded={picker.open}
        popovertarget={picker.id}
      >
        <Smile />
      </button>
      {onThread && (
        <button type="button" class="quick" aria-label="Reply in thread" title="Reply in thread" onClick={onThread}>
          <Reply />
        </button>
      )}
      <PopMenu class="quick quick-more" label="More actions" items={items} anchor={bar}>
        <span aria-hidden="true">⋯</span>
      </PopMenu>
      <span role="status" class={copy.copied ? 'copied' : 'unseen'}>
        {copy.copied}
      </span>
      <EmojiPicker popover={picker} onPick={pick} />
    </div>
  )
}

const toldFor = 2_500

function useCopy({ channel, ts, text, threadTs }: MessageInfo) {
  const directory = useDirectory()
  const { tell } = useActing()
  const [copied, setCopied] = useState('')
  const put = async (what: string, words: string) => {
    await navigator.clipboard.writeText(words).then(
      () => {
        setCopied(`${what} copied`)
        window.setTimeout(() => setCopied(''), toldFor)
      },
      () => tell(`The browser does not let this page copy. ${words}`),
    )
  }
  const thread = threadTs === null ? '' : `?thread_ts=${threadTs}&cid=${channel}`
  return {
    copied,
    link: () => void put('Link', `${window.location.origin}/archives/${channel}/p${ts.replace('.', '')}${thread}`),
    text: () => void put('Text', plainOf(text, directory, botNow())),
  }
}
