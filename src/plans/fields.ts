import { z } from 'zod'
import type { Cadence, Weekday } from '../domain/cadence/cadence.ts'
import { parseCadence, weekdaysNamed } from '../domain/cadence/phrase.ts'
import { parseWallTime } from '../domain/cadence/phrase-times.ts'
import { isDate, isZone } from '../domain/cadence/time.ts'
import { parseLaunch } from '../domain/calendar.ts'
import { nearest } from '../domain/nearest.ts'
import { partsOfTime } from '../domain/reading/amount.ts'
import { severities } from '../domain/severity.ts'
import { parseDuration } from './duration.ts'

/** Each field of the plan language: what may stand there, and the sentence for what may not. */

const longestText = 3000

/** One line. */
export const line = z
  .string({ error: 'must be text' })
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'is empty').max(300, 'must be at most 300 characters long'))

/** Several lines. */
export const prose = z
  .string({ error: 'must be text' })
  .transform((text) => text.trim())
  .pipe(z.string().min(1, 'is empty').max(longestText, `must be at most ${longestText} characters long`))

export const name = z
  .string({ error: 'must be text' })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens, such as morning-checklist')
  .max(60, 'must be at most 60 characters long')

export const date = z.string({ error: 'must be a date' }).refine(isDate, 'must be a date such as 2026-03-06')

export const yesOrNo = z
  .enum(['true', 'false', 'yes', 'no'], { error: 'must be true or false' })
  .transform((word) => word === 'true' || word === 'yes')

export const severity = z.enum(severities, { error: `must be one of ${severities.join(', ')}` })

export const holidayRule = z.enum(['skip', 'next-working-day', 'keep'], {
  error: 'must be skip, next-working-day or keep',
})

/** A handle or a name as Slack shows it, which may have spaces; or a member ID. */
export const person = z
  .string({ error: 'must be a person' })
  .transform((text) => text.replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .max(81, 'must be at most 80 characters long')
      .regex(/^(@[^\s@,]+( [^\s@,]+)*|[UW][A-Z0-9]{6,})$/, 'must be a person such as "@maria" or "@Maria Silva"'),
  )

/** A user group of the workspace. */
export const group = z
  .string({ error: 'must be a user group' })
  .regex(/^(@[^\s@,]{1,80}|S[A-Z0-9]{6,})$/, 'must be a user group such as "@support"')

export const place = z
  .string({ error: 'must be a channel' })
  .regex(/^(#[^\s#,]{1,80}|[CDG][A-Z0-9]{6,})$/, 'must be a channel such as "#ops"')

export const wallTime = parsed(parseWallTime, 'must be a time of the 24 hour clock, such as "09:00"')

/** T+0: `2026-12-01T09:00`, or the day alone. */
export const launch = z.string({ error: 'must be a day and a time' }).transform((text, context) => {
  const read = parseLaunch(text)
  if (read === null) context.addIssue('must be a day and a time such as 2026-12-01T09:00')
  return read ?? z.NEVER
})

/** Names of days, `Sunday to Thursday` among them. */
export const workingDays = z
  .preprocess((said) => (typeof said === 'string' ? [said] : said), z.array(z.string({ error: 'must be days' })))
  .transform((said, context): readonly Weekday[] => {
    const days = said.length === 0 ? null : weekdaysNamed(said.join(', '))
    if (days === null) context.addIssue('must be days such as [Monday, Tuesday] or Sunday to Thursday')
    return days ?? z.NEVER
  })

export const duration = parsed(
  parseDuration,
  'must be a length of time such as 15m, 2h, 1d or 1h30m',
  durationMeant,
).refine((minutes) => minutes > 0, 'must be longer than nothing')

/** `: write 20m` of `20 min` or `every 20 minutes`. */
function durationMeant(text: string): string {
  const parts = partsOfTime(text.trim().replace(/^every\s+/iu, ''))
  const meant = parts?.map(({ amount, unit }) => `${amount}${unit === 'min' ? 'm' : unit}`).join('')
  return meant === undefined || parseDuration(meant) === null ? '' : `: write ${meant}`
}

/** A stretch of a procedure, such as `0m to 15m`. */
export const phase = parsed((text) => {
  const [from, to, more] = text.split(/\s+to\s+/).map(parseDuration)
  if (from === undefined || from === null || to === undefined || to === null || more !== undefined) return null
  return from < to ? { fromMinutes: from, toMinutes: to } : null
}, 'must be a stretch of time since the start, such as 0m to 15m')

export const zone = z.string({ error: 'must be a time zone' }).transform((text, context) => {
  if (isZone(text)) return text
  const known = Intl.supportedValuesOf('timeZone')
  const found = known.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
  if (found) return found
  const meant =
    nearest(text, known) ??
    nearest(
      text,
      known.map((candidate) => candidate.split('/').at(-1) ?? ''),
    )
  const whole = known.find((candidate) => candidate === meant || candidate.endsWith(`/${meant}`))
  context.addIssue(`must be an IANA time zone such as Europe/Paris${whole ? `: did you mean ${whole}?` : ''}`)
  return z.NEVER
})

/** One phrase, or a list of them. */
export const cadence = z.unknown().transform((said, context): Cadence => {
  const phrases = Array.isArray(said) ? said : [said]
  const parts = phrases.flatMap((phrase: unknown, index) => {
    const path = Array.isArray(said) ? [index] : []
    const read = typeof phrase === 'string' ? parseCadence(phrase) : null
    if (read?.ok) return read.cadence
    if (!read) {
      context.addIssue({ code: 'custom', message: 'must be a phrase such as "day at 09:00"', path })
      return []
    }
    const { fault } = read
    const suggestion = fault.suggestion === undefined ? '' : `: perhaps "${fault.suggestion}"`
    const first = fault.firstOn === undefined ? '' : `, with the date of your first one in place of ${fault.firstOn}`
    context.addIssue({ code: 'custom', message: fault.message + suggestion + first, path, params: { at: fault.at } })
    return []
  })
  if (phrases.length === 0) context.addIssue('must be at least one phrase such as "day at 09:00"')
  return parts
})

/** `remedy` is what a text that cannot be read may have meant; empty where nobody can tell. */
function parsed<T>(parse: (text: string) => T | null, message: string, remedy: (text: string) => string = () => '') {
  return z.string({ error: message }).transform((text, context): T => {
    const value = parse(text)
    if (value === null) context.addIssue(message + remedy(text))
    return value ?? z.NEVER
  })
}
