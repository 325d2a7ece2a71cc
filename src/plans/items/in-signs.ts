type Turn = readonly [said: RegExp, meant: string]

const figure = String.raw`[^\s\p{N}<>=]{0,3}\s*[-+]?\.?\p{N}.*`
/** The lower end of a range, which a hyphen parts from the other. */
const low = String.raw`(?:\p{Sc}|\p{Lu}{3}\s?)?[-+]?\d[\d.,]*(?:[\s'’]\d{3})*(?:\s?[%\p{Sc}])?`

/** What people say of a figure in words, and the signs that say it in a plan. */
const turns: readonly Turn[] = [
  [new RegExp(`^(?:(?:less|fewer|lower|smaller) than|under|below)\\s+(${figure})$`, 'iu'), '< $1'],
  [new RegExp(`^(?:(?:more|greater|higher|larger) than|over|above)\\s+(${figure})$`, 'iu'), '> $1'],
  [
    new RegExp(`^(?:at most|(?:no|not) more than|not (?:over|above)|up to|max(?:imum|\\.)?)\\s+(${figure})$`, 'iu'),
    '<= $1',
  ],
  [
    new RegExp(`^(?:at least|(?:no|not) less than|not (?:under|below)|min(?:imum|\\.)?)\\s+(${figure})$`, 'iu'),
    '>= $1',
  ],
  [new RegExp(`^(?:exactly|equals?|equal to)\\s+(${figure})$`, 'iu'), '= $1'],
  [/^=<\s*(.+)$/u, '<= $1'],
  [/^=>\s*(.+)$/u, '>= $1'],
  [/^={2,3}\s*(.+)$/u, '= $1'],
  [new RegExp(`^(${figure}?)\\s*(?:\\+|(?:or|and) (?:more|above|over|higher|better))$`, 'iu'), '>= $1'],
  [new RegExp(`^(${figure}?)\\s*(?:or|and) (?:less|fewer|below|under|lower)$`, 'iu'), '<= $1'],
  [/^\.\.\s*(.+)$/u, '<= $1'],
  [/^(.+?)\s*\.\.$/u, '>= $1'],
  [new RegExp(`^(?:between|from)\\s+(${figure}?)\\s+(?:and|to)\\s+(${figure})$`, 'iu'), '$1..$2'],
  [new RegExp(`^(${low})\\s*(?:-|to|and)\\s*(${figure})$`, 'iu'), '$1..$2'],
  [new RegExp(`^(${figure}?)(?:\\s*(?:–|—|…|\\.{3})\\s*|\\s+(?:-|to)\\s+)(${figure})$`, 'iu'), '$1..$2'],
  [new RegExp(`^(${figure}?)-(${figure})$`, 'iu'), '$1..$2'],
  [/^\(([^()]*\p{N}[^()]*)\)$/u, '$1'],
  [/^([<>=≤≥]=?)\s*(?:\(([^()]+)\)|"([^"]+)")$/u, '$1 $2$3'],
  [/^(?:increasing|growing|going up|up(?=\s+(?:by|on|since|than)\b))(?!\p{L})(.*)$/iu, 'rising$1'],
  [/^(?:decreasing|shrinking|dropping|going down|down(?=\s+(?:by|on|since|than)\b))(?!\p{L})(.*)$/iu, 'falling$1'],
  [/^(?:not|never) worse(.*)$/iu, 'no worse$1'],
  [/^(?:avg|mean)\b(.*)$/iu, 'average$1'],
  [/^max(?:imum)?(\s*[<>=].*)?$/iu, 'highest$1'],
  [/^minimum$|^min(?:imum)?(\s*[<>=].*)$/iu, 'lowest$1'],
  [/^sum\b(.*)$/iu, 'total$1'],
  [new RegExp(`^(?:warn|alert)(?!\\p{L})\\s*([<>=≤≥]*\\s*${figure})$`, 'iu'), 'warning $1'],
  [new RegExp(`^crit(?!\\p{L})\\s*([<>=≤≥]*\\s*${figure})$`, 'iu'), 'critical $1'],
]

/** Nobody says a target in more signs, and to look for its parts would take long. */
const longest = 200

/** `< 5` of `under 5`: what a piece of a target says in the signs of a plan; null where it is none of these. */
export function inSigns(piece: string): string | null {
  const said = piece.trim()
  if (said.length > longest) return null
  const turn = turns.find(([wrong]) => wrong.test(said))
  return turn ? said.replace(...turn).trim() : null
}
