import type { Dice } from "./dice";
import type { Ids } from "./ids";
import { invitation } from "./our-phrases";
import type { Household, Member } from "./people";
import { brand, segmentCostMicros } from "./programs";
import type { Rows } from "./rows";
import { recordStop } from "./stopping";
import type { Contact, Fate, TextWriter } from "./texts";

/** How far apart the texts of a wave leave: what the slowest carrier lets one number send. */
const apart = 350;

/** Enrolls everybody of every wave and texts whom the product would have texted. */
export function reachOut(
  rows: Rows,
  from: { households: Household[]; ids: Ids; dice: Dice; texts: TextWriter },
): Contact[] {
  const { households, ids, dice, texts } = from;
  const contacts: Contact[] = [];
  const queuedIn = new Map<string, number>();
  for (const household of households) {
    const { program, wave, arm, phone } = household;
    // All of them before the first text: what it brings about comes later than the launch.
    const exclusions = household.members.map((_, i) => exclusionOf(household, i));
    for (const [i, member] of household.members.entries()) {
      const excluded = exclusions[i];
      rows.enrollments.push({
        ...{ campaignId: wave.campaignId, patientId: member.id, programId: program.id, arm, excluded },
        language: member.language,
        phoneId: phone?.id ?? null,
        enrolledAt: new Date(wave.launchedAt + 1_000),
      });
      if (excluded || !phone || arm === "holdout") continue;

      const turn = queuedIn.get(wave.campaignId) ?? 0;
      queuedIn.set(wave.campaignId, turn + 1);
      const at = wave.launchedAt + 2_000 + turn * apart;
      const thread = {
        ...{ id: ids.at(at), phoneId: phone.id, senderId: program.senderId, programId: program.id },
        createdAt: new Date(at),
        priority: 2,
      };
      rows.threads.push(thread);
      contacts.push(invite({ household, member, thread, at, fate: fateOf(phone.number, dice) }));
    }
  }
  return contacts;

  function invite(
    to: Pick<Contact, "household" | "member" | "thread"> & { at: number; fate: Fate },
  ): Contact {
    const { household, member, thread, at, fate } = to;
    const { program, wave, phone } = household;
    const template = invitation[program.plan.kind][member.language];
    const body = template.replace("{first_name}", member.firstName).replace("{brand}", brand);
    const text = { purpose: "outreach", body, at, patientId: member.id, sendGroupId: wave.sendGroupId };
    const message = texts.send(thread, text, fate);
    const failed = fate === "undeliverable" || fate === "rejected";
    const step = {
      ...{ campaignId: wave.campaignId, patientId: member.id, step: 1, messageId: message.id },
      ...{ threadId: thread.id, segments: message.segments, queuedAt: new Date(at) },
      costMicros: message.segments * segmentCostMicros,
      sentAt: message.submittedAt,
      deliveredAt: fate === "delivered" ? message.finalAt : null,
      failedAt: failed ? message.finalAt : null,
      failure: fate === "unknown" ? "unknown" : failed ? message.reason : null,
    };
    rows.enrollmentSteps.push(step);
    const contact = { household, member, thread, step, arrivedAt: arrivalOf(fate, at, dice) };
    if (fate === "rejected" && phone && message.finalAt)
      recordStop(rows, ids, contact, {
        source: "carrier",
        by: null,
        messageId: message.id,
        at: message.finalAt,
      });
    return contact;
  }
}

/** As lib/patients/reachability asks it, one after the other. `i` is the member's place among the household's. */
function exclusionOf({ phone, members }: Household, i: number): string | null {
  if (!phone) return "no_phone";
  if (phone.notTextable) return "not_textable";
  if (phone.row.stoppedAt) return "stopped";
  if (!members[i]?.consent) return "no_consent";
  return members.slice(0, i).some((earlier: Member) => earlier.consent) ? "shared_phone" : null;
}

function fateOf(number: string, dice: Dice): Fate {
  const ordinary = dice.weighted({ delivered: 0.96, undeliverable: 0.032, unknown: 0.008 });
  // The simulated carrier decides by the same digits: see e2e/carrier/fates.ts.
  if (number.endsWith("0190")) return "rejected";
  if (number.endsWith("0191")) return "undeliverable";
  return number.endsWith("0193") ? "silent" : ordinary;
}

function arrivalOf(fate: Fate, at: number, dice: Dice): number | null {
  const arrives = dice.yes(0.5);
  if (fate === "delivered" || fate === "silent") return at + 10_000;
  return fate === "unknown" && arrives ? at + 10_000 : null;
}
