import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TrafficDetail as Detail, TrafficEntry } from '../../../tools-protocol.ts'
import { useActing } from '../../state/acting.ts'
import { useDirectory } from '../../state/directory.ts'
import { fullTime } from '../../text/dates.ts'
import { JsonTree } from './JsonTree.tsx'
import { placed } from './pointers.ts'
import { Direction, Outcome } from './TrafficList.tsx'

type Props = { readonly entry: TrafficEntry; readonly onBack: () => void }

/** One call or delivery with its bodies, over the list, which stays where it was. */
export function TrafficDetail({ entry, onBack }: Props) {
  const { zone } = useDirectory()
  const box = useRef<HTMLElement>(null)
  const detail = useDetail(entry)
  useLayoutEffect(() => box.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The panel behind it stays open.
    event.preventDefault()
    onBack()
  }
  return (
    <section ref={box} class="traffic-detail" aria-label={entry.title} tabIndex={-1} onKeyDown={onKeyDown}>
      <button type="button" class="link-button" onClick={onBack}>
        <span aria-hidden="true">‹ </span>All traffic
      </button>
      <h3>
        <Direction from={entry.from} />
        {entry.title}
      </h3>
      <p class={`traffic-facts is-${entry.state}`}>
        <Outcome entry={entry} />
        <small>{fullTime(Date.parse(entry.at), zone)}</small>
      </p>
      {detail && <Bodies entry={entry} detail={detail} />}
      {detail === null && <p>This entry is no longer kept: only the newest are.</p>}
    </section>
  )
}

const names: Readonly<Record<TrafficEntry['from'], readonly [string, string]>> = {
  app: ['Arguments', 'Answer of Slack'],
  slack: ['Payload', 'Answer of the app'],
}

function Bodies({ entry, detail }: { readonly entry: TrafficEntry; readonly detail: Detail }) {
  const { sent, answer, headers, faults, findings } = detail
  const [sentName, answerName] = names[entry.from]
  const retryAfter = headers['retry-after']
  return (
    <>
      {faults.length > 0 && <p class="traffic-fault">Met by a fault: {faults.join(', ')}</p>}
      {retryAfter !== undefined && <p class="traffic-fault">Retry-After: {retryAfter} s</p>}
      <Body name={sentName} value={sent} findings={placed(sent, findings)} />
      {entry.kind !== 'problem' &&
        (answer === null ? (
          <p>{entry.state === 'open' ? 'No answer yet.' : 'There was no answer.'}</p>
        ) : (
          <Body name={answerName} value={answer} findings={[]} />
        ))}
    </>
  )
}

type BodyProps = Pick<Parameters<typeof JsonTree>[0], 'value' | 'findings'> & { readonly name: string }

function Body({ name, value, findings }: BodyProps) {
  return (
    <section class="body" aria-label={name}>
      <header>
        <h4>{name}</h4>
        <CopyButton name={name} value={value} />
      </header>
      <div class="json">
        <JsonTree value={value} findings={findings} />
      </div>
    </section>
  )
}

function CopyButton({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { tell } = useActing()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(JSON.stringify(value, null, 2)).then(
      () => setCopied(true),
      () => tell('The browser does not let this page copy.'),
    )
  return (
    <>
      <span role="status">{copied && 'Copied'}</span>
      <button type="button" class="button" aria-label={`Copy: ${name}`} onClick={() => void copy()}>
        Copy
      </button>
    </>
  )
}

/** Undefined until it is there, null where it is gone; asked for again when what was open has ended. */
function useDetail({ id, state }: TrafficEntry): Detail | null | undefined {
  const [detail, setDetail] = useState<Detail | null>()
  useEffect(() => {
    let wanted = true
    fetch(`/sandbox/traffic/${id}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Detail>) : null))
      .catch(() => null)
      .then((found) => wanted && setDetail(found))
    return () => {
      wanted = false
    }
  }, [id, state])
  return detail
}
