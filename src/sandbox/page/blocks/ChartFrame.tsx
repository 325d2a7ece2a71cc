import type { ComponentChildren } from 'preact'
import { type ChartData, ticks } from './chart-data.ts'

const height = 220
const left = 44
const right = 12
const top = 12
const bottom = 30
/** Room for a label on the axis; where there is less, some are left out. */
const longestLabel = 56

export type Frame = {
  readonly width: number
  readonly lines: readonly number[]
  /** How wide one category's share of the axis is. */
  readonly slot: number
  readonly x: (category: number) => number
  readonly y: (value: number) => number
}

export function frameOf({ series, categories }: ChartData, width: number): Frame {
  const lines = ticks(series.flatMap(({ values }) => values))
  const [low, high] = [lines[0] ?? 0, lines.at(-1) ?? 1]
  const slot = (width - left - right) / Math.max(categories.length, 1)
  return {
    width,
    lines,
    slot,
    x: (category) => left + slot * (category + 0.5),
    y: (value) => top + ((high - value) / (high - low || 1)) * (height - top - bottom),
  }
}

const summary = ({ type, title, series, categories }: ChartData): string =>
  `${title}: ${type} chart of ${series.map(({ name }) => name).join(', ')} over ${categories.length} points, from ${
    categories[0] ?? 'nothing'
  } to ${categories.at(-1) ?? 'nothing'}`

type Props = { readonly data: ChartData; readonly frame: Frame; readonly children: ComponentChildren }

export function ChartFrame({ data, frame, children }: Props) {
  const { width } = frame
  const every = Math.ceil(longestLabel / frame.slot)
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(data)}>
      {frame.lines.map((line) => (
        <g key={line}>
          <line
            class={line === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={width - right}
            y1={frame.y(line)}
            y2={frame.y(line)}
          />
          <text x={left - 8} y={frame.y(line)} text-anchor="end" dominant-baseline="central">
            {line}
          </text>
        </g>
      ))}
      {data.categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} x={frame.x(index)} y={height - 12} text-anchor="middle">
            {category}
          </text>
        ) : null,
      )}
      {children}
    </svg>
  )
}
