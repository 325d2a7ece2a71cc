import type { Item } from '../../domain/item.ts'
import type { Path } from '../fault.ts'

/** An item as it was read, and where: what it says of other items is still in the plan's words. */
export type Drafted = Item & { readonly path: Path }
