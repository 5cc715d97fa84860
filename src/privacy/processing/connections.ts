import type { Operator, Processor } from './processors.js'

/** A host that Torg itself connects to, by the settings. */
export interface Connection {
  use: 'database' | 'e-mail'
  host: string
  /** This machine, a network that the settings name as private, or anywhere. */
  reach: 'this-machine' | 'private-network' | 'elsewhere'
}

/** What the settings say about how and by whom data is handled. */
export interface Processing {
  operator: Operator | null
  /** Null where nothing was declared; empty where it was declared that there are none. */
  processors: Processor[] | null
  connections: Connection[]
  /** Whether people reach Torg encrypted, and whether its keys are set apart from the secret. */
  https: boolean
  ownKeys: boolean
}

export interface ShownConnection extends Connection {
  /** Whose host it is; null where no processor names it. */
  processor: string | null
  /** Whether it leaves this machine and its private network and belongs to nobody that was declared. */
  undeclared: boolean
}

/** Each connection with whoever was declared for it. A processor names a host itself, or all below it by a leading dot. */
export function shownConnections({
  connections,
  processors,
}: Pick<Processing, 'connections' | 'processors'>): ShownConnection[] {
  return connections.map((connection) => {
    const owner = (processors ?? []).find(({ hosts }) =>
      hosts.some((named) => covers(named, connection.host)),
    )
    return {
      ...connection,
      processor: owner?.name ?? null,
      undeclared: connection.reach === 'elsewhere' && !owner,
    }
  })
}

const covers = (named: string, host: string): boolean =>
  named.startsWith('.') ? host.endsWith(named) : host === named
