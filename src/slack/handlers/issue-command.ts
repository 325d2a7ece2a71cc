import type { Issue } from '../../domain/issue.ts'
import { type Severity, severities } from '../../domain/severity.ts'
import { findIssueByNumber, openIssues } from '../../store/issues.ts'
import type { Scope } from '../../store/scope.ts'
import type { IssueForm } from './forms.ts'

/** What may be asked of an issue in words: `resolve 3`, `ack #3`, `update`. */
export type IssueCommand = { readonly does: IssueForm | 'acknowledge'; readonly number: number | null }

const verbs: Readonly<Record<string, IssueCommand['does']>> = {
  resolve: 'resolve',
  close: 'resolve',
  update: 'update',
  ack: 'acknowledge',
  acknowledge: 'acknowledge',
  status: 'view',
  show: 'view',
}

/** Only where there is nothing else: `update server is down` tells of an incident. */
const wholeCommand = new RegExp(
  `^(${Object.keys(verbs).join('|')})(?:(?:\\s+(?:issue|incident))?\\s+#?(\\d{1,9}))?$`,
  'iu',
)

export function issueCommandIn(typed: string): IssueCommand | undefined {
  const [, verb = '', number] = wholeCommand.exec(typed) ?? []
  const does = verbs[verb.toLowerCase()]
  return does && { does, number: number === undefined ? null : Number(number) }
}

/** What is declared, and the severity that was typed before it; null where none was. */
export type TypedDeclaration = {
  readonly title: string
  readonly severity: Severity
  readonly said: string | null
}

const severityFirst = /^(p\d{1,3})(?:(?:\s*[:,–—-]\s*|\s+)(.+))?$/isu

/** At night nothing is asked back: without a severity that exists it is a P0, with all that was typed as its title. */
export function declarationIn(typed: string): TypedDeclaration {
  const [, word = null, rest] = severityFirst.exec(typed) ?? []
  const said = word?.toUpperCase() ?? null
  const severity = severities.find((one) => one === said)
  return severity ? { title: rest ?? typed, severity, said } : { title: typed, severity: 'P0', said }
}

export function asksForList(typed: string): boolean {
  return /^list(\s+(all|open|issues|incidents))?$/iu.test(typed)
}

/** The issue that is meant: by its number, else the only one that is open. Otherwise those to choose from. */
export async function issueMeant(
  scope: Scope,
  number: number | null,
): Promise<{ readonly issue: Issue } | { readonly open: readonly Issue[] }> {
  const named = number === null ? undefined : await findIssueByNumber(scope, number)
  if (named) return { issue: named }
  const open = await openIssues(scope)
  const [only, ...more] = open
  return number === null && only && more.length === 0 ? { issue: only } : { open }
}
