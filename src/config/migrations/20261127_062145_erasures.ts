import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`erasures\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`reason\` text,
  	\`settled\` integer DEFAULT false,
  	\`lineage\` text,
  	\`number\` numeric DEFAULT 0,
  	\`previous\` text,
  	\`hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`erasures_at_idx\` ON \`erasures\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`erasures_settled_idx\` ON \`erasures\` (\`settled\`);`)
  await db.run(sql`CREATE INDEX \`erasures_updated_at_idx\` ON \`erasures\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`erasures_created_at_idx\` ON \`erasures\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`lineage_number_idx\` ON \`erasures\` (\`lineage\`,\`number\`);`)
  await db.run(sql`CREATE TABLE \`ledger_standings\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`lineage\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`hash\` text,
  	\`known\` text,
  	\`copied\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`ledger_standings_updated_at_idx\` ON \`ledger_standings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_standings_created_at_idx\` ON \`ledger_standings\` (\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`erasures\`;`)
  await db.run(sql`DROP TABLE \`ledger_standings\`;`)
}
