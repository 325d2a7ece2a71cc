import type { ModalView } from '@slack/types'
import type { LaunchChange, LaunchMove } from '../../domain/move-launch.ts'
import type { Plan } from '../../domain/plan.ts'
import { forms, inputs } from '../controls.ts'
import { bold, code, joined, label, type Mrkdwn, mrkdwn, plain } from '../text/mrkdwn.ts'
import { launchInWords, localTime } from '../text/time.ts'
import { counted } from '../text/words.ts'
import { context, section } from './blocks.ts'
import { input, textInput } from './forms/inputs.ts'
import { modal } from './forms/modal.ts'

/** Slack takes 3,000 characters in a section. */
const mostMoves = 12

/** The launch before and after, and what moves with it, to be confirmed. */
export function launchForm({ plan, from, to, moves }: LaunchChange): ModalView {
  if (from === to) {
    const same = mrkdwn`The launch of ${title(plan)} is on ${plain(launchInWords(to))} already. Nothing moves.`
    return modal({ title: 'Move the launch', blocks: [section(same)] })
  }
  const more = moves.length - mostMoves
  const lines = [
    ...moves.slice(0, mostMoves).map(moveLine),
    more > 0 ? mrkdwn`… and ${counted(more, 'more due time')}.` : null,
  ]
  return modal({
    title: 'Move the launch',
    submit: 'Confirm',
    form: { id: forms.moveLaunch.id, about: { plan: plan.name, launch: to } },
    blocks: [
      section(
        joined([mrkdwn`${bold(title(plan))}`, beforeAndAfter(plain(when(from)), plain(launchInWords(to)))], '\n'),
      ),
      section(moves.length > 0 ? joined(lines, '\n') : mrkdwn`Nothing that is still to come counts from the launch.`),
      input(inputs.note, 'Why does it move?', textInput({ max: 300 }), { optional: true }),
      context(mrkdwn`What has been posted stays as it is; only what is still to come moves.`),
    ],
  })
}

/** The launch as it is, and how to move it. */
export function launchText(plan: Plan, command: string): Mrkdwn {
  const example = code(`${command} launch 2026-12-01 09:00`)
  return plan.launch === undefined
    ? mrkdwn`${title(plan)} has no launch date. A plan admin can set one: ${example}.`
    : mrkdwn`The launch of ${title(plan)} is on ${plain(launchInWords(plan.launch))}. A plan admin can move it: ${example}.`
}

function moveLine({ title: ritual, zone, before, after }: LaunchMove): Mrkdwn {
  const time = (at: Date | null, none: Mrkdwn) => (at === null ? none : localTime(at, zone))
  return mrkdwn`${plain(label(ritual, 80))}: ${beforeAndAfter(
    time(before, mrkdwn`not planned`),
    time(after, mrkdwn`not any more: its time is past`),
  )}`
}

function beforeAndAfter(before: Mrkdwn, after: Mrkdwn): Mrkdwn {
  return mrkdwn`${before} → ${bold(after)}`
}

function when(launch: string | null): string {
  return launch === null ? 'no launch date' : launchInWords(launch)
}

function title(plan: Plan): Mrkdwn {
  return plain(label(plan.title, 80))
}
