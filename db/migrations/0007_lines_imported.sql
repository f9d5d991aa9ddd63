ALTER TABLE "rosters" ADD COLUMN "committed_lines" "int4multirange" DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "rosters" r SET "committed_lines" = coalesce((
	SELECT range_agg(int4range(w."line", w."line", '[]')) FROM "roster_rows" w
	WHERE w."roster_id" = r."id" AND w."committed_at" IS NOT NULL), '{}')
WHERE r."state" IN ('committing', 'committed');--> statement-breakpoint
DROP INDEX "roster_rows_waiting";--> statement-breakpoint
ALTER TABLE "roster_rows" DROP COLUMN "committed_at";
