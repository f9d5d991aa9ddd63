import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { actions, outcomeFiles, outcomeRows, patients, touches } from "@/db/schema";
import { csvLine } from "@/lib/csv-out";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { listOutcomeFiles, outcomeFileDetail } from "./queries-files";
import { rejectedRows } from "./queries-rejects";
import { touchCounts } from "./queries-touches";
import { readFile } from "./reading";
import { type OutcomeKind, outcomePageLines } from "./types";
import { uploadOutcomes } from "./uploading";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeAll(async () => {
  clinic = await t.given.clinic();
});

/** The file in pieces; a small one in pieces of seven bytes, so that no piece ends where a cell does. */
async function* bytesOf(file: string | Buffer) {
  const all = Buffer.from(file);
  const piece = all.length > 50_000 ? 60_000 : 7;
  for (let i = 0; i < all.length; i += piece) yield all.subarray(i, i + piece);
}

async function uploaded(
  file: string | Buffer,
  { kind = "claims", codes = [], of = clinic }: { kind?: OutcomeKind; codes?: string[]; of?: Clinic } = {},
) {
  const ctx = t.ctxFor(of.manager);
  const what = { programId: of.program.id, kind, codes, fileName: "march.csv" };
  return outcomeFileDetail(ctx, await uploadOutcomes(ctx, { ...what, stream: bytesOf(file) }));
}

const verdictsOf = (file: Awaited<ReturnType<typeof uploaded>>) =>
  file.lines.map(({ line, verdict, reasons }) => [line, verdict, ...reasons]);

const claims = "Member ID,DOS,CPT";

describe("a file of claims", () => {
  test("gets a verdict and a sentence for each row, and says what it covers", async () => {
    const of = await t.given.clinic();
    const [rosa, luis] = [of.patient, await t.given.patient(of.program.id, { name: "Luis Soto" })];
    const stranger = (await t.given.clinic()).patient;
    await t.db.insert(actions).values({
      ...{ id: t.given.newId(), programId: of.program.id, patientId: luis.id, occurredOn: "2026-02-03" },
      ...{ source: "claims", recordedAt: wednesdayMorning },
    });
    const file = await uploaded(
      `\uFEFF${[
        '"Member ID",Date of Service,CPT,Paid',
        `${rosa.member},2026-03-02,99381,10.00`,
        "",
        ` ${rosa.member.toLowerCase()} ,03/02/2026,99382,10.00`,
        `${rosa.member},20260215,g0008,10.00`,
        `${luis.member},2/3/2026,99381,10.00`,
        `${stranger.member},2026-03-02,99381,10.00`,
        "VC-NOBODY,2026-03-02,99381,10.00",
        ",2026-03-02,99381,10.00",
        "3.12556E+09,2026-03-02,99381,10.00",
        `${rosa.member},,99381,10.00`,
        `${rosa.member},yesterday,99381,10.00`,
        `${rosa.member},2026-03-05,99381,10.00`,
        `${rosa.member},2024-03-03,99381,10.00`,
        `${rosa.member},2026-02-16,Rosa's visit,10.00`,
        `${luis.member},2026-02-17,99381,1,000.00`,
      ].join("\r\n")}\r\n`,
      { of },
    );
    expect(verdictsOf(file)).toEqual([
      [2, "import"],
      [4, "known", "The same member and day as on line 2, which is used."],
      [5, "import"],
      [6, "known", "Recorded already."],
      [7, "reject", "No patient of this program has this member number."],
      [8, "reject", "No patient of this program has this member number."],
      [9, "reject", "No member number."],
      [
        10,
        "reject",
        "The spreadsheet shortened the member number. Format the column as text and save again.",
      ],
      [11, "reject", "No date."],
      [12, "reject", "The date cannot be read. Write it as 2026-03-02 or 3/2/2026."],
      [13, "reject", "The date is in the future."],
      [14, "reject", "The date is more than two years ago. Check the year."],
      [15, "import", "The code is too long, or has other signs than letters and digits, and was left out."],
      [16, "reject", "More cells than the heading has. A comma may be missing its quotation marks."],
    ]);
    expect(file).toMatchObject({
      ...{ state: "checked", rows: 14, matched: 3, known: 2, rejected: 9, committed: 0 },
      ...{ firstDay: "2026-02-03", lastDay: "2026-03-02" },
    });
    expect(file.rejections[0]).toEqual({
      words: "No patient of this program has this member number.",
      count: 2,
    });
    expect(file.knowns).toContainEqual({ words: "The same as on another line.", count: 1 });
    expect(file.notes).toHaveLength(1);
    expect(file.lines[2]).toMatchObject({ day: "2026-02-15", what: "G0008" });
  });

  test("takes only the codes that somebody said count", async () => {
    const { patient } = clinic;
    const rows = ["99381", "G0008", "99391", ""].map(
      (code, i) => `${patient.member},2026-01-0${i + 1},${code}`,
    );
    const file = await uploaded([claims, ...rows].join("\n"), { codes: ["9938*", "G0008"] });
    expect(verdictsOf(file)).toEqual([
      [2, "import"],
      [3, "import"],
      [4, "reject", "This code does not count."],
      [5, "reject", "No code, and only some codes count."],
    ]);
    expect(file.codes).toEqual(["9938*", "G0008"]);
  });

  test("finds who is held out like anybody, and today is the program's today", async () => {
    const late = t.ctxFor(clinic.manager, { now: new Date("2026-03-05T03:30:00Z") });
    const what = { programId: clinic.program.id, kind: "clinic" as const, codes: [], fileName: "x.csv" };
    const rows = ["2026-03-04", "2026-03-05"].map((day) => `${clinic.patient.member},${day}`);
    const stream = bytesOf(["mrn,visit date", ...rows].join("\n"));
    const file = await outcomeFileDetail(late, await uploadOutcomes(late, { ...what, stream }));
    expect(verdictsOf(file)).toEqual([
      [2, "import"],
      [3, "reject", "The date is in the future."],
    ]);
  });

  test("counts a joined record's member number for the patient who was kept", async () => {
    const of = await t.given.clinic();
    const [kept, middle, merged] = [
      of.patient,
      await t.given.patient(of.program.id),
      await t.given.patient(of.program.id),
    ];
    await t.db.update(patients).set({ mergedInto: kept.id }).where(eq(patients.id, middle.id));
    await t.db.update(patients).set({ mergedInto: middle.id }).where(eq(patients.id, merged.id));
    const rows = [merged, kept].map(({ member }) => `${member},2026-03-02`);
    expect(verdictsOf(await uploaded([claims.slice(0, 13), ...rows].join("\n"), { of }))).toEqual([
      [2, "import"],
      [3, "known", "The same member and day as on line 2, which is used."],
    ]);
  });
});

test("a file of touches reads channels and whether they reached somebody", async () => {
  const of = await t.given.clinic();
  const { member, id: patientId } = of.patient;
  await t.db.insert(touches).values({
    ...{ id: t.given.newId(), programId: of.program.id, patientId, channel: "postcard" },
    ...{ occurredOn: "2026-02-01", reached: "yes", recordedAt: wednesdayMorning },
  });
  const file = await uploaded(
    [
      "member_id,date,channel,reached",
      `${member},2026-02-01,postcard,`,
      `${member},2026-02-01,Buckslip,`,
      `${member},2026-02-02,Phone call,no answer`,
      `${member},2026-02-02,call,yes`,
      `${member},2026-02-02,IVR,perhaps`,
      `${member},2026-02-02,pigeon,`,
      `${member},2026-02-02,,`,
    ].join("\n"),
    { kind: "touches", of },
  );
  expect(verdictsOf(file)).toEqual([
    [2, "known", "Recorded already."],
    [3, "import"],
    [4, "import"],
    [5, "known", "The same member and day as on line 4, which is used."],
    [6, "import", "Whether it reached the patient cannot be read and was left blank. Write yes or no."],
    [
      7,
      "reject",
      "The channel cannot be read. Write postcard, mailer, call, recorded call, e-mail or visit.",
    ],
    [8, "reject", "No channel."],
  ]);
  expect(file.lines[2]?.what).toBe("Call, not reached");
  expect(await touchCounts(t.ctxFor(of.manager), of.program.id)).toEqual([
    { channel: "postcard", touches: 1, people: 1, reached: 1, notReached: 0 },
  ]);
});

test.each<[string, string | Buffer, RegExp, OutcomeKind?, string[]?]>([
  ["an empty file", "", /file is empty/],
  ["a heading alone", `${claims}\n`, /no rows/],
  ["a missing column", "member_id,code\nVC1,99381\n", /service_date is missing\. Found: member_id, code/],
  ["a file without a heading", "VC1,2026-03-02\n", /None of our columns was found/],
  ["no codes where some count", "member_id,dos\nVC1,2026-03-02\n", /no column code/, "claims", ["99381"]],
  ["touches without a channel", "member_id,date\nVC1,2026-03-02\n", /channel is missing/, "touches"],
  ["a workbook", Buffer.from("PK\u0003\u0004 and so on"), /Excel workbook/],
])("%s fails with a sentence and leaves no row", async (_, file, sentence, kind, codes) => {
  expect(await uploaded(file, { kind: kind ?? "claims", codes: codes ?? [] })).toMatchObject({
    ...{ state: "failed", rows: 0, rejected: 0, lines: [] },
    failure: expect.stringMatching(sentence),
  });
});

test("a file of too many rows is not read to its end", async () => {
  const rules = { kind: "claims" as const, codes: [], earliest: "2024-03-04", today: "2026-03-04" };
  let read = 0;
  const reading = readFile(bytesOf(`${claims}\n${"VC1,x,\n".repeat(200_100)}`), rules, {
    heading: async () => {},
    row: async () => {
      read += 1;
    },
  });
  await expect(reading).rejects.toThrow(/more than 200,000 rows/);
  expect(read).toBe(200_000);
});

test("an upload that breaks off says so and leaves no row", async () => {
  const of = await t.given.clinic();
  const ctx = t.ctxFor(of.manager);
  async function* broken() {
    yield Buffer.from(`${claims}\n${"VC1,2026-03-02,99381\n".repeat(1_200)}`);
    throw new Error("aborted");
  }
  const what = { programId: of.program.id, kind: "claims" as const, codes: [], fileName: "x.csv" };
  await expect(uploadOutcomes(ctx, { ...what, stream: broken() })).rejects.toThrow("aborted");
  const [file] = await listOutcomeFiles(ctx, of.program.id);
  expect(file).toMatchObject({ state: "failed", rows: 0, failure: expect.stringMatching(/broke off/) });
  expect(await t.db.$count(outcomeRows, eq(outcomeRows.fileId, file?.id ?? ""))).toBe(0);
});

test("a file that is still being read after ten minutes did not finish", async () => {
  const of = await t.given.clinic();
  await uploaded(`${claims}\n${of.patient.member},2026-03-02,99381\n`, { of });
  await t.db.update(outcomeFiles).set({ state: "reading" }).where(eq(outcomeFiles.programId, of.program.id));
  const stateAfter = async (minutes: number) => {
    const now = new Date(wednesdayMorning.getTime() + minutes * 60_000);
    return (await listOutcomeFiles(t.ctxFor(of.manager, { now }), of.program.id))[0]?.state;
  };
  expect(await stateAfter(9)).toBe("reading");
  expect(await stateAfter(11)).toBe("unfinished");
});

test("lines are paged by their number, and filtered by their verdict", async () => {
  const rows = Array.from({ length: 250 }, (_, i) => `${i % 50 ? "VC-NOBODY" : ""},2026-03-02,99381`);
  const { id } = await uploaded([claims, ...rows].join("\n"));
  const ctx = t.ctxFor(clinic.manager);
  const second = await outcomeFileDetail(ctx, id, { after: outcomePageLines + 1 });
  expect([second.lines[0]?.line, second.lines.length, second.nextAfter]).toEqual([102, 100, 201]);
  const last = await outcomeFileDetail(ctx, id, { after: 201 });
  expect([last.lines.length, last.nextAfter]).toEqual([50, null]);
  expect((await outcomeFileDetail(ctx, id, { verdict: "import" })).lines).toEqual([]);
});

describe("the rows that were left out", () => {
  test("come back as they were, with their line and why, and nothing that a spreadsheet would run", async () => {
    const file = await uploaded(
      [
        "member_id,DOS,note",
        `${clinic.patient.member},2025-12-01,fine`,
        '=1+1,2026-03-02,"a, b"',
        "VC9,soon,José,shifted",
      ].join("\n"),
    );
    const written: string[] = [];
    for await (const row of await rejectedRows(t.ctxFor(clinic.manager), file.id)) written.push(csvLine(row));
    expect(written).toEqual([
      "Line,Why it was left out,member_id,DOS,note\r\n",
      `3,No patient of this program has this member number.,'=1+1,2026-03-02,"a, b"\r\n`,
      "4,More cells than the heading has. A comma may be missing its quotation marks.,VC9,soon,José,shifted\r\n",
    ]);
    expect(await t.auditOf("outcomes.rejects-downloaded")).toContainEqual({
      ...{ actorId: clinic.manager.id, programId: clinic.program.id },
      details: { outcomeFileId: file.id, rows: 2 },
    });
  });

  test("are read page by page to the last one", async () => {
    const file = await uploaded(`${claims}\n${"VC-NOBODY,2026-03-02,99381\n".repeat(1_000)}`);
    let rows = 0;
    for await (const _ of await rejectedRows(t.ctxFor(clinic.manager), file.id)) rows += 1;
    expect(rows).toBe(1_001);
  });
});

test("nothing readable of a patient reaches the database; uploading and reading are audited", async () => {
  const of = await t.given.clinic();
  const file = await uploaded("VCROSAMUNDE,member_id,dos\nx,VC77ROSAMUNDE,2026-03-02\n", { of });
  const [row] = await t.db.select().from(outcomeRows).where(eq(outcomeRows.fileId, file.id)).limit(1);
  const [stored] = await t.db.select().from(outcomeFiles).where(eq(outcomeFiles.id, file.id)).limit(1);
  for (const value of [row?.content, stored?.heading, stored?.fileName])
    expect(value?.toString("latin1")).not.toMatch(/ROSAMUNDE|march/);
  const mine = { actorId: of.manager.id, programId: of.program.id };
  expect(await t.auditOf("outcomes.uploaded")).toContainEqual({
    ...mine,
    details: { outcomeFileId: file.id, kind: "claims" },
  });
  expect(await t.auditOf("outcomes.read")).toContainEqual({
    ...mine,
    details: { outcomeFileId: file.id, rows: 1 },
  });
  const feed = (await t.feedOf("outcomes.changed")).filter((each) => each.programId === of.program.id);
  expect(feed).toHaveLength(2);
});

test("nurses and admins neither upload nor read, and another program's files are not found", async () => {
  const file = await uploaded(`${claims}\nVC-NOBODY,2026-03-02,99381\n`);
  const what = { programId: clinic.program.id, kind: "claims" as const, codes: [], fileName: "x.csv" };
  const elsewhere = await t.given.clinic();
  const refused = [
    [t.ctxFor(clinic.nurse), Forbidden],
    [t.ctxFor(await t.given.user("admin")), Forbidden],
    [t.ctxFor(elsewhere.manager), NotFound],
  ] as const;
  for (const [ctx, why] of refused) {
    await expect(uploadOutcomes(ctx, { ...what, stream: bytesOf(claims) })).rejects.toThrow(why);
    await expect(listOutcomeFiles(ctx, clinic.program.id)).rejects.toThrow(why);
    await expect(outcomeFileDetail(ctx, file.id)).rejects.toThrow(why);
    await expect(rejectedRows(ctx, file.id)).rejects.toThrow(why);
    await expect(touchCounts(ctx, clinic.program.id)).rejects.toThrow(why);
  }
  const downloads = await t.auditOf("outcomes.rejects-downloaded");
  expect(downloads.filter(({ details }) => JSON.stringify(details).includes(file.id))).toEqual([]);
});
