import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refreshMunicipalities } from '../../src/editorial/refresh-municipalities.js'
import { fieldLabels } from '../../src/privacy/inventory/field-labels.js'
import { personalIn } from '../../src/privacy/inventory/label.js'
import type { ControllerRecord, ProcessorRecord } from '../../src/privacy/processing/records.js'
import { eventually } from '../support/people.js'
import { twoMunicipalities, type ActorName, type Stage } from '../support/two-municipalities.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'

const declared = {
  operator: { name: 'Drift AB', contact: 'drift@example.org' },
  processors: [
    { name: 'Molnet AB', services: ['hosting', 'database'], countries: ['SE'] },
    { name: 'Sky Inc', services: ['e-mail'], countries: ['US'], ground: 'standard-clauses' },
  ],
}

describeHere('the records of processing', () => {
  let torg: Running
  let stage: Stage

  beforeAll(async () => {
    torg = await startForTests({
      TORG_PROCESSORS: JSON.stringify(declared),
      TORG_SMTP_URL: 'smtps://post:word@mail.sky.example',
      TORG_MAIL_FROM: 'no-reply@torg.example',
    })
    stage = await twoMunicipalities(torg)
    // The stage's run and holds have no times, so the page that lists them, and answers a new period, cannot be made.
    for (const collection of ['retention-runs', 'retention-holds'] as CollectionSlug[])
      await torg.payload.db.deleteMany({ collection, where: {} })
  }, 600_000)
  afterAll(() => torg?.stop())

  const controller = (by: ActorName, municipality?: string) =>
    stage.visitors[by].get(`/api/processing/controller${municipality ? `?municipality=${municipality}` : ''}`)
  const processor = (by: ActorName) => stage.visitors[by].get('/api/processing/processor')
  const recordOf = async (by: ActorName, municipality: string): Promise<ControllerRecord> => {
    const { status, body } = await controller(by, municipality)
    expect(status).toBe(200)
    return body as ControllerRecord
  }

  it('are read by the admin and the auditor of a municipality, of theirs alone, and by the operator', async () => {
    const { M, C } = stage.municipalities
    for (const by of ['admin', 'auditor'] as const) {
      expect([by, (await controller(by)).status, (await controller(by, M)).status]).toEqual([by, 200, 200])
      expect([by, (await controller(by, C)).status]).toEqual([by, 404])
      const { controllers } = (await processor(by)).body as ProcessorRecord
      expect(controllers).toHaveLength(1)
    }
    expect((await controller('operator', M)).status).toBe(200)
    expect((await controller('operator', C)).status).toBe(200)
    for (const strange of [undefined, 'nothing', '6f9619ff-8b86-d011-b42d-00c04fc964ff'])
      expect((await controller('operator', strange)).status).toBe(404)
    const { controllers } = (await processor('operator')).body as ProcessorRecord
    expect(controllers.length).toBeGreaterThan(1)
    for (const by of [
      'editor',
      'calendar',
      'orgadmin',
      'contrib',
      'keyorg',
      'keytown',
      'machine',
      'loner',
    ] as const)
      expect([by, (await controller(by, M)).status, (await processor(by)).status]).toEqual([by, 403, 403])
    for (const by of ['anonymous', 'disabled'] as const)
      expect([by, (await controller(by, M)).status, (await processor(by)).status]).toEqual([by, 401, 401])
    expect((await stage.visitors.admin.get('/api/processing/controller?lang=sv')).status).toBe(400)
    expect((await stage.visitors.admin.get('/api/processing/processor?municipality=x')).status).toBe(400)
  })

  it('name every field that holds something of people, each with its kind, and none that does not', async () => {
    const { activities } = await recordOf('admin', stage.municipalities.M)
    const told = activities.flatMap(({ stored }) =>
      stored.flatMap(({ collection, fields }) =>
        Object.entries(fields).flatMap(([label, paths]) =>
          paths.map((path) => `${collection} ${path} ${label}`),
        ),
      ),
    )
    const labelled = Object.entries(fieldLabels).flatMap(([slug, fields]) =>
      Object.entries(fields).flatMap(([path, label]) =>
        personalIn(label).map((one) => `${slug} ${path} ${one}`),
      ),
    )
    expect(told.sort()).toEqual(labelled.sort())
    for (const { stored } of activities)
      for (const { kept, otherwise, collection } of stored)
        expect([collection, kept.length > 0 || otherwise !== null]).toEqual([collection, true])
  })

  it('say who handles data and where, what leaves the EU, and which connections nobody declared', async () => {
    const record = await recordOf('auditor', stage.municipalities.M)
    expect(record.operator).toEqual({ ...declared.operator, dataProtectionOfficer: null })
    expect(record.processors!.map(({ name }) => name)).toEqual(['Molnet AB', 'Sky Inc'])
    expect(record.transfers).toEqual([
      { processor: 'Sky Inc', countries: ['US'], ground: 'standard-clauses' },
    ])
    const mail = {
      use: 'e-mail',
      host: 'mail.sky.example',
      reach: 'elsewhere',
      processor: null,
      undeclared: true,
    }
    expect(record.connections).toContainEqual(mail)
    expect(record.connections).toHaveLength(database === 'mongodb' ? 2 : 1)
    expect(record.recipients.map(({ code }) => code)).toEqual(['everybody', 'inside', 'mail', 'processors'])
    expect(JSON.stringify(record)).not.toMatch(/post:word|word@/)
  })

  it('follow the settings of the municipality: who answers for it, its contact, its second factor, its shorter times', async () => {
    const { M } = stage.municipalities
    const before = await recordOf('admin', M)
    expect(before.languages).toEqual(['sv', 'en'])
    expect(before.controller).toEqual({
      name: expect.stringContaining('kommun'),
      dataProtectionContact: null,
    })
    const saved = await stage.visitors.admin.patch(`/api/municipalities/${M}`, {
      controller: 'Kulturnämnden',
      dataProtectionContact: 'dso@kommun.example',
      secondFactor: 'everyone',
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const shorter = { category: 'log', length: 12 }
    expect((await stage.visitors.admin.post('/api/retention/periods', shorter)).status).toBe(200)
    const record = await recordOf('operator', M)
    expect(record.controller).toEqual({ name: 'Kulturnämnden', dataProtectionContact: 'dso@kommun.example' })
    const kept = record.activities.flatMap(({ stored }) => stored.flatMap((one) => one.kept))
    expect(kept.find(({ category }) => category === 'log')!.period).toEqual({ months: 12 })
    const codes = record.measures.map(({ code }) => code)
    expect(codes).toContain('log')
    // These are demo municipalities, in which nobody has to show a second factor.
    expect(codes.filter((code) => code.startsWith('second-factor'))).toEqual([])
    const { controllers } = (await processor('admin')).body as ProcessorRecord
    expect(controllers[0]).toMatchObject({
      name: 'Kulturnämnden',
      dataProtectionContact: 'dso@kommun.example',
    })
  })

  it('and so does the public page, at once, though nobody saves the municipality', async () => {
    const { M } = stage.municipalities
    const slug = (await recordOf('admin', M)).municipality
    const page = async () => String((await stage.visitors.anonymous.get(`/${slug}/privacy`)).body)
    expect(await eventually(page, (text) => /Loggen<\/th><td>[^<]*<\/td><td>12 månader/.test(text))).toMatch(
      /Loggen<\/th><td>[^<]*<\/td><td>12 månader/,
    )
    expect(await page()).toContain('Kulturnämnden')
    expect(await page()).toContain('USA (utanför EU och EES')
    await stage.visitors.admin.post('/api/retention/periods', { category: 'log', length: null })
    expect(await eventually(page, (text) => /Loggen<\/th><td>[^<]*<\/td><td>36 månader/.test(text))).toMatch(
      /Loggen<\/th><td>[^<]*<\/td><td>36 månader/,
    )
  })

  it('is brought up at a start where the public copy is from before there was such a page, once', async () => {
    const { payload } = torg
    const { M } = stage.municipalities
    const id = (await recordOf('admin', M)).municipality
    const find = async () =>
      (await payload.db.findOne({
        collection: 'publications',
        where: { id: { equals: id } },
      })) as unknown as {
        number: number
        data: { privacy?: unknown; name: string }
      }
    const { data, number } = await find()
    const { privacy, ...older } = data
    expect(privacy).toMatchObject({ controller: 'Kulturnämnden', periods: null })
    await payload.db.updateOne({
      collection: 'publications',
      where: { id: { equals: id } },
      data: { data: older },
    })
    await refreshMunicipalities(payload, new Date())
    const after = await find()
    expect(after.data).toEqual(data)
    expect(after.number).toBeGreaterThan(number)
    await refreshMunicipalities(payload, new Date())
    expect((await find()).number).toBe(after.number)
  })
})
