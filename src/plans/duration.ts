const minutesIn = { w: 7 * 24 * 60, d: 24 * 60, h: 60, m: 1 } as const

/** Minutes of `15m`, `2h`, `1d`, `1w` or `1h30m`; null where the text is no duration. */
export function parseDuration(text: string): number | null {
  const match = /^(?:(\d{1,4})w)?(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?$/.exec(text.trim().toLowerCase())
  if (!match || match[0] === '') return null
  const [weeks, days, hours, minutes] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return weeks * minutesIn.w + days * minutesIn.d + hours * minutesIn.h + minutes
}

/** The shortest text that `parseDuration` reads back. */
export function printDuration(minutes: number): string {
  let rest = minutes
  let text = ''
  for (const [unit, length] of Object.entries(minutesIn)) {
    const count = Math.floor(rest / length)
    // Whole weeks only: `8d` reads better than `1w1d`.
    if (count === 0 || (unit === 'w' && rest % length !== 0)) continue
    text += `${count}${unit}`
    rest -= count * length
  }
  return text || '0m'
}
