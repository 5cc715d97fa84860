/** Every program of these names on the PATH. */
export function onPath(...names: string[]): string[]
