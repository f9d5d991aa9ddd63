CREATE TABLE "after_hours_answers" (
	"phone_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"closed_since" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "after_hours_answers_phone_id_program_id_closed_since_pk" PRIMARY KEY("phone_id","program_id","closed_since")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"message_id" uuid,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"escalates_at" timestamp (3) with time zone NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	"escalated_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"reviewed_by" uuid,
	"reviewed_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "canned_reply_texts" (
	"reply_id" uuid NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "canned_reply_texts_reply_id_language_pk" PRIMARY KEY("reply_id","language")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"user_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"patient_id" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_user_id_thread_id_pk" PRIMARY KEY("user_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"thread_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"typing_at" timestamp (3) with time zone,
	CONSTRAINT "presence_thread_id_user_id_pk" PRIMARY KEY("thread_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "red_flags" (
	"thread_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"id" uuid NOT NULL,
	"version" text NOT NULL,
	"priority" text NOT NULL,
	"lowered" text,
	"words" "bytea" NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone,
	"cleared_by" uuid,
	CONSTRAINT "red_flags_thread_id_message_id_rule_pk" PRIMARY KEY("thread_id","message_id","rule")
);
--> statement-breakpoint
CREATE TABLE "thread_events" (
	"thread_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid,
	"words" "bytea",
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "thread_events_thread_id_id_pk" PRIMARY KEY("thread_id","id")
);
--> statement-breakpoint
CREATE TABLE "closed_days" (
	"program_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "closed_days_program_id_day_pk" PRIMARY KEY("program_id","day")
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"note" "bytea"
);
--> statement-breakpoint
DROP INDEX "threads_waiting";--> statement-breakpoint
ALTER TABLE "waits" ADD COLUMN "priority" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "waits" ADD COLUMN "reply_id" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "priority" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "emergency_minutes" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "urgent_minutes" smallint DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "routine_minutes" smallint DEFAULT 480 NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "escalate_minutes" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "answers_after_hours" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "after_hours_answers" ADD CONSTRAINT "after_hours_answers_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "after_hours_answers" ADD CONSTRAINT "after_hours_answers_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_acknowledged_by_users_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_reply_texts" ADD CONSTRAINT "canned_reply_texts_reply_id_canned_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."canned_replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "red_flags" ADD CONSTRAINT "red_flags_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "red_flags" ADD CONSTRAINT "red_flags_cleared_by_users_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_events" ADD CONSTRAINT "thread_events_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_events" ADD CONSTRAINT "thread_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_days" ADD CONSTRAINT "closed_days_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("thread_id") WHERE "alerts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_program" ON "alerts" USING btree ("program_id","raised_at") WHERE "alerts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_due" ON "alerts" USING btree ("escalates_at") WHERE "alerts"."ended_at" is null and "alerts"."acknowledged_at" is null and "alerts"."escalated_at" is null;--> statement-breakpoint
CREATE INDEX "canned_replies_program" ON "canned_replies" USING btree ("program_id","name");--> statement-breakpoint
CREATE INDEX "presence_seen" ON "presence" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "red_flags_open" ON "red_flags" USING btree ("thread_id") WHERE "red_flags"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "covers_program" ON "covers" USING btree ("program_id","ends_at");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_snoozed_by_users_id_fk" FOREIGN KEY ("snoozed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waits_reply" ON "waits" USING btree ("reply_id") WHERE "waits"."reply_id" is not null;--> statement-breakpoint
CREATE INDEX "threads_queue" ON "threads" USING btree ("program_id","priority","waiting_since","id") WHERE "threads"."waiting_since" is not null and "threads"."snoozed_until" is null;--> statement-breakpoint
CREATE INDEX "threads_snoozed" ON "threads" USING btree ("snoozed_until","id") WHERE "threads"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "threads_claimed" ON "threads" USING btree ("claimed_by","claimed_until") WHERE "threads"."claimed_by" is not null;--> statement-breakpoint
CREATE INDEX "threads_answered" ON "threads" USING btree ("program_id","last_message_at","id") WHERE "threads"."last_inbound_id" is not null and "threads"."waiting_since" is null and "threads"."closed_at" is null and "threads"."snoozed_until" is null;--> statement-breakpoint
CREATE INDEX "threads_closed" ON "threads" USING btree ("program_id","closed_at","id") WHERE "threads"."closed_at" is not null;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_priority" CHECK ("threads"."priority" between 0 and 2);--> statement-breakpoint
UPDATE "threads" SET "claimed_until" = now() + interval '5 minutes' WHERE "claimed_by" is not null;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_claim" CHECK (("threads"."claimed_by" is null) = ("threads"."claimed_until" is null));--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_targets" CHECK ("programs"."emergency_minutes" between 1 and 60 and "programs"."urgent_minutes" between "programs"."emergency_minutes" and 1440 and "programs"."routine_minutes" between "programs"."urgent_minutes" and 10080 and "programs"."escalate_minutes" between 1 and 120);