import { useEffect, useRef, useState } from 'preact/hooks'
import { speeds } from '../../protocol.ts'
import { useActing } from '../state/acting.ts'

const names: Readonly<Record<number, string>> = { 1: 'Real time', 60: '1 min/s', 600: '10 min/s', 3600: '1 h/s' }

type Props = {
  readonly speed: number
  readonly playing: boolean
  /** How many things happened in the last jump. */
  readonly happened: number
}

/** Lets the clock run, as fast as is chosen, or halts it; a jump can be stopped on its way. */
export function Speed({ speed, playing, happened }: Props) {
  const { send } = useActing()
  const [chosen, choose] = useState(speed || 1)
  useEffect(() => {
    if (speed > 0) choose(speed)
  }, [speed])
  const [arrival, setArrival] = useState('')
  const wasPlaying = useRef(playing)
  useEffect(() => {
    if (wasPlaying.current && !playing) setArrival(`Arrived. ${inWords(happened)} happened.`)
    wasPlaying.current = playing
  }, [playing])
  const press = () => {
    if (playing) void send({ kind: 'stop-playing' })
    else void send({ kind: 'set-speed', speed: speed > 0 ? 0 : chosen })
  }
  const deed = playing ? 'Stop' : speed > 0 ? 'Pause' : 'Play'
  return (
    <div class="machine-speed">
      {/* One button through all states, so that it keeps the focus. */}
      <button type="button" class={speed > 1 ? 'is-fast' : ''} title={titles[deed]} onClick={press}>
        <Mark deed={deed} />
        <span class="machine-deed">{deed}</span>
      </button>
      {!playing && (
        <select
          aria-label="Speed of the clock"
          value={chosen}
          onChange={(event) => {
            const fast = Number(event.currentTarget.value)
            choose(fast)
            void send({ kind: 'set-speed', speed: fast })
          }}
        >
          {speeds
            .filter((one) => one > 0)
            .map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
        </select>
      )}
      <span role="status" class="machine-status">
        {playing ? (
          <>
            <span class="spinner" aria-hidden="true" /> Playing
          </>
        ) : (
          <span class="unseen">{arrival}</span>
        )}
      </span>
    </div>
  )
}

const inWords = (count: number): string => (count === 1 ? 'One thing' : `${count || 'No'} things`)

const titles = {
  Stop: 'Stop here, after what is happening now',
  Pause: 'Halt the clock',
  Play: 'Let the clock run',
} as const

const marks = { Stop: 'M5.5 5.5h9v9h-9z', Pause: 'M5.5 4.5h3v11h-3zM11.5 4.5h3v11h-3z', Play: 'M6 4.5l9.5 5.5L6 15.5z' }

function Mark({ deed }: { readonly deed: keyof typeof marks }) {
  return (
    <svg class="machine-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d={marks[deed]} />
    </svg>
  )
}
