import { afterAll, beforeAll, expect, test } from "vitest";
import { programMembers } from "@/db/schema";
import { connection } from "@/lib/database";
import { feedHead, readFeed } from "@/lib/feed/cursor";
import { record } from "@/lib/feed/record";
import { testDatabase } from "@/lib/testing";
import { createSession } from "@/lib/users/session";
import { closeStreams, eventStream } from "./sse";

const t = testDatabase();

beforeAll(() => {
  process.env.DATABASE_URL = t.url;
});
afterAll(async () => {
  closeStreams();
  await connection().close();
});

async function opened(
  user: Parameters<typeof t.ctxFor>[0],
  { from = "", signal = new AbortController().signal } = {},
) {
  const request = new Request("http://localhost:3000/api/stream", {
    signal,
    headers: from ? { "last-event-id": from } : {},
  });
  const answer = await eventStream(t.ctxFor(user), await createSession(t.db, user.id), request);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const heard = { text: "" };
  const until = async (what: string) => {
    while (!heard.text.includes(what)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`The stream ended without ${what}.`);
      heard.text += Buffer.from(value).toString();
    }
    return heard.text;
  };
  return { reader, until };
}

const cursorOf = (from: string) => ({ xid: from.split("_")[0] ?? "", id: from.split("_")[1] ?? "" });
const place = async () => {
  const head = await feedHead(t.db);
  return `${head.xid}_${head.id}`;
};

test("it tells what happens in the reader's programs, and of no other", async () => {
  const { nurse, program } = await t.given.clinic();
  const other = await t.given.clinic();
  const stream = await opened(nurse);
  await stream.until("beat");
  await record(t.loopCtx(), { kind: "roster.changed", programId: other.program.id });
  await record(t.loopCtx(), { kind: "roster.changed", programId: program.id });
  const heard = await stream.until(program.id);
  expect(heard).not.toContain(other.program.id);
  await stream.reader.cancel();
});

test("who joins a program meanwhile is told to read anew, and hears of it from then on", async () => {
  const { nurse } = await t.given.clinic();
  const joined = await t.given.clinic();
  const stream = await opened(nurse);
  await stream.until("beat");
  await record(t.loopCtx(), { kind: "roster.changed", programId: joined.program.id });
  await t.db
    .insert(programMembers)
    .values({ userId: nurse.id, programId: joined.program.id, addedAt: new Date() });
  await record(t.loopCtx(), { kind: "program.changed", programId: joined.program.id });
  expect(await stream.until("event: reset")).not.toContain(joined.program.id);
  await record(t.loopCtx(), { kind: "roster.changed", programId: joined.program.id });
  await stream.until(joined.program.id);
  await stream.reader.cancel();
});

test("who goes on gets what was missed, and after too much of it is told to read anew", async () => {
  const { nurse, program } = await t.given.clinic();
  await record(t.loopCtx(), { kind: "program.changed", programId: program.id });
  const from = await place();
  await record(t.loopCtx(), { kind: "roster.changed", programId: program.id });
  const heard = await (await opened(nurse, { from })).until("roster.changed");
  expect(heard).not.toContain("reset");
  expect(heard.indexOf("id: ")).toBeGreaterThan(heard.indexOf("beat"));

  const many = Array.from({ length: 500 }, () => ({
    kind: "program.changed" as const,
    programId: program.id,
  }));
  for (let i = 0; i < 5; i += 1) await record(t.loopCtx(), ...many);
  await expect.poll(async () => (await readFeed(t.db, cursorOf(from), 2_000)).length).toBe(2_000);
  await (await opened(nurse, { from })).until("event: reset");
});

test("a browser that went away while it was being answered leaves nothing behind, and the others hear on", async () => {
  const { nurse, program } = await t.given.clinic();
  const gone = new AbortController();
  const early = opened(nurse, { signal: gone.signal });
  gone.abort();
  await expect((await early).until("beat")).rejects.toThrow("ended");

  const left = await opened(nurse);
  await left.reader.cancel();
  const stays = await opened(nurse);
  await stays.until("beat");
  await record(t.loopCtx(), { kind: "roster.changed", programId: program.id });
  await stays.until("roster.changed");
});
