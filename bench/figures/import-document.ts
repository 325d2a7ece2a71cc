import { strict as assert } from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { importDocument } from '../../src/plans/import/import.ts'
import { inTurns, type Line } from '../measure.ts'

const runs = 15
const bytes = 100_000
const documents = new URL('../../plans/documents/', import.meta.url)

/** A document of 100 kB to its plan, read back and checked. Beside it, the parser of its Markdown alone. */
export async function* importDocumentFigure(): AsyncGenerator<Line> {
  const document = documentOf(bytes)
  const sides = {
    imported: () => assert('yaml' in importDocument(document, { fileName: 'all-teams.md' })),
    parsed: () => assert(new MarkdownIt({ html: true }).parse(document, {}).length > 0),
  }
  const { imported, parsed } = await inTurns({ runs, warmUp: 3, sides })
  yield {
    ...{ figure: 'import-document', ours: imported, limit: 1000, unit: 'ms', runs, database: null },
    ...{ peer: parsed, peerIs: 'markdown-it, which only parses the same 100 kB' },
  }
}

/** What real teams wrote, one document after the other, from the first again when they are used up. */
function documentOf(length: number): string {
  const all = readdirSync(documents)
    .toSorted()
    .map((name) => readFileSync(new URL(name, documents), 'utf8'))
    .join('\n\n')
  return all.repeat(Math.ceil(length / all.length)).slice(0, length)
}
