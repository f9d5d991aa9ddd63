import type { Acted } from "./acts";
import type { Nature } from "./natures";
import type { Household } from "./people";
import type { Contact } from "./texts";

/** A member as they really are, and what they did. */
export interface Truth {
  patientId: string;
  program: string;
  wave: string;
  arm: "outreach" | "holdout";
  household: string;
  language: "en" | "es";
  actsAnyway: boolean;
  persuadable: boolean;
  says: string | null;
  stops: boolean;
  texted: boolean;
  reached: boolean;
  /** Within the window, by now. */
  actedOn: string | null;
  claimed: boolean;
}

export function truthOf(pilot: {
  households: Household[];
  natures: ReadonlyMap<string, Nature>;
  contacts: Contact[];
  acts: ReadonlyMap<string, Acted>;
}): Truth[] {
  const contacts = new Map(pilot.contacts.map((contact) => [contact.member.id, contact]));
  return pilot.households.flatMap(({ id, program, wave, arm, members }) =>
    members.map((member) => {
      const nature = pilot.natures.get(member.id);
      const contact = contacts.get(member.id);
      return {
        ...{ patientId: member.id, program: program.plan.name, wave: wave.name, arm, household: id },
        language: member.language,
        actsAnyway: nature?.actsOnDay != null,
        persuadable: nature?.persuadedAfterDays != null,
        says: nature?.says ?? null,
        stops: nature?.stops ?? false,
        texted: contact !== undefined,
        reached: contact != null && contact.arrivedAt !== null,
        ...(pilot.acts.get(member.id) ?? { actedOn: null, claimed: false }),
      };
    }),
  );
}
