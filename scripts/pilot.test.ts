import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applicationRole, connect } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import type { LivePhone } from "@/db/seed/live-phones";
import type { Truth } from "@/db/seed/truth";
import type { Canary } from "@/db/testing/canaries";
import { scanDatabase } from "@/db/testing/phi-scan";
import { figuresOf, liftFiguresOf, openSql } from "@/db/testing/pilot-figures";
import { cloneDatabase } from "@/db/testing/template";
import { countAudience } from "@/lib/campaigns/audience-count";
import { writeCampaign } from "@/lib/campaigns/drafting";
import { enrollAudiences } from "@/lib/campaigns/enrolling";
import { launchCampaign } from "@/lib/campaigns/launch";
import { audiencePreview } from "@/lib/campaigns/queries";
import { audienceDetail, listAudiences } from "@/lib/campaigns/queries-audience";
import { ruleChoices } from "@/lib/campaigns/queries-choices";
import { firstTexts } from "@/lib/campaigns/types";
import type { Ctx } from "@/lib/context";
import { segmentsOf } from "@/lib/messaging/segments";
import { resultsOf } from "@/lib/metrics/queries";
import { open } from "@/lib/phi/seal";

const now = new Date("2026-03-04T15:00:00Z");
const members = 400;

let folder: string;
let pilots: Awaited<ReturnType<typeof newPilot>>[];

async function newPilot(name: string) {
  const { url, drop } = await cloneDatabase();
  const [truthFile, livePhonesFile] = [path.join(folder, `${name}.truth`), path.join(folder, `${name}.live`)];
  const sql = openSql(url);
  const { db, close } = connect(url, { max: 2, role: applicationRole });
  await seedDemo({
    databaseUrl: url,
    password: "of a demo",
    now,
    seed: 7,
    members,
    truthFile,
    livePhonesFile,
  });
  const end = async () => {
    await Promise.all([sql.end(), close()]);
    await drop();
  };
  return { url, sql, db, end, truth: linesOf<Truth>(truthFile), live: linesOf<LivePhone>(livePhonesFile) };
}

const linesOf = <T>(file: string) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

const first = () => {
  const [pilot] = pilots;
  if (!pilot) throw new Error("There is no pilot.");
  return pilot;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "hearback-pilot-"));
  pilots = await Promise.all([newPilot("one"), newPilot("two")]);
});
afterAll(async () => {
  await Promise.all(pilots.map(({ end }) => end()));
  rmSync(folder, { recursive: true });
});

/** All rows but what is made anew each time: sealed values, the password's salt, transaction ids. */
async function digestOf(sql: ReturnType<typeof openSql>): Promise<Record<string, string>> {
  const columns = await sql<{ table: string; columns: string[] }[]>`
    select table_name as table, array_agg(quote_ident(column_name) order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and column_name not in ('password_hash', 'xid')
      and (data_type <> 'bytea' or column_name in ('member_index', 'number_index', 'row_digest'))
      and table_name <> 'pace'
    group by table_name`;
  const digests: Record<string, string> = {};
  for (const { table, columns: named } of columns) {
    const list = named.join(", ");
    const rows = await sql.unsafe(`select row(${list})::text as row from ${table} order by 1`);
    digests[`${table} ${rows.length}`] = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  }
  return digests;
}

test("the same seed gives the same rows, phones and people", async () => {
  const [one, two] = await Promise.all(pilots.map(({ sql }) => digestOf(sql)));
  expect(one).toEqual(two);
  expect(Object.keys(one ?? {})).toContain(`patients ${members}`);
  expect(pilots[0]?.truth).toEqual(pilots[1]?.truth);
  expect(pilots[0]?.live).toEqual(pilots[1]?.live);
});

describe("the results page", () => {
  test("says what a plain count over texts, receipts, stops and claims says", async () => {
    const { sql, db } = first();
    const [manager] = await sql<
      { id: string; name: string }[]
    >`select id, name from users where role = 'manager'`;
    const programs = await sql<{ id: string }[]>`select id from programs order by name`;
    expect(programs.length).toBe(3);
    for (const { id } of programs) {
      const actor = { kind: "user", userId: manager?.id ?? "", role: "manager", name: "" } as const;
      const ctx: Ctx = { actor, db, now };
      const launched = await sql<
        { id: string }[]
      >`select id from campaigns where program_id = ${id} and launched_at is not null`;
      for (const campaignId of [null, ...launched.map((campaign) => campaign.id)]) {
        const { funnel, lift, replies } = await resultsOf(ctx, id, { campaignId });
        const { segments, cost, ...counts } = await figuresOf(sql, { programId: id, campaignId, now });
        expect(funnel.counts).toEqual(counts);
        expect([funnel.segments, funnel.costMicros]).toEqual([segments, cost]);
        expect(replies.slots.reduce((sum, { people }) => sum + people, 0)).toBe(counts.replied);
        const { heldOut, ...arms } = await liftFiguresOf(sql, { programId: id, campaignId, now });
        expect(lift !== null).toBe(heldOut > 0);
        if (lift) expect(lift).toMatchObject(arms);
      }
    }
  });
});

describe("the truth beside the database", () => {
  test("is what claims tell, of those who acted within the window", async () => {
    const { sql, truth } = first();
    expect(truth.length).toBe(members);
    const claims = await sql<{ patient_id: string }[]>`
      select distinct a.patient_id from actions a join enrollments e using (program_id, patient_id)
      where a.source = 'claims'
        and a.occurred_on - (e.enrolled_at at time zone 'America/New_York')::date between 0 and 30`;
    const claimed = truth.filter((one) => one.claimed).map((one) => one.patientId);
    expect(claims.map((row) => row.patient_id).sort()).toEqual(claimed.sort());
  });

  test("moves nobody whom no text reached, and no arm of a household apart", async () => {
    const { truth } = first();
    for (const one of truth) {
      if (one.actedOn) expect(one.actsAnyway || (one.persuadable && one.reached)).toBe(true);
      if (one.arm === "holdout") expect(one.texted).toBe(false);
    }
    const arms = new Set(truth.map((one) => `${one.household} ${one.arm}`));
    expect(arms.size).toBe(new Set(truth.map((one) => one.household)).size);
  });
});

test("texts look as the product writes them", async () => {
  const { sql } = first();
  const rows = await sql<
    { id: string; body: Buffer; segments: number }[]
  >`select id, body, segments from messages`;
  for (const { id, body, segments } of rows)
    expect(segments).toBe(Math.max(1, segmentsOf(open("messages.body", id, body)).segments));
  const [odd] = await sql`
    select count(*) filter (where t.last_message_at <> last.at)::int as "lastAt",
      count(*) filter (where t.last_inbound_id is distinct from last.inbound)::int as "lastInbound",
      count(*) filter (where (t.waiting_since is null) = exists
        (select 1 from waits w where w.thread_id = t.id and w.ended_at is null))::int as waiting,
      count(*) filter (where t.closed_at is not null and (t.claimed_by is not null or t.waiting_since is not null))::int as closed
    from threads t cross join lateral (
      select max(m.created_at) as at, (array_agg(m.id order by m.id desc) filter (where m.direction = 'in'))[1] as inbound
      from messages m where m.thread_id = t.id) last`;
  expect(odd).toEqual({ lastAt: 0, lastInbound: 0, waiting: 0, closed: 0 });
  const [late] = await sql`
    select (select count(*) from messages where greatest(created_at, submitted_at, final_at) > ${now})::int as texts,
      (select count(*) from waits where greatest(since, ended_at) > ${now})::int as waits,
      (select count(*) from actions where recorded_at > ${now})::int as actions,
      (select count(*) from messages a join messages b using (thread_id) where a.id < b.id and a.created_at > b.created_at)::int as disorder`;
  expect(late).toEqual({ texts: 0, waits: 0, actions: 0, disorder: 0 });
});

test("phones that may go on texting are people whom a text reached, and nobody stopped", async () => {
  const { live } = first();
  expect(live.length).toBeGreaterThan(40);
  expect(new Set(live.map((one) => one.phone)).size).toBe(live.length);
  for (const { phone, sender, language } of live) {
    expect(phone).toMatch(/^\+1\d{3}55501\d\d$/);
    expect(sender).toMatch(/^\+1\d{3}5550100$/);
    expect(["en", "es"]).toContain(language);
  }
});

test("nobody's name or number stands readable in the database", async () => {
  const { url, sql } = first();
  const people = await sql<{ id: string; name: Buffer }[]>`select id, name from patients`;
  const phones = await sql<{ id: string; number: Buffer }[]>`select id, number from phones`;
  const canaries: Canary[] = [
    ...people.map(({ id, name }) => ({ kind: "name" as const, value: open("patients.name", id, name) })),
    ...phones.map(({ id, number }) => ({ kind: "phone" as const, value: open("phones.number", id, number) })),
  ];
  expect(canaries.length).toBeGreaterThan(members);
  expect((await scanDatabase(url, canaries)).findings).toEqual([]);
});

test("the manager's audiences say how many they take in, and what can be chosen has people", async () => {
  const { sql, db } = first();
  const [manager] = await sql<{ id: string }[]>`select id from users where role = 'manager'`;
  const actor = { kind: "user", userId: manager?.id ?? "", role: "manager", name: "" } as const;
  const ctx: Ctx = { actor, db, now };
  for (const { id: programId } of await sql<{ id: string }[]>`select id from programs order by name`) {
    const [audience, ...more] = await listAudiences(ctx, programId);
    expect(more).toEqual([]);
    const { rule, people, reachable } = await audienceDetail(ctx, audience?.id ?? "");
    expect(await countAudience(ctx, programId, rule)).toMatchObject({ supplied: people, reachable });
    expect(people).toBeGreaterThanOrEqual(reachable);
    expect(reachable).toBeGreaterThan(0);
    const { plan, tag, language, roster } = await ruleChoices(ctx, programId);
    for (const choices of [plan, tag, language, roster]) expect(choices.length).toBeGreaterThan(1);
  }
});

test("a campaign launched after the pilot texts no household of the holdout, and moves no result", async () => {
  // The second pilot: what is launched here is in nobody else's way.
  const [, pilot] = pilots;
  if (!pilot) throw new Error("There is one pilot only.");
  const { sql, db, truth } = pilot;
  const [manager] = await sql<{ id: string }[]>`select id from users where role = 'manager'`;
  const actor = { kind: "user", userId: manager?.id ?? "", role: "manager", name: "" } as const;
  const ctx: Ctx = { actor, db, now };
  const heldOut = new Set(truth.filter(({ arm }) => arm === "holdout").map(({ patientId }) => patientId));

  for (const { id: programId } of await sql<{ id: string }[]>`select id from programs order by name`) {
    const before = await resultsOf(ctx, programId);
    const preview = await audiencePreview(ctx, programId);
    const campaignId = await writeCampaign(ctx, { programId, name: "Another", ...firstTexts });
    await launchCampaign(ctx, { campaignId, expected: preview.reachable });
    while ((await enrollAudiences({ ...ctx, actor: { kind: "loop", name: "test" } }, 50)) > 0);

    const rows = await sql<{ patient_id: string; arm: string; due: boolean }[]>`
      select patient_id, arm, due_at is not null as due from enrollments where campaign_id = ${campaignId}`;
    expect(rows.length).toBe(preview.supplied);
    expect(rows.filter(({ due }) => due).length).toBe(preview.reachable);
    for (const { patient_id, arm, due } of rows) {
      expect(arm).toBe(heldOut.has(patient_id) ? "holdout" : "outreach");
      if (arm === "holdout") expect(due).toBe(false);
    }
    const heldHere = rows.filter(({ arm }) => arm === "holdout").length;
    expect(preview.excluded).toContainEqual({ code: "holdout", people: heldHere });

    const after = await resultsOf(ctx, programId);
    expect(after.lift).toEqual(before.lift);
    expect(after.funnel.counts.supplied - after.funnel.counts.outreach).toBe(heldHere);
    const alone = await resultsOf(ctx, programId, { campaignId });
    expect(alone.lift).toBeNull();
    for (const [scope, { funnel }] of [
      [null, after],
      [campaignId, alone],
    ] as const) {
      const { segments, cost, ...counts } = await figuresOf(sql, { programId, campaignId: scope, now });
      expect(funnel.counts).toEqual(counts);
      expect([funnel.segments, funnel.costMicros]).toEqual([segments, cost]);
    }
  }
});
