import { useCallback } from 'preact/hooks'
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
import { Reply } from '../icons.tsx'
import { EphemeralNote } from './EphemeralNote.tsx'
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

function DrawMessage({ message, compact, lastReply, repliers, onThread }: Props) {
  const directory = useDirectory()
  const surface = useMessageSurface(message.channel, message.ts, message.ephemeral)
  const article = useKeptFocus<HTMLElement>(message)
  const openThread = useCallback(() => onThread?.(message.ts), [onThread, message.ts])
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
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <div class="said">
              <Mrkdwn text={message.text} />
            </div>
          )}
        </SurfaceContext>
        {message.editedAt !== null && <span class="edited">(edited)</span>}
        {onThread && message.replies > 0 && (
          <ThreadSummary replies={message.replies} lastReply={lastReply} repliers={repliers} onOpen={openThread} />
        )}
      </div>
      {onThread && !message.ephemeral && (
        <button type="button" class="reply-button" aria-label="Reply in thread" onClick={openThread}>
          <Reply />
        </button>
      )}
    </article>
  )
}

export const Message = memo(DrawMessage)
