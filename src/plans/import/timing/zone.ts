import { isZone } from '../../../domain/cadence/time.ts'

const named: readonly (readonly [RegExp, string])[] = [
  [/\b(?:EST|EDT|ET|Eastern)\b/u, 'America/New_York'],
  [/\b(?:CST|CDT|CT|Central)\b/u, 'America/Chicago'],
  [/\b(?:MST|MDT|MT|Mountain)\b/u, 'America/Denver'],
  [/\b(?:PST|PDT|PT|Pacific)\b/u, 'America/Los_Angeles'],
  [/\b(?:CET|CEST|MEZ|MESZ)\b/u, 'Europe/Paris'],
  [/\b(?:BST|London)\b/u, 'Europe/London'],
  [/\b(?:UTC|GMT)\b/u, 'UTC'],
]

/** The time zone that a text names; null where it names none. */
export function zoneIn(text: string): string | null {
  const exact = text.match(/[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+/gu)?.find(isZone)
  return exact ?? named.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
