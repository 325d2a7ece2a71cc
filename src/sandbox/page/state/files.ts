import type { FileInfo } from '../../protocol.ts'

export const fileUrl = (id: string): string => `/sandbox/files/${id}`

export const isPicture = ({ mimetype }: Pick<FileInfo, 'mimetype'>): boolean => /^image\/(png|jpeg|gif)$/.test(mimetype)

const units = ['bytes', 'kB', 'MB']

export function sizeInWords(bytes: number): string {
  const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = bytes / 1_000 ** power
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}

export const kindInWords = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toUpperCase() ?? 'File'
