import { randomInt } from 'node:crypto'
import { getPayload } from 'payload'
import { municipalityKey, oneAtATime } from '../../src/editorial/one-at-a-time.js'
import { numberPublication } from '../../src/editorial/number-publication.js'
import { together } from '../../src/editorial/together.js'
import { publicPost } from '../support/public-post.js'

/** A second process that publishes into the same municipality; tells each number that it was given. */
interface Job {
  municipality: string
  organisation: string
  organisationName: string
  posts: string[]
  changes: number
}

async function work(): Promise<void> {
  const { default: config } = await import('../../payload.config.js')
  const payload = await getPayload({ config })
  process.send!({ loaded: true })
  const job = await new Promise<Job>((resolve) =>
    process.once('message', (message) => resolve(message as Job)),
  )
  const done: { number: number; id: string; state: string; title: string }[] = []
  let left = job.changes
  const writer = async () => {
    while (left > 0) {
      left -= 1
      const id = job.posts[randomInt(job.posts.length)]!
      const title = `Utifrån ${left}`
      const state = randomInt(4) === 0 ? ('withdrawn' as const) : ('live' as const)
      const change = publicPost({ id, ...job }, title, { state })
      const number = await oneAtATime(municipalityKey(job.municipality), () =>
        together(payload, (write) => numberPublication(payload, change, write)),
      )
      done.push({ number, id, state, title })
    }
  }
  await Promise.all([writer(), writer(), writer(), writer()])
  process.send!({ done })
  await payload.destroy()
  process.exit(0)
}

work().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
