import { localDateOf } from '../../domain/cadence/time.ts'
import { type Checklist, progressOf } from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type SeverityRules, severities } from '../../domain/severity.ts'
import {
  bold,
  channelLink,
  code,
  joined,
  label,
  listed,
  type Mrkdwn,
  mrkdwn,
  plain,
  quoted,
  timeForAll,
  truncate,
} from '../text/mrkdwn.ts'
import { localTime } from '../text/time.ts'
import { clockInWords, issueName } from './clock.ts'
import { severityGuide } from './forms/choices.ts'
import { lateTitle, type NextRitual } from './home.ts'
import { dayedTime } from './issue-state.ts'
import { issueTitle } from './issue-words.ts'
import { progressInWords } from './progress.ts'
import { refusalSentence } from './refusals.ts'
import { standingInWords } from './standing.ts'

export const saved = mrkdwn`Saved.`
export const stillSaving = mrkdwn`Still saving. I will tell you here when it is done; there is no need to press again.`
export const notSaved = mrkdwn`That was not saved. Please try again in a moment; nothing was done twice.`
export const malformed = mrkdwn`I could not read that button. Please use the newest card in the channel.`

export const onlyTheWeek = mrkdwn`I can tell only the week so far, and to you alone; the summary is posted by itself when it is due.`

/** To whoever writes to Rounds in words. */
export function howToImport({ rounds }: CommandNames): Mrkdwn {
  return mrkdwn`I answer no questions here, but I read documents: send me your team's maintenance document as a Markdown or text file, and I show you what plan I make of it. ${code(`${rounds} help`)} tells what else I can do.`
}

export const notReceived = mrkdwn`Something went wrong here, and I could not take that. Please send it once more.`
export const filesNotSent = mrkdwn`Slack did not take the file. Please press the button again in a moment.`
export const filesNeedScope = mrkdwn`Rounds may not share files here. Whoever administers the app can add the scope files:write and install it again.`

/** The names that commands go by in this workspace. */
export type CommandNames = { readonly rounds: string; readonly incident: string; readonly summary: string }

export function help({ rounds, incident, summary }: CommandNames): Mrkdwn {
  return joined(
    [
      bold(mrkdwn`What Rounds can do`),
      mrkdwn`${code(`${rounds} today`)} — what is due today, and how far it is`,
      mrkdwn`${code(`${rounds} next`)} — what falls due next`,
      mrkdwn`${code(`${rounds} start RITUAL`)} — open a checklist now`,
      mrkdwn`${code(`${rounds} launch DATE`)} — move the launch, for plan admins; it shows what changes first`,
      mrkdwn`${code(`${rounds} import`)} — make a plan of a maintenance document; or send me the file`,
      mrkdwn`${code(`${incident} what is happening`)} — declare a P0 at once; ${code(`${incident} P2 what is happening`)} a P2`,
      mrkdwn`${code(incident)} — declare one with a form`,
      mrkdwn`${code(`${incident} list`)} — every issue that is open`,
      mrkdwn`${code(`${incident} ack N`)}, ${code(`${incident} update N`)}, ${code(`${incident} resolve N`)}, ${code(`${incident} show N`)} — act on issue N`,
      mrkdwn`${code(summary)} — the week so far`,
      mrkdwn`Checklists appear by themselves when they fall due. The Rounds Home tab shows the same with buttons.`,
    ],
    '\n',
  )
}

/** With what each severity means in this plan: whoever declares must know which to choose. */
export function incidentHelp(names: CommandNames, rules: SeverityRules | null): Mrkdwn {
  const guides = rules === null ? [] : severities.map((severity) => severityGuide(rules, severity))
  return shortened(joined([help(names), ...(guides.length > 0 ? [bold(mrkdwn`Severities`), ...guides] : [])], '\n'))
}

export const tooLateForForm = mrkdwn`That took too long, so Slack no longer opens the form. Please type the command again.`

export function acknowledged(issue: Issue): Mrkdwn {
  return mrkdwn`You have ${issueName(issue)}. Tell the others where it stands with an update.`
}

type Unclear = {
  readonly open: readonly Issue[]
  readonly number: number | null
  /** What was typed before the number. */
  readonly typed: string
  readonly zone: string
}

/** Where a command does not tell which issue it means: those that are open, and how to say which. */
export function whichIssue({ open, number, typed, zone }: Unclear): Mrkdwn {
  const [first] = open
  return joined(
    [
      number === null ? null : mrkdwn`There is no issue ${number}.`,
      first ? mrkdwn`Say which one by its number, for instance ${code(`${typed} ${first.number}`)}.` : null,
      issueList(open, zone),
    ],
    '\n',
  )
}

export type TodayState = {
  readonly zone: string
  readonly today: readonly Checklist[]
  readonly late: readonly Checklist[]
  /** What is still to come, of which today's is told. */
  readonly next: readonly NextRitual[]
  readonly openIssues: readonly Issue[]
}

export function today({ today: due, late, next, openIssues, zone }: TodayState, now: Date): Mrkdwn {
  const rounds = due.map(checklistLine)
  const later = next.filter((ritual) => localDateOf(ritual.dueAt, ritual.zone) === localDateOf(now, ritual.zone))
  return shortened(
    joined(
      [
        // What is cut off where a day is long is not what somebody may be waiting for.
        ...(openIssues.length > 0 ? [issueList(openIssues, zone)] : []),
        bold(mrkdwn`Today`),
        ...(rounds.length > 0 ? rounds : [nothingSoFar(later)]),
        ...(later.length > 0 ? [bold(mrkdwn`Later today`), ...later.map(nextLine)] : []),
        ...(late.length > 0 ? [bold(plain(lateTitle)), ...late.map(checklistLine)] : []),
        ...(openIssues.length > 0 ? [] : [issueList(openIssues, zone)]),
      ],
      '\n',
    ),
  )
}

function nothingSoFar(later: readonly NextRitual[]): Mrkdwn {
  return later.length > 0 ? mrkdwn`Nothing has fallen due so far.` : mrkdwn`Nothing is due today.`
}

export function issueList(issues: readonly Issue[], zone: string): Mrkdwn {
  if (issues.length === 0) return mrkdwn`No open issues.`
  const lines = issues.map((issue) =>
    joined([mrkdwn`${bold(issueName(issue))} — ${issueTitle(issue)}`, clockInWords(issue, dayedTime(zone))], ' · '),
  )
  return shortened(joined([bold(mrkdwn`Open issues`), ...lines], '\n'))
}

/** An answer that came too late, with what was typed; a tick has no words. */
type Overtaken = { readonly title: string; readonly text: string | null; readonly refusal: Refusal }

/**
 * After a form of which others had settled something before it was sent: why, and every word of it, so that nobody
 * types it again. As many messages as the words need.
 */
export function overtakenMessages(
  { saved, overtaken }: { readonly saved: number; readonly overtaken: readonly Overtaken[] },
  zone: string,
): readonly Mrkdwn[] {
  const lost = overtaken.map((each) => ({ ...each, reason: refusalSentence(each.refusal, zone) }))
  const reasons = [...new Set(lost.map(({ reason }) => reason))]
  const parts = reasons.flatMap((reason) => [
    mrkdwn`• ${reason}`,
    ...lost
      .filter((each) => each.reason === reason)
      .flatMap(({ title, text }) => (text === null ? [] : quoted(`${title}: ${text}`))),
  ])
  const head = saved === 0 ? mrkdwn`Nothing was saved.` : mrkdwn`Saved, except what others had settled before you:`
  return filled([head, ...parts])
}

/** Lines in as few messages as hold them. */
function filled(lines: readonly Mrkdwn[]): readonly Mrkdwn[] {
  const messages: Mrkdwn[] = []
  for (const line of lines.map(shortened)) {
    const longer = joined([messages.at(-1) ?? null, line], '\n')
    if (messages.length > 0 && longer.length <= mostCharacters) messages[messages.length - 1] = longer
    else messages.push(line)
  }
  return messages
}

export function nextText(next: readonly NextRitual[]): Mrkdwn {
  if (next.length === 0) return mrkdwn`No ritual is planned yet.`
  return shortened(joined([bold(mrkdwn`Next`), ...next.map(nextLine)], '\n'))
}

function nextLine({ title, dueAt, zone, channel }: NextRitual): Mrkdwn {
  return mrkdwn`${name(title)} — ${timeForAll(dueAt, zone)} · ${channelLink(channel)}`
}

export function unknownCommand(typed: string, names: CommandNames): Mrkdwn {
  return joined([mrkdwn`I do not know ${code(label(typed, 100))}.`, help(names)], '\n')
}

/** After a command or a form: where its result stands. `said` is the severity that was typed before the words. */
export function declared(issue: Issue, said: string | null): Mrkdwn {
  const open = mrkdwn`${issueName(issue)} is open in ${channelLink(issue.channel)}, and the first people have been asked.`
  return said === null || said === 'P0' ? open : joined([open, severityTaken(issue, said)], ' ')
}

function severityTaken({ severity }: Issue, said: string): Mrkdwn {
  return said === severity
    ? mrkdwn`It is a ${plain(severity)} because your words begin with it; without that it would be a P0.`
    : mrkdwn`There is no severity ${plain(said)}, only ${listed(severities.map(plain))}, so I took ${plain(severity)}, to be safe.`
}

export function started({ title, channel }: { readonly title: string; readonly channel: string }): Mrkdwn {
  return mrkdwn`${name(title)} is open in ${channelLink(channel)}.`
}

function checklistLine(checklist: Checklist): Mrkdwn {
  const { title, dueAt, zone, channel } = checklist
  const standing = checklist.signedOff ? mrkdwn`signed off` : standingInWords(checklist)
  return joined(
    [
      mrkdwn`${name(title)} — ${localTime(dueAt, zone)}`,
      progressInWords(progressOf(checklist.items)),
      channelLink(channel),
      standing && truncate(standing, 300),
    ],
    ' · ',
  )
}

function name(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}

const mostCharacters = 3900

function shortened(text: Mrkdwn): Mrkdwn {
  return truncate(text, mostCharacters)
}
