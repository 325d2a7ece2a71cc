/** What makes a file no plan, by name: `--json` prints it, and the manual lists it. */
export const faultRules = {
  file: 'the file cannot be read',
  yaml: 'the file is not YAML',
  misread: 'YAML reads a line otherwise than it looks: `>95`, `@maria`, `#ops`, a second colon',
  alias: 'a value begins with `*`',
  anchor: 'a value begins with `&`',
  tag: 'a value begins with `!`',
  key: 'a key is no plain text',
  'repeated-key': 'a key is given twice, a severity among them',
  empty: 'a key, or a line of a list, has no value',
  'too-large': 'the file is longer than 512 KB',
  'too-deep': 'the file is nested too deeply',
  missing: 'a key that has to be there is missing',
  'unknown-key': 'there is no such key',
  shape: 'a list or keys with values are missing where they belong',
  value: 'a value cannot be read',
  name: 'a name is not in small letters, digits and hyphens, or is given twice, be it to the plans of two files',
  content: 'a plan, a ritual, a section or a contact has too little or too much in it',
  role: 'a role is held in two ways at once, or in half a way',
  item: 'an item, its kind, its target or what is counted from it cannot be read',
  'for-each': 'what is repeated names nothing, the same twice or a place that is misspelt',
  'unknown-role': 'an owner or a level of the escalation is neither a role of the plan nor a person',
  'unknown-calendar': 'a calendar is named that the plan does not have',
  'unknown-procedure': 'a severity names a procedure that the plan does not have',
  'unknown-item': 'a reading is counted from, or measured by, an item that is not there',
  'unknown-field': 'a template or a report has a field that nothing fills in',
} as const

/** What is allowed and probably not meant. */
export const warningRules = {
  comment: 'YAML leaves out what stands behind a `#` in a text',
  'reading-as-check': 'a check has a title that is written as a reading, in one pair of quotes for instance',
  'no-owner': 'nobody owns a ritual, or anything',
  'empty-role': 'nobody has a role',
  'unused-role': 'nothing in the plan needs a role',
  cover: 'two people stand in for a rotation on the same day',
  clocks:
    'a response comes after its resolution, a lesser severity is handled before a worse one, a target promises more than the clocks, or a reading has another limit than they',
  'two-targets': 'one figure has two targets: in two rituals, in a reading and in `targets`, or in two lines of those',
  'item-limits':
    'in one item a value that meets the target, today or from a later day on, is critical, a stretch misses it, nothing can reach a limit, or a warning is for the better values or for none, or worse than what is critical',
  'status-order': 'the words of a status stand from bad to good, and they are read from good to bad',
  alerts: 'what an alert names comes first under a worse severity, or has another limit in a reading',
  'severity-twice': 'two severities have the same name',
  'first-level': 'the first level of the escalation has a rule, and is asked at once',
  'tight-window': 'a ritual takes longer than it is open, or a procedure has phases beyond its limit',
  parts: 'the sections of a ritual take longer together than the ritual does',
  'pile-up': 'more rituals want a person at one minute of the next four weeks than one can do',
  overload:
    'a person has more than 40 hours of rituals in one of the next four weeks, 8 for each day that one takes, or more than the `hours` of the role',
  'flooded-channel':
    'more than 5 cards in 15 minutes, or more than 10 in an hour, come to a channel in the next four weeks',
  minutes: 'a phase or a cadence of days begins or ends minutes after the launch, where months may be meant',
  'never-due': 'nothing makes a cadence fall due, or a phase begin',
  phases: 'a phase begins a day or more before another is over, or days between two of them belong to neither',
  over: 'a cadence falls due no more',
  'no-launch': 'a ritual, a phase, a hand-over, a maintenance, the summary or a later target waits for a launch',
  'launch-holiday': 'the launch is on a holiday',
  holiday: 'a ritual falls on a holiday of the next 12 months, and nothing says what then',
  'holidays-over': 'every holiday of a calendar is over',
  'unused-calendar': 'nothing in the plan goes by a calendar',
  'skipped-hour': 'the clocks skip a due time of the next 12 months',
  'repeated-hour': 'a due time of the next 12 months comes twice, when the clocks go back',
  'review-overdue': 'the day of the review is past',
  'empty-place': 'no `for-each` fills in a place such as `{each}`',
  'report-field': 'a field of a report names several items, or an item that is titled as a fact of the report',
  'summary-often': 'the summary is posted more than once a week',
} as const

export type FaultRule = keyof typeof faultRules
export type WarningRule = keyof typeof warningRules
export type Rule = FaultRule | WarningRule
