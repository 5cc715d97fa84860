import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`log_lines\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`last\` numeric NOT NULL,
  	\`hash\` text,
  	\`stamp\` text,
  	\`cut\` numeric DEFAULT 0,
  	\`cut_hash\` text,
  	\`cut_stamp\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`log_lines_updated_at_idx\` ON \`log_lines\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`log_lines_created_at_idx\` ON \`log_lines\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`line\` text;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`sequence\` numeric;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`place\` text;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`previous\` text;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`hash\` text;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`stamp\` text;`)
  await db.run(sql`CREATE INDEX \`moderation_log_sequence_idx\` ON \`moderation_log\` (\`sequence\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`moderation_log_place_idx\` ON \`moderation_log\` (\`place\`);`)
  await db.run(sql`CREATE INDEX \`line_sequence_idx\` ON \`moderation_log\` (\`line\`,\`sequence\`);`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`wording\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`log_lines\`;`)
  await db.run(sql`DROP INDEX \`moderation_log_sequence_idx\`;`)
  await db.run(sql`DROP INDEX \`moderation_log_place_idx\`;`)
  await db.run(sql`DROP INDEX \`line_sequence_idx\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`wording\` text;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`line\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`sequence\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`place\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`previous\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`hash\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`stamp\`;`)
}
