/** The tokens of `<!date^…>` in mrkdwn. */
export const mrkdwnDateTokens = [
  'date_num',
  'date',
  'date_short',
  'date_long',
  'date_pretty',
  'date_short_pretty',
  'date_long_pretty',
  'time',
  'time_secs',
  'ago',
] as const

export const richTextDateTokens = [...mrkdwnDateTokens, 'day_divider_pretty', 'date_slash', 'date_long_full'] as const

/** A format without a token tells nothing, which counts as unknown too. */
export function unknownTokens(format: string, known: readonly string[]): readonly string[] {
  const tokens = [...format.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name)
  return tokens.length === 0 ? [format] : tokens.filter((name) => !known.includes(name))
}
