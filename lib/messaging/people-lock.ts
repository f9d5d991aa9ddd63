import { inArray, sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { outbox } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Purpose } from "./types";

interface ToSomebody {
  messageId: string;
  phoneId: string;
  patientId: string | null;
  purpose: string;
}

const aSecond = 1_000;

/**
 * Locks whom outreach is about until commit, so that a hold, a wrong number, a merge or a consent taken back comes before
 * the gate's read or after the send start. Who is being decided on now is not waited for: their texts are put off.
 */
export async function lockPeople<Text extends ToSomebody>(tx: Ctx, texts: Text[]): Promise<Text[]> {
  const about = texts.filter(isAboutSomebody);
  if (about.length === 0) return texts;
  // Phones before people, as everywhere: the count has every phone locked before the first of the people.
  const [locked] = await rowsOf<{ people: string[] }>(
    tx.db,
    sql`with numbers as materialized (
          select id from phones where id = any (${uuids(distinct(about.map((text) => text.phoneId)))})
          order by id for share),
        people as materialized (
          select id from patients
          where id = any (${uuids(distinct(about.map((text) => text.patientId)))})
            and (select count(*) from numbers) >= 0
          for share skip locked)
        select coalesce((select json_agg(id) from people), '[]') as people`,
  );
  const people = new Set(locked?.people);
  const putOff = new Set(about.filter((text) => !people.has(text.patientId)).map((text) => text.messageId));
  if (putOff.size === 0) return texts;
  await tx.db
    .update(outbox)
    .set({ dueAt: new Date(tx.now.getTime() + aSecond) })
    .where(inArray(outbox.messageId, [...putOff]));
  return texts.filter((text) => !putOff.has(text.messageId));
}

const isAboutSomebody = <Text extends ToSomebody>(text: Text): text is Text & { patientId: string } =>
  text.purpose === ("outreach" satisfies Purpose) && text.patientId !== null;

const distinct = (ids: string[]): string[] => [...new Set(ids)];
