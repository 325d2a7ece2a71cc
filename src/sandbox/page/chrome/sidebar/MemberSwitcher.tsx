import { useId } from 'preact/hooks'
import type { MemberInfo } from '../../../protocol.ts'
import { Avatar } from '../Avatar.tsx'

type Props = {
  readonly members: readonly MemberInfo[]
  readonly me: string
  readonly onActAs: (member: string) => void
}

export function MemberSwitcher({ members, me, onActAs }: Props) {
  const id = useId()
  const zone = members.find((member) => member.id === me)?.timezone ?? ''
  return (
    <div class="switcher">
      <Avatar user={me} />
      <div>
        <label for={id}>Acting as</label>
        <select id={id} value={me} onChange={(event) => onActAs(event.currentTarget.value)}>
          {members
            .filter(({ isBot }) => !isBot)
            .map((member) => (
              <option key={member.id} value={member.id}>
                {member.realName}
              </option>
            ))}
        </select>
        <small>{zone.replace('_', ' ')}</small>
      </div>
    </div>
  )
}
