import { useEffect, useRef } from 'preact/hooks'
import type { TourInfo, TourStep } from '../../protocol.ts'
import type { Go } from './route.ts'

/** What this browser keeps of a tour: steps stay done, and one that was put away stays away. */
type Memory = { readonly id: string; readonly away: boolean; readonly done: readonly string[] }

const shelf = 'rounds-tour'

function recall(id: string): Memory {
  const kept = JSON.parse(window.localStorage.getItem(shelf) ?? 'null') as Memory | null
  // A tour has no name before its first checklist is there.
  const same = kept !== null && (kept.id === id || kept.id === '')
  return same ? { ...kept, id } : { id, away: false, done: [] }
}

const keep = (memory: Memory): void => window.localStorage.setItem(shelf, JSON.stringify(memory))

export function stepsOf({ id, steps }: TourInfo): readonly TourStep[] {
  const { done } = recall(id)
  return steps.map((step) => (done.includes(step.id) ? { ...step, done: true } : step))
}

/** Opens the tour for whoever comes first, and never again once it was skipped or finished. */
export function useTour(tour: TourInfo | null, tool: string | null, go: Go): void {
  const id = tour?.id ?? null
  const finished = tour !== null && stepsOf(tour).every(({ done }) => done)
  const toolBefore = useRef(tool)

  useEffect(() => {
    if (id === null) return
    const { away } = recall(id)
    if (tool === null && !away) go({ tool: 'tour' })
    if (tool === 'tour' && away) go({ tool: null })
  }, [id, go])

  useEffect(() => {
    const before = toolBefore.current
    toolBefore.current = tool
    if (id === null || before === tool) return
    if (before === 'tour' && tool === null) keep({ ...recall(id), away: true })
    // What is finished may be looked at again, and is as finished afterwards.
    if (tool === 'tour' && !finished) keep({ ...recall(id), away: false })
  }, [id, tool, finished])

  useEffect(() => {
    if (tour === null) return
    const memory = recall(tour.id)
    const done = stepsOf(tour).flatMap((step) => (step.done ? step.id : []))
    keep({ ...memory, done, away: memory.away || finished })
  }, [tour, finished])
}
