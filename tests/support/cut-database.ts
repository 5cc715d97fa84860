import type { Payload } from 'payload'

/** Takes the database away from a running process, for good. */
export async function cutDatabase({ db }: Payload): Promise<void> {
  const { client, connection } = db as unknown as {
    client?: { close: () => void }
    connection?: { close: (force: boolean) => Promise<void> }
  }
  if (client) client.close()
  else await connection!.close(true)
}
