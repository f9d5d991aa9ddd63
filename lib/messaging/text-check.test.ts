import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { programs } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { checkReply } from "./text-check";

const t = testDatabase();

/** Rosa and Luis on one phone, with a conversation. */
async function household() {
  const clinic = await t.given.clinic();
  const { program, patient: rosa, sender } = clinic;
  const luis = await t.given.patient(program.id, { name: "Luis Marín", on: rosa.phone });
  const thread = await t.given.thread(program.id, sender.id, rosa.phone.id, { lastMessageAt: new Date() });
  const codes = async (body: string, patientId: string | null = null) =>
    (await checkReply(t.ctxFor(clinic.nurse), { threadId: thread.id, body, patientId })).map(
      ({ code }) => code,
    );
  return { ...clinic, rosa, luis, thread, codes };
}

test("a plain answer has no findings; one with health in it has", async () => {
  const { codes } = await household();
  expect(await codes("We will call you at 5:30 today.")).toEqual([]);
  expect(await codes("Su receta está lista")).toEqual(["health_word"]);
  expect(await codes("  ")).toEqual(["no_text"]);
});

test("who else is on the phone is not named, whoever it is about", async () => {
  const { codes, rosa, luis } = await household();
  expect(await codes("Luis can come at 3", rosa.id)).toEqual(["other_name"]);
  expect(await codes("Luis can come at 3", luis.id)).toEqual([]);
  // Both are called that.
  expect(await codes("Good day, Mrs. Marín", rosa.id)).toEqual([]);
  expect(await codes("Rosa, call us")).toEqual(["other_name"]);
});

test("a phone of one patient has nobody else to name", async () => {
  const { nurse, program, sender, patient } = await t.given.clinic();
  const thread = await t.given.thread(program.id, sender.id, patient.phone.id, { lastMessageAt: new Date() });
  const draft = { threadId: thread.id, body: "Rosa Marín, call us", patientId: null };
  expect(await checkReply(t.ctxFor(nurse), draft)).toEqual([]);
});

test("names of patients outside the nurse's programs are not given away", async () => {
  const { codes, rosa } = await household();
  const elsewhere = await t.given.program();
  await t.given.patient(elsewhere.id, { name: "Benito Ruiz", on: rosa.phone });
  expect(await codes("Benito can come at 3", rosa.id)).toEqual([]);
});

test("the first text of a conversation says who writes and how to stop", async () => {
  const { nurse, program, sender, patient } = await t.given.clinic();
  const { id: threadId } = await t.given.thread(program.id, sender.id, patient.phone.id);
  const check = (body: string) => checkReply(t.ctxFor(nurse), { threadId, body, patientId: null });
  expect((await check("Please call us")).map(({ code }) => code)).toEqual(["no_brand", "no_stop_wording"]);
  expect(await check("Valley Care: please call us. STOP to stop.")).toEqual([]);
});

test("a link to a host that the program allows is no finding", async () => {
  const { codes, program } = await household();
  expect(await codes("See valley.example/visit")).toEqual(["link"]);
  await t.db
    .update(programs)
    .set({ linkHosts: ["valley.example"] })
    .where(eq(programs.id, program.id));
  expect(await codes("See valley.example/visit")).toEqual([]);
});

test("nothing of it is audited or told on: no conversation was read", async () => {
  const { codes } = await household();
  const before = await t.auditOf("thread.read");
  await codes("Su receta está lista");
  expect(await t.auditOf("thread.read")).toEqual(before);
});

test("only nurses of the program", async () => {
  const { thread, manager } = await household();
  const stranger = await t.given.clinic();
  const draft = { threadId: thread.id, body: "Hello", patientId: null };
  await expect(checkReply(t.ctxFor(stranger.nurse), draft)).rejects.toThrow(NotFound);
  await expect(checkReply(t.ctxFor(stranger.nurse), { ...draft, threadId: "x" })).rejects.toThrow(NotFound);
  await expect(checkReply(t.ctxFor(manager), draft)).rejects.toThrow(Forbidden);
  const admin = await t.given.user("admin");
  await expect(checkReply(t.ctxFor(admin), draft)).rejects.toThrow(Forbidden);
});
