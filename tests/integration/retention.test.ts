import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appendEntry, bare } from '../../src/editorial/log/append-entry.js'
import { verifyLog } from '../../src/editorial/log/verify-log.js'
import { sealLog } from '../../src/editorial/log/seal-log.js'
import { reconcile } from '../../src/editorial/reconcile.js'
import { rowsOf } from '../../src/editorial/retention/candidates.js'
import { addCounts } from '../../src/editorial/retention/run-record.js'
import { dryRun, runRetention, type RetentionReport } from '../../src/editorial/retention/run-retention.js'
import { countsOf, type Counts } from '../../src/privacy/retention/plan.js'
import {
  categoryOf,
  retentionTable,
  type RetentionCategory,
} from '../../src/privacy/retention/retention-table.js'
import { whereKept } from '../../src/privacy/retention/where-kept.js'
import { everyRow } from '../../src/shared/every-row.js'
import { aDay, begin, chance, days, isDestroyed, keptThings, type Row } from '../support/kept-things.js'
import { publishFor, uploadFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** What of the things that go has an entry of its own, beside the number of the night. */
const logged: Partial<Record<RetentionCategory, string>> = {
  content: 'forget',
  drafts: 'forget',
  applications: 'forget',
  leftOrganisations: 'forget',
  accounts: 'forget-account',
}

const at = (time: number) => ({ now: () => new Date(time) })
const afterwards = begin + (days + 900) * aDay

describeHere('what is kept, over eight years', () => {
  let torg: Running
  let payload: Payload
  let stage: Awaited<ReturnType<typeof keptThings>>
  const random = chance(20_280_229)

  beforeAll(async () => {
    torg = await startForTests()
    payload = torg.payload
    stage = await keptThings(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  it('has a time for each collection of the running config, the framework’s own included', () => {
    const running = Object.keys(payload.collections)
    expect(running.filter((slug) => !whereKept[slug])).toEqual([])
    const optional = ['payload-jobs', 'payload-locked-documents', 'payload-kv', 'payload-migrations']
    expect(
      Object.keys(whereKept).filter((slug) => !running.includes(slug) && !optional.includes(slug)),
    ).toEqual([])
    const named = new Set(Object.values(whereKept).flatMap(({ categories }) => categories))
    expect(
      Object.keys(retentionTable).filter((category) => !named.has(category as RetentionCategory)),
    ).toEqual([])
    for (const { config } of Object.values(payload.collections))
      expect(Boolean(config.versions), `${config.slug} keeps versions that no row of the table names`).toBe(
        false,
      )
    expect(Object.keys(payload.globals.config ?? {})).toEqual([])
  })

  /** The process dies at its n-th write from now on: nothing is written after that. Gives how to bring it back. */
  function dieAt(write: number): () => void {
    const { db } = payload
    const names = ['create', 'updateOne', 'deleteMany', 'deleteOne'] as const
    const before = names.map((name) => db[name])
    let left = write
    for (const name of names) {
      const work = (db[name] as (args: unknown) => Promise<unknown>).bind(db)
      ;(db as unknown as Record<string, unknown>)[name] = (args: unknown) => {
        left -= 1
        return left < 0 ? Promise.reject(new Error('killed')) : work(args)
      }
    }
    return () => names.forEach((name, index) => Object.assign(db, { [name]: before[index] }))
  }

  /** Every entry of the log, with when its time is over. */
  const entries = async () => {
    const rows = await rowsOf(payload, 'moderation-log', {}, ['line', 'at'])
    return new Map(
      rows.map(({ id, line, at: time }) => [
        String(id),
        { at: String(time), over: stage.overOf('log', String(line), new Date(String(time))).getTime() },
      ]),
    )
  }

  /** What the runs of a day have written down as done. */
  const doneOn = async (now: number): Promise<Counts> => {
    const day = new Date(now).toISOString().slice(0, 10)
    const runs = await everyRow<Row>(payload, 'retention-runs', { day: { equals: day } })
    return runs.reduce((sum, { done }) => addCounts(sum, done as Counts), {} as Counts)
  }

  it(
    'goes never early and never later than the next run, through leap days, changes of the clock and deaths; a dry run says the same',
    { timeout: 600_000 },
    async () => {
      const { kept, row, town, second } = stage
      const wrong: string[] = []
      let lastRun = begin - 1
      let [done, deaths, nights] = [0, 0, 0]
      let log = await entries()
      const watched = kept.filter(({ over }) => over.getTime() <= begin + (days - 1) * aDay)
      // Something of every row of the table comes to its end within these years.
      expect(new Set(watched.map(({ category }) => category)).size).toBe(15)
      for (let day = 0; day < days; day += 1) {
        // The first look of a day, a few seconds after midnight (UTC), or hours later after a night without power.
        const now = begin + day * aDay + Math.floor(random() * (day % 50 === 7 ? 20 : 0.01) * 3_600_000)
        const due = watched.filter(({ over }) => over.getTime() <= now && over.getTime() > lastRun)
        // Nights on which nothing ends, and nothing will on the next, are slept through: a run that is left out hides nothing.
        const soon = watched.some(({ over }) => over.getTime() > now && over.getTime() <= now + aDay)
        const ofLog = day < 400 && [...log.values()].some(({ over }) => over <= now)
        if (due.length === 0 && !(soon && random() < 0.5) && !ofLog && day % 91 !== 0) continue
        nights += 1
        lastRun = now
        const told = due.length > 0 ? await dryRun(payload, new Date(now)) : null
        let last: RetentionReport | null = null
        if (due.length > 1 && random() < 0.5) {
          const revive = dieAt(Math.floor(random() * 25))
          last = await runRetention(payload, at(now)).catch(() => null)
          revive()
          if (!last) {
            deaths += 1
            // As every start of the program does: what a death kept from the log is written there.
            await reconcile(payload)
          }
        }
        const next = await runRetention(payload, at(now))
        // It may have come to its end before its death: then the next run finds nothing.
        if (last && Object.keys(next.done).length > 0) wrong.push(`day ${day}: done twice`)
        if (next.failed.length > 0) wrong.push(`day ${day}: failed ${next.failed.join()}`)
        const written = await doneOn(now)
        if (told && JSON.stringify(sorted(told.done)) !== JSON.stringify(sorted(written)))
          wrong.push(`day ${day}: told ${JSON.stringify(told.done)}, done ${JSON.stringify(written)}`)
        const { log: _ofLog, runs: _ofRuns, ...others } = written
        if (JSON.stringify(sorted(others)) !== JSON.stringify(sorted(countsOf(due))))
          wrong.push(`day ${day}: expected ${JSON.stringify(countsOf(due))}, done ${JSON.stringify(others)}`)
        for (const each of due) {
          done += 1
          if (!each.gone(await row(each.collection, each.id)))
            wrong.push(`${each.category} ${each.id} is still there`)
          const action = logged[each.category]
          if (!action) continue
          const where: Where = { and: [{ document: { equals: each.id } }, { action: { equals: action } }] }
          const { totalDocs } = await payload.db.count({ collection: 'moderation-log', where })
          if (totalDocs !== 1) wrong.push(`${totalDocs} entries of ${action} for ${each.category} ${each.id}`)
        }
        const left = await entries()
        for (const [id, { at: time, over }] of log)
          if (!left.has(id) && over > now) wrong.push(`an entry of ${time} went early, on day ${day}`)
        for (const { at: time, over } of left.values())
          if (over <= now) wrong.push(`an entry of ${time} is still there on day ${day}`)
        // Life goes on: what is logged now is old in its time.
        if (day % 91 === 0)
          for (const municipality of [town.id, second]) await logSomething(day, municipality, now)
        await sealLog(payload)
        log = left
        if (wrong.length > 5) break
      }
      expect(wrong).toEqual([])
      expect(done).toBe(watched.length)
      expect(deaths).toBeGreaterThan(3)
      for (const each of kept.filter((one) => !watched.includes(one)))
        expect(each.gone(await row(each.collection, each.id)), `${each.category} went early`).toBe(false)
      const runs = await everyRow<Row>(payload, 'retention-runs', {})
      for (const run of runs) expect(Date.parse(String(run.began))).toBeGreaterThan(begin + 4 * 365 * aDay)
      expect((await verifyLog(payload)).filter(({ whole }) => !whole)).toEqual([])
      process.stdout.write(`retention: ${nights} nights in ${days} days, ${done} things, ${deaths} deaths\n`)
    },
  )

  const logSomething = (day: number, municipality: string, now: number) =>
    appendEntry(payload, {
      ...bare,
      key: `day-${day} ${municipality}`,
      at: new Date(now).toISOString(),
      action: 'send-again',
      kind: 'webhook',
      document: 'x',
      municipality,
      actor: null,
    })

  it('leaves proof of each night: how many of what, in the log of the municipality', async () => {
    const proofs = await everyRow<Row>(payload, 'moderation-log', { action: { equals: 'end-of-time' } })
    expect(proofs.length).toBeGreaterThan(3)
    for (const { key, reason, line, number, actor, automated, kind } of proofs) {
      const [, run = ''] = String(key).split(' ')
      const { done } = (await stage.row('retention-runs', run))!
      const category = categoryOf(String(reason))!
      expect([key, number, actor, automated, kind]).toEqual([
        key,
        (done as Counts)[category]?.[String(line)],
        null,
        true,
        'retention',
      ])
    }
    const { body } = await stage.town.person.auditor.get('/api/log?action=end-of-time&kind=retention')
    expect(body.entries.length).toBeGreaterThan(0)
  })

  /** A post of the municipality's own that stopped being shown when these years ended. */
  async function shownOnce(title: string): Promise<string> {
    const { editor } = stage.town.person
    const { category, organisation } = stage.town
    const { id } = await publishFor(editor, organisation.Kommunen, 'posts', { title, categories: [category] })
    await editor.act('posts', id, 'withdraw', { reason: 'other', explanation: 'Slut.' })
    await stage.set('publications', id, { ended: new Date(begin + days * aDay).toISOString() })
    return id
  }

  /** Does something the moment before the run looks at something anew, as people do while it goes on. */
  async function meanwhile(work: () => Promise<unknown>, run: () => Promise<RetentionReport>) {
    const { db } = payload
    const before = db.updateOne
    let done = false
    db.updateOne = (async (args: Parameters<typeof before>[0]) => {
      const answer = await before.call(db, args)
      const planned = args.collection === ('retention-runs' as never) && 'held' in args.data
      if (planned && !done) {
        done = true
        await work()
      }
      return answer
    }) as typeof before
    try {
      return await run()
    } finally {
      db.updateOne = before
      expect(done).toBe(true)
    }
  }

  it('stays while it is held, also from the middle of a run on, and goes with the next run after that', async () => {
    const { admin, auditor } = stage.town.person
    const id = await shownOnce('Tvisten')
    const wanted = { kind: 'post', document: id, reason: 'legal-claim' }
    expect((await auditor.post('/api/retention-holds', wanted)).status).toBe(403)
    let hold = ''
    const hold_ = async () => {
      const held = await admin.post('/api/retention-holds', wanted)
      expect(held.status, JSON.stringify(held.body)).toBe(201)
      hold = held.body.doc.id as string
    }
    const first = await meanwhile(hold_, () => runRetention(payload, at(afterwards)))
    expect([first.done.content, first.failed]).toEqual([undefined, []])
    expect((await admin.post('/api/retention-holds', wanted)).status).toBe(409)
    const again = await runRetention(payload, at(afterwards + aDay))
    expect([again.done.content, again.held.content]).toEqual([undefined, { [stage.town.id]: 1 }])
    expect(isDestroyed(await stage.row('posts', id))).toBe(false)
    expect((await admin.send('DELETE', `/api/retention-holds/${hold}`)).status).toBe(200)
    expect((await runRetention(payload, at(afterwards + 2 * aDay))).done.content).toEqual({
      [stage.town.id]: 1,
    })
    expect(isDestroyed(await stage.row('posts', id))).toBe(true)
    for (const document of [id, stage.second, 'no id', 'f'.repeat(24), 'f'.repeat(36), '', null]) {
      for (const kind of ['post', 'log', 'account', 'media', 'nothing'])
        expect(
          (await admin.post('/api/retention-holds', { kind, document, reason: 'authority' })).status,
        ).toBe(422)
    }
  })

  it('stays as long as its removal may be appealed against', async () => {
    const { editor } = stage.town.person
    const { category, organisation } = stage.town
    const { id } = await publishFor(editor, organisation.Kommunen, 'posts', {
      title: 'Borttaget',
      categories: [category],
    })
    const removed = await editor.act('posts', id, 'remove', { reason: 'commercial', message: 'Reklam.' })
    expect(removed.status, JSON.stringify(removed.body)).toBe(200)
    await stage.set('publications', id, { ended: new Date(begin + days * aDay).toISOString() })
    const night = afterwards + 2.2 * aDay
    const refusedAt = async (instant: string) =>
      stage.set('posts', id, {
        workflow: { ...((await stage.row('posts', id))!.workflow as object), refusedAt: instant },
      })
    await refusedAt(new Date(night - 180 * aDay).toISOString())
    const { held } = await runRetention(payload, at(night))
    expect(held.content).toEqual({ [stage.town.id]: 1 })
    expect(isDestroyed(await stage.row('posts', id))).toBe(false)
    await refusedAt(new Date(night - 190 * aDay).toISOString())
    await runRetention(payload, at(night + 0.1 * aDay))
    expect(isDestroyed(await stage.row('posts', id))).toBe(true)
  })

  it('leaves a picture that is held where what showed it goes, until it is held no more', async () => {
    const { admin, editor } = stage.town.person
    const { category, organisation } = stage.town
    const picture = await uploadFor(editor, organisation.Kommunen, 'Beviset')
    const { id } = await publishFor(editor, organisation.Kommunen, 'posts', {
      title: 'Olyckan',
      categories: [category],
      pictures: [picture],
    })
    await editor.act('posts', id, 'withdraw', { reason: 'other', explanation: 'Slut.' })
    await stage.set('publications', id, { ended: new Date(begin + days * aDay).toISOString() })
    const wanted = { kind: 'media', document: picture, reason: 'legal-claim' }
    const held = await admin.post('/api/retention-holds', wanted)
    expect(held.status, JSON.stringify(held.body)).toBe(201)
    await runRetention(payload, at(afterwards + 2.5 * aDay))
    expect(isDestroyed(await stage.row('posts', id))).toBe(true)
    expect((await stage.row('media', picture))?.discarded).toBe(false)
    expect((await admin.send('DELETE', `/api/retention-holds/${held.body.doc.id}`)).status).toBe(200)
    await runRetention(payload, at(afterwards + 2.6 * aDay))
    expect(await stage.row('media', picture)).toBeNull()
  })

  it('stays where somebody brings it back while the run goes on', async () => {
    const { admin } = stage.town.person
    const id = await shownOnce('Tillbaka')
    const restore = async () => expect((await admin.act('posts', id, 'restore', {})).status).toBe(200)
    const report = await meanwhile(restore, () => runRetention(payload, at(afterwards + 3 * aDay)))
    expect([report.done.content, report.failed]).toEqual([undefined, []])
    expect(await stage.row('posts', id)).toMatchObject({ publication: 'live' })
  })

  it('is counted once where two processes carry out one run: the first stops when the other takes it up', async () => {
    const ids = [await shownOnce('En'), await shownOnce('Två')]
    const night = afterwards + 4 * aDay
    const takeUp = async () => {
      const [run] = await everyRow<Row>(payload, 'retention-runs', { finished: { equals: null } })
      await stage.set('retention-runs', run!.id, { step: Number(run!.step) + 1 })
    }
    await expect(meanwhile(takeUp, () => runRetention(payload, at(night)))).rejects.toMatchObject({
      code: 'retention-taken-up',
    })
    expect((await runRetention(payload, at(night))).done.content).toEqual({ [stage.town.id]: 2 })
    for (const id of ids) expect(isDestroyed(await stage.row('posts', id))).toBe(true)
    // A clock that is set back has nothing to do, and closes what is open.
    expect((await runRetention(payload, at(begin))).done).toEqual({})
  })

  it('goes on where one kind of thing cannot be looked at, or done, says which, and does it the next time', async () => {
    const id = await shownOnce('Ändå')
    // The proof of the nights before is over by then: nothing goes that stands behind something younger.
    const night = at(afterwards + 200 * aDay)
    for (const day of [9_998, 9_999]) await logSomething(day, stage.second, begin)
    await sealLog(payload)
    const told = await dryRun(payload, night.now())
    const { db } = payload
    const { find, deleteMany } = db
    const broken = () => Promise.reject(new Error('broken'))
    db.find = ((args: Parameters<typeof find>[0]) =>
      (args.collection as string) === 'one-time-codes' ? broken() : find.call(db, args)) as typeof find
    // The cut of the log is signed by then, and nothing of it deleted.
    db.deleteMany = ((args: Parameters<typeof deleteMany>[0]) =>
      args.collection === 'moderation-log' ? broken() : deleteMany.call(db, args)) as typeof deleteMany
    const report = await runRetention(payload, night).finally(() => Object.assign(db, { find, deleteMany }))
    expect([report.done.content, report.done.log]).toEqual([{ [stage.town.id]: 1 }, undefined])
    expect(report.failed).toEqual(['codes', 'log'])
    expect(isDestroyed(await stage.row('posts', id))).toBe(true)
    const shown = (await stage.town.person.auditor.get('/api/retention')).body.runs[0]
    expect(shown).toMatchObject({ failed: ['codes', 'log'], done: { content: 1 } })
    const again = await runRetention(payload, night)
    expect(again.failed).toEqual([])
    expect(told.done.log?.[stage.second]).toBeGreaterThan(2)
    expect(again.done.log).toEqual(told.done.log)
    expect((await verifyLog(payload)).filter(({ whole }) => !whole)).toEqual([])
  })

  it('is counted once, and all of it, at whichever write the process dies', async () => {
    let deaths = 0
    for (let write = 0; write < 14; write += 1) {
      const night = afterwards + (210 + write) * aDay
      const [ends, account] = [new Date(begin).toISOString(), 'a']
      await stage.insert('sessions', { account, token: `d-${write}`, purpose: 'session', ends })
      await stage.insert('one-time-codes', { account, hash: `d-${write}`, ends, used: false })
      const told = await dryRun(payload, new Date(night))
      const revive = dieAt(write)
      deaths += await runRetention(payload, at(night)).then(
        () => 0,
        () => 1,
      )
      revive()
      expect((await runRetention(payload, at(night))).failed).toEqual([])
      expect([write, sorted(await doneOn(night))]).toEqual([write, sorted(told.done)])
    }
    expect(deaths).toBeGreaterThan(7)
  })

  it('may be shorter in a municipality and never longer, and is shown to auditors and admins alone', async () => {
    const { admin, auditor, editor, author } = stage.town.person
    const change = (length: unknown, by = admin, more: object = {}) =>
      by.post('/api/retention/periods', { category: 'content', length, ...more })
    for (const length of [25, 0, -1, 1.5, '12', undefined, [12]]) {
      const refused = await change(length)
      expect([refused.status, refused.body.faults[0].field], String(length)).toEqual([422, 'length'])
    }
    // A refusal can be appealed against for six months; what was decided and why is there as long.
    for (const kept of ['notices', 'history'])
      expect((await change(6, admin, { category: kept })).body.faults[0].field, kept).toBe('length')
    expect((await change(12, auditor)).status).toBe(403)
    expect((await change(12, editor)).status).toBe(403)
    expect((await change(12, admin, { municipality: stage.second })).status).toBe(404)
    expect((await change(12, admin, { zone: 'UTC' })).status).toBe(422)
    expect((await change(12)).status).toBe(200)
    // The form of the municipality knows nothing of it, and takes nothing of it away.
    const save = (more: object) => admin.patch(`/api/municipalities/${stage.town.id}`, more)
    const form = await save({ privacyNoticeUrl: 'https://ekby.example/integritet' })
    expect([form.status, 'retention' in form.body.doc]).toEqual([200, false])
    expect((await save({ retention: { content: 24, log: 1 } })).status).toBe(422)
    const { body } = await auditor.get('/api/retention')
    const shown = (category: string) =>
      body.rows.find((each: { category: string }) => each.category === category)
    expect(shown('content')).toMatchObject({ period: { months: 12 }, longest: { months: 24 }, own: true })
    expect(shown('log')).toMatchObject({ period: { months: 36 }, own: false })
    expect((await auditor.get('/api/retention/dry-run')).body).toMatchObject({ municipality: stage.town.id })
    for (const door of ['/api/retention', '/api/retention/dry-run']) {
      for (const by of [editor, author]) expect((await by.get(door)).status).toBe(403)
      expect((await auditor.get(`${door}?municipality=${stage.second}`)).status).toBe(404)
    }
    // From the next night on.
    const id = await shownOnce('Kortare')
    const ended = new Date(afterwards).toISOString()
    await stage.set('publications', id, { ended })
    expect((await runRetention(payload, at(afterwards + 300 * aDay))).done.content).toBeUndefined()
    const nextYear = await runRetention(payload, at(afterwards + 367 * aDay))
    expect(nextYear.done.content).toEqual({ [stage.town.id]: 1 })
    expect((await change(null)).body.rows[0]).toMatchObject({ category: 'content', own: false })
  })
})

/** The same counts in the same order, whatever order they came in. */
function sorted(counts: object): unknown {
  return Object.entries(counts)
    .map(([name, lines]) => [name, Object.entries(lines as object).sort()])
    .sort()
}
