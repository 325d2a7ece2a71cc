type Turn = readonly [said: RegExp, meant: string]

const figure = '[^\\s\\d<>=]{0,3}\\s*-?\\d.*'

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
  [/^(\S*\d.*?)\s*(?:\+|(?:or|and) (?:more|above|over|higher|better))$/iu, '>= $1'],
  [/^(\S*\d.*?)\s*(?:or|and) (?:less|fewer|below|under|lower)$/iu, '<= $1'],
  [/^\.\.\s*(.+)$/u, '<= $1'],
  [/^(.+?)\s*\.\.$/u, '>= $1'],
  [/^(?:between|from)\s+(-?\d.*?)\s+(?:and|to)\s+(-?\d.*)$/iu, '$1..$2'],
  [/^(-?\d+(?:\.\d+)?)\s*(?:-|–|—|…|\.{3}|to|and)\s*(-?\d.*)$/iu, '$1..$2'],
  [/^(-?\d\S*(?:\s\p{L}+)?)\s+to\s+(-?\d.*)$/iu, '$1..$2'],
  [/^\(([^()]*\d[^()]*)\)$/u, '$1'],
  [/^([<>=≤≥]=?)\s*(?:\(([^()]+)\)|"([^"]+)")$/u, '$1 $2$3'],
  [/^(?:increasing|growing|going up|up(?=\s+(?:by|on|since|than)\b))(.*)$/iu, 'rising$1'],
  [/^(?:decreasing|shrinking|dropping|going down|down(?=\s+(?:by|on|since|than)\b))(.*)$/iu, 'falling$1'],
  [/^(?:not|never) worse(.*)$/iu, 'no worse$1'],
  [/^(?:avg|mean)\b(.*)$/iu, 'average$1'],
  [/^max(?:imum)?(\s*[<>=].*)?$/iu, 'highest$1'],
  [/^minimum$|^min(?:imum)?(\s*[<>=].*)$/iu, 'lowest$1'],
  [/^sum\b(.*)$/iu, 'total$1'],
  [/^(?:warn|alert)\s*([<>=].*)$/iu, 'warning $1'],
  [/^crit\s*([<>=].*)$/iu, 'critical $1'],
]

/** `< 5` of `under 5`: what a piece of a target says in the signs of a plan; null where it is none of these. */
export function inSigns(piece: string): string | null {
  const said = piece.trim()
  const turn = turns.find(([wrong]) => wrong.test(said))
  return turn ? said.replace(...turn).trim() : null
}
