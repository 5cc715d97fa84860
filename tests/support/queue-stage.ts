import type { Page } from 'playwright-core'
import { writeEvent, type Admin } from './browser.js'
import { paragraph } from './paragraph.js'

interface Doc {
  id: string
  revision: number
}

/** Speaks to the API as the account of a page; throws where it is refused. */
export async function ask<T>(
  page: Page,
  { base }: Admin,
  method: string,
  path: string,
  data?: object,
): Promise<T> {
  const answer = await page.request.fetch(path, {
    method,
    headers: { Origin: base },
    ...(data ? { data } : {}),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Takes an action on the newest revision. */
export async function act(
  page: Page,
  admin: Admin,
  key: string,
  action: string,
  input: object = {},
): Promise<void> {
  const { revision } = await ask<{ revision: number }>(page, admin, 'GET', `/api/${key}/actions`)
  await ask(page, admin, 'POST', `/api/${key}/actions/${action}`, { revision, ...input })
}

/** A post of the association, sent in; answers its id. */
export async function writePost(page: Page, admin: Admin, title: string, more: object = {}): Promise<string> {
  const { doc } = await ask<{ doc: Doc }>(page, admin, 'POST', '/api/posts', {
    title,
    body: paragraph('Vi söker fler som vill vara med.'),
    language: 'sv',
    categories: [admin.ids.category],
    ...more,
  })
  await ask(page, admin, 'POST', `/api/posts/${doc.id}/actions/submit`, { revision: doc.revision })
  return doc.id
}

/** An event that is public and of which a change waits; answers its id. */
export async function writeChange(author: Page, editor: Page, admin: Admin, title: string): Promise<string> {
  const id = await writeEvent(author, admin, { title, summary: 'Varje tisdag i Stora hallen.' })
  await act(editor, admin, `events/${id}`, 'approve')
  const { revision } = await ask<Doc>(author, admin, 'GET', `/api/events/${id}?depth=0`)
  await ask(author, admin, 'PATCH', `/api/events/${id}`, {
    revision,
    summary: 'Varje onsdag i Stora hallen.',
  })
  await act(author, admin, `events/${id}`, 'submit')
  return id
}

/** Something of every sort that waits, `many` in all: events, posts, changes, a profile, an appeal, an announcement, an application. */
export async function fillQueue(author: Page, editor: Page, admin: Admin, many: number): Promise<void> {
  for (const index of [1, 2]) await writeChange(author, editor, admin, `Ändrad ${index}`)
  const announced = await writeEvent(author, admin, { title: 'Ställs in' })
  await act(editor, admin, `events/${announced}`, 'approve')
  await act(author, admin, `events/${announced}`, 'announce', { status: 'cancelled', reason: 'weather' })
  const refused = await writePost(author, admin, 'Överklagas')
  await act(editor, admin, `posts/${refused}`, 'reject', { reason: 'commercial', message: 'Det är reklam.' })
  await act(author, admin, `posts/${refused}`, 'appeal', { message: 'Det är det inte.' })
  const key = `organisations/${admin.ids.organisation}`
  const { revision } = await ask<Doc>(editor, admin, 'GET', `/api/${key}?depth=0`)
  await ask(author, admin, 'PATCH', `/api/${key}`, { revision, description: 'Vi spelar för alla.' })
  await act(author, admin, key, 'submit')
  await ask(editor, admin, 'POST', '/api/organisations/apply', { municipality: 'ekby', name: 'Nykomlingen' })
  const others = many - 6
  for (let index = 0; index < others; index += 1) {
    if (index % 3 === 0) await writePost(author, admin, `Inlägg ${index}`)
    else {
      // Each at its own time, so that none is taken for another.
      const day = String(1 + (index % 28)).padStart(2, '0')
      const start = `2027-0${3 + Math.floor(index / 28)}-${day}T${String(8 + (index % 10)).padStart(2, '0')}:00:00Z`
      await writeEvent(author, admin, { title: `Evenemang ${index}`, start, end: null })
    }
  }
}
