import type { PlanDocument } from '../../domain/document.ts'
import type { Person } from '../../domain/plan.ts'
import type { PlanPreview, RitualAhead } from '../../domain/plan-preview.ts'
import { controls } from '../controls.ts'
import { type Mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { button } from './blocks.ts'

export type DocumentViewState = {
  readonly document: PlanDocument
  /** In whose messages it stands. */
  readonly viewer: Person
  readonly mayApply: boolean
  /** Who may, of every plan. */
  readonly admins: readonly Person[]
  /** Null of one that has no text any more. */
  readonly preview: PlanPreview | null
  /** What it became, as it was then. */
  readonly applied: AppliedFacts | null
  /** Where Slack cannot tell a time in the reader's own. */
  readonly zone: string
}

export type AppliedFacts = {
  readonly title: string
  readonly rituals: number
  readonly channels: readonly string[]
  readonly first: (RitualAhead & { readonly nextAt: Date }) | null
}

export function documentName({ fileName }: PlanDocument): Mrkdwn {
  return named(fileName)
}

export function fileButton({ id }: PlanDocument) {
  return button('Get it as a file', { action: controls.documentFiles, value: id })
}

export function named(typed: string): Mrkdwn {
  return truncate(plain(typed), 150)
}
