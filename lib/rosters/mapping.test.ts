import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rosterMappings, rosterRows, rosters } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { startCommit } from "./committing";
import { ConfirmColumnsInput } from "./inputs";
import { checkRosters } from "./loops";
import { changeColumns, confirmColumns } from "./mapping";
import { rosterDetail } from "./queries";
import { commitAll, uploadAndCheck } from "./testing";
import type { Column } from "./types";

const t = testDatabase();

const strange = ["Nummer", "Wer", "Geburt", "Draht", "Ja?", "Notiz"];
const chosen: (Column | null)[] = ["member_id", "full_name", "birth_date", "phone", "consent", null];
const rowsOf = (prefix: string) =>
  Array.from(
    { length: 5 },
    (_, i) => `${prefix}-10${i},"Marín, Rosa",1990-02-0${i + 1},212-555-014${i},Y,ring twice`,
  );
const strangeFile = (prefix: string) => [strange.join(","), ...rowsOf(prefix)].join("\n");

async function upload(file: string, clinic?: Awaited<ReturnType<typeof t.given.clinic>>) {
  const { manager, nurse, program } = clinic ?? (await t.given.clinic());
  const ctx = t.ctxFor(manager);
  const id = await uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file });
  return { ctx, manager, nurse, program, id, roster: await rosterDetail(ctx, id) };
}

const checkAll = async () => {
  while ((await checkRosters(t.loopCtx())) > 0);
};

test("strange names are guessed by their values, and wait for a person", async () => {
  const { roster } = await upload(strangeFile("SA"));
  expect(roster).toMatchObject({ state: "mapping", rows: 0, lines: [] });
  expect(roster.columns).toMatchObject([
    { heading: "Nummer", column: "member_id", source: "samples", samples: ["SA-100", "SA-101", "SA-102"] },
    { heading: "Wer", column: "full_name", source: "samples" },
    { heading: "Geburt", column: "birth_date", source: "samples" },
    { heading: "Draht", column: "phone", source: "samples" },
    { heading: "Ja?", column: "consent", source: "samples" },
    { heading: "Notiz", column: null, source: null, samples: ["ring twice"] },
  ]);
});

test("what is confirmed is audited, remembered for the program alone, and starts the check", async () => {
  const clinic = await t.given.clinic();
  const first = await upload(strangeFile("SB"), clinic);
  await confirmColumns(first.ctx, { rosterId: first.id, column: chosen });
  await checkAll();
  expect(await rosterDetail(first.ctx, first.id)).toMatchObject({
    state: "checked",
    importable: 5,
    added: 5,
  });
  expect(await t.auditOf("roster.mapped")).toContainEqual({
    ...{ actorId: clinic.manager.id, programId: clinic.program.id },
    details: { rosterId: first.id, columns: 6 },
  });

  const again = await upload(strangeFile("SC"), clinic);
  expect(again.roster).toMatchObject({ state: "checked", importable: 5 });
  expect(again.roster.columns?.map(({ source }) => source)).toEqual(strange.map(() => "memory"));
  const elsewhere = await upload(strangeFile("SD"));
  expect(elsewhere.roster.state).toBe("mapping");
  const [kept] = await t.db
    .select()
    .from(rosterMappings)
    .where(eq(rosterMappings.programId, clinic.program.id));
  expect(kept?.columns.includes("nummer")).toBe(false);
});

test("a file without a heading is mapped by its values, and its first line is a patient", async () => {
  const { ctx, id, roster } = await upload(rowsOf("SE").join("\n"));
  expect(roster).toMatchObject({ state: "mapping", columns: { length: 6 } });
  expect(roster.columns?.[0]).toMatchObject({ heading: null, column: "member_id" });
  await confirmColumns(ctx, { rosterId: id, column: chosen });
  await checkAll();
  const { lines } = await rosterDetail(ctx, id);
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  [chosen.map((column) => (column === "phone" ? null : column)), /Still missing: Phone\./],
  [["member_id", "first_name", "birth_date", "phone", "consent", null], /Still missing: Last name/],
  [
    ["member_id", "full_name", "birth_date", "phone", "consent", "phone"],
    /Two columns are chosen as "Phone"/,
  ],
  [chosen.slice(1), /not the columns of this file/],
] as [(Column | null)[], RegExp][])("%o is refused with a sentence", async (column, sentence) => {
  const { ctx, id } = await upload(strangeFile("SF"));
  const confirming = confirmColumns(ctx, { rosterId: id, column });
  await expect(confirming).rejects.toThrow(Invalid);
  await expect(confirming).rejects.toThrow(sentence);
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "mapping" });
});

test("two people choose at once: one does, the other is told", async () => {
  const { ctx, id } = await upload(strangeFile("SG"));
  const input = { rosterId: id, column: chosen };
  const both = await Promise.allSettled([confirmColumns(ctx, input), confirmColumns(ctx, input)]);
  const refused = both.filter((each) => each.status === "rejected");
  expect(refused.map(({ reason }) => reason)).toEqual([expect.any(Conflict)]);
});

test("changed columns forget what was checked, and check it anew", async () => {
  const { ctx, id } = await upload(strangeFile("SH"));
  await confirmColumns(ctx, { rosterId: id, column: chosen });
  await checkAll();
  const [before] = (await rosterDetail(ctx, id)).lines;

  await changeColumns(ctx, { rosterId: id });
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "mapping", rows: 0, added: 0, lines: [] });
  await confirmColumns(ctx, { rosterId: id, column: [...chosen.slice(0, 5), "address"] });
  await checkAll();

  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "checked", rows: 5, added: 5 });
  expect(await t.db.$count(rosterRows, eq(rosterRows.rosterId, id))).toBe(5);
  expect((await rosterDetail(ctx, id)).lines[0]).toEqual(before);
});

test("once imported, or once the file is gone, columns stay", async () => {
  const { ctx, id } = await upload(strangeFile("SI"));
  await confirmColumns(ctx, { rosterId: id, column: chosen });
  await checkAll();
  await startCommit(ctx, { rosterId: id });
  await expect(changeColumns(ctx, { rosterId: id })).rejects.toThrow(Conflict);
  await commitAll(t.loopCtx());
  await expect(changeColumns(ctx, { rosterId: id })).rejects.toThrow(Conflict);

  const old = await upload(strangeFile("SJ"));
  await t.db.update(rosters).set({ columns: null, state: "checked" }).where(eq(rosters.id, old.id));
  await expect(changeColumns(old.ctx, { rosterId: old.id })).rejects.toThrow(/not kept any more/);
});

test("who may not upload is refused, and another program's roster is not found", async () => {
  const { nurse, id } = await upload(strangeFile("SK"));
  const elsewhere = await t.given.clinic();
  for (const [user, error] of [
    [nurse, Forbidden],
    [elsewhere.manager, NotFound],
  ] as const) {
    const ctx = t.ctxFor(user);
    await expect(confirmColumns(ctx, { rosterId: id, column: chosen })).rejects.toThrow(error);
    await expect(changeColumns(ctx, { rosterId: id })).rejects.toThrow(error);
  }
});

test("a form of one column is read as one", () => {
  const rosterId = t.given.newId();
  expect(ConfirmColumnsInput.parse({ rosterId, column: "phone" }).column).toEqual(["phone"]);
  expect(ConfirmColumnsInput.parse({ rosterId, column: ["", "zip"] }).column).toEqual([null, "zip"]);
  expect(ConfirmColumnsInput.safeParse({ rosterId, column: ["constructor"] }).success).toBe(false);
});
