import type { Calendar } from "./calendar";
import type { Ids } from "./ids";
import { addOutcomeFile, importedAt, type OutcomeFile, type OutcomeLine } from "./outcome-rows";
import type { Household } from "./people";
import type { Kind, Program } from "./programs";
import type { Rows } from "./rows";

interface From {
  households: Household[];
  programs: Program[];
  calendar: Calendar;
  ids: Ids;
  manager: string;
}

const codes: Record<Kind, string> = { prenatal: "59425", well_child: "99392", vaccination: "90460" };

/**
 * A file of the last claims, and one of each program's postcards and calls. Nobody acts because of them, and whom claims
 * know of is who it was: no figure of the pilot rests on these files. Nothing in them is drawn by chance.
 */
export function addOutcomeFiles(rows: Rows, { households, programs, calendar, ids, manager }: From): void {
  const [first] = programs;
  if (first) addOutcomeFile(rows, ids, manager, claimsOf(first));
  for (const [i, program] of programs.entries()) addOutcomeFile(rows, ids, manager, touchesOf(program, i));

  function claimsOf({ id: programId, plan }: Program): OutcomeFile {
    const day = calendar.weekdayUpTo(calendar.today - 1);
    const at = calendar.at(day, 9, 20);
    const file = { id: ids.at(at), programId, at };
    const numbers = new Map(
      households.flatMap(({ members }) => members.map(({ id, memberNumber }) => [id, memberNumber] as const)),
    );
    const [news, older] = [calendar.at(day - 7, 9, 20), calendar.at(day - 28, 9, 20)];
    const lines = rows.actions.flatMap((action): OutcomeLine[] => {
      const told = +action.recordedAt;
      if (action.programId !== programId || action.source !== "claims" || told < older || told >= at)
        return [];
      const isKnown = told < news;
      if (!isKnown)
        Object.assign(action, {
          ...{ code: codes[plan.kind], outcomeFileId: file.id, recordedAt: new Date(importedAt(file)) },
        });
      const { patientId, occurredOn } = action;
      return [{ ...claim(numbers.get(patientId) ?? "", occurredOn), patientId, isKnown }];
    });
    const strangers = ["DM900013", "DM900027", "DM900048"];
    for (const [i, stranger] of strangers.entries())
      lines.splice(Math.min(lines.length, 5 + 11 * i), 0, claim(stranger, calendar.dateOf(day - 9 - i)));
    const fileName = `claims-${calendar.dateOf(day)}.csv`;
    return { ...file, kind: "claims", fileName, heading: ["member_id", "service_date", "code"], lines };

    function claim(memberNumber: string, day: string): OutcomeLine {
      return {
        ...{ memberNumber, day, code: codes[plan.kind], channel: null, reached: null, patientId: null },
      };
    }
  }

  function touchesOf({ id: programId, waves }: Program, i: number): OutcomeFile {
    const day = calendar.weekdayUpTo(calendar.today - 2);
    const at = calendar.at(day, 10, 30 + 7 * i);
    const lines: OutcomeLine[] = [];
    for (const [n, household] of households.entries()) {
      if (!waves.includes(household.wave)) continue;
      // By their place in the list, and so in both arms alike.
      const launched = calendar.dayOf(household.wave.launchedAt);
      const touches = [
        ...(n % 3 === 0 ? [{ on: launched + 5, channel: "postcard" as const, reached: null }] : []),
        ...(n % 5 === 1
          ? [
              {
                on: launched + 9,
                channel: "call" as const,
                reached: n % 20 < 8 ? ("yes" as const) : ("no" as const),
              },
            ]
          : []),
      ];
      for (const { on, ...touch } of touches) {
        const sent = calendar.weekdayUpTo(on);
        if (sent >= day) continue;
        for (const { id: patientId, memberNumber } of household.members)
          lines.push({ ...touch, memberNumber, day: calendar.dateOf(sent), code: null, patientId });
      }
    }
    const heading = ["member_id", "date", "channel", "reached"];
    const fileName = `touches-${calendar.dateOf(day)}.csv`;
    return { id: ids.at(at), programId, kind: "touches", fileName, heading, at, lines };
  }
}
