import type { FunctionComponent } from 'preact'
import type { Json } from '../../protocol.ts'
import { toText } from '../state/json.ts'
import { ActionsBlock } from './Actions.tsx'
import { AlertBlock } from './Alert.tsx'
import { CardBlock, CarouselBlock } from './Card.tsx'
import { Chart } from './Chart.tsx'
import { ContainerBlock } from './Container.tsx'
import { ContextBlock } from './Context.tsx'
import { DataTable } from './DataTable.tsx'
import { HeaderBlock } from './Header.tsx'
import { ImageBlock } from './Image.tsx'
import { InputBlock } from './Input.tsx'
import { MarkdownBlock } from './MarkdownBlock.tsx'
import { PlanBlock, TaskCard } from './Plan.tsx'
import { RichText } from './RichText.tsx'
import { SectionBlock } from './Section.tsx'
import { TableBlock } from './Table.tsx'
import { VideoBlock } from './Video.tsx'

export type BlockProps = { readonly block: Json; readonly blockId: string }

const kinds: Readonly<Record<string, FunctionComponent<BlockProps>>> = {
  section: SectionBlock,
  context: ContextBlock,
  header: HeaderBlock,
  divider: () => <hr class="block-divider" />,
  image: ImageBlock,
  actions: ActionsBlock,
  context_actions: ActionsBlock,
  alert: AlertBlock,
  input: InputBlock,
  rich_text: RichText,
  markdown: MarkdownBlock,
  table: TableBlock,
  data_table: DataTable,
  data_visualization: Chart,
  card: CardBlock,
  carousel: CarouselBlock,
  container: ContainerBlock,
  video: VideoBlock,
  plan: PlanBlock,
  task_card: TaskCard,
}

/** Nothing the app sends is ever dropped: what cannot be drawn says what it is. */
export function Block(props: BlockProps) {
  const type = toText(props.block.type)
  const Kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (!Kind) return <div class="unknown">Block not shown here: {type || 'without a type'}</div>
  return <Kind {...props} />
}
