import type { Snapshot } from '../../protocol.ts'
import { TwoPeople } from '../chrome/icons.tsx'
import { placeOf } from '../state/places.ts'
import type { Go, Route } from '../state/route.ts'
import { useHasRoomForTwo } from '../state/useHasRoomForTwo.ts'

type Props = { readonly snapshot: Snapshot; readonly route: Route; readonly go: Go }

/** Opens the workspace once more beside the first, as somebody else, in the same place. */
export function SecondMember({ snapshot, route, go }: Props) {
  const hasRoom = useHasRoomForTwo()
  const { me, members } = snapshot
  const other = members.find(({ id, isBot }) => !isBot && id !== me)
  if (!hasRoom || other === undefined) return null
  const isOpen = route.beside !== null
  const toggle = () => {
    const place = placeOf(snapshot, route.place)
    const shown = place.kind === 'home' ? place.kind : place.channel.id
    go({ as: me, beside: isOpen ? null : { as: other.id, place: shown, thread: null, at: null } })
  }
  return (
    <button type="button" class="tool-button" aria-pressed={isOpen} title="Second member" onClick={toggle}>
      <TwoPeople />
      <span class="tool-label">Second member</span>
    </button>
  )
}
