/** One character for one, so that what is complained about keeps its place. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2212\u2010\u2011\uFE63\uFF0D]/gu, '-'],
  [/(?<=(?:^|[<>=≤≥.,])\s*)\u2013(?=\p{Sc}?\d)/gu, '-'],
  [/[⩽≦]/gu, '≤'],
  [/[⩾≧]/gu, '≥'],
  [/＜/gu, '<'],
  [/＞/gu, '>'],
  [/＝/gu, '='],
  [/％/gu, '%'],
  [/[^\S ]/gu, ' '],
]

/** A text with the signs and spaces of a plan where phones and word processors put others that look like them. */
export function inPlanSigns(text: string): string {
  return alike.reduce((read, [sign, meant]) => read.replace(sign, meant), text)
}
