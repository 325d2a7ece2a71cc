/** How often, in a word: two phrases of one rhythm differ only in the day or the time. */
export function rhythmOf(every: string): string {
  if (/^on demand|^on \d/u.test(every)) return every
  if (/^T\+/u.test(every)) return 'launch'
  if (/^\d+ (?:minutes|hours)|^cron/u.test(every)) return 'minutes'
  if (/^(?:day|weekday) at/u.test(every)) return 'day'
  if (/year|January|February|March|April|May|June|July|August|September|October|November|December/u.test(every))
    return 'year'
  if (/quarter/u.test(every)) return 'quarter'
  if (/month/u.test(every)) return 'month'
  return 'week'
}
