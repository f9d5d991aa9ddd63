import { type Fault, type Figure, figure, type Ground } from "./fault";
import { allFiled, drained, setRate, statesOf } from "./line";
import { until } from "./patience";
import { ledgerOf } from "./referee";
import { waitingForLocks } from "./witness";

const zone = "America/New_York";
const zones = (
  "America/New_York America/Detroit America/Indiana/Indianapolis America/Chicago America/Denver America/Boise " +
  "America/Phoenix America/Los_Angeles America/Anchorage America/Adak Pacific/Honolulu America/Puerto_Rico Pacific/Guam " +
  "Pacific/Pago_Pago"
).split(" ");
/** Somebody may be in one zone, or in either of two that sources name. */
const places = [
  ...zones.map((timeZone) => [timeZone]),
  ["America/Phoenix", "America/Denver"],
  ["America/New_York", "America/Los_Angeles"],
  ["America/New_York", "Pacific/Honolulu"],
];
const [opens, closes] = [10, 18];
const aMinute = 60_000;
const anHour = 60 * aMinute;

/** Nobody is texted outside the hours: at changes of the clock, and by a worker that sleeps over the edge. */
export const hoursEdge: Fault = {
  id: "F21",
  title: "texting hours, DST, asleep over the edge",
  scale: "the worker sleeps for 5 s over the edge instead of 20 minutes",
  ownWorkers: true,
  async play(ground) {
    return [everyTransition(ground), await asleepOverTheEdge(ground)];
  },
};

/** Holds the product's answer against the calendar of Intl, which it does not use. */
function everyTransition({ textingTime, size }: Ground): Figure {
  let asked = 0;
  const wrong: string[] = [];
  for (const place of places) {
    const clocks = place.map(clockOf);
    const isOpen = (at: number) => clocks.every((clock) => isWithinHours(at, clock));
    for (const day of edgeDays(size(1, 7)))
      for (let at = day; at < day + 36 * anHour; at += 15 * aMinute)
        for (const near of [at - 1, at]) {
          asked += 1;
          const time = textingTime(new Date(near), place);
          const opensAt = "opensAt" in time ? time.opensAt.getTime() : near;
          const right = isOpen(near)
            ? "open" in time
            : opensAt > near && isOpen(opensAt) && !isOpen(opensAt - 1);
          if (!right) wrong.push(`${place} ${new Date(near).toISOString()}`);
        }
  }
  return figure(
    wrong.length === 0,
    `${asked} times around changes of the clock in ${zones.length} zones and ${places.length - zones.length} pairs: ${wrong.length} wrong ${wrong.slice(0, 3).join(", ")}`,
  );
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", hourCycle: "h23", weekday: "short" });

function isWithinHours(at: number, clock: Intl.DateTimeFormat): boolean {
  const parts = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, part.value]));
  const hour = Number(parts.hour);
  return parts.weekday !== "Sun" && hour >= opens && hour < closes;
}

/** The second Sunday of March and the first of November, with the Saturday before, from 2024 on. */
function edgeDays(years: number): number[] {
  return Array.from({ length: years }, (_, i) => 2024 + i).flatMap((year) => {
    const sundayFrom = (month: number, day: number) => {
      const date = new Date(Date.UTC(year, month, day));
      date.setUTCDate(day + ((7 - date.getUTCDay()) % 7));
      return date.getTime();
    };
    return [sundayFrom(2, 8), sundayFrom(10, 1)].flatMap((sunday) => [
      sunday - 24 * anHour,
      sunday,
      sunday + 24 * anHour,
    ]);
  });
}

async function asleepOverTheEdge(ground: Ground): Promise<Figure> {
  const { clinic, size, clockOffset, ask } = ground;
  const texts = size(100, 300);
  await setRate(ground, size(5, 15));
  await ground.queueFor(await ground.enroll(clinic, texts), "outreach");
  // It is shortly before 18:00 for this worker, and a few seconds pass while it starts.
  const skew = secondsUntilClosing(Date.now() + clockOffset * 1_000) - 15;
  const closing = Date.now() + 15_000;
  const sleeper = await ground.startWorker({ clockSkewSeconds: skew });
  await until(
    "it sends before the edge",
    async () => (await ledgerOf(ground, clinic)).length > 0 || Date.now() > closing,
  );
  await until("the edge is near", async () => Date.now() > closing - 2_000);
  // It falls asleep where that hurts most: it has looked at the clock and has not claimed yet.
  const release = await ground.hold("lock table carrier_account in access exclusive mode");
  // Two questions in a row: whether the account is stopped, and whether the breaker rests.
  const looksAtAccount = "select%carrier_account%";
  await until("it is about to claim", async () => (await waitingForLocks(ground, looksAtAccount)) > 0);
  sleeper.freeze();
  await release();
  await until("the edge is past", async () => Date.now() > closing + size(2_500, 3_500));
  sleeper.thaw();
  await until("it has looked at the line again", async () => {
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from outbox where sender_id = '${clinic.senderId}' and not sending
       and due_at < clock_timestamp() + interval '${clockOffset + skew} seconds'`,
    );
    return row?.n === 0;
  });
  await sleeper.stop();
  const lines = await ledgerOf(ground, clinic);
  const late = lines.filter((line) => Date.parse(line.at) > closing).length;
  ground.note("asleep over the edge", { late, closing, stalest: await stalestStart(ground, skew) });
  const waiting = (await statesOf(ground)).queued ?? 0;

  await setRate(ground, 1_000);
  await ask(`update outbox set due_at = due_at - interval '3 days' where sender_id = '${clinic.senderId}'`);
  await ground.standingWorker();
  await drained(ground);
  await allFiled(ground);
  return figure(
    late === 0 && waiting > 0,
    `asleep over 18:00: ${lines.length - late} texts before it, ${late} after it, ${waiting} waited for the morning`,
  );
}

/** By how many seconds the clock that a send start went by was behind its commit, at most. */
async function stalestStart({ ask, clinic, clockOffset }: Ground, skew: number): Promise<number | undefined> {
  const [row] = await ask<{ seconds: number }>(
    `select max(extract(epoch from s.at + interval '${clockOffset + skew} seconds' - a.started_at))::float8 as seconds
     from referee.starts s join attempts a on a.id = s.attempt_id join threads t on t.id = a.thread_id
     where t.sender_id = '${clinic.senderId}'`,
  );
  return row?.seconds;
}

function secondsUntilClosing(now: number): number {
  const local = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const parts = Object.fromEntries(local.formatToParts(now).map((part) => [part.type, Number(part.value)]));
  return (
    (closes * 3_600 -
      ((parts.hour ?? 0) * 3_600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)) -
      (now % 1_000) / 1_000) |
    0
  );
}
