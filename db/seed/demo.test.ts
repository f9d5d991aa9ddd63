import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { auditWords } from "@/lib/audit/types";
import { outcomeReasonSentence } from "@/lib/outcomes/types";
import { open } from "@/lib/phi/seal";
import { reasonSentence } from "@/lib/rosters/types";
import { testDatabase } from "@/lib/testing";
import { seedDemo } from "./demo";
import type { LivePhone } from "./live-phones";

const t = testDatabase();
const now = new Date("2026-03-04T15:00:00Z");
const ahead = 26 * 3_600_000;
let live: LivePhone[];

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hearback-demo-"));
  const livePhonesFile = path.join(folder, "live.jsonl");
  const pilot = { databaseUrl: t.url, password: "of a demo", now, ahead, members: 600 };
  await seedDemo({ ...pilot, livePhonesFile });
  const lines = readFileSync(livePhonesFile, "utf8").trim().split("\n");
  live = lines.map((line) => JSON.parse(line) as LivePhone);
  rmSync(folder, { recursive: true });
});

const count = async (query: ReturnType<typeof sql>) =>
  Number((await rowsOf<{ n: string }>(t.db, sql`select count(*) as n from (${query}) counted`))[0]?.n);

describe("rosters", () => {
  test("every member came from one, when it was imported, and their consent says so", async () => {
    const odd = await count(sql`
      select 1 from program_patients pp left join rosters r on r.id = pp.roster_id
      where r.program_id is distinct from pp.program_id
        or pp.added_at not between r.uploaded_at and r.committed_at`);
    expect(odd).toBe(0);
    expect(
      await count(sql`
        select 1 from consents c left join program_patients pp using (patient_id)
        where c.evidence is distinct from pp.roster_id`),
    ).toBe(0);
  });

  test("their counts are those of their rows, and no fewer than their members", async () => {
    const odd = await count(sql`
      select 1 from rosters r cross join lateral (
        select count(*) as rows, count(*) filter (where verdict = 'reject') as rejected,
          count(*) filter (where verdict = 'import' and r.committed_lines @> line) as imported,
          count(*) filter (where verdict = 'import' and reasons <> '{}') as warned,
          count(*) filter (where effect = 'new') as added, count(*) filter (where effect = 'unchanged') as unchanged,
          count(*) filter (where reasons[1] like 'duplicate_member%') as duplicates
        from roster_rows where roster_id = r.id) counted
      where (r.rows, r.rejected, r.committed) is distinct from (counted.rows, counted.rejected, counted.imported)
        or (r.warned, r.added, r.unchanged, r.duplicates)
          is distinct from (counted.warned, counted.added, counted.unchanged, counted.duplicates)
        or r.rows <> r.rejected + r.committed
        or r.committed < (select count(*) from program_patients where roster_id = r.id)`);
    expect(odd).toBe(0);
    const perProgram = await rowsOf<{ n: number }>(
      t.db,
      sql`select count(*)::int as n from rosters where state = 'committed' group by program_id`,
    );
    expect(perProgram.map(({ n }) => n).sort()).toEqual([5, 6, 6]);
  });

  test("rows open as the product reads them, and each rejected one says why", async () => {
    const rows = await rowsOf<{
      roster_id: string;
      line: number;
      content: Buffer;
      verdict: string;
      reasons: string[];
    }>(
      t.db,
      sql`select roster_id, line, content, verdict, to_json(reasons) as reasons from roster_rows order by roster_id, line`,
    );
    for (const { roster_id, line, content, verdict, reasons } of rows) {
      const { row } = JSON.parse(open("roster_rows.content", `${roster_id}:${line}`, content));
      expect(row === null).toBe(verdict === "reject");
      if (verdict === "reject") expect(reasons).toHaveLength(1);
      for (const reason of reasons) expect(reasonSentence(reason)).not.toContain("unclear");
    }
    const files = await rowsOf<{ id: string; file_name: Buffer }>(
      t.db,
      sql`select id, file_name from rosters`,
    );
    for (const { id, file_name } of files)
      expect(open("rosters.file_name", id, file_name)).toMatch(
        /^members-2\d{3}-\d\d(-\d\d)?(-corrected)?\.csv$/,
      );
  });
});

describe("files of outcomes", () => {
  test("their counts are those of their rows, and every imported row is what is recorded", async () => {
    const odd = await count(sql`
      select 1 from outcome_files f cross join lateral (
        select count(*) as rows, count(*) filter (where verdict = 'import' and committed_at is not null) as imported,
          count(*) filter (where verdict = 'known') as known, count(*) filter (where verdict = 'reject') as rejected
        from outcome_rows where file_id = f.id) counted
      where (f.rows, f.matched, f.known, f.rejected) is distinct from
          (counted.rows, counted.imported, counted.known, counted.rejected)
        or f.committed <> f.matched or f.committed <> (
          select count(*) from (
            select outcome_file_id from actions union all select outcome_file_id from touches) recorded
          where outcome_file_id = f.id)`);
    expect(odd).toBe(0);
    const kinds = await rowsOf<{ kind: string; n: number }>(
      t.db,
      sql`select kind, count(*)::int as n from outcome_files where committed > 0 group by kind order by kind`,
    );
    expect(kinds).toEqual([
      { kind: "claims", n: 1 },
      { kind: "touches", n: 3 },
    ]);
    expect(
      await count(sql`select 1 from touches t left join program_patients pp using (program_id, patient_id)
      where pp.patient_id is null`),
    ).toBe(0);
  });

  test("rows open as the product reads them", async () => {
    const rows = await rowsOf<{
      file_id: string;
      line: number;
      content: Buffer;
      verdict: string;
      reasons: string[];
    }>(
      t.db,
      sql`select file_id, line, content, verdict, to_json(reasons) as reasons from outcome_rows limit 1000`,
    );
    for (const { file_id, line, content, verdict, reasons } of rows) {
      const { row } = JSON.parse(open("outcome_rows.content", `${file_id}:${line}`, content));
      expect(row === null).toBe(verdict === "reject");
      for (const reason of reasons) expect(outcomeReasonSentence(reason)).not.toContain("unclear");
    }
  });
});

describe("the audit trail", () => {
  test("knows only what the product audits, up to now, in the order of its ids", async () => {
    const actions = await rowsOf<{ action: string }>(t.db, sql`select distinct action from audit`);
    for (const { action } of actions) expect(Object.keys(auditWords)).toContain(action);
    expect(actions.length).toBeGreaterThan(18);
    expect(await count(sql`select 1 from audit where at > ${now.toISOString()}::timestamptz`)).toBe(0);
    expect(
      await count(sql`
        select 1 from (select at, lag(at) over (order by xid, id) as before, xid, lag(xid) over (order by xid, id) as last
          from audit) ordered where at < before and xid <> last`),
    ).toBe(0);
  });

  test("tells of every reply, stop, import and action of staff", async () => {
    for (const [action, rows] of [
      ["message.replied", sql`select 1 from messages where purpose = 'reply'`],
      ["stop.recorded", sql`select 1 from stops`],
      ["roster.committed", sql`select 1 from rosters`],
      ["outcomes.committed", sql`select 1 from outcome_files`],
      ["action.recorded", sql`select 1 from actions where recorded_by is not null`],
      ["campaign.launched", sql`select 1 from campaigns where launched_at is not null`],
      ["user.added", sql`select 1 from users`],
      ["sender.added", sql`select 1 from senders`],
    ] as const)
      expect([action, await count(sql`select 1 from audit where action = ${action}`)]).toEqual([
        action,
        await count(rows),
      ]);
  });

  test("shows nobody at work who is not signed in", async () => {
    const odd = await count(sql`
      select 1 from audit a where actor_kind = 'user' and action not like 'session.%' and (
        select s.action from audit s where s.actor_id = a.actor_id and s.action like 'session.%' and s.at <= a.at
        order by s.at desc limit 1) is distinct from 'session.started'`);
    expect(odd).toBe(0);
  });
});

test("ids are of the time of what they name, as the machine's clock had it", async () => {
  const timed = { messages: "created_at", waits: "since", audit: "at", rosters: "uploaded_at" };
  for (const [table, column] of Object.entries(timed)) {
    const [row] = await rowsOf<{ most: number }>(
      t.db,
      sql.raw(`
        select max(abs((('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint)
          - (extract(epoch from ${column}) * 1000 - ${ahead})))::int as most from ${table}`),
    );
    expect(row?.most).toBeLessThan(1_000);
  }
});

test("whoever waits for a person is among those who may go on texting, with what it is about", async () => {
  const waiting = await rowsOf<{ id: string; number: Buffer }>(
    t.db,
    sql`select p.id, p.number from threads t join phones p on p.id = t.phone_id where t.waiting_since is not null`,
  );
  expect(waiting.length).toBeGreaterThan(3);
  const about = new Map(live.map(({ phone, waitsAbout }) => [phone, waitsAbout]));
  for (const { id, number } of waiting) expect(about.get(open("phones.number", id, number))).toBeTruthy();
});

test("worries are flagged with words of their text, and one emergency waits to be acknowledged", async () => {
  const flags = await rowsOf<{
    id: string;
    words: Buffer;
    message_id: string;
    body: Buffer;
    urgent: boolean;
  }>(
    t.db,
    sql`select f.id, f.words, m.id as message_id, m.body,
          f.priority = 'review' or t.priority <= (case f.priority when 'emergency' then 0 else 1 end) as urgent
        from red_flags f join messages m on m.thread_id = f.thread_id and m.id = f.message_id
        join threads t on t.id = f.thread_id`,
  );
  expect(flags.length).toBeGreaterThan(3);
  for (const { id, words, message_id, body, urgent } of flags) {
    expect(open("messages.body", message_id, body)).toContain(open("red_flags.words", id, words));
    expect(urgent).toBe(true);
  }
  expect(
    await count(
      sql`select 1 from alerts where acknowledged_at is null and escalates_at > ${now.toISOString()}::timestamptz`,
    ),
  ).toBe(1);
  expect(
    await count(sql`
      select 1 from alerts a where a.ended_at is not null or a.thread_id not in (
        select thread_id from messages where purpose = 'safety')`),
  ).toBe(0);
});

test("one campaign is written and not launched", async () => {
  const drafts = await rowsOf<{ texts: number }>(
    t.db,
    sql`select (select count(*)::int from campaign_texts where campaign_id = c.id) as texts
        from campaigns c where state = 'draft'`,
  );
  expect(drafts).toEqual([{ texts: 2 }]);
});
