import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rosterPieces, rosterRows, rosters } from "@/db/schema";
import { limited } from "@/lib/csv-file";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { checkNextRoster } from "./checking";
import { tidyRosters } from "./loops";
import { listRosters, rosterDetail } from "./queries";
import { bytesOf, uploadAndCheck } from "./testing";
import { pageLines } from "./types";
import { uploadRoster } from "./uploading";

const t = testDatabase();

const heading = "member_id,first_name,last_name,birth_date,phone,language,zip,consent";

async function uploaded(file: string | Buffer, clinic?: Awaited<ReturnType<typeof t.given.clinic>>) {
  const { manager, program } = clinic ?? (await t.given.clinic());
  const ctx = t.ctxFor(manager);
  return rosterDetail(ctx, await uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file }));
}

const linesOf = (roster: Awaited<ReturnType<typeof uploaded>>) =>
  roster.lines.map((row) => [row.line, row.verdict, row.name, row.reasons.length]);

test("a messy file keeps everything good and says what is wrong with each other row", async () => {
  const roster = await uploaded(
    `\uFEFF${[
      '"Member ID",First Name,last_name,DOB,Phone,Language,ZIP,Consent',
      'VC1,Rosa,"Marín, Jr.",1994-05-17,(212) 555-0101,es,2139,Y',
      "",
      'VC2,"Two\r\nLines",Ruiz,5/17/1994,2125550102.0,English,02139,yes',
      "VC1,Rosa,Again,1994-05-17,212-555-0103,es,02139,Y",
      "VC3,Luis,Soto,2094-01-01,212-555-0104,es,02139,Y",
      "VC3,Luis,Soto,1994-01-01,212-555-0104,es,02139,",
      "VC4,Ann,O'Hara,1990-01-01,800-555-0105",
      ",,,,,,,",
      'VC5,5" Ann,Lee,1990-01-01,212-555-0106,en,02139,Y,more',
    ].join("\r\n")}\r\n`,
  );

  expect(roster).toMatchObject({ state: "checked", rows: 7, importable: 4, rejected: 3, committed: 0 });
  expect(roster.lines.map((row) => [row.line, row.verdict, row.name, row.reasons])).toEqual([
    [2, "import", "Rosa Marín, Jr.", ["Leading zeros of the ZIP code were put back."]],
    [4, "import", "Two Lines Ruiz", []],
    [5, "reject", "Rosa Again", ["The same member number as on line 2, which is used."]],
    [6, "reject", "Luis Soto", ["The birth date is in the future."]],
    [7, "import", "Luis Soto", ["No consent, so no texts."]],
    [
      8,
      "import",
      "Ann O'Hara",
      [
        "The phone is a toll-free number, so no texts.",
        "The language is missing or unknown: English is used.",
        "No consent, so no texts.",
        "Fewer cells than the heading has. What is missing counts as empty.",
      ],
    ],
    [
      10,
      "reject",
      '5" Ann Lee',
      ["More cells than the heading has. A comma may be missing its quotation marks."],
    ],
  ]);
  expect(roster.notes[0]).toEqual({ words: "No consent, so no texts.", count: 2 });
  expect(roster.rejections).toHaveLength(3);
  expect(roster.lines[0]?.phone).toBe("(212) 555-0101");
});

test("a file of Windows-1252 keeps its accents, and semicolons may part the cells", async () => {
  const file = `${heading}\nVC1,José,Núñez,1994-05-17,212-555-0101,es,02139,Y\n`.replaceAll(",", ";");
  expect(linesOf(await uploaded(Buffer.from(file, "latin1")))).toEqual([[2, "import", "José Núñez", 0]]);
});

test("the same file read as UTF-8 without a byte order mark is the same", async () => {
  const file = `${heading}\rVC1,José,Núñez,1994-05-17,212-555-0101,es,02139,Y`;
  expect(linesOf(await uploaded(file))).toEqual([[2, "import", "José Núñez", 0]]);
});

test.each([
  ["an empty file", "", /file is empty/],
  ["a heading alone", `${heading}\n`, /no rows/],
  ["a workbook", Buffer.from("PK\u0003\u0004 and so on"), /Excel workbook/],
  [
    "a PDF that is called CSV",
    Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"),
    /not a CSV file: it is a PDF/,
  ],
  ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), /not a CSV file: it is an old Excel/],
  ["a page of a portal", "<!DOCTYPE html><table><tr><td>member_id", /not a CSV file: it is a page/],
  ["a packed file", gzipSync(Buffer.from(heading.repeat(100))), /not a CSV file\. .+ save it as CSV/],
  ["UTF-16", Buffer.from(`\uFEFF${heading}`, "utf16le"), /not a CSV file/],
  [
    "a quotation mark without its end",
    `${heading}\nVC1,Rosa,M,1994-05-17,212-555-0101,es,1,Y\nVC2,"Rosa,M\n`,
    /never closed/,
  ],
  ["nothing but blank lines", "\n".repeat(200_000), /file is empty/],
])("%s fails with a sentence and leaves no row", async (_, file, sentence) => {
  const roster = await uploaded(file);
  expect(roster).toMatchObject({
    state: "failed",
    rows: 0,
    lines: [],
    failure: expect.stringMatching(sentence),
  });
});

test("a file of too many rows fails, and what was checked of it goes", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const file = `${heading}\n${Array.from({ length: 1_500 }, (_, i) => `VC${i},,,,,,,\n`).join("")}`;
  const id = await uploadRoster(ctx, { programId: program.id, fileName: "x.csv", stream: bytesOf(file) });
  expect(await checkNextRoster(t.loopCtx(), undefined, 1_200)).toBe(1);
  const failure = expect.stringMatching(/more than 1,200 rows/);
  expect(await rosterDetail(ctx, id)).toMatchObject({ state: "failed", rows: 0, failure });
  expect(await leftOf(id)).toEqual({ rows: 0, pieces: 0 });
});

test("a file that is too large is not taken to its end", async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.alloc(1_000_000);
    }
  }
  const take = async () => {
    for await (const _ of limited(endless(), 10_000_000));
  };
  await expect(take()).rejects.toThrow(/larger than 10 MB/);
  expect(given).toBe(11);
});

const leftOf = async (rosterId: string) => ({
  rows: await t.db.$count(rosterRows, eq(rosterRows.rosterId, rosterId)),
  pieces: await t.db.$count(rosterPieces, eq(rosterPieces.rosterId, rosterId)),
});

test("an upload that breaks off says so and leaves no row", async () => {
  const { manager, program } = await t.given.clinic();
  const row = (i: number) => `VC${i},Rosa,M,1994-05-17,212-555-0101,es,02139,Y\n`;
  async function* broken() {
    for (let chunk = 0; chunk < 8; chunk += 1)
      yield Buffer.from(`${heading}\n${Array.from({ length: 1_200 }, (_, i) => row(i)).join("")}`);
    throw new Error("aborted");
  }
  const uploading = uploadRoster(t.ctxFor(manager), {
    programId: program.id,
    fileName: "x.csv",
    stream: broken(),
  });

  await expect(uploading).rejects.toThrow("aborted");
  const [roster] = await listRosters(t.ctxFor(manager), program.id);
  expect(roster).toMatchObject({
    state: "failed",
    rows: 0,
    failure: expect.stringMatching(/upload broke off/),
  });
  expect(await leftOf(roster?.id ?? "")).toEqual({ rows: 0, pieces: 0 });
});

test("nothing readable of a patient reaches the database", async () => {
  const roster = await uploaded(`${heading}\nVC77,Rosamunde,Marin,1994-05-17,212-555-0101,es,02139,Y\n`);
  const [row] = await t.db.select().from(rosterRows).where(eq(rosterRows.rosterId, roster.id));
  const [file] = await t.db.select().from(rosters).where(eq(rosters.id, roster.id));
  expect(row?.content.includes("Rosamunde")).toBe(false);
  expect(file?.fileName.includes("march")).toBe(false);
  expect(roster.fileName).toBe("march.csv");
});

test("an upload and each reading of it are audited", async () => {
  const clinic = await t.given.clinic();
  const roster = await uploaded(`${heading}\nVC1,Rosa,M,1994-05-17,212-555-0101,es,02139,Y\n`, clinic);
  const mine = { actorId: clinic.manager.id, programId: clinic.program.id };
  expect(await t.auditOf("roster.uploaded")).toContainEqual({ ...mine, details: { rosterId: roster.id } });
  expect(await t.auditOf("roster.read")).toContainEqual({
    ...mine,
    details: { rosterId: roster.id, rows: 1 },
  });
  const feed = (await t.feedOf("roster.changed")).filter((row) => row.programId === clinic.program.id);
  expect(feed).toHaveLength(4);
});

test("nurses and admins neither upload nor read rosters", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const admin = await t.given.user("admin");
  const upload = { programId: program.id, fileName: "x.csv", stream: bytesOf(heading) };
  for (const user of [nurse, admin]) {
    await expect(uploadRoster(t.ctxFor(user), upload)).rejects.toThrow(Forbidden);
    await expect(listRosters(t.ctxFor(user), program.id)).rejects.toThrow(Forbidden);
    await expect(rosterDetail(t.ctxFor(user), t.given.newId())).rejects.toThrow(Forbidden);
  }
  expect(await listRosters(t.ctxFor(manager), program.id)).toEqual([]);
});

test("another program's rosters are not found", async () => {
  const roster = await uploaded(`${heading}\nVC1,Rosa,M,1994-05-17,212-555-0101,es,02139,Y\n`);
  const { manager } = await t.given.clinic();
  const upload = { programId: roster.programId, fileName: "x.csv", stream: bytesOf(heading) };
  await expect(uploadRoster(t.ctxFor(manager), upload)).rejects.toThrow(NotFound);
  await expect(listRosters(t.ctxFor(manager), roster.programId)).rejects.toThrow(NotFound);
  await expect(rosterDetail(t.ctxFor(manager), roster.id)).rejects.toThrow(NotFound);
});

test("lines are paged by their number, and filtered by their verdict", async () => {
  const clinic = await t.given.clinic();
  const rows = Array.from(
    { length: 250 },
    (_, i) => `VC${i},Rosa,M,${i % 50 ? "1994-05-17" : "x"},,es,02139,Y`,
  );
  const { id } = await uploaded([heading, ...rows].join("\n"), clinic);
  const ctx = t.ctxFor(clinic.manager);

  const second = await rosterDetail(ctx, id, { after: pageLines + 1 });
  expect([second.lines[0]?.line, second.lines.length, second.nextAfter]).toEqual([102, 100, 201]);
  const last = await rosterDetail(ctx, id, { after: 201 });
  expect([last.lines.length, last.nextAfter]).toEqual([50, null]);
  const rejected = await rosterDetail(ctx, id, { shown: "reject" });
  expect(rejected.lines.map((row) => row.line)).toEqual([2, 52, 102, 152, 202]);
});

test("an upload whose server died is ended by the worker, and leaves nothing", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const roster = await uploaded(`${heading}\nVC1,Rosa,M,1994-05-17,,es,02139,Y\n`, {
    manager,
    program,
  } as never);
  const dying = { state: "reading" as const, checkingUntil: new Date("2026-01-01") };
  const soon = { ...dying, checkingUntil: new Date("2999-01-01") };
  await t.db.update(rosters).set(soon).where(eq(rosters.id, roster.id));
  await tidyRosters(t.loopCtx());
  expect((await listRosters(ctx, program.id))[0]?.state).toBe("reading");

  await t.db.update(rosters).set(dying).where(eq(rosters.id, roster.id));
  await tidyRosters(t.loopCtx());
  expect((await listRosters(ctx, program.id))[0]).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/broke off/),
  });
  expect(await leftOf(roster.id)).toEqual({ rows: 0, pieces: 0 });
});
