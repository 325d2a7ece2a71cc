import { useWidth } from '../state/useWidth.ts'
import { Bars } from './Bars.tsx'
import type { BlockProps } from './Block.tsx'
import { ChartFrame, frameOf } from './ChartFrame.tsx'
import { ChartTable } from './ChartTable.tsx'
import { type ChartData, chartData } from './chart-data.ts'
import { Lines } from './Lines.tsx'
import { Pie } from './Pie.tsx'

function Drawing({ data }: { readonly data: ChartData }) {
  if (data.type === 'pie') return <Pie data={data} />
  return <Plot data={data} />
}

function Plot({ data }: { readonly data: ChartData }) {
  const { box, width } = useWidth<HTMLDivElement>(560)
  const frame = frameOf(data, width)
  return (
    <div ref={box}>
      <ChartFrame data={data} frame={frame}>
        {data.type === 'bar' ? (
          <Bars data={data} frame={frame} />
        ) : (
          <Lines data={data} frame={frame} filled={data.type === 'area'} />
        )}
      </ChartFrame>
    </div>
  )
}

export function Chart({ block }: BlockProps) {
  const data = chartData(block)
  if (!['line', 'bar', 'area', 'pie'].includes(data.type))
    return <div class="unknown">Block not shown here: data_visualization of type {data.type || 'none'}</div>
  const names = data.type === 'pie' ? data.categories : data.series.map(({ name }) => name)
  return (
    <figure class="chart">
      <figcaption>{data.title}</figcaption>
      <Drawing data={data} />
      {names.length > 1 && (
        <ul class="legend" aria-hidden="true">
          {names.map((name, index) => (
            <li key={name}>
              <span class={`swatch tint-${index % 6}`} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Figures</summary>
        <ChartTable data={data} />
      </details>
    </figure>
  )
}
