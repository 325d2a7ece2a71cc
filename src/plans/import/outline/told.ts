/** `Owner: Technical lead` and the like: what a part tells of itself. */
export type Told = {
  readonly line: number
  readonly name: Name
  readonly value: string
  /** The whole line. */
  readonly text: string
}

const names = {
  owner:
    /^(?:owners?|owned by|document owner|responsible(?: party| person| team)?|assigned(?: to)?|assignee|lead|performed by role|verantwortlich\w*|zuständig\w*|responsables?)$/iu,
  frequency: /^(?:frequency|how often|cadence|schedule|recurrence|interval|häufigkeit|turnus|intervall|fréquence)$/iu,
  when: /^(?:when|due|day|zeitpunkt|quand)$/iu,
  time: /^(?:time|time of day|zeit|uhrzeit|heure)$/iu,
  takes: /^(?:duration|time required|estimated time|estimated duration|time needed|est\.? time|dauer|durée)$/iu,
  participants: /^(?:participants?|attendees|who|teilnehmer|involved)$/iu,
  version: /^(?:version|document version|revision)$/iu,
  updated: /^(?:last updated?|updated|last revised|last modified|last reviewed|stand|dernière mise à jour)$/iu,
  review: /^(?:next review|review date|review by|review due|next review date)$/iu,
  'review-schedule': /^(?:review schedule|review cycle|reviewed)$/iu,
  focus: /^(?:focus|objective|objectives|goal)$/iu,
  monitoring: /^(?:monitoring|monitoring level|coverage)$/iu,
  respond: /^(?:response|response time|respond|first response|acknowledge(?:ment)?|reaktionszeit)$/iu,
  resolve: /^(?:resolution|resolution time|resolve|fix|target resolution|lösungszeit)$/iu,
  escalate: /^(?:escalat(?:e|ion)(?: to)?|notify|contact|eskalation)$/iu,
  email: /^(?:e-?mail)$/iu,
  phone: /^(?:phone|tel\.?|telephone|mobile|cell|pager)$/iu,
  channel: /^(?:channel|slack(?: channel)?)$/iu,
  zone: /^(?:time ?zone|zeitzone)$/iu,
} as const satisfies Readonly<Record<string, RegExp>>

export type Name = keyof typeof names

/** Null where the line tells nothing of the part it stands in, or leaves it to be filled in. */
export function toldBy(text: string, line: number): Told | null {
  const match = /^([^:]{2,40}?)\s*:\s+(\S.*)$/u.exec(text)
  const [, label = '', value = ''] = match ?? []
  const name = (Object.keys(names) as Name[]).find((one) => names[one].test(label.trim()))
  return name === undefined || /_{2,}|[\u2610\u25A1]/u.test(value) ? null : { line, name, value: value.trim(), text }
}

export function toldOf(told: readonly Told[], ...wanted: readonly Name[]): Told | null {
  return told.find(({ name }) => wanted.includes(name)) ?? null
}
