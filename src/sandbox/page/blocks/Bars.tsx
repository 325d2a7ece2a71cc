import type { Frame } from './ChartFrame.tsx'
import type { ChartData } from './chart-data.ts'

type Props = { readonly data: ChartData; readonly frame: Frame }

export function Bars({ data, frame }: Props) {
  const bar = Math.min((frame.slot * 0.7) / Math.max(data.series.length, 1), 46)
  const group = bar * data.series.length
  return (
    <>
      {data.series.map(({ name, values }, index) => (
        <g key={name} class={`tint-${index % 6}`}>
          {values.map((value, category) => (
            <rect
              key={data.categories[category]}
              class="bar"
              x={frame.x(category) - group / 2 + bar * index + 1}
              width={Math.max(bar - 2, 1)}
              y={Math.min(frame.y(value), frame.y(0))}
              height={Math.abs(frame.y(0) - frame.y(value))}
              rx="2"
            >
              <title>{`${name}, ${data.categories[category] ?? ''}: ${value}`}</title>
            </rect>
          ))}
        </g>
      ))}
    </>
  )
}
