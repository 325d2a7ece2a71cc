/** A name in the language of plans, made from words: small letters, digits and hyphens. */
export function nameIn(text: string, otherwise = 'plan'): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/gu, 'ss')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/^1st\b/u, 'first')
    .replace(/^2nd\b/u, 'second')
    .replace(/^3rd\b/u, 'third')
    .replace(/^(\d+)(?:st|nd|rd|th)\b/u, 'day $1')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+|-+$/gu, '')
  const short = name.length <= 48 ? name : name.slice(0, 48).replace(/-[^-]*$/u, '')
  return short === '' ? otherwise : short
}

/** Names of which each is given once: the second of its kind gets a number. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let number = 2; taken.has(own); number++) own = `${name}-${number}`
    taken.add(own)
    return own
  })
}
