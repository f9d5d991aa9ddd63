import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import {
  messages,
  patientPhones,
  patients,
  phones,
  programPatients,
  programs,
  stopSuggestions,
  threads,
  users,
} from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, programIdsOf } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/ids";
import { isUndecided } from "@/lib/messaging/stop-suggestion";
import { open } from "@/lib/phi/seal";
import { draftsOf } from "./draft";
import type { InboxPage, InboxRow, InboxView } from "./types";

const pageSize = 50;

/** A part of the inbox, longest wait first; `mine` and `recent` are newest first. `after` is the last row's thread of the page before. */
export async function inboxPage(ctx: Ctx, view: InboxView, after?: string): Promise<InboxPage> {
  authorize(ctx, "inbox.read");
  const { userId } = ctx.actor;
  const rows = await ctx.db
    .select({
      threadId: threads.id,
      phoneId: threads.phoneId,
      program: programs.name,
      timeZone: programs.timeZone,
      waitingSince: threads.waitingSince,
      lastMessageAt: threads.lastMessageAt,
      claimedBy: threads.claimedBy,
      claimer: users.name,
      stoppedAt: phones.stoppedAt,
      closedAt: threads.closedAt,
      lastInboundId: threads.lastInboundId,
      preview: messages.body,
      isHidden: sql<boolean>`${phones.reassignedAt} is not null and ${messages.id} is null`,
      media: messages.media,
      mayAskToStop: sql<boolean>`${exists(openSuggestionsOf(ctx))}`,
    })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .leftJoin(users, eq(users.id, threads.claimedBy))
    .leftJoin(
      messages,
      and(
        eq(messages.threadId, threads.id),
        eq(messages.id, threads.lastInboundId),
        // What was written before a number passed on is not for who reads about its new owner.
        or(isNull(phones.reassignedAt), gt(messages.createdAt, phones.reassignedAt)),
      ),
    )
    .where(and(inReach(ctx, threads.programId), inView(ctx, view, userId), await pastOf(ctx, view, after)))
    .orderBy(...orderOf(view))
    .limit(pageSize + 1);

  const shown = rows.slice(0, pageSize);
  const people = await peopleOn(
    ctx,
    shown.map((r) => r.phoneId),
  );
  const drafts = await draftsOf(
    ctx,
    shown.map((r) => r.threadId),
  );
  await auditReading(ctx, "inbox.listed", view, { count: shown.length });
  return {
    rows: shown.map((r): InboxRow => {
      const onPhone = people.get(r.phoneId) ?? [];
      return {
        threadId: r.threadId,
        who: whoIs(onPhone.map((p) => p.name)),
        language: new Set(onPhone.map((p) => p.language)).size === 1 ? (onPhone[0]?.language ?? null) : null,
        preview:
          r.preview && r.lastInboundId ? open("messages.body", r.lastInboundId, r.preview).slice(0, 140) : "",
        media: r.media,
        waitingSince: r.waitingSince?.toISOString() ?? null,
        lastMessageAt: r.lastMessageAt?.toISOString() ?? null,
        claimedBy: r.claimer,
        mine: r.claimedBy === userId,
        program: r.program,
        timeZone: r.timeZone,
        stopped: r.stoppedAt !== null,
        held: heldAmong(onPhone),
        passedOn: r.isHidden && r.lastInboundId !== null,
        mayAskToStop: r.mayAskToStop,
        closed: r.closedAt !== null,
        draft: drafts.has(r.threadId),
      };
    }),
    waiting: await countOf(ctx, inView(ctx, "waiting", userId)),
    unknown: await countOf(ctx, inView(ctx, "unknown", userId)),
    mine: await countOf(ctx, inView(ctx, "mine", userId)),
    next: rows.length > pageSize ? (shown.at(-1)?.threadId ?? null) : null,
    now: ctx.now.toISOString(),
  };
}

function inView(ctx: Ctx, view: InboxView, userId: string): SQL | undefined {
  // Numbers that nobody knows neither drown the patients nor get lost: they wait in a queue of their own.
  if (view === "waiting") return and(isNotNull(threads.waitingSince), isPatients(ctx));
  if (view === "unknown") return and(isNotNull(threads.waitingSince), not(isPatients(ctx)));
  if (view === "mine") return and(eq(threads.claimedBy, userId), isNull(threads.closedAt));
  // A conversation begins when the patient has said something.
  return isNotNull(threads.lastInboundId);
}

/** The thread's phone is one of a patient of the caller's programs now: the same that `peopleOn` names. */
const isPatients = (ctx: Ctx): SQL =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(patientPhones)
      .innerJoin(programPatients, eq(programPatients.patientId, patientPhones.patientId))
      .where(
        and(
          eq(patientPhones.phoneId, threads.phoneId),
          isNull(patientPhones.validUntil),
          inArray(programPatients.programId, programIdsOf(ctx)),
        ),
      ),
  );

/** The texts of the thread of which a nurse still has to say whether they ask us to stop. */
const openSuggestionsOf = (ctx: Ctx) =>
  ctx.db
    .select({ one: sql`1` })
    .from(stopSuggestions)
    .where(and(eq(stopSuggestions.threadId, threads.id), isUndecided));

const byWait = (view: InboxView) => view === "waiting" || view === "unknown";

const orderOf = (view: InboxView) =>
  byWait(view)
    ? [asc(threads.waitingSince), asc(threads.id)]
    : [desc(threads.lastMessageAt), desc(threads.id)];

async function pastOf(ctx: Ctx, view: InboxView, after: string | undefined): Promise<SQL | undefined> {
  if (!after || !isId(after)) return undefined;
  const [last] = await ctx.db
    .select({ waitingSince: threads.waitingSince, lastMessageAt: threads.lastMessageAt })
    .from(threads)
    .where(and(eq(threads.id, after), inReach(ctx, threads.programId)))
    .limit(1);
  const key = byWait(view) ? last?.waitingSince : last?.lastMessageAt;
  if (!key) return undefined;
  return byWait(view)
    ? sql`(${threads.waitingSince}, ${threads.id}) > (${key.toISOString()}::timestamptz, ${after}::uuid)`
    : sql`(${threads.lastMessageAt}, ${threads.id}) < (${key.toISOString()}::timestamptz, ${after}::uuid)`;
}

async function countOf(ctx: Ctx, where: SQL | undefined): Promise<number> {
  const counted = ctx.db
    .select({ id: threads.id })
    .from(threads)
    .where(and(inReach(ctx, threads.programId), where))
    .limit(1_000)
    .as("counted");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(counted);
  return row?.n ?? 0;
}

type PersonOnPhone = { id: string; name: string; language: string; status: string };

function heldAmong(people: PersonOnPhone[]): InboxRow["held"] {
  return (["deceased", "hold"] as const).find((held) => people.some(({ status }) => status === held)) ?? null;
}

/** Who uses these phones, of the caller's programs only. */
export async function peopleOn(ctx: Ctx, phoneIds: string[]): Promise<Map<string, PersonOnPhone[]>> {
  const found = new Map<string, PersonOnPhone[]>();
  if (phoneIds.length === 0) return found;
  const rows = await ctx.db
    .selectDistinct({
      phoneId: patientPhones.phoneId,
      id: patients.id,
      name: patients.name,
      language: patients.language,
      status: patients.status,
    })
    .from(patientPhones)
    .innerJoin(patients, eq(patients.id, patientPhones.patientId))
    .innerJoin(programPatients, eq(programPatients.patientId, patients.id))
    .where(
      and(
        inArray(patientPhones.phoneId, phoneIds),
        isNull(patientPhones.validUntil),
        inArray(programPatients.programId, programIdsOf(ctx)),
      ),
    )
    .orderBy(patients.id)
    .limit(1_000);
  for (const { phoneId, name, ...person } of rows)
    found.set(phoneId, [
      ...(found.get(phoneId) ?? []),
      { ...person, name: open("patients.name", person.id, name) },
    ]);
  return found;
}

/** One person by name; more of them by their number, so that no list names somebody to the wrong reader. */
export function whoIs(names: string[]): string {
  if (names.length === 0) return "Unknown number";
  if (names.length === 1) return names[0] ?? "";
  return `${names.length} patients on this phone`;
}
