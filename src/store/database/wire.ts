import { messages, protocol } from '@electric-sql/pglite'

/** Bind, Execute and Sync: runs a prepared statement with values in PostgreSQL's own text. */
export function writeRun(statement: string, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)))
  const bound = 4 + 1 + statement.length + 1 + 2 + 2 + 4 * values.length + sum(lengths) + 2
  const message = Buffer.allocUnsafe(1 + bound + executeAndSync.length)
  let at = message.write('B', 'latin1')
  at = message.writeInt32BE(bound, at)
  at = message.writeInt8(0, at)
  at += message.write(statement, at, 'latin1')
  at = message.writeInt8(0, at)
  at = message.writeInt16BE(0, at)
  at = message.writeInt16BE(values.length, at)
  values.forEach((value, index) => {
    at = message.writeInt32BE(value === null ? -1 : (lengths[index] ?? 0), at)
    if (value !== null) at += message.write(value, at)
  })
  at = message.writeInt16BE(0, at)
  executeAndSync.copy(message, at)
  return message
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const executeAndSync = Buffer.concat([protocol.serialize.execute({}), protocol.serialize.sync()])

export type WireAnswer = {
  /** The columns of each row in PostgreSQL's own text. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly affected: number
}

/** An answer to Bind and Execute. The library's reader copies each column twice and takes several times as long. */
export function readAnswer(bytes: Buffer): WireAnswer {
  const rows: (string | null)[][] = []
  let affected = 0
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    switch (bytes[at]) {
      case dataRow:
        rows.push(readRow(bytes, at + header))
        break
      case commandComplete:
        affected = Number(/\d+$/.exec(bytes.toString('utf8', at + header, at + bytes.readInt32BE(at + 1)))?.[0] ?? 0)
        break
      case fault:
        throw readFault(bytes)
    }
  }
  return { rows, affected }
}

const dataRow = 'D'.charCodeAt(0)
const commandComplete = 'C'.charCodeAt(0)
const fault = 'E'.charCodeAt(0)
/** A letter, and the length of all but the letter. */
const header = 5

function readRow(bytes: Buffer, start: number): (string | null)[] {
  const row = new Array<string | null>(bytes.readInt16BE(start))
  let at = start + 2
  for (let column = 0; column < row.length; column += 1) {
    const length = bytes.readInt32BE(at)
    at += 4
    row[column] = length < 0 ? null : bytes.toString('utf8', at, at + length)
    at += Math.max(length, 0)
  }
  return row
}

function readFault(bytes: Buffer): Error {
  let found: Error | undefined
  new protocol.Parser().parse(bytes, (message) => {
    if (message instanceof messages.DatabaseError) found ??= message
  })
  return found ?? new Error('The database refused a statement and did not say why.')
}
