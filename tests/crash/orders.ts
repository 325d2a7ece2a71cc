import type { Death } from './children/death.ts'

/** What a test tells a bot that runs in a process of its own. */
export type Order =
  /** A lease lasts for a minute and a half of the database's clock, which no test can move: here it is said to be over. */
  | { readonly kind: 'begin'; readonly at: string; readonly leasesAreOver: boolean }
  | { readonly kind: 'clock'; readonly at: string }
  | { readonly kind: 'beat' | 'settle' | 'report' | 'stop' }
  /** Nothing is claimed for delivery from now on. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'arm'; readonly death: Death }
  | { readonly kind: 'sql'; readonly text: string }

export type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string }

/** What one process did of the team's work: checklists that it opened, clicks on them, and calls to Slack. */
export type Report = Readonly<Record<'checklists' | 'clicks' | 'posted' | 'updated' | 'adopted', number>>
