import type { Json } from '../../protocol.ts'
import { Element } from '../elements/Element.tsx'
import { isJson, toList, toNumber, toText } from '../state/json.ts'
import { RichText } from './RichText.tsx'

export const rowsOf = (value: unknown): readonly (readonly Json[])[] =>
  Array.isArray(value) ? value.map((row) => toList(row)) : []

const flatten = (json: Json): string =>
  toText(json.text) || [...toList(json.elements)].map(flatten).join('') || toText(json.name)

/** What a cell sorts by: its number, or its words. */
export const sortKey = (cell: Json | undefined): number | string => {
  if (!cell) return ''
  return cell.type === 'raw_number' ? toNumber(cell.value) : flatten(cell)
}

export function Cell({ cell, blockId }: { readonly cell: Json | undefined; readonly blockId: string }) {
  if (!cell) return null
  switch (cell.type) {
    case 'raw_text':
      return <>{toText(cell.text)}</>
    case 'raw_number':
      return <>{toText(cell.text) || toText(cell.value)}</>
    case 'rich_text':
      return <RichText block={cell} blockId={blockId} />
    case 'action_cell': {
      const element = cell.element ?? cell.button ?? toList(cell.elements)[0]
      return isJson(element) ? <Element element={element} blockId={blockId} /> : null
    }
    default:
      return <span class="unknown">Cell not shown here: {toText(cell.type)}</span>
  }
}
