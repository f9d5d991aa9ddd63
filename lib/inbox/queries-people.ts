import { and, eq, inArray, isNull } from "drizzle-orm";
import { patientPhones, patients, programPatients } from "@/db/schema";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { placeOf } from "@/lib/patients/place";
import { open } from "@/lib/phi/seal";
import type { InboxRow } from "./types";

export interface PersonOnPhone {
  id: string;
  name: string;
  language: string;
  status: string;
  timeZone: string | null;
  zip: string | null;
  zip3: string | null;
  state: string | null;
}

/** Whether outreach to one of them is on hold, or they have died. */
export function heldAmong(people: PersonOnPhone[]): InboxRow["held"] {
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
      timeZone: patients.timeZone,
      zip: patients.zip,
      zip3: patients.zip3,
      state: patients.state,
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
  for (const { phoneId, name, zip, ...person } of rows)
    found.set(phoneId, [
      ...(found.get(phoneId) ?? []),
      {
        ...person,
        name: open("patients.name", person.id, name),
        zip: zip && open("patients.zip", person.id, zip),
      },
    ]);
  return found;
}

/** One person by name; more of them by their number, so that no list names somebody to the wrong reader. */
export function whoIs(names: string[]): string {
  if (names.length === 0) return "Unknown number";
  if (names.length === 1) return names[0] ?? "";
  return `${names.length} patients on this phone`;
}

/**
 * The zone of the patients on a phone, where all that is known of them names one and its clock says something else
 * now than the program's; else null.
 */
export function localZoneOf(
  people: readonly PersonOnPhone[],
  { phoneId, number, timeZone }: { phoneId: string; number: Buffer; timeZone: string },
  now: Date,
): string | null {
  if (people.length === 0) return null;
  const e164 = open("phones.number", phoneId, number);
  const zones = new Set(people.flatMap((person) => placeOf({ ...person, e164 }).zones));
  const [zone, ...more] = zones;
  return zone && more.length === 0 && wallClock(zone, now) !== wallClock(timeZone, now) ? zone : null;
}

const wallClock = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "numeric", hour12: false }).format(
    now,
  );
