const hidden = '(not shown)'

/** A copy without secrets: tokens of any kind, also those inside texts, and the tickets of socket URLs. */
export function withoutTokens<T>(value: T): T {
  const replacer = (key: string, one: unknown) =>
    typeof one !== 'string' ? one : key === 'token' ? hidden : withoutTokensInside(one)
  return JSON.parse(JSON.stringify(value, replacer)) as T
}

const withoutTokensInside = (text: string): string =>
  text.replaceAll(/\bx(?:ox[a-z]|app)-[\w-]+/g, hidden).replaceAll(/\bticket=[\w-]+/g, `ticket=${hidden}`)
