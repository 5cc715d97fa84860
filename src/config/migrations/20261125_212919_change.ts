import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`municipalities_decision_texts_texts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities_decision_texts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_decision_texts_texts_order_idx\` ON \`municipalities_decision_texts_texts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_decision_texts_texts_parent_id_idx\` ON \`municipalities_decision_texts_texts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_decision_texts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`use\` text DEFAULT 'refusal' NOT NULL,
  	\`reason\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_decision_texts_order_idx\` ON \`municipalities_decision_texts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_decision_texts_parent_id_idx\` ON \`municipalities_decision_texts\` (\`_parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`municipalities_decision_texts_texts\`;`)
  await db.run(sql`DROP TABLE \`municipalities_decision_texts\`;`)
}
