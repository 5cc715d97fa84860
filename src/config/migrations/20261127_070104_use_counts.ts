import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`use_counts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`municipality\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`day\` text NOT NULL,
  	\`count\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`use_counts_municipality_idx\` ON \`use_counts\` (\`municipality\`);`)
  await db.run(sql`CREATE INDEX \`use_counts_day_idx\` ON \`use_counts\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`use_counts_updated_at_idx\` ON \`use_counts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`use_counts_created_at_idx\` ON \`use_counts\` (\`created_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`use_counts\`;`)
}
