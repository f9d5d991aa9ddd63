import { appendFileSync } from "node:fs";
import path from "node:path";
import { carrierControl } from "@/e2e/carrier-control";
import { diceOf } from "./dice";
import { type Fault, type Figure, figure, type Ground, type Hands, type Text } from "./fault";
import { setRate } from "./line";
import { judge, type Verdict } from "./referee";

interface Run {
  faults: Fault[];
  seeds: string[];
  small: boolean;
  /** History and logs are written there. */
  folder: string;
  hands: Hands;
  workers: { killOwn(): Promise<void>; endStanding(): Promise<void> };
  carrierUrl: string;
}

interface Played {
  verdict: Verdict | undefined;
  figures: Figure[];
  kills: number;
  seconds: number;
}

const fastest = 1_000;

/** Plays each fault with each seed and prints a row for it; true when every row holds. */
export async function playFaults(run: Run): Promise<boolean> {
  let held = true;
  for (const seed of run.seeds) {
    console.log(`\nSeed ${seed}${run.small ? ", small" : ""}`);
    console.log(header);
    for (const fault of run.faults) {
      if (fault.ownServer && !run.hands.database) {
        console.log(`${fault.id.padEnd(4)} ${fault.title}: left out, it needs a database server of its own`);
        continue;
      }
      const played = await playOne(run, fault, seed);
      held = printRow(fault, played, run.small) && held;
    }
  }
  return held;
}

async function playOne(run: Run, fault: Fault, seed: string): Promise<Played> {
  if (fault.ownWorkers) await run.workers.endStanding();
  const { ground, taken, kills, letGo } = await prepare(run, fault, seed);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  try {
    const figures = await fault.play(ground);
    const verdict = await judge(ground, taken);
    ground.note("judged", { verdict, figures });
    return { verdict, figures, kills: kills(), seconds: seconds() };
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    ground.note("broke off", { sentence, stack: error instanceof Error ? error.stack : undefined });
    // What it leaves in the line must not stand before the texts of the next fault.
    await run.hands.ask(`delete from outbox where sender_id = '${ground.clinic.senderId}'`);
    return { verdict: undefined, figures: [figure(false, sentence)], kills: kills(), seconds: seconds() };
  } finally {
    await run.workers.killOwn();
    await letGo();
  }
}

/** A clinic of its own, a carrier without faults, an account that may send. */
async function prepare({ hands, small, folder, carrierUrl }: Run, fault: Fault, seed: string) {
  const carrier = carrierControl(carrierUrl);
  await carrier.playNoFaults();
  await carrier.letAllEndingsAct(false);
  await carrier.releaseReceipts();
  await carrier.changeRate(1_000_000);
  await carrier.forgetWindows();
  const resting = "open_until is not null or failures > 0 or stopped_at is not null";
  await hands.ask(
    `update carrier_account set stopped_at = null, stop_reason = null, failures = 0, opens = 0, open_until = null
     where ${resting}`,
  );
  await setRate(hands, fastest);

  const clinic = await hands.openClinic();
  const taken: Text[] = [];
  const held = new Set<() => Promise<void>>();
  let kills = 0;
  const note = (what: string, facts: object = {}) =>
    appendFileSync(
      path.join(folder, "history.jsonl"),
      `${JSON.stringify({ at: new Date().toISOString(), seed, fault: fault.id, what, ...facts })}\n`,
    );
  const ground: Ground = {
    ...hands,
    clinic,
    carrier,
    carrierUrl,
    seed: `${seed} ${fault.id}`,
    dice: diceOf(`${seed} ${fault.id}`),
    size: (smallOne, full) => (small ? smallOne : full),
    note,
    async hold(statement) {
      const release = await hands.hold(statement);
      const once = async () => {
        if (held.delete(once)) await release();
      };
      held.add(once);
      return once;
    },
    async queueFor(people, purpose) {
      const texts = await hands.queue(clinic, people, purpose);
      taken.push(...texts);
      note("queued", { texts: texts.length, purpose });
      return texts;
    },
    async kill(worker) {
      await worker.kill();
      kills += 1;
      note("killed", { pid: worker.pid });
    },
  };
  note("begins", { clinic, small });
  /** A fault that breaks off may hold locks that the next one would meet. */
  const letGo = async () => {
    for (const release of [...held]) await release();
  };
  return { ground, taken, kills: () => kills, letGo };
}

const columns = [5, 6, 5, 7, 10, 18, 8];
const header = `${"".padEnd(46)}${[
  "texts",
  "kills",
  "lost",
  "doubled",
  "after STOP",
  "unknown (settled)",
  "seconds",
]
  .map((name, i) => name.padStart((columns[i] ?? 0) + 1))
  .join("")}`;

function printRow(fault: Fault, { verdict, figures, kills, seconds }: Played, small: boolean): boolean {
  const unbroken = verdict !== undefined && verdict.lost + verdict.doubled + verdict.afterStop === 0;
  const held = unbroken && figures.every(({ ok }) => ok);
  const numbers = verdict
    ? [
        verdict.texts,
        kills,
        verdict.lost,
        verdict.doubled,
        verdict.afterStop,
        `${verdict.unknown} (${verdict.settled})`,
        seconds.toFixed(1),
      ]
    : ["-", kills, "-", "-", "-", "-", seconds.toFixed(1)];
  const cells = numbers.map((value, i) => String(value).padStart((columns[i] ?? 0) + 1)).join("");
  console.log(`${held ? "pass" : "FAIL"} ${fault.id.padEnd(4)}${fault.title.padEnd(37)}${cells}`);
  for (const { ok, words } of figures) console.log(`          ${ok ? "·" : "✗"} ${words}`);
  if (fault.scale && !small) console.log(`          scaled: ${fault.scale}`);
  for (const finding of verdict?.findings.slice(0, 10) ?? []) console.log(`          ✗ ${finding}`);
  return held;
}
