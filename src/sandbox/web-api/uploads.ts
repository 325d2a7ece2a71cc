/** A file that the app announced and has not completed yet. */
export type Upload = {
  readonly id: string
  readonly name: string
  readonly length: number
  readonly altText: string
  /** Null until they were posted. */
  bytes: Uint8Array | null
}

export type Uploads = {
  /** Under the last part of each upload URL. */
  readonly byTicket: Map<string, Upload>
  readonly byFile: Map<string, Upload>
}

export const createUploads = (): Uploads => ({ byTicket: new Map(), byFile: new Map() })
