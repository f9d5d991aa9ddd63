import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cannedReplies, cannedReplyTexts, patients, programs, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { firstNameOf, pickLanguage, render } from "@/lib/campaigns/templates";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { segmentsOf } from "@/lib/messaging/segments";
import { requirePatient } from "@/lib/patients/patient-reach";
import { open } from "@/lib/phi/seal";
import { isUsable } from "./canned";
import { type CannedLanguage, type CannedReply, cannedLanguages, type ReadyReply } from "./types-canned";

const mostReplies = 200;
const writer = alias(users, "writer");
const reviewer = alias(users, "reviewer");

/** All that a program keeps ready, by name, what was retired last. */
export async function listCanned(ctx: Ctx, programId: string): Promise<CannedReply[]> {
  authorize(ctx, "canned.read");
  await requireProgram(ctx, programId);
  const rows = await ctx.db
    .select({
      id: cannedReplies.id,
      name: cannedReplies.name,
      writtenBy: cannedReplies.writtenBy,
      writer: writer.name,
      writtenAt: cannedReplies.writtenAt,
      reviewer: reviewer.name,
      retiredAt: cannedReplies.retiredAt,
    })
    .from(cannedReplies)
    .innerJoin(writer, eq(writer.id, cannedReplies.writtenBy))
    .leftJoin(reviewer, eq(reviewer.id, cannedReplies.reviewedBy))
    .where(eq(cannedReplies.programId, programId))
    .orderBy(asc(cannedReplies.name), asc(cannedReplies.id))
    .limit(mostReplies);
  const texts = await textsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows
    .map(({ writtenBy, writtenAt, retiredAt, ...row }) => ({
      ...row,
      mine: writtenBy === ctx.actor.userId,
      writtenAt: writtenAt.toISOString(),
      retired: retiredAt !== null,
      texts: Object.fromEntries(texts.get(row.id) ?? []),
    }))
    .sort((a, b) => Number(a.retired) - Number(b.retired));
}

/** One of them. Throws NotFound. */
export async function cannedReply(ctx: Ctx, programId: string, replyId: string): Promise<CannedReply> {
  const found = (await listCanned(ctx, programId)).find(({ id }) => id === replyId);
  if (!found) throw new NotFound();
  return found;
}

/**
 * The reviewed replies of a conversation's program, filled in for the patient whom the answer is about and in their
 * language, English where there is none. A field that nothing fills says so. Throws NotFound.
 */
export async function readyReplies(
  ctx: Ctx,
  { threadId, patientId }: { threadId: string; patientId: string | null },
): Promise<ReadyReply[]> {
  authorize(ctx, "canned.use");
  const [thread] = await ctx.db
    .select({ programId: threads.programId, brand: programs.brand })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();
  const reader = patientId ? await readerOf(ctx, patientId) : { firstName: "", language: "en" };
  const rows = await ctx.db
    .select({ id: cannedReplies.id, name: cannedReplies.name })
    .from(cannedReplies)
    .where(and(eq(cannedReplies.programId, thread.programId), isUsable))
    .orderBy(asc(cannedReplies.name), asc(cannedReplies.id))
    .limit(mostReplies);
  const texts = await textsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name }) => {
    const inTheirs = texts.get(id) ?? new Map<string, string>();
    const language = languageIn(inTheirs, reader.language);
    const filled = render(pickLanguage(inTheirs, reader.language), {
      first_name: reader.firstName,
      brand: thread.brand,
    });
    return {
      ...{ id, name, language, asked: reader.language },
      ...(filled.ok
        ? { body: filled.text, segments: segmentsOf(filled.text).segments, problem: null }
        : { body: null, segments: 0, problem: problemOf(filled.field, patientId) }),
    };
  });
}

const problemOf = (field: string | undefined, patientId: string | null): string =>
  patientId
    ? `Nothing fills {${field ?? "text"}} for this patient. Write it yourself, or choose another reply.`
    : `It needs {${field ?? "text"}}: choose first whom the answer is about.`;

const languageIn = (texts: ReadonlyMap<string, string>, asked: string): CannedLanguage =>
  cannedLanguages.find((language) => texts.has(language) && asked.toLowerCase().split("-")[0] === language) ??
  "en";

async function readerOf(ctx: Ctx, patientId: string) {
  await requirePatient(ctx, patientId);
  const [patient] = await ctx.db
    .select({ name: patients.name, language: patients.language })
    .from(patients)
    .where(eq(patients.id, patientId))
    .limit(1);
  if (!patient) throw new NotFound();
  return {
    firstName: firstNameOf(open("patients.name", patientId, patient.name)),
    language: patient.language,
  };
}

async function textsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({
      replyId: cannedReplyTexts.replyId,
      language: cannedReplyTexts.language,
      body: cannedReplyTexts.body,
    })
    .from(cannedReplyTexts)
    .where(inArray(cannedReplyTexts.replyId, ids))
    .limit(ids.length * cannedLanguages.length);
  for (const { replyId, language, body } of rows)
    found.set(replyId, (found.get(replyId) ?? new Map<string, string>()).set(language, body));
  return found;
}
