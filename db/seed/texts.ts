import { SegmentedMessage } from "sms-segments-calculator";
import { seal } from "@/lib/phi/seal";
import type { Dice } from "./dice";
import type { Ids } from "./ids";
import type { Household, Member } from "./people";
import type { Rows } from "./rows";

type Thread = Rows["threads"][number];
type Message = Rows["messages"][number];
type Step = Rows["enrollmentSteps"][number];

/** Somebody who was sent a text, with the conversation that it began. Its rows change as things happen. */
export interface Contact {
  household: Household;
  member: Member;
  thread: Thread;
  step: Step;
  /** When the text came, whether or not the carrier told us; null when it did not. */
  arrivedAt: number | null;
}

interface Outgoing {
  purpose: string;
  body: string;
  at: number;
  patientId?: string | null;
  authorId?: string;
  sendGroupId?: string;
}

/** What became of a text: as the simulated carrier does it, and a few that no carrier explains. */
export type Fate = "delivered" | "undeliverable" | "rejected" | "silent" | "unknown";

// Counting costs more than all else here, and most texts are plain, or short and of western letters.
const oneSegment = /^([A-Za-z0-9 .,:?!'()-]{1,160}|[ -~¡-ÿ]{1,70})$/;
/** Of western letters, one of which no 7-bit text holds: 67 go into each part. */
const twoSegments = /^(?=.*[áíóúÁÍÓÚ])[ -~¡-ÿ]{71,134}$/;

function segmentsOf(text: string): number {
  if (oneSegment.test(text)) return 1;
  return twoSegments.test(text) ? 2 : Math.max(1, new SegmentedMessage(text.normalize("NFC")).segmentsCount);
}

export function textWriter(rows: Rows, ids: Ids, dice: Dice) {
  /** A text of ours with its call to the carrier. */
  function send(thread: Thread, out: Outgoing, fate: Fate = "delivered"): Message {
    const { body, at, ...columns } = out;
    const id = ids.at(at);
    const startedAt = at + dice.between(60, 900);
    const settledAt = startedAt + dice.between(80, 400);
    const finalAt = settledAt + dice.between(1_500, 9_000);
    const accepted = fate !== "unknown";
    const message: Message = {
      ...columns,
      ...{ id, threadId: thread.id, direction: "out", segments: segmentsOf(body), createdAt: new Date(at) },
      body: seal("messages.body", id, body),
      state: fate === "silent" ? "submitted" : fate,
      reason: reasons[fate] ?? null,
      submittedAt: accepted ? new Date(settledAt) : null,
      finalAt: fate === "silent" || fate === "unknown" ? null : new Date(finalAt),
    };
    rows.messages.push(message);
    rows.attempts.push({
      ...{ id: ids.random(), messageId: id, threadId: thread.id, startedAt: new Date(startedAt) },
      leaseUntil: new Date(startedAt + 60_000),
      settledAt: new Date(accepted ? settledAt : startedAt + 10_000),
      outcome: accepted ? "accepted" : "ambiguous",
      errorCode: accepted ? null : "timeout",
      carrierId: accepted ? ids.random() : null,
    });
    touch(thread, new Date(at));
    return message;
  }

  /** A text of the patient's. Returns its id. */
  function receive(thread: Thread, body: string, at: number): string {
    const id = ids.at(at);
    const time = new Date(at);
    rows.messages.push({
      ...{ id, threadId: thread.id, direction: "in", state: "received", segments: segmentsOf(body) },
      body: seal("messages.body", id, body),
      createdAt: time,
      finalAt: time,
    });
    touch(thread, time);
    thread.lastInboundId = id;
    return id;
  }

  return { send, receive };
}

function touch(thread: Thread, at: Date): void {
  if (!thread.lastMessageAt || thread.lastMessageAt < at) thread.lastMessageAt = at;
}

export type TextWriter = ReturnType<typeof textWriter>;

const reasons: Partial<Record<Fate, string>> = {
  undeliverable: "carrier 1300",
  rejected: "carrier 1240",
  unknown: "timeout",
};
