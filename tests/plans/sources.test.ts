import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { type Place, placesOf } from './places.ts'
import { blankIn, figuresIn, readSource, sayingLines, takes, textOf, wordsIn } from './sources.ts'

/**
 * Each plan of a document has a side file that tells of every line what became of it: `placed` somewhere in the plan,
 * or `left` for a reason. Lines without a letter or figure need no entry.
 */
const folder = 'plans/sources'
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

describe.each(names)('plans/%s.yaml', (name) => {
  const file = `plans/${name}.yaml`
  const yaml = textOf(file)
  const source = readSource(`${folder}/${name}.json`)
  const said = textOf(source.document).split('\n')
  const saying = sayingLines(said.join('\n'))
  const places = placesOf(yaml)
  const byPath = grouped(places)
  const placed = source.placed.flatMap(({ lines, ...one }) => lines.map((line) => ({ ...one, line })))
  const left = source.left.flatMap(({ lines }) => lines)
  const quoted = (line: number) => `${source.document}:${line}: ${said[line - 1]?.trim() ?? 'there is no such line'}`
  const found = (at: string): Place | undefined => byPath.get(at)?.[0]

  test('reads without a fault, and so does its side file', () => {
    expect(source.faults).toEqual([])
    expect(readPlan(yaml, file).faults).toEqual([])
  })

  test('places or leaves every line that says something', () => {
    const known = new Set([...placed.map(({ line }) => line), ...left])
    expect([...saying.keys()].filter((line) => !known.has(line)).map(quoted)).toEqual([])
  })

  test('tells of lines that there are, and of none both', () => {
    const empty = [...placed.map(({ line }) => line), ...source.left.flatMap(({ lines }) => lines.slice(0, 1))].filter(
      (line) => (said[line - 1] ?? '').trim() === '',
    )
    expect(empty.map(quoted), 'nothing stands there').toEqual([])
    const both = placed.filter(({ line }) => left.includes(line))
    expect(
      both.map(({ line, at }) => `${quoted(line)} → ${at}`),
      'placed and left',
    ).toEqual([])
    const twice = left.filter((line, index) => left.indexOf(line) < index)
    expect(twice.map(quoted), 'left twice').toEqual([])
  })

  test('names one place of the plan each time', () => {
    const lost = placed.filter(({ at }) => !byPath.has(at))
    expect(lost.map(({ line, at }) => `${at} (line ${line}): ${nearby(at, places)}`)).toEqual([])
    const several = placed.filter(({ at }) => (byPath.get(at)?.length ?? 0) > 1)
    expect(several.map(({ line, at }) => `${at} (line ${line}) is several: name its group, or its number`)).toEqual([])
  })

  test('has nothing of its own that is not marked as chosen', () => {
    const used = new Set(placed.map(({ at }) => found(at)))
    const own = places.filter((place) => place.asked && !place.chosen && !used.has(place))
    expect(own.map(({ line, paths }) => `${file}:${line}: ${paths[0]} comes from no line`)).toEqual([])
  })

  test('has the words of the document', () => {
    const wording = new Map<Place, string[]>()
    const free = new Set<Place>()
    for (const { line, at, reworded } of placed) {
      const place = found(at)
      if (!place) continue
      if (reworded !== undefined) free.add(place)
      wording.set(place, [...(wording.get(place) ?? []), said[line - 1] ?? ''])
    }
    const strange = places
      .filter((place) => place.isItem && !place.chosen && wording.has(place) && !free.has(place))
      .flatMap((place) => {
        const known = new Set(chain(place).flatMap((one) => (wording.get(one) ?? []).flatMap(wordsIn)))
        const foreign = wordsIn(place.title).filter((word) => !known.has(word))
        return foreign.length > 0 ? [`${file}:${place.line}: "${place.title}" has ${foreign.join('…, ')}…`] : []
      })
    expect(strange, 'from other lines, or else "reworded" says why').toEqual([])
  })

  test('has the figures of the document', () => {
    const lost = [...new Set(placed.map(({ line }) => line))].flatMap((line) => {
      const here = placed.filter((one) => one.line === line)
      if (here.some(({ reworded }) => reworded !== undefined)) return []
      const kept = new Set(here.flatMap(({ at }) => figuresIn(`${at} ${found(at)?.text ?? ''}`)))
      const text = (saying.get(line) ?? '').replace(/^\W*\d+\.\s/, '')
      const missing = figuresIn(text).filter((figure) => !kept.has(figure))
      return missing.length > 0 ? [`${quoted(line)} → ${here.map(({ at }) => at).join(' + ')}: ${missing}`] : []
    })
    expect(lost, 'no figure may be lost, or else "reworded" says why').toEqual([])
  })

  test('quotes what the document says elsewhere, where it says two things', () => {
    const contradicted = contradictionsIn(yaml).filter(({ line, quote }) => !(saying.get(line) ?? '').includes(quote))
    expect(contradicted.map(({ row, line, quote }) => `${file}:${row}: ${quoted(line)} is not "${quote}"`)).toEqual([])
  })

  test('asks for a reading where the document has a blank', () => {
    const ticked = placed.filter(({ line, at, reworded }) => {
      const blank = blankIn(said[line - 1] ?? '')
      const place = found(at)
      return blank !== null && place?.isItem && reworded === undefined && !takes(place, blank)
    })
    expect(ticked.map(({ line, at }) => `${quoted(line)} → ${found(at)?.text ?? at}`)).toEqual([])
  })
})

type Contradiction = { readonly row: number; readonly line: number; readonly quote: string }

/** `# but line 18: "T+4 weeks"`, beside a value with which that line does not agree. */
function contradictionsIn(yaml: string): readonly Contradiction[] {
  return yaml.split('\n').flatMap((text, index) => {
    const [, line, quote = 'no quote'] = /#.*\bbut line (\d+)(?:: "([^"]+)")?/iu.exec(text) ?? []
    return line === undefined ? [] : [{ row: index + 1, line: Number(line), quote }]
  })
}

function grouped(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of places) for (const path of place.paths) found.set(path, [...(found.get(path) ?? []), place])
  return found
}

/** A place and all that it stands in. */
function chain(place: Place): readonly Place[] {
  return place.within ? [place, ...chain(place.within)] : [place]
}

/** What the longest beginning that there is goes on with. */
function nearby(at: string, places: readonly Place[]): string {
  const paths = places.map((place) => place.paths[0] as string)
  const steps = at.split('/')
  for (let count = steps.length - 1; count > 0; count--) {
    const begin = `${steps.slice(0, count).join('/')}/`
    const next = new Set(paths.flatMap((path) => (path.startsWith(begin) ? [path.slice(begin.length)] : [])))
    if (next.size > 0) return `there is no such place; ${begin} goes on with ${[...next].slice(0, 6).join(', ')}`
  }
  return 'there is no such place'
}
