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
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`account\` text NOT NULL,
  	\`municipality\` text,
  	\`kind\` text NOT NULL,
  	\`notice\` text,
  	\`next_at\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`fault\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_account_idx\` ON \`mails\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`mails_next_at_idx\` ON \`mails\` (\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`share_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hash\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`municipality\` text NOT NULL,
  	\`organisation\` text NOT NULL,
  	\`made_by\` text NOT NULL,
  	\`until\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`share_links_hash_idx\` ON \`share_links\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`share_links_document_idx\` ON \`share_links\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`share_links_until_idx\` ON \`share_links\` (\`until\`);`)
  await db.run(sql`CREATE INDEX \`share_links_updated_at_idx\` ON \`share_links\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`share_links_created_at_idx\` ON \`share_links\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`told\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`mail_due\` integer;`)
  await db.run(sql`CREATE INDEX \`notices_mail_due_idx\` ON \`notices\` (\`mail_due\`);`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`read\`;`)
  await db.run(sql`ALTER TABLE \`municipalities\` ADD \`morning_mail\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`notice_mail\` text DEFAULT 'daily';`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`mail_refused\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`notices_by_email\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`inboxes\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`share_links\`;`)
  await db.run(sql`DROP INDEX \`notices_mail_due_idx\`;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`read\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`told\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`mail_due\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`notices_by_email\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`notice_mail\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`mail_refused\`;`)
  await db.run(sql`ALTER TABLE \`municipalities\` DROP COLUMN \`morning_mail\`;`)
}
