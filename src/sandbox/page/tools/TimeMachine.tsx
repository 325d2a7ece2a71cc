import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ClockInfo, HappenedInfo, StopInfo } from '../../protocol.ts'
import { useActing } from '../state/acting.ts'
import { useDirectory } from '../state/directory.ts'
import { useOverflow } from '../state/useOverflow.ts'
import { dayAndClock, fullTime, timeNear, zoneName } from '../text/dates.ts'
import { Happened } from './Happened.tsx'
import { Speed } from './Speed.tsx'

type Props = {
  readonly clock: ClockInfo
  readonly machine: NonNullable<ClockInfo['machine']>
  readonly arrivedAt: number
  readonly onShow: (message: NonNullable<HappenedInfo['message']>) => void
}

const minute = 60_000
const leaps = [
  { label: '+15 min', by: 15 * minute },
  { label: '+1 day', by: 1440 * minute },
  { label: '+1 week', by: 7 * 1440 * minute },
]

/** Between snapshots a clock that runs with real time goes on by itself, and so does the one shown. */
function useRunningClock(now: string, arrivedAt: number, running: boolean): number {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = window.setInterval(() => tick((count) => count + 1), 1000)
    return () => window.clearInterval(timer)
  }, [running])
  return Date.parse(now) + (running ? Math.max(0, Date.now() - arrivedAt) : 0)
}

export function TimeMachine({ clock, machine, arrivedAt, onShow }: Props) {
  const { zone } = useDirectory()
  const { send } = useActing()
  const { playing, speed, stops } = machine
  const now = useRunningClock(clock.now, arrivedAt, speed === 1 && !playing)
  const playTo = (ms: number) => {
    if (!playing) void send({ kind: 'play-to', at: new Date(ms).toISOString() })
  }
  const leap = ({ label, by }: (typeof leaps)[number]) => (
    <button key={label} type="button" aria-disabled={playing} onClick={() => playTo(now + by)}>
      {label}
    </button>
  )
  return (
    <section class="machine" aria-label="Time machine" aria-busy={playing}>
      <div class="machine-now">
        <time dateTime={new Date(now).toISOString()}>{dayAndClock(now, zone, speed <= 1)}</time>
        <small>{zoneName(zone)}</small>
      </div>
      <Speed speed={speed} playing={playing} happened={machine.happened.count} />
      <MachineRow content={`${stops.map(({ label, what }) => label + what)}`}>
        {stops.map((stop) => (
          <StopButton key={stop.id} stop={stop} now={now} playing={playing} onPlay={playTo} />
        ))}
        {leaps.map(leap)}
      </MachineRow>
      <Happened happened={machine.happened} onShow={onShow} />
    </section>
  )
}

type StopProps = {
  readonly stop: StopInfo
  readonly now: number
  readonly playing: boolean
  readonly onPlay: (ms: number) => void
}

function StopButton({ stop: { label, what, at }, now, playing, onPlay }: StopProps) {
  const { zone } = useDirectory()
  const ms = Date.parse(at)
  return (
    <button
      type="button"
      class="stop"
      aria-disabled={playing}
      title={`${what}, ${fullTime(ms, zone)}`}
      onClick={() => onPlay(ms)}
    >
      {label}{' '}
      <small>
        <span class="stop-what">{what}</span> <time dateTime={at}>{timeNear(ms, zone, now)}</time>
      </small>
    </button>
  )
}

/** One row however narrow the page; an arrow and a fading end say that it goes on. */
function MachineRow({ content, children }: { readonly content: string; readonly children: ComponentChildren }) {
  const { box, before, after, look, move } = useOverflow(content)
  return (
    <div class={`machine-row${before ? ' has-before' : ''}${after ? ' has-after' : ''}`}>
      <div ref={box} class="machine-buttons" onScroll={look}>
        {children}
      </div>
      {before && <Arrow side="before" onClick={() => move(-1)} />}
      {after && <Arrow side="after" onClick={() => move(1)} />}
    </div>
  )
}

/** For the mouse alone: the keyboard scrolls to whatever has the focus. */
function Arrow({ side, onClick }: { readonly side: 'before' | 'after'; readonly onClick: () => void }) {
  return (
    <span class={`machine-arrow is-${side}`} aria-hidden="true" onClick={onClick}>
      {side === 'before' ? '‹' : '›'}
    </span>
  )
}
