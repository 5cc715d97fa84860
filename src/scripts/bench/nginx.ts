import fs from 'node:fs'
import path from 'node:path'
import { onPath } from '../tools/on-path.mjs'
import { freePort } from './database.js'
import { run, type Running } from './processes.js'
import { bodyOf, type Recorded } from './recorded.js'

/** Where the n-th recorded answer lies. */
export const nginxPath = (position: number): string => `/answer-${position}`

const location = ({ headers }: Recorded, position: number, folder: string): string => {
  // nginx works out its own lengths, types and tags.
  const own = ['content-length', 'content-type', 'etag']
  const added = headers.filter(([name]) => !own.includes(name.toLowerCase()))
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain'
  return (
    `location = ${nginxPath(position)} { default_type "${type}"; alias ${folder}/${position}; ` +
    `${added.map(([name, value]) => `add_header ${name} "${value}";`).join(' ')} }`
  )
}

/** nginx with one worker that serves the same bytes as files with the same headers; null where it is not on the PATH. */
export async function startNginx(folder: string, recorded: Recorded[]): Promise<Running | null> {
  const [nginx] = onPath('nginx')
  if (!nginx) return null
  const files = path.join(folder, 'nginx')
  fs.mkdirSync(files, { recursive: true })
  recorded.forEach((one, position) => fs.writeFileSync(path.join(files, String(position)), bodyOf(one)))
  const port = await freePort()
  const file = path.join(folder, 'nginx.conf')
  fs.writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root; ' : ''}worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; open_file_cache max=100; keepalive_requests 100000000;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server {
    listen 127.0.0.1:${port}; root ${files};
    location = / { return 200; }
    ${recorded.map((one, position) => location(one, position, files)).join('\n    ')}
  }
}
`,
  )
  return run(nginx, ['-c', file], { port, readyAt: '/' })
}
