import { keyRing, loadSettings } from '../config/env.js'
import { resealAll } from '../editorial/accounts/reseal.js'
import { logDoing } from '../editorial/log/log-doing.js'
import { restampLog } from '../editorial/log/restamp-log.js'
import { systemClock } from '../shared/clock.js'
import { onThisMachine } from './on-this-machine.js'

/**
 * `npm run reseal`: puts everything that is sealed under the first key of TORG_KEYS. Afterwards no other key is needed.
 */
onThisMachine(async (payload) => {
  const ring = keyRing(loadSettings())
  const sealed = await resealAll(payload, ring)
  const stamped = await restampLog(payload, ring)
  const [moved, there] = [sealed.moved + stamped.moved, sealed.there + stamped.there]
  await logDoing(payload, {
    action: 'reseal',
    kind: 'installation',
    document: ring[0].id,
    municipality: null,
    by: null,
    automated: false,
    at: systemClock.now(),
  })
  process.stdout.write(
    `${moved} of ${there} sealed texts and stamps were put under the key ${ring[0].id}. No other key is needed now.\n`,
  )
})
