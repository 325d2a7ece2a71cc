/** Ids made from section, group and title: they survive a new order, and a second of the same name gets a number. */
export function itemIds(places: readonly { section: string; group: string | null; title: string }[]): string[] {
  const taken = new Set<string>()
  return places.map(({ section, group, title }) => {
    const base =
      [section, group ?? '', title]
        .map(slug)
        .filter((part) => part !== '')
        .join('.') || 'item'
    let id = base
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
    taken.add(id)
    return id
  })
}

/** A text as part of an id. Accents may come and go; the vowel signs of other scripts tell words apart. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
