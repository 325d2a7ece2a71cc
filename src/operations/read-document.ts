import {
  type DraftPlan,
  documentBytesMost,
  type PlanChoices,
  type StartingChoices,
  startingFrom,
} from '../domain/document.ts'
import type { Refusal } from '../domain/refusal.ts'
import { chosenIn } from '../plans/import/chosen.ts'
import { importDocument } from '../plans/import/import.ts'
import { isText } from '../plans/import/repair/not-text.ts'
import { repaired } from '../plans/import/repair/repair.ts'

export type ReadDocument = { readonly source: string; readonly choices: PlanChoices; readonly draft: DraftPlan }

/** The text as its author wrote it, and what it is as a plan; or why it is none. */
export function readDocument(
  name: string,
  content: Uint8Array | string,
  starting: StartingChoices,
): ReadDocument | { readonly fault: Refusal } {
  if (content.length > documentBytesMost) return { fault: { kind: 'document-too-large', name, bytes: content.length } }
  if (typeof content !== 'string' && !isText(content)) return { fault: { kind: 'document-not-text', name } }
  const source = repaired(content)
  if (source.trim() === '') return { fault: { kind: 'document-empty', name } }
  const draft = draftPlan(source, { fileName: name })
  if ('reason' in draft) return { fault: { kind: 'document-says-nothing', name, reason: draft.reason } }
  const choices = choicesFor(draft, starting)
  const isOpen = Object.keys(choices).length > 0
  const chosen = isOpen ? draftPlan(source, { ...choices, fileName: name }) : draft
  return { source, choices, draft: 'reason' in chosen ? draft : chosen }
}

/** What a document is as a plan with these choices, or why it is none. */
export function draftPlan(
  source: string,
  choices: PlanChoices & { readonly fileName: string },
): DraftPlan | { readonly reason: string } {
  const imported = importDocument(source, choices)
  if ('reason' in imported) return imported
  const { plan, yaml, counts, unplaced } = imported
  return { plan, file: yaml, counts, unplaced, chosen: chosenIn(yaml) }
}

/** What the document itself leaves open is chosen by where its sender is. */
function choicesFor({ chosen }: DraftPlan, { channel, timezone }: StartingChoices): PlanChoices {
  const isOpen = (key: string) => chosen.some(({ at }) => at === key)
  return startingFrom({
    channel: isOpen('channel') ? (channel ?? null) : null,
    timezone: isOpen('timezone') ? (timezone ?? null) : null,
  })
}
