/** What a maintenance document asks in one of its parts, read with the eye of a person in a hurry. */
export type Wanted = {
  readonly section: string
  readonly group: string | null
  readonly title: string
  readonly kind: string
  readonly unit: string | null
  readonly target: string
}

/** Every box of a part, from its heading to the line that ends it. */
export function boxesOf(document: string, heading: string): Wanted[] {
  const start = document.indexOf(`\n### ${heading}`)
  const part = document.slice(start, document.indexOf('\n---', start))
  let section = ''
  let group: string | null = null
  const wanted: Wanted[] = []
  for (const line of part.split('\n').map((text) => text.trim())) {
    const title = /^\*\*(?:\d+\. )?(.+?):?\*\*$/.exec(line)
    if (title) {
      section = title[1] as string
      group = null
    } else if (/^[A-Z][\w/ -]+[:?]$/.test(line)) group = line.replace(/:$/, '')
    else if (line.startsWith('â˜')) wanted.push({ section, group, ...askedBy(line.slice(line.indexOf(' ') + 1)) })
  }
  return wanted
}

function askedBy(line: string): Omit<Wanted, 'section' | 'group'> {
  const should = /^(.*?) \((?:should be|or) ([<>])([\d.]+)(%?)\)$/.exec(line)
  if (should) {
    const [, title, op, value, percent] = should as unknown as string[]
    const kind = percent ? 'percent' : 'number'
    return { title: title as string, kind, unit: percent || null, target: `${op} ${value}` }
  }
  const blank = /^(.*?): (\$?)_+ ?(.*)$/.exec(line)
  if (!blank) return { title: line, kind: 'check', unit: null, target: '' }
  const [, title, money, unit] = blank as unknown as [string, string, string, string]
  if (money) return { title, kind: 'money', unit: '$', target: '' }
  if (unit === '%') return { title, kind: 'percent', unit: '%', target: '' }
  if (unit === 'minutes') return { title, kind: 'duration', unit: 'min', target: '' }
  return { title, kind: 'number', unit: unit || null, target: '' }
}
