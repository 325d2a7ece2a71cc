import type { ItemState } from './checklist.ts'
import type { Action } from './permission.ts'
import type { Person } from './plan.ts'

/** Every reason for which Rounds says no. Each is a true statement; its sentence is written with the other texts. */
export type Refusal =
  | {
      readonly kind: 'item-already-settled'
      readonly title: string
      readonly state: Exclude<ItemState, 'open'>
      readonly by: Person
      readonly at: Date
    }
  | { readonly kind: 'item-not-settled'; readonly title: string }
  | { readonly kind: 'item-unknown' }
  | { readonly kind: 'item-needs-reading'; readonly title: string }
  | { readonly kind: 'item-is-computed'; readonly title: string; readonly from: readonly string[] }
  | { readonly kind: 'reading-not-understood'; readonly title: string; readonly wants: string; readonly got: string }
  | { readonly kind: 'items-still-open'; readonly count: number }
  | { readonly kind: 'already-signed-off'; readonly by: Person; readonly at: Date }
  | { readonly kind: 'checklist-unknown' }
  | { readonly kind: 'issue-unknown' }
  | { readonly kind: 'already-acknowledged'; readonly by: Person; readonly at: Date }
  | { readonly kind: 'already-resolved'; readonly by: Person | null; readonly at: Date }
  | { readonly kind: 'issue-withdrawn' }
  | { readonly kind: 'not-permitted'; readonly action: Action; readonly ask: readonly Person[] }
  | { readonly kind: 'external-member' }
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'ritual-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'plan-retired'; readonly title: string; readonly at: Date }
  | { readonly kind: 'last-plan-retired'; readonly title: string; readonly at: Date; readonly issues: number }
  | { readonly kind: 'procedure-unknown'; readonly name: string }
  | { readonly kind: 'ritual-already-open'; readonly title: string }
  | { readonly kind: 'nothing-written' }
  | { readonly kind: 'fact-left-out' }
  | { readonly kind: 'minutes-not-understood'; readonly got: string }
  | { readonly kind: 'launch-not-understood'; readonly got: string }
  | { readonly kind: 'document-empty'; readonly name: string }
  | { readonly kind: 'document-too-large'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'document-not-text'; readonly name: string }
  | { readonly kind: 'document-not-downloaded'; readonly name: string }
  | { readonly kind: 'document-not-understood'; readonly name: string }
  | { readonly kind: 'document-says-nothing'; readonly name: string; readonly reason: string }
  | { readonly kind: 'document-unknown' }
  | {
      readonly kind: 'document-settled'
      readonly name: string
      readonly state: 'applied' | 'discarded' | 'expired'
      readonly by: Person | null
      readonly at: Date
    }
  | { readonly kind: 'nobody-administers' }
  | { readonly kind: 'plan-name-not-understood'; readonly got: string }
  | { readonly kind: 'plan-name-taken'; readonly name: string }
  | { readonly kind: 'plan-changed-meanwhile'; readonly title: string }
  | { readonly kind: 'names-unknown'; readonly sentences: readonly string[] }
  | { readonly kind: 'bot-not-in-channel'; readonly channel: string }

export type RefusalKind = Refusal['kind']
