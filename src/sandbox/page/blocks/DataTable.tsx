import { useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { toNumber, toText } from '../state/json.ts'
import type { BlockProps } from './Block.tsx'
import { Cell, rowsOf, sortKey } from './cells.tsx'

type Sorting = { readonly column: number; readonly down: boolean }

function sorted(rows: readonly (readonly Json[])[], sorting: Sorting | null): readonly (readonly Json[])[] {
  if (!sorting) return rows
  const sign = sorting.down ? -1 : 1
  return [...rows].sort((left, right) => {
    const [one, two] = [sortKey(left[sorting.column]), sortKey(right[sorting.column])]
    const order =
      typeof one === 'number' && typeof two === 'number' ? one - two : String(one).localeCompare(String(two))
    return order * sign
  })
}

const order = (sorting: Sorting | null, column: number): 'ascending' | 'descending' | 'none' => {
  if (sorting?.column !== column) return 'none'
  return sorting.down ? 'descending' : 'ascending'
}

export function DataTable({ block, blockId }: BlockProps) {
  const [head = [], ...body] = rowsOf(block.rows)
  const size = toNumber(block.page_size) || 5
  const rowHeader = toNumber(block.row_header_column_index) || 0
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [page, setPage] = useState(0)
  const rows = sorted(body, sorting)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const shown = Math.min(page, pages - 1)
  const isNumber = (column: number) => body.every((row) => row[column]?.type === 'raw_number')
  const sortBy = (column: number) => setSorting({ column, down: sorting?.column === column && !sorting.down })

  return (
    <div class="data-table">
      <div class="table-box">
        <table>
          <caption>{toText(block.caption)}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={order(sorting, column)}
                  class={isNumber(column) ? 'align-right' : ''}
                >
                  <button type="button" class="sort" onClick={() => sortBy(column)}>
                    <Cell cell={cell} blockId={blockId} />
                    <span aria-hidden="true" class={`sort-mark sort-${order(sorting, column)}`} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(shown * size, (shown + 1) * size).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => {
                  const Tag = column === rowHeader ? 'th' : 'td'
                  return (
                    <Tag
                      key={column}
                      scope={column === rowHeader ? 'row' : undefined}
                      class={isNumber(column) ? 'align-right' : ''}
                    >
                      <Cell cell={cell} blockId={blockId} />
                    </Tag>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div class="pager">
          <button type="button" class="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            Previous
          </button>
          <span>
            {shown + 1} of {pages}
          </span>
          <button type="button" class="button" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            Next
          </button>
        </div>
      )}
    </div>
  )
}
