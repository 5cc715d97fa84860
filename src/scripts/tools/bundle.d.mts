export function bundled(file: string): Promise<string>
export const bundleFlags: string[]
