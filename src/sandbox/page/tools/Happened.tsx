import { useEffect, useId, useRef } from 'preact/hooks'
import type { ClockInfo, HappenedInfo } from '../../protocol.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'

type Props = {
  readonly happened: NonNullable<ClockInfo['machine']>['happened']
  readonly onShow: (message: NonNullable<HappenedInfo['message']>) => void
}

/** What happened while the clock was played; it grows while it is. */
export function Happened({ happened: { count, newest }, onShow }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (box.current) box.current.open = false
  }
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [])
  if (count === 0) return null
  const earlier = count - newest.length
  return (
    <details ref={box} class="machine-log" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <summary>
        <span class="machine-count">{count}</span> <span class="machine-deed">{count === 1 ? 'thing' : 'things'}</span>{' '}
        <span class="machine-verb">happened</span>
      </summary>
      <div class="machine-lines">
        {earlier > 0 && (
          <p class="topic">
            The newest {newest.length}; {earlier} came before.
          </p>
        )}
        <ol>
          {newest.map((line, index) => (
            <Line
              key={earlier + index}
              line={line}
              onShow={(message) => {
                close()
                onShow(message)
              }}
            />
          ))}
        </ol>
      </div>
    </details>
  )
}

type LineProps = { readonly line: HappenedInfo; readonly onShow: Props['onShow'] }

function Line({ line: { text, message }, onShow }: LineProps) {
  const id = useId()
  return (
    <li>
      <span id={id}>
        <Mrkdwn text={text} />
      </span>
      {message && (
        <button type="button" class="link-button" aria-describedby={id} onClick={() => onShow(message)}>
          Show
        </button>
      )}
    </li>
  )
}
