import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`policy_versions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`municipality\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`valid_from\` text NOT NULL,
  	\`texts\` text NOT NULL,
  	\`changes\` text,
  	\`published_at\` text NOT NULL,
  	\`outbox\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`policy_versions_key_idx\` ON \`policy_versions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`policy_versions_municipality_idx\` ON \`policy_versions\` (\`municipality\`);`)
  await db.run(sql`CREATE INDEX \`policy_versions_updated_at_idx\` ON \`policy_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`policy_versions_created_at_idx\` ON \`policy_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`policy_acceptances\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`version\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`municipality\` text NOT NULL,
  	\`account\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`device\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`policy_acceptances_key_idx\` ON \`policy_acceptances\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`policy_acceptances_version_idx\` ON \`policy_acceptances\` (\`version\`);`)
  await db.run(sql`CREATE INDEX \`policy_acceptances_account_idx\` ON \`policy_acceptances\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`policy_acceptances_updated_at_idx\` ON \`policy_acceptances\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`policy_acceptances_created_at_idx\` ON \`policy_acceptances\` (\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`policy_versions\`;`)
  await db.run(sql`DROP TABLE \`policy_acceptances\`;`)
}
