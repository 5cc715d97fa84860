import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`events_overrides\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`occurrence\` text,
  	\`start\` text,
  	\`end\` text,
  	\`place_id\` text(36),
  	\`note\` text,
  	FOREIGN KEY (\`place_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`events_overrides_order_idx\` ON \`events_overrides\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`events_overrides_parent_id_idx\` ON \`events_overrides\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`events_overrides_place_idx\` ON \`events_overrides\` (\`place_id\`);`)
  await db.run(sql`CREATE TABLE \`events_translations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text,
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`events_translations_order_idx\` ON \`events_translations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`events_translations_parent_id_idx\` ON \`events_translations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`language\` text,
  	\`all_day\` integer DEFAULT false,
  	\`start\` text,
  	\`end\` text,
  	\`start_date\` text,
  	\`end_date\` text,
  	\`zone\` text,
  	\`recurrence_rule\` text,
  	\`exceptions\` text,
  	\`additions\` text,
  	\`attendance\` text DEFAULT 'in-person',
  	\`place_id\` text(36),
  	\`address_name\` text,
  	\`address_address\` text,
  	\`address_latitude\` numeric,
  	\`address_longitude\` numeric,
  	\`online_url\` text,
  	\`accessibility\` text,
  	\`audiences\` text,
  	\`areas\` text,
  	\`age_from\` numeric,
  	\`age_to\` numeric,
  	\`price_free\` integer DEFAULT false,
  	\`price_from\` numeric,
  	\`price_to\` numeric,
  	\`price_currency\` text,
  	\`price_note\` text,
  	\`booking_url\` text,
  	\`booking_closes\` text,
  	\`capacity_note\` text,
  	\`contact_name\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`contact_consent_reference\` text,
  	\`contact_consent_until\` text,
  	\`umbrella_id\` text(36),
  	\`visible_from\` text,
  	\`visible_until\` text,
  	\`state\` text DEFAULT 'draft',
  	\`publication\` text DEFAULT 'none',
  	\`revision\` numeric DEFAULT 1,
  	\`submitted_at\` text,
  	\`due_at\` text,
  	\`starts_at\` text,
  	\`listed_for_review\` integer DEFAULT false,
  	\`content\` text,
  	\`approved_snapshot\` text,
  	\`announcements\` text,
  	\`workflow\` text,
  	\`pending\` text,
  	\`clock_at\` text,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`place_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`umbrella_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`events_municipality_idx\` ON \`events\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`events_organisation_idx\` ON \`events\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`events_place_idx\` ON \`events\` (\`place_id\`);`)
  await db.run(sql`CREATE INDEX \`events_umbrella_idx\` ON \`events\` (\`umbrella_id\`);`)
  await db.run(sql`CREATE INDEX \`events_state_idx\` ON \`events\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`events_publication_idx\` ON \`events\` (\`publication\`);`)
  await db.run(sql`CREATE INDEX \`events_submitted_at_idx\` ON \`events\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`events_due_at_idx\` ON \`events\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`events_starts_at_idx\` ON \`events\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`events_listed_for_review_idx\` ON \`events\` (\`listed_for_review\`);`)
  await db.run(sql`CREATE INDEX \`events_clock_at_idx\` ON \`events\` (\`clock_at\`);`)
  await db.run(sql`CREATE INDEX \`events_outbox_cause_idx\` ON \`events\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`events_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`categories_id\` text(36),
  	\`media_id\` text,
  	\`organisations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`categories_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`events_rels_order_idx\` ON \`events_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_parent_idx\` ON \`events_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_path_idx\` ON \`events_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_categories_id_idx\` ON \`events_rels\` (\`categories_id\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_media_id_idx\` ON \`events_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_organisations_id_idx\` ON \`events_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE TABLE \`places\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`name\` text NOT NULL,
  	\`address\` text,
  	\`latitude\` numeric,
  	\`longitude\` numeric,
  	\`accessibility\` text,
  	\`replaced_by_id\` text(36),
  	\`decided\` integer DEFAULT false,
  	\`search_name\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`replaced_by_id\`) REFERENCES \`places\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`places_municipality_idx\` ON \`places\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`places_replaced_by_idx\` ON \`places\` (\`replaced_by_id\`);`)
  await db.run(sql`CREATE INDEX \`places_decided_idx\` ON \`places\` (\`decided\`);`)
  await db.run(sql`CREATE INDEX \`places_search_name_idx\` ON \`places\` (\`search_name\`);`)
  await db.run(sql`CREATE INDEX \`places_outbox_cause_idx\` ON \`places\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`places_updated_at_idx\` ON \`places\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`places_created_at_idx\` ON \`places\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`categories_labels\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`categories_labels_order_idx\` ON \`categories_labels\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`categories_labels_parent_id_idx\` ON \`categories_labels\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`categories_surfaces\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`categories_surfaces_order_idx\` ON \`categories_surfaces\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`categories_surfaces_parent_idx\` ON \`categories_surfaces\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`categories\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`code\` text NOT NULL,
  	\`key\` text,
  	\`icon\` text,
  	\`revision\` numeric DEFAULT 1,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`categories_municipality_idx\` ON \`categories\` (\`municipality_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`categories_key_idx\` ON \`categories\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`categories_outbox_cause_idx\` ON \`categories\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`categories_updated_at_idx\` ON \`categories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`categories_created_at_idx\` ON \`categories\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_translations\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text,
  	\`title\` text,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_translations_order_idx\` ON \`posts_translations\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_translations_parent_id_idx\` ON \`posts_translations\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`title\` text,
  	\`type\` text DEFAULT 'news',
  	\`language\` text,
  	\`body\` text,
  	\`link\` text,
  	\`audiences\` text,
  	\`areas\` text,
  	\`visible_from\` text,
  	\`visible_until\` text,
  	\`importance\` text DEFAULT 'normal',
  	\`pinned\` integer DEFAULT false,
  	\`state\` text DEFAULT 'draft',
  	\`publication\` text DEFAULT 'none',
  	\`revision\` numeric DEFAULT 1,
  	\`submitted_at\` text,
  	\`due_at\` text,
  	\`starts_at\` text,
  	\`listed_for_review\` integer DEFAULT false,
  	\`content\` text,
  	\`approved_snapshot\` text,
  	\`announcements\` text,
  	\`workflow\` text,
  	\`pending\` text,
  	\`clock_at\` text,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_municipality_idx\` ON \`posts\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_organisation_idx\` ON \`posts\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_state_idx\` ON \`posts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`posts_publication_idx\` ON \`posts\` (\`publication\`);`)
  await db.run(sql`CREATE INDEX \`posts_submitted_at_idx\` ON \`posts\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_due_at_idx\` ON \`posts\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_starts_at_idx\` ON \`posts\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_listed_for_review_idx\` ON \`posts\` (\`listed_for_review\`);`)
  await db.run(sql`CREATE INDEX \`posts_clock_at_idx\` ON \`posts\` (\`clock_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_outbox_cause_idx\` ON \`posts\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`categories_id\` text(36),
  	\`media_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`categories_id\`) REFERENCES \`categories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_rels_order_idx\` ON \`posts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_parent_idx\` ON \`posts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_path_idx\` ON \`posts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_categories_id_idx\` ON \`posts_rels\` (\`categories_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_media_id_idx\` ON \`posts_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`organisations_surfaces\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`organisations_surfaces_order_idx\` ON \`organisations_surfaces\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`organisations_surfaces_parent_idx\` ON \`organisations_surfaces\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`organisations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`name\` text,
  	\`description\` text,
  	\`logo_id\` text,
  	\`contact_email\` text,
  	\`contact_email_public\` integer DEFAULT false,
  	\`contact_phone\` text,
  	\`contact_phone_public\` integer DEFAULT false,
  	\`contact_website\` text,
  	\`contact_website_public\` integer DEFAULT false,
  	\`kind\` text DEFAULT 'association',
  	\`organisation_number\` text,
  	\`register_reference\` text,
  	\`trust\` text DEFAULT 'standard',
  	\`daily_limit\` numeric,
  	\`life\` text DEFAULT 'applied',
  	\`confirmed_at\` text,
  	\`life_message\` text,
  	\`application_reference\` text,
  	\`state\` text DEFAULT 'draft',
  	\`publication\` text DEFAULT 'none',
  	\`revision\` numeric DEFAULT 1,
  	\`submitted_at\` text,
  	\`due_at\` text,
  	\`starts_at\` text,
  	\`listed_for_review\` integer DEFAULT false,
  	\`content\` text,
  	\`approved_snapshot\` text,
  	\`announcements\` text,
  	\`workflow\` text,
  	\`pending\` text,
  	\`clock_at\` text,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`organisations_municipality_idx\` ON \`organisations\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`organisations_logo_idx\` ON \`organisations\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`organisations_life_idx\` ON \`organisations\` (\`life\`);`)
  await db.run(sql`CREATE INDEX \`organisations_application_reference_idx\` ON \`organisations\` (\`application_reference\`);`)
  await db.run(sql`CREATE INDEX \`organisations_state_idx\` ON \`organisations\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`organisations_publication_idx\` ON \`organisations\` (\`publication\`);`)
  await db.run(sql`CREATE INDEX \`organisations_submitted_at_idx\` ON \`organisations\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_due_at_idx\` ON \`organisations\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_starts_at_idx\` ON \`organisations\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_listed_for_review_idx\` ON \`organisations\` (\`listed_for_review\`);`)
  await db.run(sql`CREATE INDEX \`organisations_clock_at_idx\` ON \`organisations\` (\`clock_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_outbox_cause_idx\` ON \`organisations\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`organisations_updated_at_idx\` ON \`organisations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_created_at_idx\` ON \`organisations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`at\` text,
  	\`action\` text,
  	\`title\` text,
  	\`message\` text,
  	\`reason\` text,
  	\`changes\` text,
  	\`account_id\` text(36),
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`kind\` text,
  	\`document\` text,
  	\`read\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_key_idx\` ON \`notices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notices_at_idx\` ON \`notices\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`notices_account_idx\` ON \`notices\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_municipality_idx\` ON \`notices\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_organisation_idx\` ON \`notices\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_kind_idx\` ON \`notices\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`notices_document_idx\` ON \`notices\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`moderation_log\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`at\` text,
  	\`action\` text,
  	\`kind\` text,
  	\`document\` text,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`actor\` text,
  	\`from_state\` text,
  	\`to_state\` text,
  	\`publication\` text,
  	\`revision\` numeric,
  	\`reason\` text,
  	\`ground\` text,
  	\`rule\` text,
  	\`automated\` integer DEFAULT false,
  	\`number\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`moderation_log_key_idx\` ON \`moderation_log\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_at_idx\` ON \`moderation_log\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_action_idx\` ON \`moderation_log\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_kind_idx\` ON \`moderation_log\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_document_idx\` ON \`moderation_log\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_municipality_idx\` ON \`moderation_log\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_organisation_idx\` ON \`moderation_log\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_actor_idx\` ON \`moderation_log\` (\`actor\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_updated_at_idx\` ON \`moderation_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`moderation_log_created_at_idx\` ON \`moderation_log\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`alt\` text,
  	\`decorative\` integer DEFAULT false,
  	\`credit\` text,
  	\`licence\` text,
  	\`people_shown\` text DEFAULT 'none',
  	\`consent_scope\` text,
  	\`consent_reference\` text,
  	\`consent_valid_until\` text,
  	\`uploaded_by_id\` text(36),
  	\`revision\` numeric DEFAULT 1,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_w320_url\` text,
  	\`sizes_w320_width\` numeric,
  	\`sizes_w320_height\` numeric,
  	\`sizes_w320_mime_type\` text,
  	\`sizes_w320_filesize\` numeric,
  	\`sizes_w320_filename\` text,
  	\`sizes_w800_url\` text,
  	\`sizes_w800_width\` numeric,
  	\`sizes_w800_height\` numeric,
  	\`sizes_w800_mime_type\` text,
  	\`sizes_w800_filesize\` numeric,
  	\`sizes_w800_filename\` text,
  	\`sizes_w1600_url\` text,
  	\`sizes_w1600_width\` numeric,
  	\`sizes_w1600_height\` numeric,
  	\`sizes_w1600_mime_type\` text,
  	\`sizes_w1600_filesize\` numeric,
  	\`sizes_w1600_filename\` text,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`uploaded_by_id\`) REFERENCES \`accounts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_municipality_idx\` ON \`media\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`media_organisation_idx\` ON \`media\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`media_uploaded_by_idx\` ON \`media\` (\`uploaded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_w320_sizes_w320_filename_idx\` ON \`media\` (\`sizes_w320_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_w800_sizes_w800_filename_idx\` ON \`media\` (\`sizes_w800_filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_w1600_sizes_w1600_filename_idx\` ON \`media\` (\`sizes_w1600_filename\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_surfaces\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_surfaces_order_idx\` ON \`municipalities_surfaces\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_surfaces_parent_idx\` ON \`municipalities_surfaces\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_house_rules_wording\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities_house_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_wording_order_idx\` ON \`municipalities_house_rules_wording\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_wording_parent_id_idx\` ON \`municipalities_house_rules_wording\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_house_rules_surfaces\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`municipalities_house_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_surfaces_order_idx\` ON \`municipalities_house_rules_surfaces\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_surfaces_parent_idx\` ON \`municipalities_house_rules_surfaces\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_house_rules\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_order_idx\` ON \`municipalities_house_rules\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_house_rules_parent_id_idx\` ON \`municipalities_house_rules\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_audiences_labels\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities_audiences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_audiences_labels_order_idx\` ON \`municipalities_audiences_labels\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_audiences_labels_parent_id_idx\` ON \`municipalities_audiences_labels\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_audiences\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_audiences_order_idx\` ON \`municipalities_audiences\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_audiences_parent_id_idx\` ON \`municipalities_audiences\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_areas_labels\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities_areas\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_areas_labels_order_idx\` ON \`municipalities_areas_labels\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_areas_labels_parent_id_idx\` ON \`municipalities_areas_labels\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_areas\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_areas_order_idx\` ON \`municipalities_areas\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_areas_parent_id_idx\` ON \`municipalities_areas\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities_privacy_notice\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`municipalities_privacy_notice_order_idx\` ON \`municipalities_privacy_notice\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_privacy_notice_parent_id_idx\` ON \`municipalities_privacy_notice\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`municipalities\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`country\` text DEFAULT 'SE' NOT NULL,
  	\`languages\` text NOT NULL,
  	\`zone\` text DEFAULT 'Europe/Stockholm' NOT NULL,
  	\`colour\` text,
  	\`logo_id\` text,
  	\`mode_calendar\` text DEFAULT 'pre' NOT NULL,
  	\`mode_community\` text DEFAULT 'pre' NOT NULL,
  	\`editors_may_publish\` integer DEFAULT true,
  	\`lead_time_days\` numeric DEFAULT 5,
  	\`decision_time_days\` numeric DEFAULT 3,
  	\`default_post_days\` numeric DEFAULT 90,
  	\`controller\` text,
  	\`data_protection_contact\` text,
  	\`privacy_notice_version\` text DEFAULT '1',
  	\`privacy_notice_url\` text,
  	\`report_url\` text,
  	\`second_factor\` text DEFAULT 'deciders',
  	\`login_policy\` text DEFAULT 'any',
  	\`active\` integer DEFAULT true,
  	\`demo\` integer DEFAULT false,
  	\`revision\` numeric DEFAULT 1,
  	\`outbox\` text,
  	\`outbox_cause\` text DEFAULT '',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`municipalities_slug_idx\` ON \`municipalities\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_logo_idx\` ON \`municipalities\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_active_idx\` ON \`municipalities\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_outbox_cause_idx\` ON \`municipalities\` (\`outbox_cause\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_updated_at_idx\` ON \`municipalities\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`municipalities_created_at_idx\` ON \`municipalities\` (\`created_at\`);`)
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
  await db.run(sql`CREATE TABLE \`accounts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'person' NOT NULL,
  	\`role_title\` text,
  	\`language\` text DEFAULT 'sv',
  	\`notices_by_email\` integer DEFAULT false,
  	\`home_municipality_id\` text(36),
  	\`disabled\` integer DEFAULT false,
  	\`demo\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text,
  	\`username\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	FOREIGN KEY (\`home_municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`accounts_home_municipality_idx\` ON \`accounts\` (\`home_municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`accounts_updated_at_idx\` ON \`accounts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`accounts_created_at_idx\` ON \`accounts\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`accounts_email_idx\` ON \`accounts\` (\`email\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`accounts_username_idx\` ON \`accounts\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`memberships_surfaces\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`memberships\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`memberships_surfaces_order_idx\` ON \`memberships_surfaces\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`memberships_surfaces_parent_idx\` ON \`memberships_surfaces\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`memberships\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`account_id\` text(36) NOT NULL,
  	\`role\` text NOT NULL,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`approves_organisations\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`account_id\`) REFERENCES \`accounts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`memberships_account_idx\` ON \`memberships\` (\`account_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_municipality_idx\` ON \`memberships\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_organisation_idx\` ON \`memberships\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`memberships_updated_at_idx\` ON \`memberships\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`memberships_created_at_idx\` ON \`memberships\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`revisions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`municipality_id\` text(36),
  	\`organisation_id\` text(36),
  	\`kind\` text,
  	\`document\` text,
  	\`revision\` numeric,
  	\`action\` text,
  	\`content\` text,
  	\`actor\` text,
  	\`at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`municipality_id\`) REFERENCES \`municipalities\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`revisions_key_idx\` ON \`revisions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`revisions_municipality_idx\` ON \`revisions\` (\`municipality_id\`);`)
  await db.run(sql`CREATE INDEX \`revisions_organisation_idx\` ON \`revisions\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`revisions_kind_idx\` ON \`revisions\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`revisions_document_idx\` ON \`revisions\` (\`document\`);`)
  await db.run(sql`CREATE INDEX \`revisions_revision_idx\` ON \`revisions\` (\`revision\`);`)
  await db.run(sql`CREATE INDEX \`revisions_at_idx\` ON \`revisions\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`revisions_updated_at_idx\` ON \`revisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`revisions_created_at_idx\` ON \`revisions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`municipality\` text NOT NULL,
  	\`organisation\` text,
  	\`number\` numeric NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`state\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`hidden\` text,
  	\`data\` text,
  	\`pictures\` text,
  	\`visible_from\` text,
  	\`visible_until\` text,
  	\`published\` text,
  	\`modified\` text,
  	\`ended\` text,
  	\`reason\` text,
  	\`explanation\` text,
  	\`cause\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_state_idx\` ON \`publications\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`publications_ended_idx\` ON \`publications\` (\`ended\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`municipality_number_idx\` ON \`publications\` (\`municipality\`,\`number\`);`)
  await db.run(sql`CREATE INDEX \`municipality_organisation_idx\` ON \`publications\` (\`municipality\`,\`organisation\`);`)
  await db.run(sql`CREATE TABLE \`change_counters\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`last\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`change_counters_updated_at_idx\` ON \`change_counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`change_counters_created_at_idx\` ON \`change_counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`leases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`holder\` text,
  	\`until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`leases_updated_at_idx\` ON \`leases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`leases_created_at_idx\` ON \`leases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`accounts_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`accounts_id\`) REFERENCES \`accounts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_accounts_id_idx\` ON \`payload_preferences_rels\` (\`accounts_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`events_overrides\`;`)
  await db.run(sql`DROP TABLE \`events_translations\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`events_rels\`;`)
  await db.run(sql`DROP TABLE \`places\`;`)
  await db.run(sql`DROP TABLE \`categories_labels\`;`)
  await db.run(sql`DROP TABLE \`categories_surfaces\`;`)
  await db.run(sql`DROP TABLE \`categories\`;`)
  await db.run(sql`DROP TABLE \`posts_translations\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_rels\`;`)
  await db.run(sql`DROP TABLE \`organisations_surfaces\`;`)
  await db.run(sql`DROP TABLE \`organisations\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`moderation_log\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`municipalities_surfaces\`;`)
  await db.run(sql`DROP TABLE \`municipalities_house_rules_wording\`;`)
  await db.run(sql`DROP TABLE \`municipalities_house_rules_surfaces\`;`)
  await db.run(sql`DROP TABLE \`municipalities_house_rules\`;`)
  await db.run(sql`DROP TABLE \`municipalities_audiences_labels\`;`)
  await db.run(sql`DROP TABLE \`municipalities_audiences\`;`)
  await db.run(sql`DROP TABLE \`municipalities_areas_labels\`;`)
  await db.run(sql`DROP TABLE \`municipalities_areas\`;`)
  await db.run(sql`DROP TABLE \`municipalities_privacy_notice\`;`)
  await db.run(sql`DROP TABLE \`municipalities\`;`)
  await db.run(sql`DROP TABLE \`accounts_sessions\`;`)
  await db.run(sql`DROP TABLE \`accounts\`;`)
  await db.run(sql`DROP TABLE \`memberships_surfaces\`;`)
  await db.run(sql`DROP TABLE \`memberships\`;`)
  await db.run(sql`DROP TABLE \`revisions\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`change_counters\`;`)
  await db.run(sql`DROP TABLE \`leases\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
