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
