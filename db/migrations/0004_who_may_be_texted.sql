CREATE TABLE "stop_suggestions" (
	"thread_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"phone_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"version" text NOT NULL,
	"suggested_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decision" text,
	CONSTRAINT "stop_suggestions_thread_id_message_id_pk" PRIMARY KEY("thread_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "risk_notices" (
	"patient_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"channel" text NOT NULL,
	"words" text NOT NULL,
	"words_version" text NOT NULL,
	"language" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "risk_notices_patient_id_id_pk" PRIMARY KEY("patient_id","id")
);
--> statement-breakpoint
ALTER TABLE "carrier_account" ADD COLUMN "checks_lines" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "judged_rule" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "judged_version" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "words_version" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "note" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "zip" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "phones" ADD COLUMN "line_type" text;--> statement-breakpoint
ALTER TABLE "phones" ADD COLUMN "line_checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "phones" ADD COLUMN "line_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "texting_opens" time DEFAULT '10:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "texting_closes" time DEFAULT '18:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "texts_on_sundays" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "outreach_per_day" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "outreach_per_week" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "stop_suggestions" ADD CONSTRAINT "stop_suggestions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_suggestions" ADD CONSTRAINT "stop_suggestions_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_suggestions" ADD CONSTRAINT "stop_suggestions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_notices" ADD CONSTRAINT "risk_notices_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stop_suggestions_open" ON "stop_suggestions" USING btree ("phone_id") WHERE "stop_suggestions"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "phones_line_due" ON "phones" USING btree ("line_due_at") WHERE "phones"."line_due_at" is not null;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_texting_hours" CHECK ("programs"."texting_opens" >= '08:00' and "programs"."texting_closes" <= '21:00' and "programs"."texting_opens" < "programs"."texting_closes");--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_outreach" CHECK ("programs"."outreach_per_day" between 1 and 5 and "programs"."outreach_per_week" between "programs"."outreach_per_day" and 14);--> statement-breakpoint
-- Append-only, as the consents are.
revoke update, delete, truncate on "risk_notices" from hearback_app;
