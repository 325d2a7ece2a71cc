import { useCallback, useState } from 'preact/hooks'
import type { MessageInfo } from '../../../protocol.ts'
import { clockTime } from '../../../reading/dates.ts'
import { Blocks } from '../../blocks/Blocks.tsx'
import { titleOf, useDirectory } from '../../state/directory.ts'
import { memo } from '../../state/memo.tsx'
import { SurfaceContext, useMessageSurface } from '../../state/surface.ts'
import { useKeptFocus } from '../../state/useKeptFocus.ts'
import { fullTime, msOfTs } from '../../text/dates.ts'
import { Mrkdwn } from '../../text/Mrkdwn.tsx'
import { Avatar } from '../Avatar.tsx'
import { DeleteMessage } from './DeleteMessage.tsx'
import { EditMessage } from './EditMessage.tsx'
import { EphemeralNote } from './EphemeralNote.tsx'
import { MessageFiles } from './MessageFiles.tsx'
import { MessageTools } from './MessageTools.tsx'
import { Reactions } from './Reactions.tsx'
import { ThreadSummary } from './ThreadSummary.tsx'

type Props = {
  readonly message: MessageInfo
  readonly compact: boolean
  readonly lastReply: string | null
  readonly repliers: string
  readonly onThread?: ((thread: string) => void) | undefined
}

function Author({ message }: { readonly message: MessageInfo }) {
  const directory = useDirectory()
  const ms = msOfTs(message.ts)
  return (
    <div class="author">
      <span class="author-name">{titleOf(directory, message.user)}</span>
      {(message.user === directory.botUser || directory.people.get(message.user)?.isBot) && (
        <span class="app-badge">APP</span>
      )}
      <time dateTime={new Date(ms).toISOString()} title={fullTime(ms, directory.zone)}>
        {clockTime(ms, directory.zone)}
      </time>
    </div>
  )
}

function Said({ message }: { readonly message: MessageInfo }) {
  if (message.blocks.length > 0) return <Blocks blocks={message.blocks} />
  if (message.text === '') return null
  return (
    <div class={message.tombstone ? 'said is-gone' : 'said'}>
      <Mrkdwn text={message.text} />
    </div>
  )
}

function DrawMessage({ message, compact, lastReply, repliers, onThread }: Props) {
  const directory = useDirectory()
  const surface = useMessageSurface(message.channel, message.ts, message.ephemeral)
  const article = useKeptFocus<HTMLElement>(message)
  const openThread = useCallback(() => onThread?.(message.ts), [onThread, message.ts])
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const editing = doing === 'edit'
  const stopEditing = () => {
    setDoing(null)
    article.current?.focus({ preventScroll: true })
  }
  // Where the conversation goes on, because nothing is left of the message that could keep the focus.
  const focusComposer = () =>
    article.current?.closest('main, aside')?.querySelector<HTMLElement>('.composer textarea')?.focus()
  const time = clockTime(msOfTs(message.ts), directory.zone)
  const kind = `${compact ? ' is-compact' : ''}${message.ephemeral ? ' is-ephemeral' : ''}`

  return (
    <article
      ref={article}
      class={`message${kind}`}
      data-ts={message.ts}
      tabIndex={-1}
      aria-label={`${titleOf(directory, message.user)}, ${time}`}
    >
      {message.ephemeral && <EphemeralNote message={message} />}
      <div class="gutter">
        {compact ? (
          <span class="gutter-time" aria-hidden="true">
            {time}
          </span>
        ) : (
          <Avatar user={message.user} />
        )}
      </div>
      <div class="message-body">
        {!compact && <Author message={message} />}
        {editing ? (
          <EditMessage message={message} onDone={stopEditing} />
        ) : (
          <SurfaceContext value={surface}>
            <Said message={message} />
          </SurfaceContext>
        )}
        {message.editedAt !== null && !editing && <span class="edited">(edited)</span>}
        <MessageFiles files={message.files} />
        <Reactions message={message} />
        {onThread && message.replies > 0 && (
          <ThreadSummary replies={message.replies} lastReply={lastReply} repliers={repliers} onOpen={openThread} />
        )}
      </div>
      {!message.ephemeral && !message.tombstone && !editing && (
        <MessageTools
          message={message}
          onThread={onThread && openThread}
          onEdit={() => setDoing('edit')}
          onDelete={() => setDoing('delete')}
        />
      )}
      {doing === 'delete' && (
        <DeleteMessage message={message} onDone={() => setDoing(null)} onDeleted={focusComposer} />
      )}
    </article>
  )
}

export const Message = memo(DrawMessage)
