import type { ChartData } from './chart-data.ts'

export function ChartTable({ data }: { readonly data: ChartData }) {
  return (
    <div class="table-box">
      <table aria-label={`${data.title}, figures`}>
        <thead>
          <tr>
            <th scope="col">{data.xLabel || 'Category'}</th>
            {data.series.map(({ name }) => (
              <th key={name} scope="col" class="align-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {data.series.map(({ name, values }) => (
                <td key={name} class="align-right">
                  {values[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
