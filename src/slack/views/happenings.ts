import type { Happening, JournalEntry } from '../../domain/journal.ts'
import type { LedgerState } from '../../domain/ledger.ts'
import type { Person } from '../../domain/plan.ts'
import type { Reading } from '../../domain/reading/reading.ts'
import { channelLink, type Mrkdwn, mention, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { durationInWords, launchInWords } from '../text/time.ts'
import { titleInWords, type WriteTime } from './clock.ts'

/** One line of a timeline: when, and what happened. */
export function timelineLine(entry: JournalEntry, time: WriteTime): Mrkdwn {
  return mrkdwn`${time(entry.at)} — ${happeningSentence(entry)}`
}

/** What happened, with who did it; where nobody did, Rounds itself. */
export function happeningSentence({ what, by }: JournalEntry): Mrkdwn {
  const tell = sentences[what.kind] as (what: Happening, who: Mrkdwn) => Mrkdwn
  return tell(what, by === null ? mrkdwn`Rounds` : mention(by))
}

type Sentences = {
  readonly [Kind in Happening['kind']]: (what: Extract<Happening, { kind: Kind }>, who: Mrkdwn) => Mrkdwn
}

const sentences: Sentences = {
  'plan-applied': ({ version, document }, who) =>
    mrkdwn`${who} applied version ${version} of the plan${document === undefined ? mrkdwn`` : mrkdwn`, from ${named(document)}`}.`,
  'launch-moved': ({ from, to, note }, who) =>
    from === null
      ? mrkdwn`${who} set the launch to ${plain(launchInWords(to))}${because(note)}.`
      : mrkdwn`${who} moved the launch from ${plain(launchInWords(from))} to ${plain(launchInWords(to))}${because(note)}.`,
  'plan-retired': ({ why }, who) => mrkdwn`${who} retired the plan: ${long(why)}`,
  'checklist-opened': ({ late }) => (late ? mrkdwn`Opened late: Rounds was not running at its time.` : mrkdwn`Opened.`),
  'checklist-reminded': ({ people }) =>
    people.length > 0 ? mrkdwn`Reminded ${mentions(people)} of what was open.` : mrkdwn`Reminded of what was open.`,
  'checklist-closed': ({ state, goesOn }) =>
    goesOn ? mrkdwn`It passed its limit with steps open, and goes on.` : closings[state],
  'checklist-signed-off': ({ minutes }, who) =>
    minutes === null ? mrkdwn`${who} signed off.` : mrkdwn`${who} signed off after ${durationInWords(minutes)}.`,
  'item-done': ({ title, reading, computed }, who) =>
    reading === null ? mrkdwn`${who} ticked ${named(title)}.` : mrkdwn`${taken(title, reading, computed, who)}.`,
  'item-failed': ({ title, reading, note, computed }, who) =>
    reading === null
      ? mrkdwn`${who} failed ${named(title)}${because(note)}.`
      : mrkdwn`${taken(title, reading, computed, who)}, out of target${because(note)}.`,
  'item-not-applicable': ({ title, reason, computed }, who) =>
    computed
      ? mrkdwn`${named(title)} could not be counted${because(reason)}.`
      : mrkdwn`${who} marked ${named(title)} as not applicable${because(reason)}.`,
  'item-undone': ({ title }, who) => mrkdwn`${who} opened ${named(title)} again.`,
  'issue-opened': ({ severity, title }, who) => mrkdwn`${who} opened it as ${plain(severity)}: ${named(title)}.`,
  'issue-asked': ({ level, people, why }) => mrkdwn`${askedInWords(level, people)}${asking[why]}.`,
  'issue-acknowledged': (_, who) => mrkdwn`${who} acknowledged it.`,
  'issue-updated': ({ status, text }, who) => mrkdwn`${who}, ${plain(status)}: ${long(text)}`,
  'issue-resolved': ({ text }, who) =>
    text === '' ? mrkdwn`${who} resolved it.` : mrkdwn`${who} resolved it: ${long(text)}`,
  'stakeholders-told': ({ template, audience, channel }, who) =>
    mrkdwn`${who} sent ${named(template)}${audience === null ? mrkdwn`` : mrkdwn` for ${named(audience)}`} to ${channelLink(channel)}.`,
  'procedure-started': ({ title }, who) => mrkdwn`${who} started ${named(title)}.`,
  'issue-withdrawn': () => mrkdwn`Withdrawn: the item was opened again before anybody had taken the issue.`,
  'issue-item-corrected': ({ title }, who) => mrkdwn`${who} corrected ${named(title)}; the issue stays open.`,
  'role-handed-over': ({ role, from, to }) => mrkdwn`${named(role)} passed from ${someone(from)} to ${someone(to)}.`,
  'summary-frozen': ({ week }) => mrkdwn`The figures of ${plain(week)} were posted.`,
}

const closings: Readonly<Record<LedgerState, Mrkdwn>> = {
  open: mrkdwn`Still open.`,
  done: mrkdwn`Closed: everything was done.`,
  'done-late': mrkdwn`Closed: done, after its time.`,
  missed: mrkdwn`Closed with items open.`,
  excused: mrkdwn`Closed: excused.`,
  holiday: mrkdwn`Closed: a holiday.`,
  paused: mrkdwn`Closed: paused.`,
  'bot-down': mrkdwn`Closed: Rounds was not running at its time.`,
  'not-delivered': mrkdwn`Closed before Slack could show it.`,
}

const asking = {
  opened: mrkdwn``,
  'not-acknowledged': mrkdwn`: nobody had acknowledged it in time`,
  'not-resolved': mrkdwn`: it was not resolved in time`,
  'update-due': mrkdwn`: an update was due`,
} as const

function askedInWords(level: string, people: readonly Person[]): Mrkdwn {
  const title = titleInWords(level)
  // A person who stands for no role has a handle for a title.
  const isNamed = level.startsWith('@')
  if (people.length > 0) return mrkdwn`Asked ${mentions(people)}${title && !isNamed ? mrkdwn` (${title})` : mrkdwn``}`
  return title ? mrkdwn`Asked ${title}, for which nobody is named` : mrkdwn`Nobody is named to be asked`
}

/** `@maria entered Fridge: 4 °C`, or of what nobody types `Total came to $120`. */
function taken(title: string, reading: Reading, computed: true | undefined, who: Mrkdwn): Mrkdwn {
  return computed
    ? mrkdwn`${named(title)} came to ${readingText(reading)}`
    : mrkdwn`${who} entered ${named(title)}: ${readingText(reading)}`
}

function named(title: string): Mrkdwn {
  return truncate(plain(title), 150)
}

function someone(people: readonly Person[]): Mrkdwn {
  return people.length > 0 ? truncate(mentions(people), 300) : mrkdwn`nobody`
}

function long(text: string): Mrkdwn {
  return truncate(plain(text), 600)
}

function readingText(reading: Reading): Mrkdwn {
  return truncate(plain(reading.text), 200)
}

function because(note: string | null): Mrkdwn {
  return note === null || note.trim() === '' ? mrkdwn`` : mrkdwn` (${truncate(plain(note), 300)})`
}
