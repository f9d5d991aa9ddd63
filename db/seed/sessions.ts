import { minutes } from "./calendar";
import type { Talk } from "./conversations";
import { note } from "./history";

/** After so long without a turn, a nurse looks at the inbox again. */
const restsFor = 20 * minutes;

/** Who was at work and looked at what, on every working day since `setUp` (as the calendar counts). */
export function addSessions(talk: Talk, setUp: number): void {
  const { rows, staff, calendar, ids, dice, now } = talk;
  const firstTexts = calendar.dayOf(
    Math.min(...rows.campaigns.map(({ launchedAt }) => +(launchedAt ?? now))),
  );
  const reviews = new Set(rows.cannedReplies.map(({ reviewedAt }) => calendar.dayOf(+(reviewedAt ?? now))));
  for (let day = setUp; day <= calendar.today; day += 1) {
    if (calendar.weekdayUpTo(day) !== day) continue;
    if (day >= firstTexts) for (const nurse of staff.nurses) atWork(nurse, day, 7, 40);
    atWork(staff.manager, day, day === setUp ? 10 : 8, 2);
    if (reviews.has(day)) atWork(staff.reviewer, day, 9, 0);
    if ((day - setUp) % 7 === 0) lookOver(day);
  }
  lookAtInbox(talk);

  /** In at that hour, or some minutes after it, and out in the evening. */
  function atWork(by: string, day: number, hour: number, minute: number): void {
    const from = calendar.at(day, hour, minute) + dice.between(0, 18) * minutes;
    if (dice.yes(0.04)) refuse(from - dice.between(0.2, 0.8) * minutes);
    signIn(by, from);
    signOut(by, calendar.at(day, 18, 5) + dice.between(0, 25) * minutes);
  }

  /** The admin adds people and numbers on the first day, and looks at the trail once a week. */
  function lookOver(day: number): void {
    const from = calendar.at(day, 9, 5) + dice.between(0, 5) * minutes;
    if (day === setUp) signIn(staff.admin, calendar.at(day, 9, 12));
    else {
      signIn(staff.admin, from);
      if (from + minutes < now)
        note(rows, ids, "audit.read", { at: from + minutes, by: staff.admin, filteredBy: null, older: null });
    }
    signOut(staff.admin, calendar.at(day, 10, 5) + dice.between(0, 25) * minutes);
  }

  function signIn(by: string, at: number): void {
    if (at < now) note(rows, ids, "session.started", { at, by });
  }

  function signOut(by: string, at: number): void {
    if (at < now) note(rows, ids, "session.ended", { at, by });
  }

  function refuse(at: number): void {
    if (at < now) note(rows, ids, "session.refused", { at, by: null, reason: "wrong address or password" });
  }
}

/** Before the first conversation that they open after a while. */
function lookAtInbox({ rows, ids, staff, now }: Talk): void {
  const waits = rows.waits.map(({ since, endedAt }) => [+since, endedAt ? +endedAt : now] as const);
  for (const nurse of staff.nurses) {
    const reads = rows.audit.filter((act) => act.actorId === nurse && act.action === "thread.read");
    let lastAt = 0;
    for (const at of reads.map((read) => read.at.getTime()).sort((a, b) => a - b)) {
      if (at - lastAt > restsFor) {
        const count = Math.min(50, waits.filter(([since, until]) => since < at && until > at).length);
        note(rows, ids, "inbox.listed", { at: at - 8_000, by: nurse, subject: "waiting", count });
      }
      lastAt = at;
    }
  }
}
