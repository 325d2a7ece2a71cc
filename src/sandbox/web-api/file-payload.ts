import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { FileShare, StoredFile } from '../workspace/files.ts'
import type { Channel } from '../workspace/workspace.ts'

/** A file as Slack returns it and sends it. */
export function describeFile(platform: Platform, file: StoredFile): Json {
  const { workspace, origin } = platform
  const stem = `${origin}/files-pri/${workspace.teamId}-${file.id}`
  const name = encodeURIComponent(file.name)
  const created = Math.floor(file.createdAt.getTime() / 1_000)
  const among = (kind: Channel['kind']) =>
    file.shares.filter((share) => workspace.channels.get(share.channel)?.kind === kind)
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.user,
    user_team: workspace.teamId,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: among('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    url_private: `${stem}/${name}`,
    url_private_download: `${stem}/download/${name}`,
    permalink: `${origin}/files/${file.user}/${file.id}/${name}`,
    ...(file.altText === '' ? {} : { alt_txt: file.altText }),
    channels: channelsOf(among('public')),
    groups: channelsOf(among('private')),
    ims: channelsOf(among('dm')),
    shares: { public: sharesByChannel(among('public')), private: sharesByChannel(among('private')) },
    has_rich_preview: false,
    file_access: 'visible',
  }
}

const channelsOf = (shares: readonly FileShare[]): readonly string[] => [
  ...new Set(shares.map((share) => share.channel)),
]

function sharesByChannel(shares: readonly FileShare[]): Json {
  return Object.fromEntries(
    channelsOf(shares).map((channel) => [
      channel,
      shares
        .filter((share) => share.channel === channel)
        .map(({ ts, threadTs }) => ({ ts, ...(threadTs === null ? {} : { thread_ts: threadTs }) })),
    ]),
  )
}
