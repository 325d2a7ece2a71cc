import { format } from 'date-fns/format'
import { isValid } from 'date-fns/isValid'
import { parse } from 'date-fns/parse'

const forms = [
  'yyyy-MM-dd',
  'MMMM d, yyyy',
  'MMMM d yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'd MMM yyyy',
  'yyyy/MM/dd',
  'dd.MM.yyyy',
  'MM/dd/yyyy',
] as const

/** A day as people write it; null of a month alone or of anything else. */
export function dateIn(text: string): string | null {
  const bare = text.replace(/(\d)(?:st|nd|rd|th)\b/gu, '$1').trim()
  const found = forms.map((form) => parse(bare, form, midnight)).find(isValid)
  return found && found.getFullYear() > 1970 ? format(found, 'yyyy-MM-dd') : null
}

const midnight = new Date(2000, 0, 1)
