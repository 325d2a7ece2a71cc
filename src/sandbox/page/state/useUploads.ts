import { useRef, useState } from 'preact/hooks'
import { type FileInfo, fileBytesMax } from '../../protocol.ts'
import { uploadFile, useActing } from './acting.ts'
import { useDirectory } from './directory.ts'
import { sizeInWords } from './files.ts'

/** A file on its way. */
export type Waiting = { readonly key: number; readonly name: string; readonly size: number }

/** Uploads what is chosen at once; what cannot be uploaded is told. */
export function useUploads(onReady: (file: FileInfo) => void) {
  const { me } = useDirectory()
  const { tell } = useActing()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const count = useRef(0)
  const latest = useRef(onReady)
  latest.current = onReady

  const upload = async (local: File) => {
    if (local.size > fileBytesMax)
      return tell(`${local.name} is ${sizeInWords(local.size)}. Files have up to ${limit} here.`)
    count.current += 1
    const key = count.current
    setWaiting((before) => [...before, { key, name: local.name, size: local.size }])
    const result = await uploadFile(me, local)
    setWaiting((before) => before.filter((one) => one.key !== key))
    if (result.ok) latest.current(result.file)
    else tell(result.error)
  }
  return { waiting, upload }
}

const limit = `${fileBytesMax / 1024 / 1024} MB`
