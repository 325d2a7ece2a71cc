/** Rows of `db.execute`: an array from postgres.js, `{ rows }` from PGlite. */
export function rowsOf<Row extends object>(result: unknown): readonly Row[] {
  if (Array.isArray(result)) return result as readonly Row[]
  return (result as { readonly rows: readonly Row[] }).rows
}
