import { createServer } from "node:http";
import { openSingleRows } from "@/db/testing/load";

// What a webhook costs at the very least: Node's own server that reads the body, keeps it in a row or not, and answers.
const url = process.env.DATABASE_URL;
const rows = url ? await openSingleRows(url, 12) : undefined;

const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += String(piece);
  await rows?.put(body);
  response.writeHead(200).end();
});
server.listen(Number(process.env.BARE_PORT), "127.0.0.1", () => console.log("bare server ready"));
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, () => process.exit(0));
