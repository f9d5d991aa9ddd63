import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { drafts, threads } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { draftsOf, loadDraft, saveDraft } from "./draft";
import { inboxPage } from "./queries";
import { replyToThread } from "./reply";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;
let threadId: string;

beforeEach(async () => {
  clinic = await t.given.clinic();
  const thread = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
  threadId = thread.id;
});

const nurse = () => t.ctxFor(clinic.nurse);
const save = (body: string, base: string | null = null, patientId: string | null = null) =>
  saveDraft(nurse(), { threadId, body, patientId, base });
const loaded = async () => (await loadDraft(nurse(), threadId))?.body ?? null;
const reply = (body: string, draftId: string | null = null) => ({
  ...{ threadId, body, draftId, key: t.given.randomId() },
  ...{ seen: null, patientId: null },
});

test("what was written comes back on any device, sealed in the database, to its writer alone", async () => {
  const { id } = await save("We will call at 3.", null, clinic.patient.id);
  expect(await loadDraft(nurse(), threadId)).toEqual({
    ...{ id, body: "We will call at 3.", patientId: clinic.patient.id },
  });
  const [row] = await t.db.select().from(drafts).where(eq(drafts.threadId, threadId));
  expect(row?.body.toString("latin1")).not.toContain("call at 3");

  const colleague = await t.given.user("nurse");
  await t.db.execute(
    `insert into program_members (user_id, program_id, added_at) values ('${colleague.id}', '${clinic.program.id}', now())`,
  );
  expect(await loadDraft(t.ctxFor(colleague), threadId)).toBeNull();
});

test("the queue shows where a reply was begun", async () => {
  await t.db
    .update(threads)
    .set({ waitingSince: new Date(), lastInboundId: t.given.newId() })
    .where(eq(threads.id, threadId));
  const marks = async () => (await inboxPage(nurse(), "waiting")).rows.map((row) => row.draft);
  expect(await marks()).toEqual([false]);
  await save("We will");
  expect(await marks()).toEqual([true]);
  expect(await draftsOf(nurse(), [threadId])).toEqual(new Set([threadId]));
  expect(await draftsOf(t.ctxFor(await t.given.user("nurse")), [threadId])).toEqual(new Set());
});

test("of two tabs the newest wins, and is told what the other one had", async () => {
  const first = await save("from the first tab");
  expect(first.other).toBeNull();
  expect(await save("from the first tab, longer", first.id)).toMatchObject({ other: null });
  const second = await save("from the second tab");
  expect(second.other).toBe("from the first tab, longer");
  expect(await loaded()).toBe("from the second tab");
});

test("of two first words at once one stands, and its tab has the other's", async () => {
  const [one, two] = await Promise.all([save("one"), save("two")]);
  const kept = await loaded();
  expect([one.other, two.other].filter(Boolean)).toEqual([kept === "two" ? "one" : "two"]);
});

test("no words drop the draft, but not one that this tab has not seen", async () => {
  const { id } = await save("We will call");
  expect(await save("  ", null)).toEqual({ id, other: "We will call" });
  expect(await loaded()).toBe("We will call");
  expect(await save("", id)).toEqual({ id: null, other: null });
  expect(await loaded()).toBeNull();
});

test("a reply that is taken drops its draft; one that is refused keeps it", async () => {
  const { id } = await save("We will call at 3.");
  await expect(
    replyToThread(nurse(), { ...reply("We will call at 3.", id), seen: t.given.newId() }),
  ).rejects.toThrow("newer text");
  expect(await loaded()).toBe("We will call at 3.");
  await replyToThread(nurse(), reply("We will call at 3. Or 4.", id));
  expect(await loaded()).toBeNull();
});

test("what another tab wrote since stays when a reply is sent", async () => {
  const { id } = await save("We will call.");
  await save("And please bring the card.", id);
  await replyToThread(nurse(), reply("We will call.", id));
  expect(await loaded()).toBe("And please bring the card.");
});

test("out of reach there is no draft to write or read, and none for a manager", async () => {
  const stranger = t.ctxFor(await t.given.user("nurse"));
  const draft = { threadId, body: "x", patientId: null, base: null };
  await expect(saveDraft(stranger, draft)).rejects.toThrow(NotFound);
  expect(await loadDraft(stranger, threadId)).toBeNull();
  await expect(saveDraft(t.ctxFor(clinic.manager), draft)).rejects.toThrow(Forbidden);
  const elsewhere = await t.given.clinic();
  await expect(saveDraft(nurse(), { ...draft, patientId: elsewhere.patient.id })).rejects.toThrow(NotFound);
});
