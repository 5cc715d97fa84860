import type { AdminViewServerProps } from 'payload'
import { wordsIn } from '../language.js'
import { OwnView } from '../own-view.js'
import { StatementApp } from './statement-app.js'

const collections = ['events', 'posts', 'organisations']

/** `/admin/statement/{collection}/{id}`: why something was taken away, what can be done, and what became of it. */
export async function StatementView(props: AdminViewServerProps) {
  const segments = (await (props.params as unknown as Promise<{ segments?: string[] }>))?.segments ?? []
  const [, collection = '', id = ''] = segments
  const known = collections.includes(collection) && /^[0-9a-f-]{24,36}$/.test(id)
  return (
    <OwnView
      {...props}
      href={known ? `/admin/statement/${collection}/${id}` : '/admin'}
      show={(_, language) =>
        known ? <StatementApp collection={collection} id={id} /> : <p>{wordsIn(language).statementNone}</p>
      }
    />
  )
}
