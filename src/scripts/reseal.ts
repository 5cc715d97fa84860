import { keyRing, loadSettings } from '../config/env.js'
import { resealAll } from '../editorial/accounts/reseal.js'
import { onThisMachine } from './on-this-machine.js'

/**
 * `npm run reseal`: puts everything that is sealed under the first key of TORG_KEYS. Afterwards no other key is needed.
 */
onThisMachine(async (payload) => {
  const ring = keyRing(loadSettings())
  const { moved, there } = await resealAll(payload, ring)
  process.stdout.write(
    `${moved} of ${there} sealed texts were put under the key ${ring[0].id}. No other key is needed now.\n`,
  )
})
