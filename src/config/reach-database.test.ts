import { createServer, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { SettingsFault, type Settings } from './env.js'
import { reachDatabase, setFault } from './reach-database.js'

it('says where no MongoDB answers, and repeats no password', async () => {
  // A port that nobody listens on: one that was free a moment ago.
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const databaseUrl = `mongodb://torg:hemligt@127.0.0.1:${port}/torg?replicaSet=rs0`
  const refused = reachDatabase({ database: 'mongodb', databaseUrl } as Settings, 500)
  await expect(refused).rejects.toBeInstanceOf(SettingsFault)
  const { faults } = (await refused.catch((error: unknown) => error)) as SettingsFault
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(`rs0 answers at 127.0.0.1:${port}`)
  expect(faults[0]).not.toContain('hemligt')
})

it('takes no MongoDB on which nothing could be written together, whatever its address promises', () => {
  expect(setFault('rs0', 'rs0')).toBe(null)
  expect(setFault('rs0', undefined)).toMatch(/no member of a replica set/)
  expect(setFault(undefined, undefined)).toMatch(/no member of a replica set/)
  expect(setFault(undefined, 'atlas-x')).toMatch(/add replicaSet=atlas-x$/)
})
