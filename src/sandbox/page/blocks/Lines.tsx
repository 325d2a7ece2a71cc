import type { Frame } from './ChartFrame.tsx'
import type { ChartData } from './chart-data.ts'

type Props = { readonly data: ChartData; readonly frame: Frame; readonly filled: boolean }

export function Lines({ data, frame, filled }: Props) {
  return (
    <>
      {data.series.map(({ name, values }, index) => {
        const points = values.map((value, category) => `${frame.x(category)},${frame.y(value)}`)
        const floor = frame.y(0)
        return (
          <g key={name} class={`tint-${index % 6}`}>
            {filled && (
              <polygon
                class="area"
                points={[`${frame.x(0)},${floor}`, ...points, `${frame.x(values.length - 1)},${floor}`].join(' ')}
              />
            )}
            <polyline class="line" points={points.join(' ')} />
            {values.map((value, category) => (
              <circle key={data.categories[category]} class="dot" cx={frame.x(category)} cy={frame.y(value)} r="3.5">
                <title>{`${name}, ${data.categories[category] ?? ''}: ${value}`}</title>
              </circle>
            ))}
          </g>
        )
      })}
    </>
  )
}
