import { documentBytesMost, documentKeptDays } from '../../domain/document.ts'
import type { RefusalKind } from '../../domain/refusal.ts'
import { channelLink, joined, type Mrkdwn, mention, mrkdwn, plain, truncate, when } from '../text/mrkdwn.ts'
import { sentence, stopped } from '../text/words.ts'
import type { Sentences } from './refusals.ts'

type DocumentKind = Extract<
  RefusalKind,
  | `document-${string}`
  | 'nobody-administers'
  | 'plan-name-not-understood'
  | 'plan-name-taken'
  | 'plan-changed-meanwhile'
  | 'names-unknown'
  | 'bot-not-in-channel'
>

/** Why a document does not become a plan, and what to do about it. */
export const documentSentences: Sentences<DocumentKind> = {
  'document-empty': ({ name }) => mrkdwn`${named(name)} is empty. Please send it again with something in it.`,
  'document-too-large': ({ name, bytes }) =>
    mrkdwn`${named(name)} has ${kilobytes(bytes)} kB, and I read up to ${kilobytes(documentBytesMost)} kB. Please leave out what is no checklist, or send it in parts.`,
  'document-not-text': ({ name }) =>
    mrkdwn`${named(name)} is not text. Please save it as Markdown or plain text (.md or .txt) and send that.`,
  'document-not-downloaded': ({ name }) =>
    mrkdwn`Slack did not give me ${named(name)}. Please send it once more; if that fails again, ask whoever runs Rounds to look at \`rounds doctor\`.`,
  'document-not-understood': ({ name }) =>
    mrkdwn`Something in ${named(name)} broke my reading of it. Whoever runs Rounds finds in its log what that was; sent in parts, most of it can still be read.`,
  'document-says-nothing': ({ name, reason }) =>
    joined(
      [
        mrkdwn`I cannot make a plan of ${named(name)}. ${stopped(truncate(plain(reason), 600))}`,
        mrkdwn`Write headings such as “Every morning (9:00)” with a list of tasks under each, and send it again.`,
      ],
      ' ',
    ),
  'document-unknown': () => mrkdwn`I can no longer find this document. Please send it again.`,
  'document-settled': ({ name, state, by, at }, zone) => {
    const who = by === null ? mrkdwn`Nobody` : mention(by)
    const outcomes = {
      applied: mrkdwn`${who} applied ${named(name)} ${when(at, zone)}, so its plan is in force already.`,
      discarded: mrkdwn`${who} discarded ${named(name)} ${when(at, zone)}. To import it after all, send it again.`,
      expired: mrkdwn`${named(name)} was not applied within ${documentKeptDays} days, and its text is gone. Please send it again.`,
    }
    return outcomes[state]
  },
  'nobody-administers': () =>
    mrkdwn`Rounds knows no plan admin to ask. Whoever runs it can name some in ROUNDS_ADMINS.`,
  'plan-name-not-understood': ({ got }) =>
    mrkdwn`I cannot call a plan ${named(got)}. Use small letters, digits and hyphens, such as corner-shop.`,
  'plan-name-taken': ({ name }) =>
    mrkdwn`There is a plan called ${named(name)} already. The preview now says what this would change: close this form, look at it and apply it from there, or choose another name.`,
  'plan-changed-meanwhile': ({ title }) =>
    mrkdwn`Somebody changed ${named(title)} while you looked. The preview now says what is different: close this form, look at it and apply it from there.`,
  'names-unknown': ({ sentences }) =>
    joined(
      sentences.slice(0, 5).map((one) => sentence(stopped(truncate(plain(one), 300)))),
      ' ',
    ),
  'bot-not-in-channel': ({ channel }) =>
    mrkdwn`Rounds is not in ${channelLink(channel)}, so it could post nothing there. Type \`/invite @Rounds\` in that channel, then press the button again.`,
}

/** In quotes, so that a sentence that begins with it leaves its letters alone. */
function named(name: string): Mrkdwn {
  return mrkdwn`“${truncate(plain(name), 150)}”`
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000)
}
