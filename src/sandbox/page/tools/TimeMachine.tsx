import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ClockInfo } from '../../protocol.ts'
import { Clock } from '../chrome/icons.tsx'
import { useActing } from '../state/acting.ts'
import { useDirectory } from '../state/directory.ts'
import { useOverflow } from '../state/useOverflow.ts'
import { weekdayTime } from '../text/dates.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'

type Props = {
  readonly clock: ClockInfo
  readonly machine: NonNullable<ClockInfo['machine']>
  readonly arrivedAt: number
}

const minute = 60_000
const leaps = [
  { label: '+15 min', by: 15 * minute },
  { label: '+1 day', by: 1440 * minute },
  { label: '+1 week', by: 7 * 1440 * minute },
]

/** Between snapshots the bot's clock goes on by itself, and so does the one shown. */
function useRunningClock(now: string, arrivedAt: number, halted: boolean): number {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => tick((count) => count + 1), 5000)
    return () => window.clearInterval(timer)
  }, [])
  return Date.parse(now) + (halted ? 0 : Math.max(0, Date.now() - arrivedAt))
}

export function TimeMachine({ clock, machine, arrivedAt }: Props) {
  const { zone } = useDirectory()
  const { send } = useActing()
  const now = useRunningClock(clock.now, arrivedAt, machine.playing)
  const playTo = (ms: number) => {
    if (!machine.playing) void send({ kind: 'play-to', at: new Date(ms).toISOString() })
  }
  return (
    <section class="machine" aria-label="Time machine" aria-busy={machine.playing}>
      <div class="machine-now">
        <Clock />
        <time dateTime={new Date(now).toISOString()}>{weekdayTime(now, zone)}</time>
      </div>
      <MachineRow content={`${machine.stops.map(({ label }) => label)}`}>
        {leaps.map(({ label, by }) => (
          <button key={label} type="button" aria-disabled={machine.playing} onClick={() => playTo(now + by)}>
            {label}
          </button>
        ))}
        {machine.stops.map(({ label, at }) => (
          <button
            key={`${label} ${at}`}
            type="button"
            class="stop"
            aria-disabled={machine.playing}
            onClick={() => playTo(Date.parse(at))}
          >
            {label} <small>{weekdayTime(Date.parse(at), zone)}</small>
          </button>
        ))}
      </MachineRow>
      <span role="status" class="machine-status">
        {machine.playing && (
          <>
            <span class="spinner" aria-hidden="true" /> Playing …
          </>
        )}
      </span>
      {!machine.playing && machine.lastJump.length > 0 && (
        <details class="machine-log" onKeyDown={closeOnEscape}>
          <summary>
            {machine.lastJump.length} {machine.lastJump.length === 1 ? 'thing' : 'things'} happened
          </summary>
          <ol>
            {machine.lastJump.map((line, index) => (
              <li key={`${index}-${line}`}>
                <Mrkdwn text={line} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
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

function closeOnEscape(event: KeyboardEvent) {
  if (event.key === 'Escape') (event.currentTarget as HTMLDetailsElement).open = false
}
