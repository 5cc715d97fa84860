import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`notices\` ADD \`ground\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`rule\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`wording\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`automated\` integer;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`wording\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`ground\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`rule\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`wording\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`automated\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`wording\`;`)
}
