import { and, eq, exists, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { messages, phones, programs, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import { type Ctx, userIdOf } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { hoursOfEach, staffedAfter } from "@/lib/programs/staffed-hours";
import { targetColumns } from "@/lib/programs/targets";
import { isHeld } from "./claim";
import { draftsOf } from "./draft";
import { openFlagsOf } from "./queries-flags";
import { heldAmong, localZoneOf, peopleOn, whoIs } from "./queries-people";
import { countsOf } from "./queue-counts";
import { orderedThreads } from "./queue-order";
import { openSuggestions } from "./queue-views";
import { type InboxFilter, type InboxPage, type InboxRow, type InboxView, priorityOf } from "./types";

const previewLength = 140;

/** A part of the inbox in its order. `after` is the last row's thread of the page before. */
export async function inboxPage(
  ctx: Ctx,
  view: InboxView,
  { after, ...filter }: InboxFilter & { after?: string | undefined } = {},
): Promise<InboxPage> {
  authorize(ctx, "inbox.read");
  const [{ ids, next }, counts] = await Promise.all([
    orderedThreads(ctx, view, filter, after),
    countsOf(ctx, filter),
  ]);
  const [rows] = await Promise.all([
    rowsOfThreads(ctx, ids),
    auditReading(ctx, "inbox.listed", view, { count: ids.length }),
  ]);
  return {
    rows: ids.flatMap((id) => rows.get(id) ?? []),
    counts,
    next,
    now: ctx.now.toISOString(),
  };
}

async function rowsOfThreads(ctx: Ctx, ids: string[]): Promise<Map<string, InboxRow>> {
  if (ids.length === 0) return new Map();
  const found = await factsOf(ctx, ids);
  const [people, flags, drafts, hours] = await Promise.all([
    peopleOn(
      ctx,
      found.map((row) => row.phoneId),
    ),
    openFlagsOf(ctx, ids),
    draftsOf(ctx, ids),
    hoursOfEach(ctx.db, [...new Set(found.map((row) => row.programId))]),
  ]);
  return new Map(
    found.map((row) => {
      const onPhone = people.get(row.phoneId) ?? [];
      const priority = priorityOf(row.priority);
      const flag = flags.get(row.threadId);
      const target = row.targets[`${priority}Minutes`];
      const due =
        row.waitingSince && staffedAfter(hours(row.programId), row.timeZone, row.waitingSince, target);
      return [
        row.threadId,
        {
          threadId: row.threadId,
          who: whoIs(onPhone.map((p) => p.name)),
          language:
            new Set(onPhone.map((p) => p.language)).size === 1 ? (onPhone[0]?.language ?? null) : null,
          preview:
            row.preview && row.lastInboundId
              ? open("messages.body", row.lastInboundId, row.preview).slice(0, previewLength)
              : "",
          media: row.media,
          priority,
          // What somebody else wrote before the number passed on is not quoted.
          flag: flag && (!row.reassignedAt || flag.raisedAt > row.reassignedAt) ? flag : null,
          waitingSince: row.waitingSince?.toISOString() ?? null,
          answerDue: due?.toISOString() ?? null,
          snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
          lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
          claimedBy: row.held ? row.claimer : null,
          mine: row.held && row.claimedBy === userIdOf(ctx),
          program: row.program,
          timeZone: row.timeZone,
          localZone: localZoneOf(onPhone, row, ctx.now),
          stopped: row.stoppedAt !== null,
          held: heldAmong(onPhone),
          passedOn: row.isHidden && row.lastInboundId !== null,
          mayAskToStop: row.mayAskToStop,
          closed: row.closedAt !== null,
          draft: drafts.has(row.threadId),
        },
      ];
    }),
  );
}

const factsOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .select({
      threadId: threads.id,
      phoneId: threads.phoneId,
      number: phones.number,
      programId: threads.programId,
      program: programs.name,
      timeZone: programs.timeZone,
      targets: targetColumns,
      priority: threads.priority,
      waitingSince: threads.waitingSince,
      snoozedUntil: threads.snoozedUntil,
      lastMessageAt: threads.lastMessageAt,
      claimedBy: threads.claimedBy,
      held: sql<boolean>`coalesce(${isHeld}, false)`,
      claimer: users.name,
      stoppedAt: phones.stoppedAt,
      reassignedAt: phones.reassignedAt,
      closedAt: threads.closedAt,
      lastInboundId: threads.lastInboundId,
      preview: messages.body,
      isHidden: sql<boolean>`${phones.reassignedAt} is not null and ${messages.id} is null`,
      media: messages.media,
      mayAskToStop: sql<boolean>`${exists(openSuggestions(ctx))}`,
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
    .where(and(inArray(threads.id, ids), inReach(ctx, threads.programId)))
    .limit(ids.length);
