import type { Json } from '../../protocol.ts'
import { toJson, toList, toNumber, toText, toTexts } from '../state/json.ts'

export type Series = { readonly name: string; readonly values: readonly number[] }

export type ChartData = {
  readonly type: string
  readonly title: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  readonly xLabel: string
  readonly yLabel: string
}

const pointsOf = (series: Json): readonly Json[] => {
  const points = toList(series.data)
  return points.length > 0 ? points : toList(series.points)
}

export function chartData(block: Json): ChartData {
  const chart = toJson(block.chart)
  const axis = toJson(chart.axis_config)
  const shared = { type: toText(chart.type), title: toText(block.title) || toText(toJson(block.title).text) }
  if (chart.type === 'pie') {
    const segments = toList(chart.segments)
    return {
      ...shared,
      categories: segments.map(({ label }) => toText(label)),
      series: [{ name: shared.title, values: segments.map(({ value }) => toNumber(value)) }],
      xLabel: '',
      yLabel: '',
    }
  }
  const categories = toTexts(axis.categories)
  return {
    ...shared,
    categories,
    series: toList(chart.series).map((series) => ({
      name: toText(series.name),
      values: categories.map((category, index) => {
        const points = pointsOf(series)
        return toNumber((points.find(({ label }) => label === category) ?? points[index])?.value)
      }),
    })),
    xLabel: toText(axis.x_label),
    yLabel: toText(axis.y_label),
  }
}

const niceSteps = [1, 2, 2.5, 5, 10]

/** Four or five round lines to read a value by. */
export function ticks(values: readonly number[]): readonly number[] {
  const finite = values.filter(Number.isFinite)
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)]
  const rough = (high - low || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (niceSteps.find((nice) => nice * power >= rough) ?? 10) * power
  const first = Math.floor(low / step)
  const count = Math.ceil(high / step) - first
  return Array.from({ length: Math.max(count, 1) + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
