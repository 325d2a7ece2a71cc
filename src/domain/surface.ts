/** Everything that Slack shows of Rounds. Each is one message for its life, drawn anew from the database. */
export const surfaces = [
  'checklist',
  'checklist-section',
  'checklist-reminder',
  'limit',
  'issue',
  'incident',
  'ask',
  'hand-over',
  'maintenance',
  'told',
  'report',
  'summary',
  'summary-detail',
  'document',
  'document-told',
  'home',
] as const
export type Surface = (typeof surfaces)[number]

/** What must be drawn again, and where. `subject` is the checklist, issue, week, document or person that it shows. */
export type Wish = {
  readonly surface: Surface
  readonly subject: string
  /** A channel ID; of Home and of a direct message, the person's ID. */
  readonly channel: string
  /** The message in whose thread it stands. */
  readonly thread?: { readonly surface: Surface; readonly subject: string; readonly channel: string }
  readonly urgency: Urgency
}

/** An incident goes before a person's click, and that before what is merely scheduled. Lower is sooner. */
export type Urgency = 0 | 1 | 2
export const urgencies = { incident: 0, click: 1, scheduled: 2 } as const satisfies Record<string, Urgency>
