import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, outbox } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { advance } from "@/lib/messaging/message-state";
import { queueTexts } from "@/lib/messaging/outbox";
import { recordStop } from "@/lib/messaging/stop";
import { suggestStop } from "@/lib/messaging/stop-suggestion";
import type { Purpose } from "@/lib/messaging/types";
import { testDatabase } from "@/lib/testing";
import { sendAgain } from "./again";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

async function unknownText(purpose: Purpose = "reply") {
  return inTransaction(t.loopCtx(), async (tx) => {
    const [text] = await queueTexts(tx, [
      {
        programId: clinic.program.id,
        senderId: clinic.sender.id,
        phoneId: clinic.patient.phone.id,
        patientId: clinic.patient.id,
        purpose,
        body: "We will call at 3.",
      },
    ]);
    if (!text) throw new Error("not queued");
    await advance(tx, text, "unknown", "timeout");
    return text;
  });
}
const stateOf = async (text: { threadId: string; messageId: string }) =>
  (
    await t.db
      .select({ state: messages.state })
      .from(messages)
      .where(and(eq(messages.threadId, text.threadId), eq(messages.id, text.messageId)))
  )[0]?.state;
const inLine = (messageId: string) => t.db.select().from(outbox).where(eq(outbox.messageId, messageId));
const nurse = () => t.ctxFor(clinic.nurse);

test("of two nurses who send an unknown reply again, one does", async () => {
  const text = await unknownText();
  const results = await Promise.allSettled([sendAgain(nurse(), text), sendAgain(nurse(), text)]);
  expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((r) => r.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  expect(await stateOf(text)).toBe("queued");
  expect(await inLine(text.messageId)).toMatchObject([{ lane: "reply", sending: false, tries: 0 }]);
  expect(await t.auditOf("message.sent-again")).toContainEqual(
    expect.objectContaining({ details: { threadId: text.threadId, messageId: text.messageId } }),
  );
});

test("nothing is sent again after STOP, nor what has arrived, nor a campaign's text", async () => {
  const arrived = await unknownText();
  await inTransaction(t.loopCtx(), (tx) => advance(tx, arrived, "delivered"));
  await expect(sendAgain(nurse(), arrived)).rejects.toThrow(Conflict);
  await expect(sendAgain(nurse(), await unknownText("outreach"))).rejects.toThrow(Blocked);

  const text = await unknownText();
  await inTransaction(t.loopCtx(), (tx) =>
    recordStop(tx, { phoneId: clinic.patient.phone.id, source: "keyword", messageId: null }),
  );
  await expect(sendAgain(nurse(), text)).rejects.toThrow(Blocked);
  expect(await stateOf(text)).toBe("unknown");
});

test("nothing is sent again while nobody has decided whether the patient asks us to stop", async () => {
  const text = await unknownText();
  await inTransaction(t.loopCtx(), (tx) =>
    suggestStop(
      tx,
      { ...text, phoneId: clinic.patient.phone.id },
      { rule: "en-stop-texting", version: "2026-11-25" },
    ),
  );
  await expect(sendAgain(nurse(), text)).rejects.toThrow(/Decide first/);
  expect(await stateOf(text)).toBe("unknown");
});

test("only a nurse of the program may", async () => {
  const text = await unknownText();
  const stranger = t.ctxFor(await t.given.user("nurse"));
  await expect(sendAgain(stranger, text)).rejects.toThrow(NotFound);
  await expect(sendAgain(t.ctxFor(clinic.manager), text)).rejects.toThrow(Forbidden);
  await expect(sendAgain(nurse(), { ...text, messageId: t.given.newId() })).rejects.toThrow(NotFound);
  expect(await stateOf(text)).toBe("unknown");
});
