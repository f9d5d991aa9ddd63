import { beforeEach, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { restoreCanned, retireCanned, reviewCanned, writeCanned } from "./canned";
import { listCanned, readyReplies } from "./queries-canned";

const t = testDatabase();
let ward: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  ward = await setUp();
});

async function setUp() {
  const [nurse, writer, reviewer] = [
    await t.given.user("nurse"),
    await t.given.user("manager"),
    await t.given.user("manager"),
  ];
  const program = await t.given.program({ members: [nurse, writer, reviewer] });
  const sender = await t.given.sender(program.id);
  const rosa = await t.given.patient(program.id, { name: "Rosa Marín", language: "es-US" });
  const thread = await t.given.thread(program.id, sender.id, rosa.phone.id);
  return { nurse, writer, reviewer, program, rosa, thread };
}

const texts = {
  en: "Hi {first_name}, we will call you today.",
  es: "Hola {first_name}, le llamamos hoy.",
  zh: "",
};
const fresh = (more: object = {}) => ({
  ...{ programId: ward.program.id, replyId: null, seen: null, name: "Will call", texts, ...more },
});
const at = (user: typeof ward.nurse, minutes = 0) =>
  t.ctxFor(user, { now: new Date(Date.UTC(2026, 2, 4, 20, 30 + minutes)) });
const listed = async () => (await listCanned(at(ward.writer), ward.program.id))[0];
const ready = (patientId: string | null = ward.rosa.id) =>
  readyReplies(at(ward.nurse), { threadId: ward.thread.id, patientId });
async function reviewed() {
  const replyId = await writeCanned(at(ward.writer), fresh());
  await reviewCanned(at(ward.reviewer), { replyId, seen: (await listed())?.writtenAt ?? "" });
  return replyId;
}

test("a reply is used once somebody other than its writer has reviewed it, in the patient's language", async () => {
  const { writer, reviewer, program } = ward;
  const replyId = await writeCanned(at(writer), fresh());
  expect(await ready()).toEqual([]);
  const seen = (await listed())?.writtenAt ?? "";
  await expect(reviewCanned(at(writer), { replyId, seen })).rejects.toThrow(Forbidden);

  await reviewCanned(at(reviewer), { replyId, seen });

  expect(await ready()).toMatchObject([
    { name: "Will call", language: "es", body: "Hola Rosa, le llamamos hoy." },
  ]);
  expect(await listed()).toMatchObject({ writer: writer.name, reviewer: reviewer.name, retired: false });
  const trail = [...(await t.auditOf("canned.written")), ...(await t.auditOf("canned.reviewed"))];
  expect(trail.filter((row) => row.programId === program.id)).toEqual([
    { actorId: writer.id, programId: program.id, details: { replyId } },
    { actorId: reviewer.id, programId: program.id, details: { replyId } },
  ]);
});

test("a change is another version, which has to be reviewed anew", async () => {
  const replyId = await reviewed();
  const seen = (await listed())?.writtenAt ?? "";
  await writeCanned(
    at(ward.writer, 1),
    fresh({ replyId, seen, texts: { ...texts, en: "Hi, we will call." } }),
  );
  expect(await ready()).toEqual([]);
  await expect(reviewCanned(at(ward.reviewer, 2), { replyId, seen })).rejects.toThrow(Conflict);
  await expect(writeCanned(at(ward.reviewer, 2), fresh({ replyId, seen }))).rejects.toThrow(Conflict);
});

test("of an edit and a review of the same version at once, nurses never get what nobody has read", async () => {
  const replyId = await writeCanned(at(ward.writer), fresh());
  const seen = (await listed())?.writtenAt ?? "";
  const edit = fresh({ replyId, seen, texts: { ...texts, es: "Hola, otra cosa." } });
  await Promise.allSettled([
    writeCanned(at(ward.writer, 1), edit),
    reviewCanned(at(ward.reviewer, 1), { replyId, seen }),
  ]);
  expect((await ready()).map((reply) => reply.body)).not.toContain("Hola, otra cosa.");
});

test("what nothing fills blocks the reply and says so, and English is for whoever has no text of theirs", async () => {
  await reviewed();
  expect(await ready(null)).toMatchObject([{ body: null, problem: expect.stringContaining("{first_name}") }]);
  const mei = await t.given.patient(ward.program.id, { name: "Mei Chen", language: "zh-Hans" });
  expect(await ready(mei.id)).toMatchObject([
    { language: "en", asked: "zh-Hans", body: "Hi Mei, we will call you today.", segments: 1 },
  ]);
});

test("health, unknown fields and a missing English text are refused with a sentence each", async () => {
  const bad = fresh({ texts: { en: "", es: "Hola {nombre}", zh: "您怀孕了" } });
  const refused = await writeCanned(at(ward.writer), bad).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect(Object.keys((refused as Invalid).fields ?? {}).sort()).toEqual(["en", "es", "zh"]);
  expect(await listCanned(at(ward.writer), ward.program.id)).toEqual([]);
});

test("a retired one is gone for nurses and can come back", async () => {
  const replyId = await reviewed();
  await retireCanned(at(ward.writer), { replyId });
  await expect(retireCanned(at(ward.reviewer), { replyId })).rejects.toThrow(Conflict);
  expect(await ready()).toEqual([]);
  await restoreCanned(at(ward.reviewer), { replyId });
  expect(await ready()).toHaveLength(1);
});

test("nurses write none, managers use none, and other programs' people reach none", async () => {
  const replyId = await reviewed();
  const [manager, nurse] = [await t.given.user("manager"), await t.given.user("nurse")];
  await expect(writeCanned(at(ward.nurse), fresh())).rejects.toThrow(Forbidden);
  await expect(writeCanned(at(manager), fresh())).rejects.toThrow(NotFound);
  await expect(retireCanned(at(manager), { replyId })).rejects.toThrow(NotFound);
  await expect(listCanned(at(manager), ward.program.id)).rejects.toThrow(NotFound);
  const asked = { threadId: ward.thread.id, patientId: null };
  await expect(readyReplies(at(ward.writer), asked)).rejects.toThrow(Forbidden);
  await expect(readyReplies(at(nurse), asked)).rejects.toThrow(NotFound);
  const stranger = await t.given.clinic();
  await expect(ready(stranger.patient.id)).rejects.toThrow(NotFound);
});
