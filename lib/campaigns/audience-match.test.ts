import { and, eq, inArray } from "drizzle-orm";
import { afterEach, beforeAll, expect, test } from "vitest";
import * as s from "@/db/schema";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { countAudience } from "./audience-count";
import { isEither } from "./audience-rule";
import { enrollAudiences } from "./enrolling";
import { type AudienceRule, type CampaignResult, type Condition, campaignResults } from "./types";

const t = testDatabase();
const zone = "America/New_York";
const today = "2026-03-04";
const aDay = 86_400_000;
const daysAgo = (days: number) => new Date(wednesdayMorning.getTime() - Math.round(days * aDay));
const dayOf = (time: Date) => time.toLocaleDateString("sv-SE", { timeZone: zone });
const dayPlus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * aDay).toISOString().slice(0, 10);

/** Chance that falls the same way each time. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
  const some = <T>(from: readonly T[], share = 0.4): T[] => from.filter(() => next() < share);
  return { next, whole, pick, some, yes: (share: number) => next() < share };
}

interface Step {
  sentAt: Date | null;
  deliveredAt: Date | null;
  repliedAt: Date | null;
  stoppedAt: Date | null;
  /** Of the text itself, where the step does not say yet that it left. */
  startedAt: Date | null;
}

interface Person {
  id: string;
  language: string;
  plan: string | null;
  state: string | null;
  zip3: string | null;
  tags: string[];
  birthYear: number;
  birthMonth: number;
  rosterId: string;
  addedAt: Date;
  windows: { measureId: string; opensOn: string; closesOn: string }[];
  enrolled: { campaignId: string; arm: string; excluded: string | null; at: Date; step: Step | null }[];
  actions: string[];
  touches: string[];
}

const languages = ["en", "es", "zh-Hans"];
const plans = ["Gold", 'Silver, "plus"', "Bronze \\ basic"];
const tags = ["high-risk", "new", "cohort {2}"];
const measureIds = ["wcv-2026", "cis-2026"];
/** Areas and where they lie: 063 reaches from Connecticut into New York. */
const areas: Record<string, string[]> = { "100": ["NY"], "606": ["IL"], "770": ["TX"], "063": ["CT", "NY"] };

let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let crowd: Person[];
let rosterIds: string[];
let campaignIds: string[];

beforeAll(async () => {
  clinic = await t.given.clinic();
  const { program, manager } = clinic;
  await t.db.delete(s.programPatients);
  rosterIds = [t.given.newId(), t.given.newId()];
  campaignIds = [t.given.newId(), t.given.newId()];
  await t.db.insert(s.campaigns).values(
    campaignIds.map((id, i) => ({
      ...{ id, programId: program.id, name: `Wave ${i}`, state: "running" as const },
      ...{
        sendGroupId: t.given.newId(),
        createdBy: manager.id,
        createdAt: daysAgo(60),
        launchedAt: daysAgo(60),
      },
      enrolledThrough: "ffffffff-ffff-ffff-ffff-ffffffffffff",
    })),
  );
  crowd = [];
  const d = dice(7);
  let phone = clinic.patient.phone;
  for (let i = 0; i < 120; i++) {
    if (d.yes(0.75)) phone = await t.given.phone(undefined, d.yes(0.1) ? { stoppedAt: daysAgo(5) } : {});
    const given = await t.given.patient(program.id, { on: phone, consent: d.yes(0.85) });
    crowd.push(await write(somebody(d, given.id), phone.id));
  }
});

function somebody(d: ReturnType<typeof dice>, id: string): Person {
  return {
    ...{ id, language: d.pick(languages), plan: d.yes(0.2) ? null : d.pick(plans), tags: d.some(tags) },
    ...{
      state: d.yes(0.6) ? null : d.pick(["NY", "TX"]),
      zip3: d.yes(0.1) ? null : d.pick(Object.keys(areas)),
    },
    ...{ birthYear: d.whole(1985, 2026), birthMonth: d.whole(1, 12), rosterId: d.pick(rosterIds) },
    addedAt: daysAgo(d.next() * 90),
    windows: d.some(measureIds, 0.6).map((measureId) => {
      const opensOn = dayPlus(today, d.whole(-60, 40));
      return { measureId, opensOn, closesOn: dayPlus(opensOn, d.whole(5, 90)) };
    }),
    enrolled: d.some(campaignIds, 0.7).map((campaignId) => enrolledIn(d, campaignId)),
    actions: d.yes(0.4) ? [dayPlus(today, -d.whole(0, 60))] : [],
    touches: d.yes(0.3) ? [dayPlus(today, -d.whole(0, 60))] : [],
  };
}

function enrolledIn(d: ReturnType<typeof dice>, campaignId: string): Person["enrolled"][number] {
  const at = daysAgo(d.whole(35, 60));
  const arm = d.yes(0.15) ? "holdout" : "outreach";
  const excluded = arm === "outreach" && d.yes(0.2) ? "no_consent" : null;
  if (arm === "holdout" || excluded || d.yes(0.1)) return { campaignId, arm, excluded, at, step: null };
  const sentAt = d.yes(0.8) ? daysAgo(d.next() * 35) : null;
  const later = (share: number) => (sentAt && d.yes(share) ? new Date(sentAt.getTime() + 60_000) : null);
  const step = { sentAt, deliveredAt: later(0.8), repliedAt: later(0.3), stoppedAt: later(0.1) };
  return {
    campaignId,
    arm,
    excluded,
    at,
    step: { ...step, startedAt: sentAt ?? (d.yes(0.5) ? daysAgo(d.next() * 35) : null) },
  };
}

/** The facts as rows of the database. */
async function write(person: Person, phoneId: string): Promise<Person> {
  const { id, windows, enrolled, actions, touches, rosterId, addedAt, ...columns } = person;
  const programId = clinic.program.id;
  await t.db.update(s.patients).set(columns).where(eq(s.patients.id, id));
  await t.db.update(s.programPatients).set({ rosterId, addedAt }).where(eq(s.programPatients.patientId, id));
  const rows = <T>(list: T[], insert: (list: T[]) => Promise<unknown>) =>
    list.length > 0 ? insert(list) : undefined;
  await rows(windows, (list) =>
    t.db.insert(s.measureWindows).values(list.map((row) => ({ ...row, patientId: id }))),
  );
  const fact = { programId, patientId: id, recordedAt: wednesdayMorning };
  await rows(actions, (list) =>
    t.db
      .insert(s.actions)
      .values(
        list.map((occurredOn) => ({ ...fact, id: t.given.newId(), occurredOn, source: "claims" as const })),
      ),
  );
  await rows(touches, (list) =>
    t.db
      .insert(s.touches)
      .values(
        list.map((occurredOn) => ({ ...fact, id: t.given.newId(), occurredOn, channel: "call" as const })),
      ),
  );
  for (const { campaignId, arm, excluded, at, step } of enrolled) {
    await t.db.insert(s.enrollments).values({
      ...{ campaignId, patientId: id, programId, arm, excluded, phoneId, language: "en", enrolledAt: at },
    });
    if (step) await writeStep(campaignId, id, phoneId, step);
  }
  return person;
}

async function writeStep(
  campaignId: string,
  patientId: string,
  phoneId: string,
  { startedAt, ...step }: Step,
) {
  const thread = { id: t.given.newId(), phoneId, senderId: clinic.sender.id, programId: clinic.program.id };
  await t.db
    .insert(s.threads)
    .values({ ...thread, createdAt: daysAgo(60) })
    .onConflictDoNothing();
  const [{ id: threadId } = thread] = await t.db
    .select({ id: s.threads.id })
    .from(s.threads)
    .where(and(eq(s.threads.phoneId, phoneId), eq(s.threads.senderId, clinic.sender.id)));
  const messageId = t.given.newId();
  await t.db.insert(s.messages).values({
    ...{ threadId, id: messageId, direction: "out", purpose: "outreach", state: "submitted", segments: 1 },
    ...{ body: Buffer.from("sealed"), patientId, createdAt: daysAgo(60), startedAt },
  });
  await t.db.insert(s.enrollmentSteps).values({
    ...{
      campaignId,
      patientId,
      step: 1,
      messageId,
      threadId,
      segments: 1,
      costMicros: 1,
      queuedAt: daysAgo(60),
    },
    ...step,
  });
}

/** What a rule says, read by somebody who has never seen our SQL. */
function takesIn({ all }: AudienceRule, person: Person): boolean {
  const one = (condition: Condition) => isTrue(condition, person) !== condition.not;
  return all.every((entry) => (isEither(entry) ? entry.anyOf.some(one) : one(entry)));
}

function isTrue(condition: Condition, person: Person): boolean {
  switch (condition.field) {
    case "language":
    case "plan":
    case "zip3":
      return condition.values.includes(person[condition.field] ?? "");
    case "roster":
      return condition.values.includes(person.rosterId);
    case "state": {
      const states = person.state ? [person.state] : (areas[person.zip3 ?? ""] ?? []);
      return states.some((state) => condition.values.includes(state));
    }
    case "tag": {
      const has = (tag: string) => person.tags.includes(tag);
      return condition.match === "all" ? condition.values.every(has) : condition.values.some(has);
    }
    case "age": {
      const months = 2026 * 12 + 3 - person.birthYear * 12 - person.birthMonth;
      const age = condition.unit === "years" ? Math.floor(months / 12) : months;
      return age >= (condition.from ?? 0) && age <= (condition.to ?? 1_000_000);
    }
    case "measure":
      return person.windows.some(({ measureId, opensOn, closesOn }) => {
        const until = dayPlus(today, condition.days ?? 0);
        if (measureId !== condition.measureId) return false;
        if (condition.when === "due") return opensOn <= today && today <= closesOn;
        const day = condition.when === "opens" ? opensOn : closesOn;
        return day <= until && (condition.when === "opens" ? day > today : day >= today);
      });
    case "contact":
      return wasContacted(person, condition.when === "ever" ? null : (condition.days ?? 0));
    case "campaign": {
      const enrolled = person.enrolled.find(({ campaignId }) => campaignId === condition.campaignId);
      return enrolled !== undefined && cameOf(enrolled, condition.result, person.actions);
    }
    case "added":
      return person.addedAt >= daysAgo(condition.days ?? 0);
  }
}

function wasContacted({ enrolled, touches }: Person, days: number | null): boolean {
  const left = enrolled.flatMap(({ step }) => step?.sentAt ?? step?.startedAt ?? []);
  if (days === null) return left.length > 0 || touches.length > 0;
  return left.some((at) => at >= daysAgo(days)) || touches.some((day) => day >= dayPlus(today, -days));
}

function cameOf(
  { arm, excluded, at, step }: Person["enrolled"][number],
  result: CampaignResult,
  acts: string[],
) {
  const heldOut = arm === "holdout";
  const begins = dayOf(step?.sentAt ?? at);
  const acted = acts.some((day) => day >= begins && day <= dayPlus(begins, 30));
  const delivered = Boolean(step?.deliveredAt ?? step?.repliedAt);
  const facts: Record<CampaignResult, boolean> = {
    sent: Boolean(step?.sentAt),
    delivered,
    not_delivered: !heldOut && !excluded && !delivered,
    replied: Boolean(step?.repliedAt),
    not_replied: Boolean(step?.sentAt) && !step?.repliedAt,
    acted,
    not_acted: !acted,
    stopped: Boolean(step?.stoppedAt),
    excluded: !heldOut && excluded !== null,
    held_out: heldOut,
  };
  return facts[result];
}

function randomCondition(d: ReturnType<typeof dice>): Condition {
  const not = d.yes(0.35);
  const values = <T>(from: readonly T[]) => [d.pick(from), ...d.some(from, 0.3)];
  const field = d.pick([
    "language",
    "plan",
    "state",
    "zip3",
    "roster",
    "tag",
    "age",
    "measure",
    "contact",
    "campaign",
    "added",
  ] as const);
  switch (field) {
    case "language":
      return { not, field, values: values(languages) };
    case "plan":
      return { not, field, values: values(plans) };
    case "state":
      return { not, field, values: values(["NY", "TX", "CT", "IL"]) };
    case "zip3":
      return { not, field, values: values(Object.keys(areas)) };
    case "roster":
      return { not, field, values: values(rosterIds) };
    case "tag":
      return { not, field, match: d.pick(["any", "all"]), values: values(tags) };
    case "age": {
      const unit = d.pick(["years", "months"] as const);
      const from = d.yes(0.3) ? null : d.whole(0, unit === "years" ? 30 : 360);
      return {
        not,
        field,
        unit,
        from,
        to: d.yes(0.3) && from !== null ? null : (from ?? 0) + d.whole(0, 60),
      };
    }
    case "measure":
      return {
        not,
        field,
        measureId: d.pick(measureIds),
        when: d.pick(["due", "opens", "closes"]),
        days: d.whole(1, 90),
      };
    case "contact":
      return { not, field, when: d.pick(["ever", "lately"]), days: d.whole(1, 40) };
    case "campaign":
      return { not, field, campaignId: d.pick(campaignIds), result: d.pick(campaignResults) };
    case "added":
      return { not, field, days: d.whole(1, 90) };
  }
}

function randomRule(d: ReturnType<typeof dice>): AudienceRule {
  const many = (most: number) => Array.from({ length: d.whole(1, most) }, () => randomCondition(d));
  return { all: many(3).map((condition) => (d.yes(0.3) ? { anyOf: [condition, ...many(2)] } : condition)) };
}

async function enrolEverybody(batch?: number) {
  while ((await enrollAudiences(t.loopCtx(), batch)) > 0);
}
afterEach(() => enrolEverybody());

/** Launched to rules that were written down, as a launch leaves them. */
async function launched(rules: AudienceRule[]): Promise<string[]> {
  const ids = rules.map(() => t.given.newId());
  await t.db.insert(s.campaigns).values(
    rules.map((audienceRule, i) => ({
      ...{
        id: ids[i] ?? "",
        programId: clinic.program.id,
        name: "Visits",
        state: "enrolling" as const,
        audienceRule,
      },
      ...{ sendGroupId: t.given.newId(), createdBy: clinic.manager.id, createdAt: wednesdayMorning },
      launchedAt: wednesdayMorning,
    })),
  );
  return ids;
}

test("200 random rules: who is counted is who is enrolled, and whom the rule says", {
  timeout: 600_000,
}, async () => {
  const d = dice(2026);
  const rules = Array.from({ length: 200 }, () => randomRule(d));
  const ids = await launched(rules);
  // Days later, as by a worker that was away: the rule is read as of the launch.
  while ((await enrollAudiences(t.loopCtx({ now: daysAgo(-3) }), 50)) > 0);

  const rows = await t.db.select().from(s.enrollments).where(inArray(s.enrollments.campaignId, ids));
  let sizes = 0;
  for (const [i, rule] of rules.entries()) {
    const enrolled = rows.filter(({ campaignId }) => campaignId === ids[i]);
    const counted = await countAudience(t.loopCtx(), clinic.program.id, rule);
    const said = crowd.filter((person) => takesIn(rule, person)).map(({ id }) => id);
    expect([i, rule, enrolled.map(({ patientId }) => patientId).sort()]).toEqual([i, rule, said.sort()]);

    const reasons: Record<string, number> = {};
    for (const { excluded } of enrolled) if (excluded) reasons[excluded] = (reasons[excluded] ?? 0) + 1;
    expect(Object.fromEntries(counted.excluded.map(({ code, people }) => [code, people]))).toEqual(reasons);
    expect(counted.supplied).toBe(enrolled.length);
    expect(counted.reachable).toBe(enrolled.filter(({ dueAt }) => dueAt).length);
    if (said.length > 0 && said.length < crowd.length) sizes += 1;
  }
  // Rules that take in everybody or nobody prove little.
  expect(sizes).toBeGreaterThan(120);
});

test("whom a rule leaves out keeps nobody on their phone from being texted; a holdout does", async () => {
  const { program } = clinic;
  const sister = await t.given.patient(program.id, { language: "fr" });
  const brother = await t.given.patient(program.id, { language: "pt", on: sister.phone });
  const count = (...values: string[]) =>
    countAudience(t.loopCtx(), program.id, { all: [{ not: false, field: "language", values }] });

  expect(await count("pt")).toEqual({ supplied: 1, reachable: 1, excluded: [] });
  expect(await count("fr", "pt")).toEqual({
    ...{ supplied: 2, reachable: 1 },
    excluded: [{ code: "shared_phone", people: 1 }],
  });

  const [campaignId = ""] = campaignIds;
  await t.db.insert(s.enrollments).values({
    ...{ campaignId, patientId: sister.id, programId: program.id, arm: "holdout", language: "fr" },
    enrolledAt: daysAgo(60),
  });
  expect(await count("pt")).toEqual({
    ...{ supplied: 1, reachable: 0 },
    excluded: [{ code: "holdout", people: 1 }],
  });
  const [launchedId = ""] = await launched([{ all: [{ not: false, field: "language", values: ["pt"] }] }]);
  await enrolEverybody();
  const rows = await t.db.select().from(s.enrollments).where(eq(s.enrollments.campaignId, launchedId));
  expect(rows).toMatchObject([{ patientId: brother.id, arm: "holdout", excluded: "holdout", dueAt: null }]);
});

test("another program's campaigns, texts and touches say nothing here", async () => {
  const other = await t.given.clinic();
  const { program } = other;
  const [campaignId = ""] = campaignIds;
  await t.db
    .insert(s.programPatients)
    .values(crowd.map(({ id }) => ({ programId: program.id, patientId: id, addedAt: wednesdayMorning })));
  const count = async (condition: Condition) =>
    (await countAudience(t.loopCtx(), program.id, { all: [condition] })).supplied;

  expect(await count({ not: true, field: "contact", when: "ever", days: null })).toBe(crowd.length + 1);
  expect(await count({ not: false, field: "campaign", campaignId, result: "not_acted" })).toBe(0);
});
