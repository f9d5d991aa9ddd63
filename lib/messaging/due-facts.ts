import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { log, trace } from "@/lib/log";
import { isFictional } from "@/lib/patients/phone-number";
import { open } from "@/lib/phi/seal";
import type { GateFacts } from "./gate";

/** What the gate asks about a text that is due, and what the carrier needs to send it. */
export type DueFacts = Omit<GateFacts, "purpose" | "simulatedCarrier"> & { e164: string; text: string };

/** Facts of these texts, read in the transaction that would start them. One that cannot be opened is left out. */
export async function factsOf(tx: Ctx, messageIds: string[]): Promise<Map<string, DueFacts>> {
  const rows = await rowsOf<{
    message_id: string;
    created_at: string;
    body: Buffer;
    phone_id: string;
    number: Buffer;
    stopped: boolean;
    not_textable: boolean;
    consent: boolean | null;
    group_open: boolean | null;
    group_expires: string | null;
    time_zone: string;
  }>(
    tx.db,
    sql`select o.message_id, m.created_at, m.body, o.phone_id, p.number, p.stopped_at is not null as stopped,
               p.not_textable is not null as not_textable, g.open as group_open, g.expires_at as group_expires, pr.time_zone,
               (select c.given from consents c where c.patient_id = o.patient_id and c.phone_id = o.phone_id
                order by c.id desc limit 1) as consent
        from outbox o
        join messages m on m.thread_id = o.thread_id and m.id = o.message_id
        join phones p on p.id = o.phone_id
        join programs pr on pr.id = o.program_id
        left join send_groups g on g.id = o.send_group_id
        where o.message_id = any (${uuids(messageIds)})`,
  );
  const facts = new Map<string, DueFacts>();
  for (const r of rows) {
    const contents = openContents(r);
    if (!contents) continue;
    facts.set(r.message_id, {
      ...contents,
      group:
        r.group_open === null
          ? null
          : { open: r.group_open, expiresAt: r.group_expires ? new Date(r.group_expires) : null },
      queuedAt: new Date(r.created_at),
      phoneStopped: r.stopped,
      notTextable: r.not_textable,
      fictional: isFictional(contents.e164),
      consent: r.consent,
      timeZone: r.time_zone,
    });
  }
  return facts;
}

/** One that cannot be opened (a key is missing, the row was altered) must not hold up those behind it. */
function openContents(r: { message_id: string; body: Buffer; phone_id: string; number: Buffer }) {
  try {
    return {
      text: open("messages.body", r.message_id, r.body),
      e164: open("phones.number", r.phone_id, r.number),
    };
  } catch (error) {
    log.error("a text in the line cannot be opened", { messageId: r.message_id, ...trace(error) });
    return undefined;
  }
}
