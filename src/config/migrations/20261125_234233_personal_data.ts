import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`withdrawn\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`consent_ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`consent_over\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`files_due\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`outbox\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`outbox_cause\` text DEFAULT '';`)
  await db.run(sql`CREATE INDEX \`media_consent_consent_valid_until_idx\` ON \`media\` (\`consent_valid_until\`);`)
  await db.run(sql`CREATE INDEX \`media_withdrawn_idx\` ON \`media\` (\`withdrawn\`);`)
  await db.run(sql`CREATE INDEX \`media_consent_over_idx\` ON \`media\` (\`consent_over\`);`)
  await db.run(sql`CREATE INDEX \`media_files_due_idx\` ON \`media\` (\`files_due\`);`)
  await db.run(sql`CREATE INDEX \`media_outbox_cause_idx\` ON \`media\` (\`outbox_cause\`);`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`override\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`media_consent_consent_valid_until_idx\`;`)
  await db.run(sql`DROP INDEX \`media_withdrawn_idx\`;`)
  await db.run(sql`DROP INDEX \`media_consent_over_idx\`;`)
  await db.run(sql`DROP INDEX \`media_files_due_idx\`;`)
  await db.run(sql`DROP INDEX \`media_outbox_cause_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`withdrawn\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`consent_ended_at\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`consent_over\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`files_due\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`outbox\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`outbox_cause\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`override\`;`)
}
