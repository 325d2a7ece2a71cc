import { type Part, rankOf } from '../outline/part.ts'
import { isBlank } from '../reading/blank.ts'
import { hasItems, isForm } from './having.ts'
import { isBareHeading } from './said.ts'

/**
 * What has a heading of its own is a section; lists within lists and what stands loose are not. A label that says no more
 * than that tasks follow is none either, and a form is one by itself wherever it stands.
 */
export function partsOf(part: Part): { readonly loose: Part; readonly inner: readonly Part[] } {
  const own = part.parts.filter((one) => (one.rank <= rankOf.bold || one.kind === 'task') && hasItems(one))
  const labels = own.length === 0 && part.body.every(({ kind }) => kind === 'said') ? labelled(part) : []
  const inner = [...own, ...labels].flatMap((one) => (isTransparent(one) ? one.parts.filter(hasItems) : withForms(one)))
  return {
    loose: { ...part, told: [], parts: part.parts.filter((one) => !own.includes(one) && !labels.includes(one)) },
    inner,
  }
}

/** Labels of a fence are sections where nothing else parts it. */
function labelled(part: Part): readonly Part[] {
  const labels = part.parts.filter(
    (one) => one.kind === 'label' && hasItems(one) && !isBareHeading(one.title) && !isList(one),
  )
  return labels.length > 1 ? labels : []
}

/** "Major achievements:" over three blanks is one item. */
function isList({ body, parts }: Part): boolean {
  return parts.length === 0 && body.every((block) => block.kind === 'entry' && isBlank(block.text))
}

function isTransparent({ kind, body, parts, timing }: Part): boolean {
  return (
    kind === 'label' &&
    body.length === 0 &&
    timing.span === null &&
    timing.at.length === 0 &&
    parts.some(hasItems) &&
    parts.every((one) => one.kind === 'task' || one.kind === 'heading')
  )
}

function withForms(part: Part): readonly Part[] {
  const forms = part.body.some(({ kind }) => kind === 'entry') ? part.parts.filter(isForm) : []
  return forms.length === 0 || !hasItems({ ...part, parts: part.parts.filter((one) => !forms.includes(one)) })
    ? [part]
    : [{ ...part, parts: part.parts.filter((one) => !forms.includes(one)) }, ...forms]
}
