import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`turn\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`discarded\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`media_discarded_idx\` ON \`media\` (\`discarded\`);`)
  await db.run(sql`ALTER TABLE \`municipalities\` ADD \`turn\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`media_discarded_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`discarded\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`turn\`;`)
  await db.run(sql`ALTER TABLE \`municipalities\` DROP COLUMN \`turn\`;`)
}
