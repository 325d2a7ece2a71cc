import { toList, toText } from '../state/json.ts'
import type { BlockProps } from './Block.tsx'
import { Cell, rowsOf } from './cells.tsx'

export function TableBlock({ block, blockId }: BlockProps) {
  const [head = [], ...rows] = rowsOf(block.rows)
  const settings = toList(block.column_settings)
  const look = (column: number) => {
    const align = toText(settings[column]?.align) || 'left'
    return `align-${align}${settings[column]?.is_wrapped === true ? ' is-wrapped' : ''}`
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll from the keyboard too
    <section class="table-box" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={look(column)}>
                <Cell cell={cell} blockId={blockId} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={look(column)}>
                  <Cell cell={cell} blockId={blockId} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
