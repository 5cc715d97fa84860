import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`incident_entries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`incident\` text NOT NULL,
  	\`municipality\` text NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`discovered_at\` text NOT NULL,
  	\`closed_at\` text,
  	\`facts\` text NOT NULL,
  	\`outbox\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`incident_entries_key_idx\` ON \`incident_entries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_incident_idx\` ON \`incident_entries\` (\`incident\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_municipality_idx\` ON \`incident_entries\` (\`municipality\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_discovered_at_idx\` ON \`incident_entries\` (\`discovered_at\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_closed_at_idx\` ON \`incident_entries\` (\`closed_at\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_updated_at_idx\` ON \`incident_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`incident_entries_created_at_idx\` ON \`incident_entries\` (\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`incident_entries\`;`)
}
