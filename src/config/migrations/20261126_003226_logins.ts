import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`credentials\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`hash\` text,
  	\`salt\` text,
  	\`given_password\` integer DEFAULT false,
  	\`factor\` text,
  	\`rev\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`credentials_updated_at_idx\` ON \`credentials\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`credentials_created_at_idx\` ON \`credentials\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sessions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account\` text,
  	\`token\` text,
  	\`purpose\` text,
  	\`device\` numeric,
  	\`began\` text,
  	\`ends\` text,
  	\`steps\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sessions_account_idx\` ON \`sessions\` (\`account\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`sessions_token_idx\` ON \`sessions\` (\`token\`);`)
  await db.run(sql`CREATE INDEX \`sessions_ends_idx\` ON \`sessions\` (\`ends\`);`)
  await db.run(sql`CREATE INDEX \`sessions_updated_at_idx\` ON \`sessions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sessions_created_at_idx\` ON \`sessions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`one_time_codes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account\` text,
  	\`hash\` text,
  	\`purpose\` text,
  	\`label\` text,
  	\`grant\` text,
  	\`given_by\` text,
  	\`municipality\` text,
  	\`ends\` text,
  	\`used\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`one_time_codes_account_idx\` ON \`one_time_codes\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`one_time_codes_hash_idx\` ON \`one_time_codes\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`one_time_codes_municipality_idx\` ON \`one_time_codes\` (\`municipality\`);`)
  await db.run(sql`CREATE INDEX \`one_time_codes_ends_idx\` ON \`one_time_codes\` (\`ends\`);`)
  await db.run(sql`CREATE INDEX \`one_time_codes_updated_at_idx\` ON \`one_time_codes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`one_time_codes_created_at_idx\` ON \`one_time_codes\` (\`created_at\`);`)
  await db.run(sql`DROP TABLE \`accounts_sessions\`;`)
  await db.run(sql`DROP INDEX \`accounts_email_idx\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`email_trace\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`last_active\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`disabled_because\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`active_from\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`accounts_email_trace_idx\` ON \`accounts\` (\`email_trace\`);`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`reset_password_token\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`reset_password_expiration\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`salt\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`hash\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`reset_password_requested_at\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` ADD \`device\` numeric;`)
  await db.run(sql`ALTER TABLE \`memberships\` ADD \`reviewed_on\` text;`)
  await db.run(sql`CREATE INDEX \`memberships_reviewed_on_idx\` ON \`memberships\` (\`reviewed_on\`);`)
  await db.run(sql`ALTER TABLE \`revisions\` ADD \`device\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`accounts_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`accounts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`accounts_sessions_order_idx\` ON \`accounts_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`accounts_sessions_parent_id_idx\` ON \`accounts_sessions\` (\`_parent_id\`);`)
  await db.run(sql`DROP TABLE \`credentials\`;`)
  await db.run(sql`DROP TABLE \`sessions\`;`)
  await db.run(sql`DROP TABLE \`one_time_codes\`;`)
  await db.run(sql`DROP INDEX \`accounts_email_trace_idx\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`reset_password_token\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`reset_password_expiration\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`salt\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`hash\` text;`)
  await db.run(sql`ALTER TABLE \`accounts\` ADD \`reset_password_requested_at\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`accounts_email_idx\` ON \`accounts\` (\`email\`);`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`email_trace\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`last_active\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`disabled_because\`;`)
  await db.run(sql`ALTER TABLE \`accounts\` DROP COLUMN \`active_from\`;`)
  await db.run(sql`DROP INDEX \`memberships_reviewed_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`memberships\` DROP COLUMN \`reviewed_on\`;`)
  await db.run(sql`ALTER TABLE \`moderation_log\` DROP COLUMN \`device\`;`)
  await db.run(sql`ALTER TABLE \`revisions\` DROP COLUMN \`device\`;`)
}
