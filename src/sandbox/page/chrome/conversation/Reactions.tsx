import type { MessageInfo, ReactionInfo } from '../../../protocol.ts'
import { emojiOf } from '../../../reading/emoji.ts'
import { useActing } from '../../state/acting.ts'
import { type Directory, titleOf, useDirectory } from '../../state/directory.ts'

/** Who reacted with what, under a message; a click adds or takes away one's own. */
export function Reactions({ message }: { readonly message: MessageInfo }) {
  const directory = useDirectory()
  const { send } = useActing()
  if (message.reactions.length === 0) return null
  const { channel, ts } = message
  return (
    <ul class="reactions" aria-label="Reactions">
      {message.reactions.map((reaction) => {
        const { name, users } = reaction
        const mine = users.includes(directory.me)
        const who = whoReacted(reaction, directory)
        return (
          <li key={name}>
            <button
              type="button"
              class="reaction"
              aria-pressed={mine}
              aria-label={`${users.length} ${users.length === 1 ? 'reaction' : 'reactions'}, ${who}`}
              title={who}
              onClick={() => void send({ kind: 'react', channel, ts, name, on: !mine })}
            >
              <span aria-hidden="true">{emojiOf(name) ?? `:${name}:`}</span> {users.length}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function whoReacted({ name, users }: ReactionInfo, directory: Directory): string {
  const others = users.filter((user) => user !== directory.me).map((user) => titleOf(directory, user))
  const named = users.includes(directory.me) ? ['You', ...others] : others
  const last = named.at(-1) ?? ''
  const people = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last
  return `${people} reacted with :${name}:`
}
