import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { connect } from "@/db/client";
import { carrierEvents } from "@/db/schema";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import type { StoredEvent } from "./carrier-event";
import { fileWaitingEvents } from "./filing";
import { parkedEvents, retryAllParked, retryParked } from "./parked-event";

const t = testDatabase();

afterEach(async () => {
  await t.db.delete(carrierEvents);
});

async function stored(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => t.given.newId());
  await t.db.insert(carrierEvents).values(
    ids.map((id) => ({
      id,
      carrierId: randomUUID(),
      kind: "inbound" as const,
      status: "",
      receivedAt: new Date(),
      payload: Buffer.from("{}"),
    })),
  );
  return ids;
}
const rowsOf = async (ids: string[]) =>
  t.db
    .select({
      id: carrierEvents.id,
      filed: sql<boolean>`filed_at is not null`,
      problem: carrierEvents.problem,
      tries: carrierEvents.tries,
    })
    .from(carrierEvents)
    .where(inArray(carrierEvents.id, ids))
    .orderBy(carrierEvents.id);
const asItIs = (event: StoredEvent) => event.id;
const file = (work: (ids: string[]) => void | Promise<void> = () => {}) =>
  fileWaitingEvents(t.loopCtx(), "inbound", 10, asItIs, async (_, events) => {
    await work(events.map((event) => event.said));
    return new Map();
  });

/** A worker of its own that files until nothing waits, and dies when it meets the poison. True when it lived. */
async function worker(poison: string): Promise<boolean> {
  const program = `
    const { applicationRole, connect } = await import("./db/client.ts");
    const { fileWaitingEvents } = await import("./lib/messaging/filing.ts");
    const { db, close } = connect(process.env.DATABASE_URL, { role: applicationRole });
    const ctx = { actor: { kind: "loop", name: "test" }, db, now: new Date() };
    const file = (tx, events) => {
      if (events.some((event) => event.id === ${JSON.stringify(poison)})) process.kill(process.pid, "SIGKILL");
      return new Map();
    };
    while ((await fileWaitingEvents(ctx, "inbound", 10, (event) => event.id, file)) > 0);
    await close();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    env: { ...process.env, DATABASE_URL: t.url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((ended) => child.once("exit", (code) => ended(code === 0)));
}

test("an event that kills the worker is set aside after three deaths; all others are filed", async () => {
  const ids = await stored(8);
  const poison = ids[3] ?? "";
  const lived: boolean[] = [];
  for (let i = 0; i < 4; i += 1) lived.push(await worker(poison));
  expect(lived).toEqual([false, false, false, true]);
  for (const row of await rowsOf(ids))
    expect(row).toMatchObject(
      row.id === poison ? { filed: false, problem: "fails", tries: 3 } : { filed: true, problem: null },
    );
}, 60_000);

test("an event that fails each time is set aside after three tries; all others are filed in order", async () => {
  const ids = await stored(5);
  const poison = ids[1] ?? "";
  const filed: string[] = [];
  for (let faults = 0, done = 1; done > 0; )
    try {
      done = await file((batch) => {
        if (batch.includes(poison)) throw new Error("boom");
        filed.push(...batch);
      });
    } catch {
      faults += 1;
      expect(faults).toBeLessThanOrEqual(3);
    }
  expect(filed).toEqual(ids.filter((id) => id !== poison));
  expect((await rowsOf([poison]))[0]).toMatchObject({ filed: false, problem: "fails", tries: 3 });
});

test("a database that goes away costs no event a try", async () => {
  const ids = await stored(3);
  const owner = connect(t.url);
  for (let i = 0; i < 5; i += 1)
    await expect(
      fileWaitingEvents(t.loopCtx(), "inbound", 10, asItIs, async (tx) => {
        const [row] = await tx.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        await owner.db.execute(sql`select pg_terminate_backend(${row?.pid ?? 0})`);
        await tx.db.execute(sql`select 1`);
        return new Map();
      }),
    ).rejects.toThrow();
  await owner.close();
  const batches: number[] = [];
  expect(await file((batch) => void batches.push(batch.length))).toBe(3);
  expect(batches).toEqual([3]);
  expect((await rowsOf(ids)).map((row) => row.tries)).toEqual([1, 1, 1]);
});

test("while one worker files texts, another files none", async () => {
  await stored(3);
  let others: number | undefined;
  await file(async () => {
    others = await file();
  });
  expect(others).toBe(0);
});

test("an admin has a parked event tried again; nobody else may", async () => {
  const [id = "", other = ""] = await stored(2);
  await t.db.update(carrierEvents).set({ parkedAt: new Date(), problem: "fails", tries: 3 });
  const admin = t.ctxFor(await t.given.user("admin"));
  expect(await parkedEvents(admin)).toEqual([
    expect.objectContaining({ id, kind: "inbound", problem: "fails", tries: 3 }),
    expect.objectContaining({ id: other }),
  ]);
  await retryParked(admin, id);
  await expect(retryParked(admin, id)).rejects.toThrow(Conflict);
  await expect(retryParked(admin, "nonsense")).rejects.toThrow(NotFound);
  expect(await file()).toBe(1);
  expect(await retryAllParked(admin)).toBe(1);
  expect(await file()).toBe(1);
  expect(await parkedEvents(admin)).toEqual([]);
  expect((await t.auditOf("event.retried")).map((row) => row.details)).toEqual([
    { eventId: id, kind: "inbound", count: 1 },
    { count: 1 },
  ]);
  for (const role of ["nurse", "manager"] as const) {
    const person = t.ctxFor(await t.given.user(role));
    await expect(retryParked(person, id)).rejects.toThrow(Forbidden);
    await expect(retryAllParked(person)).rejects.toThrow(Forbidden);
    await expect(parkedEvents(person)).rejects.toThrow(Forbidden);
  }
  expect(await t.db.$count(carrierEvents, eq(carrierEvents.problem, "fails"))).toBe(0);
});
