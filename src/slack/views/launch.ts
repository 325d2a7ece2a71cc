import type { ModalView } from '@slack/types'
import { type LocalTime, launchOnTheWall } from '../../domain/calendar.ts'
import type { Row } from '../../domain/changed-openings.ts'
import type { LaunchChange, LaunchShift } from '../../domain/move-launch.ts'
import type { Person, Plan } from '../../domain/plan.ts'
import { forms, inputs } from '../controls.ts'
import { bold, code, joined, label, type Mrkdwn, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayTimeAhead, launchInWords, localTimeAhead } from '../text/time.ts'
import { counted, mostTold, someOf } from '../text/words.ts'
import { context, linesAsSections, section } from './blocks.ts'
import { input, textInput } from './forms/inputs.ts'
import { modal } from './forms/modal.ts'

const mostMoves = 20
const mostOthers = 5
const mostTitles = 10

/** The launch before and after, and what moves with it, to be confirmed. */
export function launchForm(change: LaunchChange): ModalView {
  const { plan, from, to } = change
  if (from === to) {
    const same = mrkdwn`The launch of ${title(plan)} is on ${launchOf(plan, to)} already. Nothing moves.`
    return modal({ title: 'Move the launch', blocks: [section(same)] })
  }
  const lines = linesOf(change)
  return modal({
    title: 'Move the launch',
    submit: 'Confirm',
    form: { id: forms.moveLaunch.id, about: { plan: plan.name, launch: to } },
    blocks: [
      section(
        joined(
          [
            mrkdwn`${bold(title(plan))}`,
            beforeAndAfter(from === null ? mrkdwn`no launch date` : launchOf(plan, from), launchOf(plan, to)),
          ],
          '\n',
        ),
      ),
      ...linesAsSections(lines.length > 0 ? lines : [mrkdwn`Nothing that is still to come counts from the launch.`]),
      input(inputs.note, 'Why does it move?', textInput({ max: 300 }), { optional: true }),
      context(stays(change)),
    ],
  })
}

function stays({ calledOff }: LaunchChange): Mrkdwn {
  const but = calledOff.length > 0 ? mrkdwn`, but for what is called off` : mrkdwn``
  return mrkdwn`What has been posted stays as it is${but}; only what is still to come moves.`
}

function linesOf({ plan, now, shifts, calledOff, duties, phases, targets }: LaunchChange): readonly Mrkdwn[] {
  const off = calledOff.map(
    ({ title, startsAt }) =>
      mrkdwn`Called off where it was announced: ${named(title)} of ${localTimeAhead(startsAt, now, plan.timezone)}`,
  )
  const duty = duties.map(
    ({ title, from, to }) => mrkdwn`${named(title)}, at once: ${beforeAndAfter(holders(from), holders(to))}`,
  )
  return [
    ...cut(
      shifts.map((shift) => shiftLine(shift, now)),
      mostMoves,
      'more change',
    ),
    ...cut(off, mostOthers, 'more announcement'),
    ...cut(duty, mostOthers, 'more role'),
    ...titlesLine(mrkdwn`Phases that move along`, phases),
    ...titlesLine(mrkdwn`Later targets that move along`, targets),
  ]
}

function cut(lines: readonly Mrkdwn[], most: number, noun: string): readonly Mrkdwn[] {
  const more = lines.length - most
  return more > 0 ? [...lines.slice(0, most), mrkdwn`… and ${counted(more, noun)}.`] : lines
}

function titlesLine(heading: Mrkdwn, titles: readonly string[]): readonly Mrkdwn[] {
  const more = titles.length > mostTitles ? mrkdwn` and ${titles.length - mostTitles} more` : mrkdwn``
  return titles.length === 0 ? [] : [mrkdwn`${heading}: ${joined(titles.slice(0, mostTitles).map(named), ', ')}${more}`]
}

function holders(people: readonly Person[]): Mrkdwn {
  return people.length === 0 ? mrkdwn`nobody` : truncate(mentions(people), 300)
}

/** The launch as it is, and how to move it. */
export function launchText(plan: Plan, command: string): Mrkdwn {
  const example = code(`${command} launch 2026-12-01 09:00`)
  return plan.launch === undefined
    ? mrkdwn`${title(plan)} has no launch date. A plan admin can set one: ${example}.`
    : mrkdwn`The launch of ${title(plan)} is on ${launchOf(plan, plan.launch)}. A plan admin can move it: ${example}.`
}

function shiftLine({ title, zone, moved, added, dropped, closing }: LaunchShift, now: Date): Mrkdwn {
  const time = (at: Date) => localTimeAhead(at, now, zone)
  if (closing) {
    const open = beforeAndAfter(time(closing.before), time(closing.after))
    return mrkdwn`${named(title)} of ${time(closing.of)}, open until: ${open}`
  }
  const pairs = { ...moved, all: moved.all.map(({ before, after }) => beforeAndAfter(time(before), time(after))) }
  const listedAs = (heading: Mrkdwn, { all, goesOn }: Row<Date>) => {
    const last = Math.min(all.length, mostTold) - 1
    // Where the clock hangs is said once.
    const times = all.map((at, place) => (place === last ? time(at) : dayTimeAhead(at, now, zone)))
    return all.length === 0 ? [] : [mrkdwn`${heading} ${someOf({ all: times, goesOn })}`]
  }
  const told = [
    ...(pairs.all.length === 0 ? [] : [someOf(pairs, 1)]),
    ...listedAs(mrkdwn`in addition on`, added),
    ...listedAs(mrkdwn`no more on`, dropped),
  ]
  return mrkdwn`${named(title)}: ${joined(told, ' · ')}`
}

function beforeAndAfter(before: Mrkdwn, after: Mrkdwn): Mrkdwn {
  return mrkdwn`${before} → ${bold(after)}`
}

function launchOf({ timezone }: Plan, launch: LocalTime): Mrkdwn {
  const { at, skipped } = launchOnTheWall(launch, timezone)
  return plain(skipped === null ? launchInWords(at) : `${launchInWords(at)}, since the clocks skip ${skipped}`)
}

function title(plan: Plan): Mrkdwn {
  return named(plan.title)
}

function named(title: string): Mrkdwn {
  return plain(label(title, 80))
}
