import { migrateDatabase } from "@/db/migrate";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error(
    "DATABASE_URL is missing: the address of a PostgreSQL database, postgres://user:password@host/name.",
  );
  process.exit(1);
}
await migrateDatabase(url);
console.log("The database has the newest schema.");
