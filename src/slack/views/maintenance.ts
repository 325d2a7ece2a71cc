import type { MaintenanceMoment, MaintenanceWindow } from '../../domain/maintenance.ts'
import type { Drawing } from '../drawing.ts'
import { bold, joined, type Mrkdwn, mrkdwn, plain, timeForAll, truncate, typedLines, yourTime } from '../text/mrkdwn.ts'
import { durationInWords, endNear, minutesBetween } from '../text/time.ts'
import { context, linesAsSections, message, section } from './blocks.ts'

export type MaintenanceState = MaintenanceWindow & {
  readonly moment: MaintenanceMoment
  /** Announced, and not planned any more. */
  readonly calledOff?: boolean
  readonly title: string
  readonly text: string | null
  readonly planTitle: string
  readonly zone: string
}

/** Announces a window, its beginning or its end, to whoever may be affected. */
export function drawMaintenance(state: MaintenanceState): Drawing {
  const headline = state.calledOff ? off(state) : headlines[state.moment](state)
  const lines = state.text === null || state.moment === 'end' || state.calledOff ? [] : typedLines(state.text)
  return message(
    joined([headline, ...lines], '\n'),
    [section(headline), ...linesAsSections(lines)],
    [context(truncate(plain(state.planTitle), 150))],
  )
}

const headlines: Readonly<Record<MaintenanceMoment, (state: MaintenanceState) => Mrkdwn>> = {
  notice: ({ title, startsAt, endsAt, zone }) =>
    mrkdwn`${bold(mrkdwn`Maintenance planned`)}: ${named(title)} on ${timeForAll(startsAt, zone)}, for ${durationInWords(minutesBetween(startsAt, endsAt))}.`,
  start: ({ title, startsAt, endsAt, zone }) =>
    mrkdwn`${bold(mrkdwn`Maintenance has begun`)}: ${named(title)}, until ${endNear(endsAt, startsAt, zone)} ${yourTime(endsAt, zone)}.`,
  end: ({ title }) => mrkdwn`${bold(mrkdwn`Maintenance is over`)}: ${named(title)}.`,
}

function off({ title, startsAt, zone }: MaintenanceState): Mrkdwn {
  return mrkdwn`${bold(mrkdwn`Maintenance is called off`)}: ${named(title)}, planned for ${timeForAll(startsAt, zone)}.`
}

function named(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}
