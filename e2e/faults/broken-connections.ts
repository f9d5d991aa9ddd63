import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type Fault, type Figure, figure, type Ground } from "./fault";
import { allFiled, drained, hurryUp, unknownOf } from "./line";
import { until } from "./patience";
import { ledgerOf } from "./referee";
import type { WorkerOptions } from "./worker-process";

interface NeverLeaves {
  name: string;
  /** How a worker is started that cannot get through; `end` undoes what it took. */
  worker(carrierUrl: string): Promise<WorkerOptions & { end?: () => void }>;
}

const noSuchName = `
  import dns from "node:dns";
  import { syncBuiltinESMExports } from "node:module";
  dns.lookup = (name, options, done) => {
    const error = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND", syscall: "getaddrinfo" });
    process.nextTick(typeof options === "function" ? options : done, error);
  };
  syncBuiltinESMExports();`;

const neverLeaves: NeverLeaves[] = [
  { name: "connection refused", worker: async () => ({ apiHost: "http://127.0.0.1:1" }) },
  {
    name: "name not found",
    worker: async (url) => ({ apiHost: url.replace("127.0.0.1", "localhost"), preload: noSuchName }),
  },
  { name: "TLS refused", worker: async (url) => ({ apiHost: url.replace("http:", "https:") }) },
  { name: "black hole", worker: openBlackHole },
];

/** What certainly never left is tried again by itself; what may have left is not. */
export const brokenConnections: Fault = {
  id: "F7",
  title: "reset, refused, no name, TLS, black hole",
  scale: "60 texts a class instead of 1,000; a certificate that is wrong is not among the TLS errors",
  ownWorkers: true,
  async play(ground) {
    const figures: Figure[] = [];
    for (const way of neverLeaves.slice(0, ground.size(1, neverLeaves.length)))
      figures.push(await cannotLeave(ground, way));
    figures.push(await mayHaveLeft(ground));
    return figures;
  },
};

async function cannotLeave(ground: Ground, { name, worker: options }: NeverLeaves): Promise<Figure> {
  const { clinic, ask, carrier } = ground;
  const { end, ...cut } = await options(ground.carrierUrl);
  // First of all: the standing worker, which can get through, ends with it.
  const lame = await ground.startWorker(cut);
  const texts = await ground.queueFor(await ground.enroll(clinic, ground.size(12, 60)), "outreach");
  const ids = `('${texts.map((text) => text.messageId).join("','")}')`;
  const before = (await carrier.ledgerSummary()).count;
  const failed = await until(`all texts meet: ${name}`, async () => {
    await hurryUp(ground);
    const rows = await ask<{ outcome: string; n: number; texts: number }>(
      `select outcome, count(*)::int as n, count(distinct message_id)::int as texts from attempts
       where message_id in ${ids} and settled_at is not null group by outcome`,
    );
    return rows.reduce((sum, row) => sum + row.texts, 0) >= texts.length && rows;
  });
  await lame.stop();
  end?.();
  const left = (await carrier.ledgerSummary()).count - before;
  const unknown = (await unknownOf(ground, texts)).length;
  ground.note("could not leave", { name, failed, left, unknown });
  const onlyNeverLeft = failed.every((row) => row.outcome === "never_left");

  await ground.standingWorker();
  await until("what never left leaves after all", async () => {
    await hurryUp(ground);
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from messages where id in ${ids} and state in ('submitted', 'delivered')`,
    );
    return row?.n === texts.length;
  });
  await allFiled(ground);
  const calls = failed.reduce((sum, row) => sum + row.n, 0);
  return figure(
    onlyNeverLeft && left === 0 && unknown === 0,
    `${name}: ${calls} calls known never to have left, ${texts.length} texts tried again by themselves`,
  );
}

async function mayHaveLeft(ground: Ground): Promise<Figure> {
  const { clinic, carrier, size } = ground;
  await carrier.holdReceipts();
  await carrier.playFaults(ground.seed, [
    { fault: "reset_before", share: 0.3 },
    { fault: "reset_after", share: 0.3 },
    { fault: "garbage_reply", share: 0.3 },
  ]);
  const texts = await ground.queueFor(await ground.enroll(clinic, size(40, 150)), "outreach");
  await ground.standingWorker();
  await until("all have been called", async () => {
    await hurryUp(ground);
    const states = await drained(ground, 1).catch(() => undefined);
    return states !== undefined;
  });
  const fired = (await carrier.fired()).filter((one) => /reset|garbage/.test(one.fault));
  const lines = await ledgerOf(ground, clinic);
  const unknown = await unknownOf(ground, texts);
  await carrier.playNoFaults();
  await carrier.releaseReceipts();
  await allFiled(ground);
  const never = await unknownOf(ground, texts);
  const had = new Set(lines.map((line) => line.messageId));
  const again = await ground.sendAgain(clinic, never);
  await drained(ground);
  await allFiled(ground);
  return figure(
    unknown.length === fired.length &&
      never.every((text) => !had.has(text.messageId)) &&
      again === never.length,
    `reset or unreadable answer: ${unknown.length} of ${fired.length} unknown, none tried again by itself; ` +
      `${unknown.length - never.length} settled by receipts, ${again} by a person`,
  );
}

/** Takes connections until its queue is full, and then answers none: the handshake never ends. */
async function openBlackHole(): Promise<WorkerOptions & { end: () => void }> {
  const source = `require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, function () {
    console.log(this.address().port);
  })`;
  const child = spawn(process.execPath, ["-e", source], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  child.kill("SIGSTOP");
  const fillers: Socket[] = [];
  for (let i = 0; i < 8; i += 1) {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    fillers.push(socket);
  }
  await until("the queue is full", async () => fillers.some((socket) => !socket.connecting));
  return {
    apiHost: `http://127.0.0.1:${Number(port)}`,
    end: () => {
      for (const socket of fillers) socket.destroy();
      child.kill("SIGKILL");
    },
  };
}
