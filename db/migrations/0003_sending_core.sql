CREATE TABLE "carrier_account" (
	"id" text PRIMARY KEY NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	"stop_reason" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"opens" smallint DEFAULT 0 NOT NULL,
	"open_until" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "carrier_events_waiting";--> statement-breakpoint
ALTER TABLE "carrier_events" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "carrier_events" ADD COLUMN "parked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "media" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "continues" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "per_day" integer;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "pace" ADD COLUMN "used_that_day" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "attempts_carrier" ON "attempts" USING btree ("carrier_id") WHERE "attempts"."carrier_id" is not null;--> statement-breakpoint
CREATE INDEX "attempts_started" ON "attempts" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "carrier_events_parked" ON "carrier_events" USING btree ("id") WHERE "carrier_events"."parked_at" is not null and "carrier_events"."filed_at" is null;--> statement-breakpoint
CREATE INDEX "carrier_events_received" ON "carrier_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "messages_not_sent" ON "messages" USING btree ("id") WHERE "messages"."state" in ('unknown', 'suppressed', 'rejected', 'undeliverable');--> statement-breakpoint
CREATE INDEX "carrier_events_waiting" ON "carrier_events" USING btree ("kind","id") WHERE "carrier_events"."filed_at" is null and "carrier_events"."parked_at" is null;--> statement-breakpoint
insert into carrier_account (id) values ('account');
--> statement-breakpoint
-- Their rows live for seconds: without an early vacuum the next claim walks over all that have gone.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
--> statement-breakpoint
alter table carrier_events set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
--> statement-breakpoint
alter table attempts set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
