import { startClock } from "./clock";
import type { Config } from "./config";
import { type Controls, control } from "./control";
import { arrivesAt } from "./fates";
import { createFaults } from "./faults";
import { createFired } from "./fired";
import { type PatientText, sendInbound } from "./inbound";
import { type Lookup, openInsights } from "./insights";
import { openIntake } from "./intake";
import { openJournal } from "./journal";
import { openLedger } from "./ledger";
import { startPlay } from "./patients/play";
import { startUnprompted, type UnpromptedText } from "./patients/unprompted";
import { openPending } from "./pending";
import { openPoster } from "./post";
import { notFound } from "./problems";
import { createRate } from "./rate";
import { sendReceipts } from "./receipts";
import { listen, refuse } from "./server";
import { bearerCheck, signWebhook } from "./token";
import { type KeptParcel, startWebhooks } from "./webhooks";
import { createWindows } from "./windows";

export async function startCarrier(config: Config) {
  const beside = (name: string) => config.ledgerPath.replace(/(\.jsonl)?$/, `-${name}.jsonl`);
  const ledger = openLedger(config.ledgerPath, config);
  const clock = startClock(config.speed);
  const poster = openPoster(config.webhooksAtOnce);
  const rate = createRate(config.perSecond);
  const faults = createFaults(config.magic);
  const lookups = { faults: createFaults(false), all: [] as Lookup[] };
  const fired = createFired();
  const windows = createWindows();
  const urls = { status: config.statusUrl, inbound: config.inboundUrl };
  const webhooks = startWebhooks({
    post: poster.post,
    urls,
    clock,
    atOnce: config.webhooksAtOnce,
    authorize: (rawBody) => `Bearer ${signWebhook(rawBody, config)}`,
  });
  const pending = openPending<KeptParcel>(beside("pending"));
  webhooks.resume(pending.lines, pending.clear);

  let inbound = 0;
  const say = (text: PatientText) => {
    inbound += 1;
    const copies = faults.all(["duplicate_inbound"], { ref: `inbound ${inbound}`, phone: text.from });
    return sendInbound(webhooks, text, Math.max(1, ...copies.map(({ times }) => times)));
  };
  const { patients: seed, people, speed } = config;
  const play = seed === null ? null : startPlay({ seed, people, clock, say });
  for (const line of ledger.lines()) if (arrivesAt(line.to)) play?.remember(line);

  const controls: Controls = {
    ledger,
    webhooks,
    windows,
    faults,
    fired,
    lookups,
    post: poster.post,
    signer: config,
    urls,
    changeRate: rate.change,
    textUs(text) {
      play?.notice(text);
      return say(text);
    },
  };

  const diary = openJournal<UnpromptedText>(beside("unprompted"));
  for (const line of diary.lines) play?.notice(line);
  if (seed !== null && play) {
    startUnprompted({ seed, people, clock, diary, hasStopped: play.hasStopped, say: controls.textUs });
  }

  const refuseBearer = bearerCheck(config);
  const answerLookup = openInsights({ refuseBearer, rate, faults: lookups.faults, lookups: lookups.all });
  const answerText = openIntake({
    refuseBearer,
    rate,
    faults,
    fired,
    ledger,
    windows,
    tellReceipts: (story, told) => sendReceipts({ webhooks, seed, speed }, story, told),
    hear: (line) => play?.hear(line),
  });

  const server = await listen(config.port, (call) => {
    if (call.method === "POST" && call.url.pathname === "/v1/messages") return answerText(call);
    if (call.method === "POST" && call.url.pathname === "/identity-insights/v1/requests")
      return answerLookup(call);
    if (call.url.pathname.startsWith("/control/")) return control(call, controls);
    return refuse(notFound);
  });

  return {
    url: server.url,
    async close() {
      clock.stop();
      pending.save(webhooks.stop());
      await server.close();
      poster.close();
      ledger.close();
      diary.close();
    },
  };
}
