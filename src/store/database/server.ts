import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../schema.ts'
import type { Opened, OpenOptions, Where } from './database.ts'
import { migrate, pendingMigrations } from './migrations.ts'
import { isServerAddress, unreachable } from './unreachable.ts'

type ServerWhere = Extract<Where, { readonly kind: 'server' }>

const defaultConnections = 10

export async function openServer({ url, max }: ServerWhere, options: OpenOptions): Promise<Opened> {
  const client = connect(url, max ?? defaultConnections, options)
  const db = drizzle(client, { schema })
  const ping = async () => {
    try {
      await client`select 1`
    } catch (error) {
      throw unreachable(url, error)
    }
  }
  try {
    await ping()
  } catch (error) {
    await client.end({ timeout: 0 })
    throw error
  }
  return {
    db,
    kind: 'server',
    migrate: () => migrate(db, options.migrationsFolder),
    pendingMigrations: () => pendingMigrations(db, options.migrationsFolder),
    ping,
    maintain: async () => {},
    close: () => client.end({ timeout: 5 }),
  }
}

function connect(url: string, max: number, options: OpenOptions): postgres.Sql {
  if (!isServerAddress(url)) throw unreachable(url, { code: 'ERR_INVALID_URL' })
  try {
    return postgres(url, {
      max,
      connect_timeout: options.connectTimeoutSeconds ?? 10,
      onnotice: () => {},
      connection: { application_name: 'rounds', TimeZone: 'UTC' },
    })
  } catch (error) {
    throw unreachable(url, error)
  }
}
