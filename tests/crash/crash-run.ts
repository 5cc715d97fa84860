import { randomInt } from 'node:crypto'
import { leaseLasts } from '../../src/jobs/lease.js'
import { makeApprovedOrganisation } from '../support/approved.js'
import { loggedIn, makeAccount, makeCategory, makeMunicipality } from '../support/people.js'
import { freshSettings, startForTests } from '../support/torg.js'
import { breachesIn, misbeliefs, stillHeld } from './check-stored.js'
import { Newsroom } from './newsroom.js'
import { PollingReader } from './polling-reader.js'
import { TorgProcess, type Stored } from './torg-process.js'

export interface CrashRun {
  kills: number
  acknowledged: number
  unanswered: number
  held: number
  carriedOut: number
  erased: number
  withdrawn: number
  reads: number
  /** One sentence for each promise that was broken. */
  breaches: string[]
}

export interface CrashOptions {
  /** The negative control: a process that lies about its commit point. */
  acknowledgeEarly?: boolean
  /** Ends at the first breach. */
  untilBroken?: boolean
  /** Told after each death: an extended run takes its time. */
  tell?: (line: string) => void
}

/** Two associations, two editors, an admin, two categories: made once, in this process, before the first death. */
async function setTheStage(): Promise<Record<string, string>> {
  const torg = await startForTests(await freshSettings())
  const municipality = String((await makeMunicipality(torg.payload, { slug: 'krasby' })).id)
  for (const code of ['sport', 'music']) await makeCategory(torg.payload, municipality, code)
  for (const name of ['ett', 'tva']) {
    const organisation = await makeApprovedOrganisation(torg.payload, municipality, `Förening ${name}`)
    await makeAccount(torg.payload, {
      username: `author-${name}`,
      role: 'contributor',
      municipality,
      organisation,
    })
    await makeAccount(torg.payload, { username: `editor-${name}`, role: 'editor', municipality })
  }
  await makeAccount(torg.payload, { username: 'admin', role: 'municipality-admin', municipality })
  await torg.stop()
  return torg.env
}

/** Lets people work, kills the process at a random instant, starts it again, checks everything; `kills` times. */
export async function crashAgainAndAgain(kills: number, options: CrashOptions = {}): Promise<CrashRun> {
  const env = await setTheStage()
  const torg = new TorgProcess({
    ...env,
    ...(options.acknowledgeEarly ? { TORG_TEST_ACKNOWLEDGE_EARLY: '1' } : {}),
  })
  const base = `http://${env.HOST}:${env.PORT}`
  await torg.start()
  const authors = [await loggedIn(base, 'author-ett'), await loggedIn(base, 'author-tva')]
  const editors = [await loggedIn(base, 'editor-ett'), await loggedIn(base, 'editor-tva')]
  const { body } = await editors[0]!.get('/api/categories')
  const newsroom = new Newsroom(
    base,
    authors,
    editors,
    await loggedIn(base, 'admin'),
    body.docs.map((one: { id: string }) => one.id),
  )
  const readers = [1, 2].map(() => new PollingReader(`${base}/feed/v1/krasby/changes`))
  const breaches: string[] = []
  let done = 0
  let atTheEnd: Stored | null = null
  try {
    while (done < kills && !(options.untilBroken && breaches.length > 0) && breaches.length < 50) {
      for (const reader of readers) reader.start()
      newsroom.start()
      await atARandomInstant(newsroom)
      await torg.kill()
      done += 1
      await newsroom.close()
      await torg.start()
      for (const reader of readers) await reader.stop()
      const stored = await atRest(torg, readers)
      breaches.push(...found(stored, newsroom, readers).map((one) => `after ${done} kills: ${one}`))
      options.tell?.(
        `${done} of ${kills} deaths, ${newsroom.answered()} answers, ${breaches.length} breaches`,
      )
      newsroom.faults.length = 0
      for (const reader of readers) reader.faults.length = 0
    }
    if (!options.untilBroken) {
      atTheEnd = await allCarriedOut(torg)
      breaches.push(...stillHeld(atTheEnd, newsroom))
    }
  } finally {
    for (const reader of readers) await reader.stop()
    await newsroom.close()
    await torg.stop()
  }
  const told = newsroom.attempts.filter((one) => one.answer && one.answer.status < 300)
  return {
    kills: done,
    acknowledged: told.length,
    unanswered: newsroom.attempts.filter((one) => one.answer === null).length,
    held: told.filter((one) => one.held).length,
    carriedOut: carriedOut(atTheEnd, newsroom),
    erased: told.filter((one) => one.action === 'erase').length,
    withdrawn: newsroom.desk.withdrawals.filter((one) => one.status === 200).length,
    reads: readers.reduce((sum, reader) => sum + reader.reads, 0),
    breaches,
  }
}

function found(stored: Stored, newsroom: Newsroom, readers: PollingReader[]): string[] {
  return [
    ...newsroom.faults,
    ...breachesIn(stored, newsroom),
    ...readers.flatMap((reader) => misbeliefs(reader, stored, newsroom)),
  ]
}

/**
 * What is stored, and read by the readers, while nothing changes: once nobody works any more the clock still carries out
 * what was held, and the collections are read one after the other.
 */
async function atRest(torg: TorgProcess, readers: PollingReader[] = []): Promise<Stored> {
  for (let stored = await torg.everything(); ;) {
    for (const reader of readers) await reader.catchUp()
    const again = await torg.everything()
    if (JSON.stringify(again) === JSON.stringify(stored)) return stored
    stored = again
  }
}

/** What is stored once nobody works any more and the clock has had its time: the lease of the dead has to run out first. */
async function allCarriedOut(torg: TorgProcess): Promise<Stored> {
  const latest = Date.now() + leaseLasts + 60_000
  for (;;) {
    const stored = await atRest(torg)
    const waits = [...stored.events, ...stored.posts].some((row) => row.pending)
    if (!waits || Date.now() > latest) return stored
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** How many decisions that were held have taken effect, as the log tells. */
const carriedOut = (stored: Stored | null, newsroom: Newsroom): number =>
  newsroom.attempts.filter(
    (one) =>
      one.held &&
      stored?.['moderation-log'].some(
        (entry) =>
          entry.document === one.document &&
          entry.action === one.action &&
          Number(entry.revision) === one.revision + 1,
      ),
  ).length

/** After some answers and a moment more: on a slow machine too there was something to lose. */
async function atARandomInstant(newsroom: Newsroom): Promise<void> {
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const enough = newsroom.answered() + randomInt(8, 40)
  const latest = Date.now() + 60_000
  while (newsroom.answered() < enough && Date.now() < latest) await wait(5)
  await wait(randomInt(60))
}
