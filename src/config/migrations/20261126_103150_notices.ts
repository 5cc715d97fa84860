import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`inboxes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`read_until\` text NOT NULL,
  	\`read\` text,
  	\`revision\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`inboxes_updated_at_idx\` ON \`inboxes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`inboxes_created_at_idx\` ON \`inboxes\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`told\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`read\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`inboxes\`;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`read\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`told\`;`)
}
