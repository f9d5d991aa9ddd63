CREATE TABLE "audit" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text,
	"action" text NOT NULL,
	"program_id" uuid,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_xid_id_pk" PRIMARY KEY("xid","id")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"id" uuid NOT NULL,
	"rows" integer NOT NULL,
	"digest" "bytea" NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_texts" (
	"campaign_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "campaign_texts_campaign_id_step_language_pk" PRIMARY KEY("campaign_id","step","language")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"send_group_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"launched_by" uuid,
	"launched_at" timestamp (3) with time zone,
	"enrolled_through" uuid
);
--> statement-breakpoint
CREATE TABLE "enrollment_steps" (
	"campaign_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"message_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"segments" smallint NOT NULL,
	"cost_micros" integer NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"failure" text,
	"replied_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "enrollment_steps_campaign_id_patient_id_step_pk" PRIMARY KEY("campaign_id","patient_id","step"),
	CONSTRAINT "enrollment_steps_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"campaign_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"language" text NOT NULL,
	"phone_id" uuid,
	"excluded" text,
	"enrolled_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	CONSTRAINT "enrollments_campaign_id_patient_id_pk" PRIMARY KEY("campaign_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"kind" text NOT NULL,
	"program_id" uuid NOT NULL,
	"thread_id" uuid,
	"message_id" uuid,
	"campaign_id" uuid,
	"patient_id" uuid,
	"roster_id" uuid,
	CONSTRAINT "feed_xid_id_pk" PRIMARY KEY("xid","id")
);
--> statement-breakpoint
CREATE TABLE "feed_cursors" (
	"consumer" text PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"ending" text
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"outcome" text,
	"http_status" smallint,
	"error_code" text,
	"carrier_id" uuid
);
--> statement-breakpoint
CREATE TABLE "carrier_events" (
	"carrier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"id" uuid NOT NULL,
	"payload" "bytea" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"filed_at" timestamp (3) with time zone,
	"problem" text,
	CONSTRAINT "carrier_events_carrier_id_kind_status_pk" PRIMARY KEY("carrier_id","kind","status")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"thread_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"direction" text NOT NULL,
	"purpose" text,
	"state" text NOT NULL,
	"reason" text,
	"body" "bytea" NOT NULL,
	"segments" smallint NOT NULL,
	"patient_id" uuid,
	"author_id" uuid,
	"send_group_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"final_at" timestamp (3) with time zone,
	CONSTRAINT "messages_thread_id_id_pk" PRIMARY KEY("thread_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"phone_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"patient_id" uuid,
	"send_group_id" uuid,
	"purpose" text NOT NULL,
	"lane" text NOT NULL,
	"segments" smallint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"sending" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"key" text PRIMARY KEY NOT NULL,
	"per_second" double precision NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_keys" (
	"key" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"request" "bytea" NOT NULL,
	"message_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"open" boolean NOT NULL,
	"expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stops" (
	"phone_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"message_id" uuid,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"undone_message_id" uuid,
	CONSTRAINT "stops_phone_id_id_pk" PRIMARY KEY("phone_id","id")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_message_at" timestamp (3) with time zone,
	"waiting_since" timestamp (3) with time zone,
	"last_inbound_id" uuid,
	"claimed_by" uuid,
	"claimed_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"disposition" text,
	CONSTRAINT "threads_phone_sender" UNIQUE("phone_id","sender_id")
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"occurred_on" date NOT NULL,
	"source" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "actions_once" UNIQUE("program_id","patient_id","occurred_on","source")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"patient_id" uuid NOT NULL,
	"phone_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"given" boolean NOT NULL,
	"basis" text NOT NULL,
	"evidence" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"given_on" date,
	CONSTRAINT "consents_patient_id_phone_id_id_pk" PRIMARY KEY("patient_id","phone_id","id")
);
--> statement-breakpoint
CREATE TABLE "patient_phones" (
	"patient_id" uuid NOT NULL,
	"phone_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone,
	CONSTRAINT "patient_phones_patient_id_phone_id_valid_from_pk" PRIMARY KEY("patient_id","phone_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_number" "bytea" NOT NULL,
	"member_index" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"birth_date" "bytea" NOT NULL,
	"birth_year" smallint NOT NULL,
	"birth_month" smallint NOT NULL,
	"language" text NOT NULL,
	"zip3" text,
	"row_digest" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "patients_member_index_unique" UNIQUE("member_index"),
	CONSTRAINT "patients_birth_month" CHECK ("patients"."birth_month" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "phones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" "bytea" NOT NULL,
	"number_index" "bytea" NOT NULL,
	"not_textable" text,
	"stopped_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "phones_number_index_unique" UNIQUE("number_index")
);
--> statement-breakpoint
CREATE TABLE "program_patients" (
	"program_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"roster_id" uuid,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "program_patients_program_id_patient_id_pk" PRIMARY KEY("program_id","patient_id")
);
--> statement-breakpoint
CREATE TABLE "program_members" (
	"user_id" uuid NOT NULL,
	"program_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "program_members_user_id_program_id_pk" PRIMARY KEY("user_id","program_id")
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"brand" text NOT NULL,
	"desired_action" text NOT NULL,
	"window_days" integer NOT NULL,
	"time_zone" text NOT NULL,
	"segment_cost_micros" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "programs_window" CHECK ("programs"."window_days" between 1 and 365),
	CONSTRAINT "programs_cost" CHECK ("programs"."segment_cost_micros" between 0 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "senders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"program_id" uuid,
	"segments_per_second" integer NOT NULL,
	"network_confirms_stop" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "senders_number_unique" UNIQUE("number"),
	CONSTRAINT "senders_rate" CHECK ("senders"."segments_per_second" between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "staffed_hours" (
	"program_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens" time NOT NULL,
	"closes" time NOT NULL,
	CONSTRAINT "staffed_hours_program_id_weekday_pk" PRIMARY KEY("program_id","weekday"),
	CONSTRAINT "staffed_hours_weekday" CHECK ("staffed_hours"."weekday" between 1 and 7),
	CONSTRAINT "staffed_hours_order" CHECK ("staffed_hours"."opens" < "staffed_hours"."closes")
);
--> statement-breakpoint
CREATE TABLE "roster_rows" (
	"roster_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"reasons" text[] NOT NULL,
	"committed_at" timestamp (3) with time zone,
	CONSTRAINT "roster_rows_roster_id_line_pk" PRIMARY KEY("roster_id","line")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"file_name" "bytea" NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"committed" integer DEFAULT 0 NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"account" "bytea" NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"failures" integer NOT NULL,
	CONSTRAINT "sign_in_attempts_account_window_start_pk" PRIMARY KEY("account","window_start")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('nurse', 'manager', 'admin')),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "campaign_texts" ADD CONSTRAINT "campaign_texts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_launched_by_users_id_fk" FOREIGN KEY ("launched_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_steps" ADD CONSTRAINT "enrollment_steps_campaign_id_patient_id_enrollments_campaign_id_patient_id_fk" FOREIGN KEY ("campaign_id","patient_id") REFERENCES "public"."enrollments"("campaign_id","patient_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "send_groups" ADD CONSTRAINT "send_groups_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stops" ADD CONSTRAINT "stops_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_sender_id_senders_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."senders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_claimed_by_users_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_phones" ADD CONSTRAINT "patient_phones_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_phones" ADD CONSTRAINT "patient_phones_phone_id_phones_id_fk" FOREIGN KEY ("phone_id") REFERENCES "public"."phones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_patients" ADD CONSTRAINT "program_patients_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_patients" ADD CONSTRAINT "program_patients_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_members" ADD CONSTRAINT "program_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_members" ADD CONSTRAINT "program_members_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "senders" ADD CONSTRAINT "senders_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staffed_hours" ADD CONSTRAINT "staffed_hours_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_recent" ON "audit" USING btree ("id");--> statement-breakpoint
CREATE INDEX "campaigns_program" ON "campaigns" USING btree ("program_id","id");--> statement-breakpoint
CREATE INDEX "campaigns_enrolling" ON "campaigns" USING btree ("id") WHERE "campaigns"."state" = 'enrolling';--> statement-breakpoint
CREATE INDEX "enrollment_steps_thread" ON "enrollment_steps" USING btree ("thread_id","queued_at");--> statement-breakpoint
CREATE INDEX "enrollments_due" ON "enrollments" USING btree ("campaign_id","due_at","patient_id") WHERE "enrollments"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "enrollments_program" ON "enrollments" USING btree ("program_id","patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waits_open" ON "waits" USING btree ("thread_id") WHERE "waits"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "waits_program" ON "waits" USING btree ("program_id","since");--> statement-breakpoint
CREATE INDEX "attempts_open" ON "attempts" USING btree ("lease_until") WHERE "attempts"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "attempts_message" ON "attempts" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "carrier_events_waiting" ON "carrier_events" USING btree ("kind","id") WHERE "carrier_events"."filed_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("sender_id","lane","due_at","message_id") WHERE not "outbox"."sending";--> statement-breakpoint
CREATE INDEX "threads_waiting" ON "threads" USING btree ("program_id","waiting_since","id") WHERE "threads"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "threads_recent" ON "threads" USING btree ("program_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "actions_patient" ON "actions" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "patient_phones_phone" ON "patient_phones" USING btree ("phone_id");--> statement-breakpoint
CREATE INDEX "phones_stopped" ON "phones" USING btree ("stopped_at") WHERE "phones"."stopped_at" is not null;--> statement-breakpoint
CREATE INDEX "program_patients_patient" ON "program_patients" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "roster_rows_waiting" ON "roster_rows" USING btree ("roster_id","line") WHERE "roster_rows"."verdict" = 'import' and "roster_rows"."committed_at" is null;--> statement-breakpoint
CREATE INDEX "rosters_program" ON "rosters" USING btree ("program_id","id");--> statement-breakpoint
CREATE INDEX "rosters_committing" ON "rosters" USING btree ("id") WHERE "rosters"."state" = 'committing';--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");