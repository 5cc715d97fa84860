import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { shownConnections, type Processing } from '../privacy/processing/connections.js'
import { readSettings, SettingsFault } from './env.js'
import { connectionsOf, declaredProcessors } from './processing-settings.js'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torg-processors-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const host = { name: 'Molnet AB', services: ['hosting', 'database'], countries: ['SE'] }
const declare = (...processors: object[]) => declaredProcessors(JSON.stringify({ processors }), folder)

describe('who handles data', () => {
  it('is not declared where nothing is said, and nobody where an empty list is', () => {
    expect(declaredProcessors(undefined, folder)).toEqual({ operator: null, processors: null, faults: [] })
    expect(declare()).toEqual({ operator: null, processors: [], faults: [] })
  })

  it('is read from the setting itself, or from a file that it names', () => {
    const operator = { name: 'Drift AB', contact: 'drift@example.se', dataProtectionOfficer: null }
    const text = JSON.stringify({ operator, processors: [host] })
    fs.writeFileSync(path.join(folder, 'processors.json'), text)
    const expected = {
      operator,
      processors: [{ ...host, region: null, ground: null, hosts: [] }],
      faults: [],
    }
    expect(declaredProcessors(text, folder)).toEqual(expected)
    expect(declaredProcessors('processors.json', folder)).toEqual(expected)
  })

  it.each([
    ['the EU', ['SE', 'FR', 'HR'], undefined, []],
    ['the EEA', ['NO', 'IS', 'LI'], undefined, []],
    ['the United States without a ground', ['SE', 'US'], undefined, ['US']],
    ['Switzerland and the United Kingdom without a ground', ['CH', 'GB'], undefined, ['CH, GB']],
    ['a country that nobody knows', ['XX'], undefined, ['XX']],
    ['the United States on standard clauses', ['US'], 'standard-clauses', []],
  ])('in %s', (_, countries, ground, refused) => {
    const { faults, processors } = declare({ ...host, countries, ...(ground && { ground }) })
    expect(faults).toEqual(
      refused.map((where) => expect.stringContaining(`"Molnet AB" handles data in ${where}, outside the EU`)),
    )
    expect(processors === null).toBe(refused.length > 0)
  })

  it.each([
    ['no JSON', '{"processors": [', 'neither JSON'],
    ['a file that is not there', 'missing.json', 'cannot be read'],
    ['nobody named', JSON.stringify({ processors: [{ ...host, name: '' }] }), 'processors.0.name'],
    ['no country', JSON.stringify({ processors: [{ ...host, countries: [] }] }), 'processors.0.countries'],
    ['a country in words', JSON.stringify({ processors: [{ ...host, countries: ['Sverige'] }] }), 'SE'],
    [
      'a ground of its own',
      JSON.stringify({ processors: [{ ...host, ground: 'trust' }] }),
      'processors.0.ground',
    ],
    ['a word that is not known', JSON.stringify({ processors: [{ ...host, country: 'SE' }] }), 'country'],
    ['no list', '{}', 'processors'],
  ])('is refused with %s', (_, given, words) => {
    const { faults } = declaredProcessors(given, folder)
    expect(faults.join('\n')).toContain(words)
    expect(faults.every((fault) => fault.startsWith('TORG_PROCESSORS: '))).toBe(true)
  })

  it('keeps Torg from starting where data would leave the EU without a ground, beside every other fault', () => {
    const env = {
      PORT: '0',
      TORG_PROCESSORS: JSON.stringify({ processors: [{ ...host, countries: ['US'] }] }),
    }
    let fault: unknown
    try {
      readSettings(env, folder)
    } catch (error) {
      fault = error
    }
    expect(fault).toBeInstanceOf(SettingsFault)
    expect((fault as SettingsFault).faults).toEqual([
      expect.stringContaining('PORT'),
      expect.stringMatching(/^TORG_PROCESSORS: "Molnet AB" handles data in US.*add "ground"/),
    ])
  })
})

describe('what Torg connects to', () => {
  const url = 'mongodb://user:word@DB1.molnet.example:27017,10.0.0.7,localhost/torg?replicaSet=rs0&tls=true'
  const connections = connectionsOf({ url, privateNetwork: ['10.0.0.7'] }, 'smtp.example.org')

  it('is every host of the database and of e-mail, and nothing of the address beside', () => {
    expect(connections).toEqual([
      { use: 'database', host: 'db1.molnet.example', reach: 'elsewhere' },
      { use: 'database', host: '10.0.0.7', reach: 'private-network' },
      { use: 'database', host: 'localhost', reach: 'this-machine' },
      { use: 'e-mail', host: 'smtp.example.org', reach: 'elsewhere' },
    ])
    expect(connectionsOf(null, null)).toEqual([])
    expect(JSON.stringify(connections)).not.toContain('word')
  })

  it('belongs to whoever names the host, or what is above it; what leaves the machine and is named by nobody is undeclared', () => {
    const processors = [
      { ...host, region: null, ground: null, hosts: ['.molnet.example'] },
    ] as Processing['processors']
    const processing: Processing = { operator: null, processors, connections, https: true, ownKeys: false }
    const shown = (of: Processing) =>
      shownConnections(of).map(({ processor, undeclared }) => [processor, undeclared])
    expect(shown(processing)).toEqual([
      ['Molnet AB', false],
      [null, false],
      [null, false],
      [null, true],
    ])
    expect(shown({ ...processing, processors: null }).map(([, undeclared]) => undeclared)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})
