import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`municipality_claimedBy_idx\` ON \`events\` (\`municipality_id\`,\`claimed_by\`);`)
  await db.run(
    sql`CREATE INDEX \`municipality_startsAt_createdAt_idx\` ON \`events\` (\`municipality_id\`,\`starts_at\`,\`created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`municipality_claimedBy_1_idx\` ON \`posts\` (\`municipality_id\`,\`claimed_by\`);`)
  await db.run(
    sql`CREATE INDEX \`municipality_claimedBy_2_idx\` ON \`organisations\` (\`municipality_id\`,\`claimed_by\`);`,
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`municipality_claimedBy_idx\`;`)
  await db.run(sql`DROP INDEX \`municipality_startsAt_createdAt_idx\`;`)
  await db.run(sql`DROP INDEX \`municipality_claimedBy_1_idx\`;`)
  await db.run(sql`DROP INDEX \`municipality_claimedBy_2_idx\`;`)
}
