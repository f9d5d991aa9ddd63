import { randomUUID } from "node:crypto";
import { startClock } from "./clock";
import type { Config } from "./config";
import { type Controls, control } from "./control";
import { fateOf } from "./fates";
import { type PatientText, sendInbound } from "./inbound";
import { openJournal } from "./journal";
import { openLedger } from "./ledger";
import { startPlay } from "./patients/play";
import { startUnprompted, type UnpromptedText } from "./patients/unprompted";
import { openPoster } from "./post";
import { notFound, throttled } from "./problems";
import { createRate } from "./rate";
import { sendReceipts } from "./receipts";
import { segmentsOf } from "./segments";
import { type Answer, type Call, listen, refuse } from "./server";
import { refuseBearer, signWebhook } from "./token";
import { readSms } from "./validation";
import { startWebhooks } from "./webhooks";

export async function startCarrier(config: Config) {
  const ledger = openLedger(config.ledgerPath);
  const clock = startClock(config.speed);
  const poster = openPoster();
  const { post } = poster;
  const rate = createRate(config.perSecond);
  const webhooks = startWebhooks({
    post,
    clock,
    authorize: (rawBody) => `Bearer ${signWebhook(rawBody, config)}`,
  });

  const say = (text: PatientText) => sendInbound(webhooks, config.inboundUrl, text);
  const { patients: seed, people } = config;
  const play = seed === null ? null : startPlay({ seed, people, clock, say });
  for (const line of ledger.lines()) if (fateOf(line.to).arrives) play?.remember(line);

  const controls: Controls = {
    ledger,
    webhooks,
    post,
    signer: config,
    urls: { status: config.statusUrl, inbound: config.inboundUrl },
    changeRate: rate.change,
    textUs(text) {
      play?.notice(text);
      return say(text);
    },
  };

  const diary = openJournal<UnpromptedText>(config.ledgerPath.replace(/(\.jsonl)?$/, "-unprompted.jsonl"));
  for (const line of diary.lines) play?.notice(line);
  if (seed !== null && play) {
    startUnprompted({ seed, people, clock, diary, hasStopped: play.hasStopped, say: controls.textUs });
  }

  function accept({ rawBody, authorization }: Call): Answer {
    const refusal = refuseBearer(authorization, config);
    if (refusal) return refuse(refusal);
    if (!rate.admits()) return refuse(throttled);
    const reading = readSms(rawBody);
    if (!reading.ok) return refuse(reading.problem);

    const { clientRef, encoding, ...sms } = reading.sms;
    const line = ledger.append({ message_uuid: randomUUID(), client_ref: clientRef, ...sms });
    const receipts = { webhooks, url: config.statusUrl, seed };
    sendReceipts(receipts, line, segmentsOf(sms.text, encoding));
    if (fateOf(line.to).arrives) play?.hear(line);
    return { status: 202, body: { message_uuid: line.message_uuid } };
  }

  const server = await listen(config.port, (call) => {
    if (call.method === "POST" && call.url.pathname === "/v1/messages") return accept(call);
    if (call.url.pathname.startsWith("/control/")) return control(call, controls);
    return refuse(notFound);
  });

  return {
    url: server.url,
    async close() {
      clock.stop();
      await server.close();
      poster.close();
      ledger.close();
      diary.close();
    },
  };
}
