import { useId } from 'preact/hooks'
import type { ChannelInfo, MemberInfo } from '../../../protocol.ts'
import { otherOf } from '../../state/places.ts'
import { Avatar } from '../Avatar.tsx'
import { Lock } from '../icons.tsx'

type Props = {
  readonly channel: ChannelInfo
  readonly members: readonly MemberInfo[]
  readonly me: string
  readonly current: boolean
  readonly onOpen: (channel: string) => void
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function news({ unread, mentions, kind }: ChannelInfo): string {
  if (unread === 0) return ''
  const parts = [plural(unread, 'unread message')]
  if (mentions > 0 && kind !== 'dm') parts.push(plural(mentions, 'mention'))
  return parts.join(', ')
}

export function ChannelButton({ channel, members, me, current, onOpen }: Props) {
  const id = useId()
  const direct = channel.kind === 'dm'
  const other = direct ? otherOf(channel, members) : undefined
  const badge = direct ? channel.unread : channel.mentions
  const said = news(channel)
  const outside = !direct && !channel.members.includes(me)
  const name = direct ? (other?.realName ?? channel.name) : channel.name
  return (
    <li>
      <button
        type="button"
        class={`place${channel.unread > 0 ? ' is-unread' : ''}${outside ? ' is-outside' : ''}`}
        aria-label={name}
        aria-current={current ? 'page' : undefined}
        aria-describedby={said ? id : undefined}
        onClick={() => onOpen(channel.id)}
      >
        <span class="place-mark" aria-hidden="true">
          {direct ? (
            <Avatar user={other?.id ?? channel.name} size="small" />
          ) : channel.kind === 'private' ? (
            <Lock />
          ) : (
            '#'
          )}
        </span>
        <span class="place-name">{name}</span>
        {badge > 0 && (
          <span class="badge" aria-hidden="true">
            {badge}
          </span>
        )}
      </button>
      {said && (
        <span id={id} hidden>
          {said}
        </span>
      )}
    </li>
  )
}
