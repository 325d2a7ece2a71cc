import type { PlanDocument } from '../../domain/document.ts'
import type { Drawing } from '../drawing.ts'
import { bold, channelLink, joined, listed, type Mrkdwn, mention, mrkdwn, timeForAll, when } from '../text/mrkdwn.ts'
import { counted, sentence } from '../text/words.ts'
import { actions, context, linesAsSections, message, section } from './blocks.ts'
import { drawPreview } from './document-preview.ts'
import { type AppliedFacts, type DocumentViewState, documentName, fileButton, named } from './document-state.ts'
import { refusalSentence } from './refusals.ts'

/** A document on its way to a plan, as one person sees it. */
export function drawDocument(state: DocumentViewState): Drawing | null {
  const { document, preview } = state
  const name = documentName(document)
  switch (document.state) {
    case 'fetching':
      return told(mrkdwn`Reading ${bold(name)} …`)
    case 'refused':
      return document.fault && told(sentence(refusalSentence(document.fault, state.zone)))
    case 'read':
      return preview && drawPreview(state, preview)
    case 'applied':
      return drawApplied(state)
    case 'discarded':
      return told(mrkdwn`${bold(name)} was discarded by ${by(document)}. Nothing came of it, and its text is gone.`)
    case 'expired':
      return told(
        mrkdwn`${bold(name)} was not applied in time, so its text is gone. To import it after all, send it again.`,
      )
  }
}

/** Edits notify nobody: what somebody else made of it, in a message of its own. */
export function drawDocumentTold({ document, applied, viewer }: DocumentViewState): Drawing | null {
  if (document.settled === null || document.settled.by === viewer) return null
  const name = bold(documentName(document))
  if (document.state === 'discarded') return told(mrkdwn`${by(document)} discarded ${name}.`)
  if (document.state !== 'applied' || applied === null) return null
  return told(
    mrkdwn`${by(document)} applied ${name}: ${bold(named(applied.title))} is in force. ${firstInWords(applied)}`,
  )
}

function drawApplied({ document, applied }: DocumentViewState): Drawing | null {
  const { became, settled } = document
  if (applied === null || became === null || settled === null) return null
  const head = mrkdwn`${bold(named(applied.title))} is in force: version ${became.version}, from ${documentName(document)}, applied by ${by(document)} ${when(settled.at, applied.first?.zone ?? 'UTC')}.`
  const places = mrkdwn`${sentence(counted(applied.rituals, 'ritual'))}. Checklists appear in ${channels(applied.channels)}.`
  return message(
    joined([head, places, firstInWords(applied)], ' '),
    [section(joined([head, mrkdwn`${places} ${firstInWords(applied)}`], '\n')), ...actions(fileButton(document))],
    [
      context(
        mrkdwn`To change it, send me a newer document and apply that under the same name. Or keep it as a file: among the plans of Rounds (ROUNDS_PLANS) the file holds, from the next start on.`,
      ),
    ],
  )
}

export function firstInWords({ first }: Pick<AppliedFacts, 'first'>): Mrkdwn {
  if (first === null) return mrkdwn`None falls due by itself: start them by hand, or set the launch they count from.`
  const { title, nextAt, zone } = first
  return mrkdwn`The first is ${bold(named(title))}, due ${timeForAll(nextAt, zone)}.`
}

function channels(ids: readonly string[]): Mrkdwn {
  const shown = ids.slice(0, shownChannels).map(channelLink)
  const more = ids.length - shown.length
  return listed(more > 0 ? [...shown, mrkdwn`${more} more`] : shown)
}

const shownChannels = 10

function by({ settled }: PlanDocument): Mrkdwn {
  return settled?.by ? mention(settled.by) : mrkdwn`Rounds`
}

function told(text: Mrkdwn): Drawing {
  return message(text, linesAsSections([text]))
}
