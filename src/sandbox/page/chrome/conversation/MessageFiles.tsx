import type { FileInfo } from '../../../protocol.ts'
import { fileUrl, isPicture, kindInWords, sizeInWords } from '../../state/files.ts'
import { Download, Sheet } from '../icons.tsx'

/** Pictures to look at, everything else as a row to keep. */
export function MessageFiles({ files }: { readonly files: readonly FileInfo[] }) {
  if (files.length === 0) return null
  return (
    <ul class="files" aria-label={files.length === 1 ? 'File' : 'Files'}>
      {files.map((file) => (
        <li key={file.id}>{isPicture(file) ? <Preview file={file} /> : <FileRow file={file} />}</li>
      ))}
    </ul>
  )
}

function Preview({ file }: { readonly file: FileInfo }) {
  return (
    <figure class="file-preview">
      <figcaption>
        {file.title} <small>{sizeInWords(file.size)}</small>
      </figcaption>
      <a href={fileUrl(file.id)} target="_blank" rel="noopener noreferrer" aria-label={`Open ${file.title}`}>
        <img src={fileUrl(file.id)} alt={file.altText || file.title} loading="lazy" />
      </a>
    </figure>
  )
}

function FileRow({ file }: { readonly file: FileInfo }) {
  return (
    <div class="file-row">
      <Sheet />
      <span class="file-name">
        {file.title}
        <small>
          {kindInWords(file.name)} · {sizeInWords(file.size)}
        </small>
      </span>
      <a class="button button-icon" href={fileUrl(file.id)} download={file.name} aria-label={`Download ${file.name}`}>
        <Download />
      </a>
    </div>
  )
}
