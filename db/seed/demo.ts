import { writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { connect, type Db } from "@/db/client";
import { recordActs } from "./acts";
import { addAudiences } from "./audiences";
import { calendarUpTo, closes, opens } from "./calendar";
import { converse } from "./conversations";
import { diceOf } from "./dice";
import { sortHistory } from "./history";
import { idsOf } from "./ids";
import { livePhonesOf } from "./live-phones";
import { natureOf } from "./natures";
import { addOutcomeFiles } from "./outcome-files";
import { reachOut } from "./outreach";
import { addHouseholds } from "./people";
import { addPrograms } from "./programs";
import { addCover, addReadyReplies } from "./ready-replies";
import { addRosters } from "./roster-rows";
import { emptyRows, load } from "./rows";
import { addSessions } from "./sessions";
import { addStaff } from "./staff";
import { textWriter } from "./texts";
import { truthOf } from "./truth";
import { leaveWaiting } from "./waiting";
import { addDraft, noteLaunch } from "./waves";

export interface Demo {
  databaseUrl: string;
  /** Of all the accounts. */
  password: string;
  /** Business time at which the pilot has come to where it stands. */
  now: Date;
  /** How many milliseconds that is ahead of the machine's time, which ids are made of. */
  ahead?: number;
  /** The same seed gives the same pilot. */
  seed?: number;
  members?: number;
  /** Where to write, a line of JSON for each member, what no database knows of them. */
  truthFile?: string;
  /** Where to write, a line of JSON each, the phones whose people may go on texting. */
  livePhonesFile?: string;
}

const setUpDaysAgo = 80;

/** A pilot of ten weeks at an invented plan, as raw events: three programs, with a holdout in each. */
export async function seedDemo(demo: Demo): Promise<void> {
  const { databaseUrl, password, now, ahead, seed = 1, members = 10_000, truthFile, livePhonesFile } = demo;
  const rows = emptyRows();
  const ids = idsOf(diceOf(seed, "ids"), ahead);
  const calendar = calendarUpTo(now);
  const texts = textWriter(rows, ids, diceOf(seed, "texts"));

  const setUp = calendar.weekdayUpTo(calendar.today - setUpDaysAgo);
  const staff = await addStaff(rows, ids, { password, since: calendar.at(setUp, 9, 10) });
  const { manager } = staff;
  const programs = addPrograms(rows, ids, { calendar, staff, since: calendar.at(setUp, 9, 40) });
  const households = addHouseholds(rows, {
    ...{ programs, count: members, ids },
    ...{ dice: diceOf(seed, "people"), cohorts: diceOf(seed, "cohorts") },
  });
  addRosters(rows, { households, programs, ids, dice: diceOf(seed, "rosters"), manager });
  const inner = diceOf(seed, "natures");
  const natures = new Map(
    households.flatMap((household) => household.members.map(({ id }) => [id, natureOf(household, inner)])),
  );
  const contacts = reachOut(rows, { households, ids, dice: diceOf(seed, "outreach"), texts });

  for (const program of programs) noteLaunch(rows, ids, program, manager);
  const last = programs.at(-1);
  const yesterday = calendar.weekdayUpTo(calendar.today - 1);
  if (last) addDraft(rows, ids, last, { at: calendar.at(yesterday, 15, 32), manager });

  const clock = now.getTime() - (ahead ?? 0);
  const talk = { rows, natures, staff, calendar, ids, texts, now: now.getTime(), clock };
  converse({ ...talk, dice: diceOf(seed, "conversations") }, contacts);
  const waiting = leaveWaiting(
    { ...talk, dice: diceOf(seed, "waiting") },
    contacts,
    Math.max(6, Math.round(members / 300)),
  );
  const reached = new Set(contacts.filter((c) => c.arrivedAt !== null).map((c) => c.member.id));
  const acts = recordActs({ ...talk, dice: diceOf(seed, "acts") }, households, reached);
  addOutcomeFiles(rows, { households, programs, calendar, ids, manager });
  const noted = calendar.at(yesterday, 15, 36);
  addAudiences(rows, idsOf(diceOf(seed, "audiences"), ahead), households, { at: noted, manager });
  const told = { staff, at: calendar.at(yesterday, 11, 4) };
  addReadyReplies(rows, idsOf(diceOf(seed, "replies"), ahead), programs, told);
  const today = {
    from: calendar.at(calendar.today, opens, 2),
    until: calendar.at(calendar.today, closes, 0),
  };
  if (today.from < now.getTime() && now.getTime() < today.until)
    addCover(rows, idsOf(diceOf(seed, "covers"), ahead), programs, { ...today, staff });
  addSessions({ ...talk, dice: diceOf(seed, "sessions") }, setUp);
  sortHistory(rows);

  const { db, close } = connect(databaseUrl, { max: 2 });
  try {
    await load(db, rows);
    await startFeedHere(db);
    // The first pages are asked for before the database would look at the new tables by itself.
    await db.execute(sql`analyze`);
  } finally {
    await close();
  }
  if (truthFile) writeLines(truthFile, truthOf({ households, natures, contacts, acts }));
  if (livePhonesFile)
    writeLines(
      livePhonesFile,
      livePhonesOf(contacts, { natures, waiting, most: Math.round(members * 0.15) }),
    );
}

/** What campaigns would carry on from the feed is in place already: they follow it from here. */
async function startFeedHere(db: Db): Promise<void> {
  await db.execute(sql`
    insert into feed_cursors (consumer, xid, id)
    select 'campaigns', (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text::xid8,
      'ffffffff-ffff-ffff-ffff-ffffffffffff'
    on conflict (consumer) do nothing`);
}

// Readable by the owner alone: they hold phone numbers and what nobody is to know.
function writeLines(file: string, lines: object[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""), { mode: 0o600 });
}
