// Plain JavaScript without packages: npm runs it after each install, before anything else can.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

// postgres.js 3.4.9 writes to a socket that is gone when the server ends a connection in the middle of a
// transaction, which ends the process; and a connection that lost its socket while a write was pending never
// writes again. Its issues 1066, 1154 and 1208. And nobody waits for the types that it asks of a new connection: one
// that is cut off meanwhile ends the process, too. And what the server said when it cut off a query is told to the next
// one as well, which the server never saw. Four lines, until a release has them.

const mark = "mended by Hearback";
const mended = `chunk = nextWriteTimer = null // ${mark}`;
const faults = [
  {
    before: "  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)",
    after: `  function nextWrite(fn) {
    if (socket === null) {
      ${mended}
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)`,
  },
  {
    before: "    incomings = null\n    clearImmediate(nextWriteTimer)\n",
    after: `    incomings = null\n    clearImmediate(nextWriteTimer)\n    ${mended}\n`,
  },
  {
    before: "        return fetchArrayTypes()\n",
    after: `        return fetchArrayTypes().catch(errored) // ${mark}\n`,
  },
  {
    before: "    closedTime = performance.now()\n    hadError &&",
    after: `    query = results = errorResponse = null // ${mark}\n    closedTime = performance.now()\n    hadError &&`,
  },
];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const driver = path.join(root, "node_modules", "postgres");

for (const file of ["src/connection.js", "cjs/src/connection.js"]) mend(path.join(driver, file));

function mend(file) {
  if (!existsSync(file)) return;
  const found = readFileSync(file, "utf8");
  const left = faults.filter(({ after }) => !found.includes(after));
  if (left.length === 0) return;
  if (!left.every(({ before }) => found.split(before).length === 2)) {
    console.error(
      `${path.relative(root, file)} is not what Hearback mends (postgres 3.4.9). After an upgrade, see whether its issue 1208 is solved, then change or remove scripts/mend-postgres.mjs.`,
    );
    process.exit(1);
  }
  writeFileSync(
    file,
    left.reduce((text, { before, after }) => text.replace(before, after), found),
  );
}
