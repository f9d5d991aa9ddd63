import { type Calendar, minutes } from "./calendar";
import type { Dice } from "./dice";
import { note } from "./history";
import type { Ids } from "./ids";
import { answers, answersBack } from "./our-phrases";
import type { Opening } from "./phrases";
import type { Rows } from "./rows";
import type { Staff } from "./staff";
import { recordStop, reportWrongNumber } from "./stopping";
import type { Contact, TextWriter } from "./texts";

/** What a text means to whoever reads it. `back` answers an answer, `visited` tells of the desired action. */
export type Matter = Exclude<Opening, "help"> | "back" | "visited";

interface Incoming {
  contact: Contact;
  matter: Matter;
  language: "en" | "es";
  at: number;
  messageId: string;
}

export interface Turn {
  nurse: string;
  beginsAt: number;
  endsAt: number;
}

/** Two nurses who work off what comes, in its order and in staffed hours, one text at a time each. */
export function deskOf(
  rows: Rows,
  from: { staff: Staff; calendar: Calendar; ids: Ids; dice: Dice; texts: TextWriter; now: number },
) {
  const { staff, calendar, ids, dice, texts, now } = from;
  const free = [0, 0];

  /** When a text of that time is dealt with, and by whom. */
  function nextTurn(at: number): Turn & { done(): void } {
    const i = (free[0] ?? 0) <= (free[1] ?? 0) ? 0 : 1;
    const beginsAt = calendar.staffedFrom(Math.max(at + dice.between(0.5, 4) * minutes, free[i] ?? 0));
    const endsAt = beginsAt + dice.between(0.4, 1.8) * minutes;
    const done = () => {
      free[i] = endsAt;
    };
    return { nurse: staff.nurses[i] ?? staff.nurses[0], beginsAt, endsAt, done };
  }

  /** Ends the wait, by a reply or by closing, with all that the product would have written. */
  function deal({ contact, matter, language, at, messageId }: Incoming, turn: Turn): { replied: boolean } {
    const { thread, member } = contact;
    const programId = contact.household.program.id;
    const threadId = thread.id;
    const by = { by: turn.nurse, programId };
    const endedAt = new Date(turn.endsAt);
    const phrases = matter === "back" ? answersBack : answers[matter === "visited" ? "went" : matter];
    const body = phrases && (matter !== "back" || dice.yes(0.3)) ? dice.pick(phrases[language]) : null;
    note(rows, ids, "thread.read", { ...by, at: turn.beginsAt, subject: threadId });
    if (body) {
      take(thread, turn);
      const text = { purpose: "reply", body, at: turn.endsAt, patientId: member.id, authorId: turn.nurse };
      const reply = texts.send(thread, text);
      note(rows, ids, "message.replied", { ...by, at: turn.endsAt, threadId, messageId: reply.id });
    }
    rows.waits.push({
      ...{ id: ids.at(at), threadId, programId, priority: 2 },
      ...{ since: new Date(at), endedAt, endedBy: turn.nurse, ending: body ? "reply" : "closed" },
    });
    if (matter === "visited") noteVisit(contact, at, turn);
    if (matter === "wrong") reportWrongNumber(rows, ids, contact, { by: turn.nurse, messageId, at: endedAt });
    if (matter === "enough")
      recordStop(rows, ids, contact, { source: "staff", by: turn.nurse, messageId, at: endedAt });

    // Some of the newest conversations are still open.
    const stays = body !== null && turn.endsAt > now - 26 * 60 * minutes && dice.yes(0.15);
    const closedAt = body ? new Date(turn.endsAt + dice.between(10, 60) * 1_000) : endedAt;
    thread.closedAt = stays ? null : closedAt;
    thread.disposition = stays ? null : dispositionOf(matter);
    const { disposition } = thread;
    if (disposition)
      note(rows, ids, "thread.closed", { ...by, at: closedAt.getTime(), threadId, disposition });
    else note(rows, ids, "thread.lapsed", { by: null, at: turn.endsAt + 5 * minutes, programId, threadId });
    return { replied: body !== null };
  }

  function take({ programId, id: threadId }: Contact["thread"], { nurse, beginsAt }: Turn): void {
    note(rows, ids, "thread.claimed", { at: beginsAt + 4_000, by: nurse, programId, threadId });
  }

  function dispositionOf(matter: Matter): string {
    if (matter === "wrong") return "wrong_number";
    if (matter === "enough") return "opted_out";
    if (matter === "thanks") return "no_reply_needed";
    if (matter === "call") return dice.yes(0.7) ? "reached_outside" : "answered";
    return matter === "question" && dice.yes(0.06) ? "escalated" : "answered";
  }

  /** The day before the text, as the patient says. */
  function noteVisit({ household, member }: Contact, at: number, { nurse, endsAt }: Turn): void {
    const id = ids.at(endsAt);
    const act = { programId: household.program.id, patientId: member.id };
    note(rows, ids, "action.recorded", {
      at: endsAt,
      by: nurse,
      ...act,
      actionId: id,
      source: "self_report",
    });
    rows.actions.push({
      ...{ id, ...act },
      occurredOn: calendar.dateOf(calendar.dayOf(at) - 1),
      ...{ source: "self_report", recordedBy: nurse, recordedAt: new Date(endsAt) },
    });
  }

  return { nextTurn, deal };
}
