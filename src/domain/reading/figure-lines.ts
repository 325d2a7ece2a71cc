import type { FigureFact } from '../week-facts.ts'

/** The newest reading of an item that was graded so: `times` of the `taken` ones. */
export type FigureLine = Omit<FigureFact, 'at'> & {
  readonly at: string
  /** None of the item was taken after it. */
  readonly newest: boolean
  readonly times: number
  readonly taken: number
}

/** Each item by its newest reading, and besides by the newest of those that warned, reached a stretch or failed. */
export function figureLines(figures: readonly FigureFact[]): FigureLine[] {
  const keyOf = ({ ritual, id }: FigureFact) => `${ritual} ${id}`
  return [...new Set(figures.map(keyOf))].flatMap((key) => {
    const own = figures.filter((figure) => keyOf(figure) === key)
    const newest = own.at(-1)
    const grades = [...new Set(own.map(({ grade }) => grade))]
    return grades.flatMap((grade): FigureLine[] => {
      const alike = own.filter((figure) => figure.grade === grade)
      const last = alike.at(-1)
      if (!last || (last !== newest && grade === 'in-order')) return []
      return [{ ...last, at: last.at.toISOString(), newest: last === newest, times: alike.length, taken: own.length }]
    })
  })
}
