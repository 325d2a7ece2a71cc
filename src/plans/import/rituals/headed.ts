import type { Headed } from '../../../domain/item-name.ts'
import type { DraftItem, DraftSection } from '../draft.ts'

export type HeadedDraft = Headed<DraftItem & { readonly id: string; readonly group: string | null }>

/** The items with what stands over them, by which a report names them. */
export function headedDrafts(sections: readonly DraftSection[]): readonly HeadedDraft[] {
  const headed = sections.flatMap(({ title, items }) =>
    items.flatMap((one) => {
      const [group, own] = 'group' in one ? [one.group, one.items] : [null, [one]]
      return own.map((item) => ({ section: title, group, item }))
    }),
  )
  return headed.map(({ section, group, item }, place) => ({ section, item: { ...item, group, id: String(place) } }))
}
