import {
  type messages,
  PGlite,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite'
import { readAnswer, type WireAnswer, writeRun } from './wire.ts'

const { serialize: wire } = protocol

const syncing = Uint8Array.from(wire.sync())

type Prepared = {
  readonly name: string
  /** Types of its parameters. */
  readonly takes: readonly number[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
  /** How its columns are read, for whoever read them last. */
  readers?: { readonly parsers: QueryOptions['parsers']; readonly each: readonly Reader[] }
}

type Reader = (text: string) => unknown

/** To plan a statement for its very values takes longer than to run it: the plan for any values will do. */
export const planOnce = ['-c', 'plan_cache_mode=force_generic_plan']

/** Lists of several lengths are statements of their own, so there is no end to them. */
const mostPrepared = 300

/**
 * PGlite that prepares each statement once. By itself it parses, plans and describes one anew each time, in six trips
 * into the engine; prepared it is one trip, and takes a quarter of the time.
 */
export class PreparingEngine extends PGlite {
  /** By their text, the longest unused first. */
  readonly #prepared = new Map<string, Prepared>()
  #names = 0

  override async query<Row>(text: string, values: unknown[] = [], options?: QueryOptions): Promise<Results<Row>> {
    if (!this.ready || !isPreparable(text)) return this.#unprepared(text, () => super.query<Row>(text, values, options))
    return this._runExclusiveTransaction(() => this.#run<Row>({ text, values, options, alone: true }))
  }

  override async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return super.transaction((tx) => {
      const query = <Row>(text: string, values: unknown[] = [], options?: QueryOptions) =>
        tx.closed || !isPreparable(text)
          ? this.#unprepared(text, () => tx.query<Row>(text, values, options))
          : this.#run<Row>({ text, values, options, alone: false })
      return work(Object.create(tx, { query: { value: query } }) as Transaction)
    })
  }

  #unprepared<Row>(text: string, run: () => Promise<Results<Row>>): Promise<Results<Row>> {
    // What is prepared for a table must not outlive its shape.
    if (/^\s*(create|alter|drop|discard|deallocate)\b/iu.test(text)) this.#prepared.clear()
    return run()
  }

  #run<Row>({ text, values, options, alone }: Run): Promise<Results<Row>> {
    return this._runExclusiveQuery(async () => {
      try {
        const prepared = await this.#prepare(text)
        const bound = values.map((value, index) => this.#written(value, prepared.takes[index]))
        const answer = await this.#execute(writeRun(prepared.name, bound))
        return this.#read<Row>(prepared, answer, options)
      } catch (error) {
        throw Object.assign(error as Error, { query: text, params: values })
      } finally {
        if (alone) await this.syncToFs()
      }
    })
  }

  async #prepare(text: string): Promise<Prepared> {
    const known = this.#prepared.get(text)
    this.#prepared.delete(text)
    const prepared = known ?? (await this.#parse(text))
    this.#prepared.set(text, prepared)
    return prepared
  }

  async #parse(text: string): Promise<Prepared> {
    this.#names += 1
    const name = `rounds_${this.#names}`
    const answer = await this.#send(...this.#closing(), wire.parse({ name, text }), wire.describe({ type: 'S', name }))
    let described: Prepared = { name, takes: [], fields: [] }
    for (const one of answer) {
      if (isParameters(one)) described = { ...described, takes: one.dataTypeIDs }
      if (isColumns(one)) described = { ...described, fields: one.fields }
    }
    return described
  }

  #closing(): readonly Uint8Array[] {
    const [unused] = this.#prepared
    if (unused === undefined || this.#prepared.size < mostPrepared) return []
    this.#prepared.delete(unused[0])
    return [wire.close({ type: 'S', name: unused[1].name })]
  }

  async #execute(message: Uint8Array): Promise<WireAnswer> {
    const chunks: Buffer[] = []
    const onRawData = (bytes: Uint8Array) => void chunks.push(Buffer.from(bytes))
    await this.execProtocolRawStream(message, { syncToFs: false, onRawData })
    return readAnswer(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
  }

  #send(...parts: readonly Uint8Array[]) {
    return this.execProtocolStream(Buffer.concat([...parts, syncing]), { syncToFs: false })
  }

  #written(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : this.serializers[type]
    return serializer ? serializer(value) : String(value)
  }

  #read<Row>(prepared: Prepared, answer: WireAnswer, options: QueryOptions | undefined): Results<Row> {
    const readers = this.#readersOf(prepared, options?.parsers)
    const rows = answer.rows.map((row) => row.map((text, index) => (text === null ? null : readers[index]?.(text))))
    return {
      rows: (options?.rowMode === 'array' ? rows : rows.map((row) => named(prepared.fields, row))) as Row[],
      fields: [...prepared.fields],
      affectedRows: answer.affected,
    }
  }

  #readersOf(prepared: Prepared, parsers: QueryOptions['parsers']): readonly Reader[] {
    if (prepared.readers && prepared.readers.parsers === parsers) return prepared.readers.each
    const each = prepared.fields.map(({ dataTypeID }): Reader => {
      const parse = parsers?.[dataTypeID] ?? this.parsers[dataTypeID]
      return parse ? (text) => parse(text, dataTypeID) : (text) => text
    })
    prepared.readers = { parsers, each }
    return each
  }
}

function named(fields: Prepared['fields'], row: readonly unknown[]) {
  return Object.fromEntries(fields.map(({ name }, index) => [name, row[index]]))
}

type Run = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly options: QueryOptions | undefined
  /** A transaction of its own. */
  readonly alone: boolean
}

const isPreparable = (text: string): boolean => /^\s*(select|insert|update|delete|with)\b/iu.test(text)

type Answered = Awaited<ReturnType<PGlite['execProtocolStream']>>[number]

const isColumns = (one: Answered): one is messages.RowDescriptionMessage => one.name === 'rowDescription'
const isParameters = (one: Answered): one is messages.ParameterDescriptionMessage => one.name === 'parameterDescription'
