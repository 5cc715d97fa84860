import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** Every program of these names on the PATH, in the order in which a shell would find them. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).filter(isProgram)
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
