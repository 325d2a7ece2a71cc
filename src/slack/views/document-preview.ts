import type { KnownBlock } from '@slack/types'
import type { PlanDocument } from '../../domain/document.ts'
import type { PlanPreview, RitualAhead } from '../../domain/plan-preview.ts'
import { controls } from '../controls.ts'
import type { Drawing } from '../drawing.ts'
import { bold, channelLink, joined, type Mrkdwn, mention, mentions, mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayTime } from '../text/time.ts'
import { counted, sentence } from '../text/words.ts'
import { actions, button, context, linesAsSections, message, section } from './blocks.ts'
import { type DocumentViewState, documentName, fileButton, named } from './document-state.ts'
import { changesBlocks } from './plan-changes.ts'

/** What a document would be as a plan: nothing of it is in force. */
export function drawPreview(state: DocumentViewState, preview: PlanPreview): Drawing {
  const { document, viewer } = state
  const { rituals, sections, items } = preview.counts
  const parts = sections === 0 ? null : counted(sections, 'section')
  const counts = joined([counted(rituals, 'ritual'), parts, counted(items, 'item')], ', ')
  const head = mrkdwn`${bold(documentName(document))} as a plan: ${bold(named(preview.title))}`
  const left = preview.unplaced.length
  const unplaced = left === 0 ? mrkdwn`` : mrkdwn`; ${counted(left, 'line')} without a place in it`
  const nothing = mrkdwn`Nothing is in force before a plan admin applies it.`
  return message(
    mrkdwn`${documentName(document)} as a plan: ${named(preview.title)}, ${counts}${unplaced}. ${nothing}`,
    [
      ...(viewer === document.by
        ? []
        : [section(mrkdwn`${mention(document.by)} asks you to look this over and apply it.`)]),
      section(joined([head, mrkdwn`${sentence(counts)}. ${nothing}`], '\n')),
      context(whereAndWho(preview)),
      ...changesBlocks(preview.before),
      ...listOf(mrkdwn`When each falls due`, preview.rituals.map(ritualLine), shownRituals),
      ...listOf(mrkdwn`Chosen, since the document does not say`, preview.chosen.map(chosenLine), shownChosen),
      ...listOf(mrkdwn`Without a place in the plan`, preview.unplaced.map(unplacedLine), shownUnplaced),
    ],
    foot(state),
  )
}

const shownRituals = 25
const shownChosen = 12
const shownUnplaced = 10
const shownRoles = 8

function whereAndWho({ zone, channel, roles }: PlanPreview): Mrkdwn {
  const titles = roles.slice(0, shownRoles).map(({ title, name }) => truncate(plain(title || name), 60))
  const more = roles.length > shownRoles ? mrkdwn` and ${roles.length - shownRoles} more` : mrkdwn``
  return joined(
    [
      mrkdwn`Time zone ${plain(zone)}`,
      mrkdwn`channel ${channelLink(channel)}`,
      titles.length === 0 ? null : mrkdwn`roles ${joined(titles, ', ')}${more}`,
    ],
    ' · ',
  )
}

/** `• Morning round — every day at 09:00 New York · next Tue 17 Nov 09:00 · 12 items` */
function ritualLine({ title, every, nextAt, zone, items }: RitualAhead): Mrkdwn {
  return joined(
    [
      mrkdwn`• ${bold(named(title))} — ${truncate(plain(every), 200)}`,
      nextAt === null ? null : mrkdwn`next ${dayTime(nextAt, zone)}`,
      counted(items, 'item'),
    ],
    ' · ',
  )
}

function chosenLine({ at, value }: PlanPreview['chosen'][number]): Mrkdwn {
  return mrkdwn`• ${truncate(plain(at), 150)}: ${truncate(plain(value), 100)}`
}

function unplacedLine({ line, text, reason }: PlanPreview['unplaced'][number]): Mrkdwn {
  return mrkdwn`• line ${line}: “${truncate(plain(withoutMarks(text)), 120)}” — ${truncate(plain(reason), 150)}`
}

/** A line of Markdown as it is read. */
function withoutMarks(line: string): string {
  const text = line.replace(/^[\s#>]+/u, '').replace(/[*`]+|__/gu, '')
  return text.trim() === '' ? line : text
}

function listOf(title: Mrkdwn, lines: readonly Mrkdwn[], most: number): KnownBlock[] {
  if (lines.length === 0) return []
  const more = lines.length - most
  const rest = more > 0 ? [mrkdwn`and ${more} more, all of them in the file`] : []
  return linesAsSections([bold(mrkdwn`${title} (${lines.length})`), ...lines.slice(0, most), ...rest])
}

function foot({ document, viewer, mayApply, admins }: DocumentViewState): KnownBlock[] {
  const asked = document.shownTo.filter((person) => person !== document.by)
  const mayDiscard = mayApply || viewer === document.by
  const apply = button('Look it over and apply', { action: controls.applyDocument, value: document.id, primary: true })
  const ask = button('Ask a plan admin', { action: controls.askPlanAdmins, value: document.id, primary: true })
  return [
    ...actions(
      mayApply ? apply : asked.length > 0 || admins.length === 0 ? null : ask,
      fileButton(document),
      mayDiscard ? discardButton(document) : null,
    ),
    ...(mayApply ? [] : [context(whoMay(asked, admins))]),
  ]
}

function whoMay(asked: readonly string[], admins: readonly string[]): Mrkdwn {
  if (asked.length > 0) return mrkdwn`Asked ${mentions(asked)} to apply it. You will be told here.`
  if (admins.length === 0) return mrkdwn`Only a plan admin can apply it, and Rounds knows none yet.`
  return mrkdwn`Only a plan admin can apply it: ${mentions(admins.slice(0, 5))}.`
}

function discardButton({ id, fileName }: PlanDocument) {
  return button('Discard', {
    action: controls.discardDocument,
    value: id,
    confirm: {
      title: 'Discard this document?',
      text: `Nothing comes of ${fileName.slice(0, 150)}, and its text is forgotten.`,
      yes: 'Discard',
      no: 'Keep it',
    },
  })
}
