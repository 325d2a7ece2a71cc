import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MemberInfo, Snapshot } from '../../protocol.ts'
import { embeddedPage } from '../state/embedded.ts'
import { type Go, readView, type View, writeView } from '../state/route.ts'
import { Swap } from './icons.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly first: View
  readonly second: View
  readonly go: Go
}

/** Two members, each in a frame of their own: each has its own width, focus and forms. */
export function SideBySide({ snapshot, first, second, go }: Props) {
  const people = snapshot.members.filter(({ isBot }) => !isBot)
  const swap = () => go({ ...second, beside: first })

  useEffect(() => {
    document.title = `Two members · ${snapshot.app.name} sandbox`
  }, [snapshot.app.name])

  return (
    <div class="pair">
      <Side
        side="First"
        view={first}
        people={people}
        onView={(view, how) => go(view, how)}
        onSwap={swap}
        onClose={() => go({ ...second, beside: null })}
      />
      <Side
        side="Second"
        view={second}
        people={people}
        onView={(view, how) => go({ beside: view }, how)}
        onSwap={swap}
        onClose={() => go({ beside: null })}
      />
    </div>
  )
}

type SideProps = {
  readonly side: 'First' | 'Second'
  readonly view: View
  readonly people: readonly MemberInfo[]
  readonly onView: (view: View, how?: 'quietly') => void
  readonly onSwap: () => void
  readonly onClose: () => void
}

function Side({ side, view, people, onView, onSwap, onClose }: SideProps) {
  const id = useId()
  const name = people.find((one) => one.id === view.as)?.realName ?? ''
  return (
    <section class="side" aria-label={`${side} member`}>
      <header class="side-head">
        <label class="unseen" for={id}>
          {side} member
        </label>
        <select
          id={id}
          value={view.as ?? ''}
          onChange={({ currentTarget }) => onView({ ...view, as: currentTarget.value, thread: null, at: null })}
        >
          {people.map((member) => (
            <option key={member.id} value={member.id}>
              {member.realName}
            </option>
          ))}
        </select>
        <button type="button" class="quiet" aria-label="Swap sides" title="Swap sides" onClick={onSwap}>
          <Swap />
        </button>
        <button type="button" class="quiet" aria-label={`Close ${name}`} title={`Close ${name}`} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <Frame title={name} view={view} onView={onView} />
    </section>
  )
}

type FrameProps = Pick<SideProps, 'view' | 'onView'> & { readonly title: string }

/** The frame goes where the address says, and the address follows the frame, whose steps are in the history already. */
function Frame({ title, view, onView }: FrameProps) {
  const box = useRef<HTMLIFrameElement>(null)
  const wanted = writeView(view)
  const [first] = useState(wanted)
  const isThere = useRef(wanted)
  const heard = useRef(onView)
  heard.current = onView

  const listen = () => {
    const frame = box.current?.contentWindow
    if (!frame) return
    frame.onhashchange = () => {
      const now = readView(frame.location.hash)
      isThere.current = writeView(now)
      heard.current(now, 'quietly')
    }
  }
  useLayoutEffect(() => {
    if (isThere.current === wanted) return
    isThere.current = wanted
    box.current?.contentWindow?.location.replace(`${embeddedPage}${wanted}`)
  }, [wanted])
  return <iframe ref={box} title={title} src={`${embeddedPage}${first}`} onLoad={listen} />
}
