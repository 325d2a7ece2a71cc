import { titleOf, useDirectory } from '../state/directory.ts'

export function UserMention({ id, label }: { readonly id: string; readonly label: string }) {
  const directory = useDirectory()
  const name =
    id === directory.botUser ? directory.appName : (directory.people.get(id)?.name ?? (label.replace(/^@/, '') || id))
  return (
    <span class={id === directory.me ? 'mention mention-me' : 'mention'} title={titleOf(directory, id)}>
      @{name}
    </span>
  )
}

export function ChannelMention({ id, label }: { readonly id: string; readonly label: string }) {
  const name = useDirectory().channels.get(id)
  const { me } = useDirectory()
  if (name === undefined) return <span class="mention">#{label || 'private-channel'}</span>
  return (
    <a class="mention" href={`#${new URLSearchParams({ as: me, in: id })}`}>
      #{name}
    </a>
  )
}

export function GroupMention({ label }: { readonly label: string }) {
  return <span class="mention">@{label.replace(/^@/, '')}</span>
}

export function BroadcastMention({ range }: { readonly range: string }) {
  const [name = ''] = range.split('|')
  return <span class="mention mention-me">@{name}</span>
}
