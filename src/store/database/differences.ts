/** Rows of `db.execute`: an array from postgres.js, `{ rows }` from PGlite. */
export function rowsOf<Row extends object>(result: unknown): readonly Row[] {
  if (Array.isArray(result)) return result as readonly Row[]
  return (result as { readonly rows: readonly Row[] }).rows
}

/** How many rows an update, delete or insert touched. */
export function affected(result: unknown): number {
  const { count, affectedRows } = result as { readonly count?: number; readonly affectedRows?: number }
  return count ?? affectedRows ?? 0
}

/** Whether this constraint is what the database refused; Drizzle wraps the refusal, once or more. */
export function violated(error: unknown, constraintName: string): boolean {
  for (const cause of causesOf(error)) {
    const { code, constraint, constraint_name } = cause
    if (code?.startsWith('23') && (constraint ?? constraint_name) === constraintName) return true
  }
  return false
}

type DatabaseError = {
  readonly code?: string
  readonly constraint?: string
  readonly constraint_name?: string
  readonly cause?: unknown
}

function* causesOf(error: unknown): Generator<DatabaseError> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause as DatabaseError
}
