import { minutes } from "./calendar";
import type { Talk } from "./conversations";
import { note } from "./history";
import { actDayOf } from "./natures";
import type { Household, Member } from "./people";

export interface Acted {
  /** YYYY-MM-DD, within the window; null when they did not, or not yet. */
  actedOn: string | null;
  /** Whether a claim has told us of it. */
  claimed: boolean;
}

/** What claims, and sometimes staff, know by now of who did the desired action, texted or not. */
export function recordActs(
  { rows, natures, staff, calendar, ids, dice, now }: Talk,
  households: Household[],
  reached: ReadonlySet<string>,
): Map<string, Acted> {
  const truth = new Map<string, Acted>();
  for (const household of households)
    for (const member of household.members) truth.set(member.id, actOf(household, member));
  return truth;

  function actOf(household: Household, member: Member): Acted {
    const nature = natures.get(member.id);
    const seen = dice.yes(0.05);
    const notedAfter = dice.between(5, 110);
    if (!nature) return { actedOn: null, claimed: false };
    const isReached = reached.has(member.id);
    const day = actDayOf(household, nature, isReached, calendar);
    const outside = nature.actsOutsideOnDay;
    if (outside !== null) {
      const outsideDay = calendar.dayOf(household.wave.launchedAt) + outside;
      if (outsideDay <= calendar.today) claim(household, member, outsideDay, nature.claimAfterDays);
    }
    if (day === null) return { actedOn: null, claimed: false };
    // Staff only hear of those whom they talk to.
    if (seen && isReached)
      add(household, member, {
        day,
        source: "staff",
        recordedBy: staff.nurses[0],
        at: calendar.staffedFrom(calendar.at(day + 1, 9)) + notedAfter * minutes,
      });
    return { actedOn: calendar.dateOf(day), claimed: claim(household, member, day, nature.claimAfterDays) };
  }

  function claim(household: Household, member: Member, day: number, after: number | null): boolean {
    if (after === null) return false;
    return add(household, member, {
      day,
      source: "claims",
      recordedBy: null,
      at: calendar.at(day + after, 6),
    });
  }

  function add(
    { program }: Household,
    member: Member,
    act: { day: number; source: "claims" | "staff"; recordedBy: string | null; at: number },
  ): boolean {
    if (act.at > now) return false;
    const { at, day, source, recordedBy } = act;
    const id = ids.at(at);
    const of = { programId: program.id, patientId: member.id, source };
    rows.actions.push({
      ...{ id, ...of, occurredOn: calendar.dateOf(day), recordedBy, recordedAt: new Date(at) },
    });
    // What claims tell is nobody's act here.
    if (recordedBy) note(rows, ids, "action.recorded", { at, by: recordedBy, ...of, actionId: id });
    return true;
  }
}
