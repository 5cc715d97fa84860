import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { renditionName } from './upload.js'

/** Opens renditions in the media folder by the picture's id alone: a citizen's request asks no database. */
export function pictureStore(mediaDir: string) {
  return {
    async open(id: string, width: number): Promise<{ stream: Readable; size: number } | null> {
      const file = path.join(mediaDir, path.basename(renditionName(id, width)))
      const facts = await stat(file).catch(() => null)
      return facts?.isFile() ? { stream: createReadStream(file), size: facts.size } : null
    },
  }
}
