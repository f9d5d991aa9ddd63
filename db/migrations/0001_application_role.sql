-- Web and worker act as hearback_app: it reads and writes rows, changes no table, and never touches an audit row again.
-- The role belongs to the cluster; db/migrate.ts makes it before this runs.
grant usage on schema public to hearback_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to hearback_app;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to hearback_app;
--> statement-breakpoint
revoke update, delete, truncate on audit, audit_seals, consents from hearback_app;
