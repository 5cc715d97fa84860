/** The oldest Node that Torg runs on; the same as `engines` in package.json. */
export const oldestNode = '20.19.0'

const parts = (version) => version.split('.').map(Number)

/** A sentence that says what to do where this Node is too old, else null. */
export function nodeFault(version) {
  const [have, need] = [parts(version), parts(oldestNode)]
  const at = have.findIndex((part, index) => part !== need[index])
  if (at === -1 || have[at] > need[at]) return null
  return `Torg needs Node ${oldestNode} or newer, and this is ${version}. Install a newer one from https://nodejs.org and try again.`
}
