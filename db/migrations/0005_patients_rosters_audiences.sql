CREATE TABLE "audiences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"people" integer NOT NULL,
	"reachable" integer NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outcome_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" "bytea" NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"heading" "bytea",
	"codes" text[] DEFAULT '{}' NOT NULL,
	"first_day" date,
	"last_day" date,
	"rows" integer DEFAULT 0 NOT NULL,
	"matched" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"committed" integer DEFAULT 0 NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outcome_rows" (
	"file_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"reasons" text[] NOT NULL,
	"patient_id" uuid,
	"committed_at" timestamp (3) with time zone,
	CONSTRAINT "outcome_rows_file_id_line_pk" PRIMARY KEY("file_id","line")
);
--> statement-breakpoint
CREATE TABLE "touches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"occurred_on" date NOT NULL,
	"reached" text,
	"outcome_file_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "touches_once" UNIQUE("program_id","patient_id","occurred_on","channel")
);
--> statement-breakpoint
CREATE TABLE "measure_windows" (
	"patient_id" uuid NOT NULL,
	"measure_id" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "measure_windows_patient_id_measure_id_opens_on_pk" PRIMARY KEY("patient_id","measure_id","opens_on")
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"year" smallint NOT NULL,
	"anchor" text NOT NULL,
	"opens_months" smallint NOT NULL,
	"opens_days" smallint NOT NULL,
	"closes_months" smallint NOT NULL,
	"closes_days" smallint NOT NULL,
	"yearly" boolean DEFAULT false NOT NULL,
	CONSTRAINT "measures_anchor" CHECK ("measures"."anchor" in ('birth', 'child_birth', 'due'))
);
--> statement-breakpoint
CREATE TABLE "patient_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"added_programs" uuid[] NOT NULL,
	"left_programs" uuid[] NOT NULL,
	"added_phones" uuid[] NOT NULL,
	"ended_phones" uuid[] NOT NULL,
	"before" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "wrong_number_reports" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"phone_id" uuid NOT NULL,
	"thread_id" uuid,
	"message_id" uuid,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	CONSTRAINT "wrong_number_reports_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
CREATE TABLE "roster_mappings" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"columns" "bytea" NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_pieces" (
	"roster_id" uuid NOT NULL,
	"piece" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "roster_pieces_roster_id_piece_pk" PRIMARY KEY("roster_id","piece")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "audience_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "audience_rule" jsonb;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "outcome_file_id" uuid;--> statement-breakpoint
ALTER TABLE "patient_phones" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "patient_phones" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "link_hosts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "address" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "due_date" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "child_birth_date" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "plan" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "status_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "status_by" uuid;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "name_index" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "birth_index" "bytea";--> statement-breakpoint
ALTER TABLE "phones" ADD COLUMN "reassigned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD COLUMN "effect" text;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD COLUMN "member_index" "bytea";--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "warned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "added" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "changed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "unchanged" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "duplicates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "bytes_checked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "columns" "bytea";--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "checking_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "checking_by" uuid;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_files" ADD CONSTRAINT "outcome_files_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_files" ADD CONSTRAINT "outcome_files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_rows" ADD CONSTRAINT "outcome_rows_file_id_outcome_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."outcome_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome_rows" ADD CONSTRAINT "outcome_rows_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_windows" ADD CONSTRAINT "measure_windows_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_windows" ADD CONSTRAINT "measure_windows_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_merges" ADD CONSTRAINT "patient_merges_kept_id_patients_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_merges" ADD CONSTRAINT "patient_merges_merged_id_patients_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_merges" ADD CONSTRAINT "patient_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_merges" ADD CONSTRAINT "patient_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_number_reports" ADD CONSTRAINT "wrong_number_reports_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_number_reports" ADD CONSTRAINT "wrong_number_reports_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_number_reports" ADD CONSTRAINT "wrong_number_reports_reported_by_users_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_number_reports" ADD CONSTRAINT "wrong_number_reports_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_mappings" ADD CONSTRAINT "roster_mappings_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_mappings" ADD CONSTRAINT "roster_mappings_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_pieces" ADD CONSTRAINT "roster_pieces_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audiences_program" ON "audiences" USING btree ("program_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audiences_name" ON "audiences" USING btree ("program_id","name") WHERE "audiences"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "enrollments_held_out" ON "enrollments" USING btree ("program_id","patient_id") WHERE "enrollments"."arm" = 'holdout';--> statement-breakpoint
CREATE INDEX "outcome_files_program" ON "outcome_files" USING btree ("program_id","id");--> statement-breakpoint
CREATE INDEX "outcome_files_committing" ON "outcome_files" USING btree ("id") WHERE "outcome_files"."state" = 'committing';--> statement-breakpoint
CREATE INDEX "outcome_rows_waiting" ON "outcome_rows" USING btree ("file_id","line") WHERE "outcome_rows"."verdict" = 'import' and "outcome_rows"."committed_at" is null;--> statement-breakpoint
CREATE INDEX "touches_patient" ON "touches" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_merges_open" ON "patient_merges" USING btree ("merged_id") WHERE "patient_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "patient_merges_kept" ON "patient_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wrong_number_reports_open" ON "wrong_number_reports" USING btree ("patient_id","phone_id") WHERE "wrong_number_reports"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_phones" ADD CONSTRAINT "patient_phones_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_status_by_users_id_fk" FOREIGN KEY ("status_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_merged_into_patients_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_link_hosts" CHECK (cardinality("programs"."link_hosts") <= 20);--> statement-breakpoint
CREATE INDEX "patients_name_index" ON "patients" USING gin ("name_index");--> statement-breakpoint
CREATE INDEX "patients_birth_index" ON "patients" USING btree ("birth_index") WHERE "patients"."birth_index" is not null;--> statement-breakpoint
CREATE INDEX "patients_not_indexed" ON "patients" USING btree ("id") WHERE "patients"."birth_index" is null;--> statement-breakpoint
CREATE INDEX "patients_merged" ON "patients" USING btree ("merged_into") WHERE "patients"."merged_into" is not null;--> statement-breakpoint
CREATE INDEX "roster_rows_member" ON "roster_rows" USING btree ("roster_id","member_index") WHERE "roster_rows"."member_index" is not null;--> statement-breakpoint
CREATE INDEX "rosters_checking" ON "rosters" USING btree ("id") WHERE "rosters"."state" = 'checking';--> statement-breakpoint
-- What each year's rules say; the windows of people are counted from them. Child's first visits count from its birth.
insert into "measures" ("id", "name", "year", "anchor", "opens_months", "opens_days", "closes_months", "closes_days", "yearly") values
  ('ppc-prenatal-2026', 'Prenatal visit in the first trimester', 2026, 'due', 0, -280, 0, -176, false),
  ('ppc-postpartum-2026', 'Visit after delivery', 2026, 'child_birth', 0, 7, 0, 84, false),
  ('w30-first-2026', 'Six well visits in the first 15 months', 2026, 'birth', 0, 0, 12, 90, false),
  ('w30-second-2026', 'Two well visits from 15 to 30 months', 2026, 'birth', 12, 91, 30, 0, false),
  ('wcv-2026', 'Yearly well visit, 3 to 21 years', 2026, 'birth', 36, 0, 264, -1, true),
  ('cis-2026', 'Childhood vaccinations by the second birthday', 2026, 'birth', 0, 0, 24, 0, false),
  ('ima-2026', 'Adolescent vaccinations by the 13th birthday', 2026, 'birth', 108, 0, 156, 0, false),
  ('ppc-prenatal-2027', 'Prenatal visit in the first trimester', 2027, 'due', 0, -280, 0, -176, false),
  ('ppc-postpartum-2027', 'Visit after delivery', 2027, 'child_birth', 0, 7, 0, 84, false),
  ('w30-first-2027', 'Six well visits in the first 15 months', 2027, 'birth', 0, 0, 12, 90, false),
  ('w30-second-2027', 'Two well visits from 15 to 30 months', 2027, 'birth', 12, 91, 30, 0, false),
  ('wcv-2027', 'Yearly well visit, 3 to 21 years', 2027, 'birth', 36, 0, 264, -1, true),
  ('cis-2027', 'Childhood vaccinations by the second birthday', 2027, 'birth', 0, 0, 24, 0, false),
  ('ima-2027', 'Adolescent vaccinations by the 13th birthday', 2027, 'birth', 108, 0, 156, 0, false);
