import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`retention_holds\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`kind\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`since\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`retention_holds_municipality_idx\` ON \`retention_holds\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`retention_holds_document_idx\` ON \`retention_holds\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`retention_holds_updated_at_idx\` ON \`retention_holds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`retention_holds_created_at_idx\` ON \`retention_holds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`retention_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`day\` text,
  	\`began\` text,
  	\`finished\` text,
  	\`step\` numeric DEFAULT 0,
  	\`done\` text,
  	\`held\` text,
  	\`failed\` text,
  	\`under_way\` text,
  	\`closing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`retention_runs_day_idx\` ON \`retention_runs\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`retention_runs_finished_idx\` ON \`retention_runs\` (\`finished\`);`)
  await db.run(sql`CREATE INDEX \`retention_runs_updated_at_idx\` ON \`retention_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`retention_runs_created_at_idx\` ON \`retention_runs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`municipalities\` ADD \`retention\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`disabled_on\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`retention_holds\`;`)
  await db.run(sql`DROP TABLE \`retention_runs\`;`)
  await db.run(sql`ALTER TABLE \`municipalities\` DROP COLUMN \`retention\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`disabled_on\`;`)
}
