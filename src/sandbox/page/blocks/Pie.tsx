import type { ChartData } from './chart-data.ts'

const radius = 90

const at = (share: number): string => {
  const angle = share * 2 * Math.PI - Math.PI / 2
  return `${Math.cos(angle) * radius} ${Math.sin(angle) * radius}`
}

export function Pie({ data }: { readonly data: ChartData }) {
  const values = data.series[0]?.values ?? []
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  let from = 0
  return (
    <svg class="plot plot-pie" viewBox="-100 -100 200 200" role="img" aria-label={`${data.title}: pie chart`}>
      {values.map((value, index) => {
        const start = from
        // A whole circle has no end that differs from its start, so it stops just short.
        from += Math.min(value / total, 0.9999)
        const large = from - start > 0.5 ? 1 : 0
        return (
          <path
            key={data.categories[index]}
            class={`slice tint-${index % 6}`}
            d={`M0 0L${at(start)}A${radius} ${radius} 0 ${large} 1 ${at(from)}Z`}
          >
            <title>{`${data.categories[index] ?? ''}: ${value}`}</title>
          </path>
        )
      })}
    </svg>
  )
}
