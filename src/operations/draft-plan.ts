import type { DraftPlan, PlanChoices } from '../domain/document.ts'
import { chosenIn } from '../plans/import/chosen.ts'
import { importDocument } from '../plans/import/import.ts'

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
