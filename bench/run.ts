import { commands } from './figures/commands.ts'
import { deliver } from './figures/deliver.ts'
import { emptyBeat } from './figures/empty-beat.ts'
import { importDocumentFigure } from './figures/import-document.ts'
import { openDueFigure } from './figures/open-due.ts'
import { page } from './figures/page.ts'
import { tick } from './figures/tick.ts'
import { yearOfDueTimes } from './figures/year-of-due-times.ts'
import { yearOfPlans } from './figures/year-of-plans.ts'
import { type Figure, rounded } from './measure.ts'

const figures: Readonly<Record<string, Figure>> = {
  'year-of-due-times': yearOfDueTimes,
  commands,
  'import-document': importDocumentFigure,
  'open-due': openDueFigure,
  tick,
  'empty-beat': emptyBeat,
  deliver,
  'year-of-plans': yearOfPlans,
  page,
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(figures)
const unknown = wanted.filter((name) => !Object.hasOwn(figures, name))
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}; there are ${Object.keys(figures).join(', ')}.`)
  process.exit(2)
}

for (const name of wanted) {
  for await (const { figure, ours, unit, limit, peer, peerIs, runs, database } of figures[name]?.() ?? []) {
    const values = { ours: rounded(ours), unit, limit, peer: peer === null ? null : rounded(peer) }
    console.log(JSON.stringify({ figure, ...values, peerIs, runs, database }))
  }
}
