import type { PGlite } from '@electric-sql/pglite'

/**
 * What PostgreSQL's background processes do on a server, of which the embedded engine has none: dead rows are cleared
 * away, what has changed by a quarter is counted anew, and what was written reaches its files. A server does not wait
 * for more than a tenth, but it counts beside the team's work, and here that work waits.
 */
export function housework(engine: PGlite): () => Promise<void> {
  /** Changes of each table when it was counted; PostgreSQL itself goes by tables that were counted whole. */
  const counted = new Map<string, number>()
  return async () => {
    await engine.exec('vacuum')
    for (const { name, columns, rows, changes } of (await engine.query<Table>(tables)).rows) {
      const before = counted.get(name) ?? 0
      if (changes - (before > changes ? 0 : before) <= 50 + rows / 4) continue
      await engine.exec(`analyze ${name} (${columns})`)
      counted.set(name, changes)
    }
    await engine.exec('checkpoint')
  }
}

type Table = { readonly name: string; readonly columns: string; readonly rows: number; readonly changes: number }

/** Without columns of JSON: nobody looks for one by its whole value, and to count those takes most of the time. */
const tables = `
  select format('%I.%I', schemaname, relname) as name, string_agg(quote_ident(attname), ', ') as columns,
    n_live_tup::int as rows, n_mod_since_analyze::int as changes
  from pg_stat_user_tables join pg_attribute on attrelid = relid
  where attnum > 0 and not attisdropped and atttypid not in ('json'::regtype, 'jsonb'::regtype)
  group by schemaname, relname, n_live_tup, n_mod_since_analyze`
