import type { Complaint } from '../fault.ts'
import type { Look } from './look.ts'

/** Days on which several stand in for one rotation: whoever is named first does. */
export function covers({ plan, today }: Look): Complaint[] {
  return Object.entries(plan.roles).flatMap(([role, { rotation }]) => {
    const cover = rotation?.cover ?? []
    return cover.flatMap(({ from, to, person }, index): Complaint[] => {
      const before = cover
        .slice(0, index)
        .find((one) => one.person !== person && one.from <= to && from <= one.to && today <= one.to)
      if (!before || to < today) return []
      const first = from < before.from ? before.from : from
      const last = to < before.to ? to : before.to
      const days = first === last ? `on ${first}` : `from ${first} to ${last}`
      const message = `${days} ${before.person} stands in for "${role}" already, so ${person} does not`
      return [{ path: ['roles', role, 'cover', index, 'person'], rule: 'cover', message }]
    })
  })
}
