import type { Part } from '../outline/part.ts'
import { isTask } from '../reading/words.ts'
import { asks, hasBoxes, within } from '../rituals/having.ts'
import { isTimed } from '../rituals/timed.ts'

/** What a heading is about, where that is no work to be done. */
export type Subject = 'targets' | 'practices' | 'documents' | 'template' | 'contents' | 'people'

const headings: Readonly<Record<Subject, RegExp>> = {
  targets:
    /\b(?:success (?:metrics|criteria)|performance targets|kpis?|key metrics|goals?|targets?|objectives|slos?)\b/iu,
  practices:
    /\b(?:best practices|do['’]?s(?: and don['’]?ts)?|don['’]?ts|philosophy|principles|guidelines|tips|golden rules|required skills|bonnes pratiques|grundsätze)\b/iu,
  documents:
    /^(?:documentation|references?|related (?:documents?|documentation)|resources|further reading|see also|links|documents?|appendix)$/iu,
  contents: /^(?:(?:table of )?contents|toc|inhalt(?:sverzeichnis)?|sommaire|table des matières)$/iu,
  people:
    /^(?:roles?(?: (?:and|&) responsibilities)?|contacts?(?: list)?|important numbers|who(?: is|['’]s)? who|who does what|who to call|people|the team|ansprechpartner\w*|meldewege|zuständigkeiten|qui appeler|contacts utiles|numéros utiles)$/iu,
  template:
    /\b(?:communication|notification|e-?mail|message|announcement|status(?: update)?|stakeholder)\b.*\btemplates?\b/iu,
}

export function subjectOf(part: Part): Subject | null {
  if (part.kind === 'document') return null
  const title = part.title.trim()
  const found = (Object.keys(headings) as Subject[]).find((subject) => headings[subject].test(title))
  if (!found) return null
  if (found === 'template' || found === 'contents') return found
  // What is to be ticked, filled in or done at a time is a checklist, whatever its heading says.
  const all = within({ ...part, parts: part.parts.filter(({ title }) => !/^(?:if|when)\b/iu.test(title)) })
  if (!all.some(({ body }) => body.some((block) => 'text' in block))) return null
  if (hasBoxes(part) || all.some(isTimed)) return null
  if (all.some(({ body }) => body.some(({ kind }) => kind === 'code' || kind === 'table'))) return null
  if (found === 'documents' && part.parts.length > 0) return null
  // A list of things to do is no list of what holds.
  if (all.some(({ body }) => body.some((block) => block.kind === 'entry' && asks(block.text)))) return null
  const entries = all.flatMap(({ body }) => body.flatMap((block) => (block.kind === 'entry' ? [block.text] : [])))
  const tasks = found !== 'practices' && entries.filter(isTask).length * 2 > entries.length
  return tasks ? null : found
}
