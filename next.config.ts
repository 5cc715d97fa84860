import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import path from 'node:path'

/** Next serves the admin only; Express is in front of it (src/server.ts). */
const config: NextConfig = {
  distDir: '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  experimental: {
    cpus: 1,
    // Our imports name `.js`, as Node wants them; Turbopack cannot map that to `.ts` (vercel/next.js #82945), so the
    // admin is built with `next build --webpack`.
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
  outputFileTracingRoot: path.resolve(import.meta.dirname),
  // Torg runs from its own folder; tracing which files a copy elsewhere would need took minutes of each build.
  outputFileTracingExcludes: { '**': ['**/*'] },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    'drizzle-orm',
    'libsql',
    '@libsql/client',
    'mongodb',
    'mongoose',
    'pino',
    'sharp',
  ],
}

export default withPayload(config, { devBundleServerPackages: false })
