import type { ChannelInfo, Snapshot } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'
import { Avatar } from '../Avatar.tsx'
import { Dialog } from '../views/Dialog.tsx'

type Props = { readonly channel: ChannelInfo; readonly snapshot: Snapshot; readonly onClose: () => void }

export function ChannelMembers({ channel, snapshot, onClose }: Props) {
  const { send } = useActing()
  const inside = snapshot.members.filter(({ id }) => channel.members.includes(id))
  const outside = snapshot.members.filter(({ id }) => !channel.members.includes(id))
  const mine = channel.members.includes(snapshot.me)
  const title = `Members of #${channel.name}`
  const leave = async () => {
    if (await send({ kind: 'leave', channel: channel.id })) onClose()
  }
  return (
    <Dialog title={title} class="dialog-small" onClose={onClose}>
      <header class="dialog-head">
        <h2>{title}</h2>
      </header>
      <div class="dialog-body">
        <ul class="people">
          {inside.map(({ id, name, realName, isBot }) => (
            <li key={id}>
              <Avatar user={id} />
              <span>
                {realName} {isBot && <span class="app-badge">APP</span>}
                <small>@{name}</small>
              </span>
            </li>
          ))}
        </ul>
        {mine && outside.length > 0 && (
          <select
            class="field select"
            aria-label="Invite somebody"
            value=""
            onChange={(event) => {
              void send({ kind: 'invite', channel: channel.id, user: event.currentTarget.value })
              event.currentTarget.value = ''
            }}
          >
            <option value="">Invite somebody …</option>
            {outside.map(({ id, realName }) => (
              <option key={id} value={id}>
                {realName}
              </option>
            ))}
          </select>
        )}
      </div>
      <footer class="dialog-foot">
        {mine && (
          <button type="button" class="button button-danger" onClick={() => void leave()}>
            Leave channel
          </button>
        )}
        <button type="button" class="button" data-first-focus onClick={onClose}>
          Done
        </button>
      </footer>
    </Dialog>
  )
}
