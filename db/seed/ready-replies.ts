import { minutes } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import type { Program } from "./programs";
import type { Rows } from "./rows";
import type { Staff } from "./staff";

const replies = [
  {
    name: "Will call today",
    en: "Hi {first_name}, thank you. We will call you today.",
    es: "Hola {first_name}, gracias. Le llamamos hoy.",
    zh: "{first_name}，您好，谢谢。我们今天给您打电话。",
  },
  {
    name: "Which time suits you",
    en: "Hi {first_name}, when can we call you? Reply with a day and a time.",
    es: "Hola {first_name}, cuando le podemos llamar? Responda con un día y una hora.",
    zh: "{first_name}，您好，什么时候方便给您打电话？请回复日期和时间。",
  },
  {
    name: "Which language",
    en: "Hi {first_name}, which language is best for you? Reply with its name.",
    es: "Hola {first_name}, en que idioma prefiere hablar? Responda con el nombre.",
  },
  {
    name: "Thank you",
    en: "Thank you, {first_name}. {brand} has noted it.",
    es: "Gracias, {first_name}. {brand} lo ha anotado.",
    zh: "谢谢{first_name}，{brand}已记下。",
  },
] as const;

/** What nurses of each program can answer with: written by one manager, reviewed by the other. */
export function addReadyReplies(
  rows: Rows,
  ids: Ids,
  programs: readonly Program[],
  { at, staff }: { at: number; staff: Staff },
): void {
  for (const [i, { id: programId }] of programs.entries())
    for (const [j, { name, ...words }] of replies.entries()) {
      const writtenAt = at + (i * 20 + j * 4) * minutes;
      const reviewedAt = writtenAt + 90 * minutes;
      const id = ids.at(writtenAt);
      rows.cannedReplies.push({
        ...{ id, programId, name },
        ...{ writtenBy: staff.manager, writtenAt: new Date(writtenAt) },
        ...{ reviewedBy: staff.reviewer, reviewedAt: new Date(reviewedAt) },
      });
      for (const [language, body] of Object.entries(words))
        rows.cannedReplyTexts.push({ replyId: id, language, body });
      note(rows, ids, "canned.written", { at: writtenAt, by: staff.manager, programId, replyId: id });
      note(rows, ids, "canned.reviewed", { at: reviewedAt, by: staff.reviewer, programId, replyId: id });
    }
}

/** The first nurse looks after all of them today. */
export function addCover(
  rows: Rows,
  ids: Ids,
  programs: readonly Program[],
  { from, until, staff }: { from: number; until: number; staff: Staff },
): void {
  for (const { id: programId } of programs) {
    const [userId] = staff.nurses;
    rows.covers.push({
      ...{ id: ids.at(from), programId, userId },
      ...{ startsAt: new Date(from), endsAt: new Date(until) },
    });
    note(rows, ids, "cover.taken", {
      ...{ at: from, by: userId, programId, until: new Date(until).toISOString() },
    });
  }
}
