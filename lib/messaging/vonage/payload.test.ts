import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { open, seal } from "@/lib/phi/seal";
import { e164Of, InboundPayload, StatusPayload } from "./payload";

const inbound = (more: object = {}) => ({
  channel: "sms",
  message_uuid: randomUUID(),
  from: "12125550123",
  to: "12125550100",
  timestamp: "2026-03-04T15:00:00Z",
  text: "hello",
  ...more,
});
const mms = (more: object) => inbound({ channel: "mms", text: undefined, ...more });
const receipt = (more: object = {}) => ({
  channel: "sms",
  message_uuid: randomUUID(),
  timestamp: "2026-03-04T15:00:00Z",
  status: "delivered",
  ...more,
});

/** As it is after it was kept sealed and read again. */
function kept(payload: unknown): InboundPayload {
  const parsed = InboundPayload.parse(payload);
  const sealed = seal("carrier_events.payload", parsed.message_uuid, JSON.stringify(parsed));
  const again = InboundPayload.parse(JSON.parse(open("carrier_events.payload", parsed.message_uuid, sealed)));
  expect(again).toEqual(parsed);
  return again;
}

test("a text is kept with the count of its parts and nothing that we do not need", () => {
  const payload = inbound({ sms: { num_messages: "2", keyword: "HELLO" }, usage: { price: "0.01" } });
  expect(kept(payload)).toEqual({
    channel: "sms",
    message_uuid: payload.message_uuid,
    from: "12125550123",
    to: "12125550100",
    text: "hello",
    media: null,
    sms: { num_messages: 2 },
  });
});

test.each([
  ["nothing", "", ""],
  ["NUL, which is dropped", "ST\0OP\0", "STOP"],
  ["lone surrogates", "a\ud83d b\ude00", "a\ufffd b\ufffd"],
  ["a whole pair", "bebé 👶 胎动", "bebé 👶 胎动"],
  ["100 kB", "é".repeat(50_000), "é".repeat(50_000)],
  ["quotes, controls and separators", '"\\\u0001\u2028\r\n', '"\\\u0001\u2028\r\n'],
])("a text with %s comes back whole", (_, text, expected) => {
  expect(kept(inbound({ text })).text).toBe(expected);
});

const link = "https://example.com/private.jpg";
test.each([
  ["a picture", { message_type: "image", image: { url: link, name: "me.jpg" } }, "image", ""],
  ["a picture with words", { message_type: "image", image: { url: link, caption: "STOP" } }, "image", "STOP"],
  [
    "words and a caption",
    { message_type: "image", text: "see", image: { url: link, caption: "rash" } },
    "image",
    "see\nrash",
  ],
  ["sound", { message_type: "audio", audio: { url: link } }, "audio", ""],
  ["a film", { message_type: "video", video: { url: link } }, "video", ""],
  ["a file", { message_type: "file", file: { url: link, caption: "plan" } }, "file", "plan"],
  ["a contact", { message_type: "vcard", vcard: { url: link } }, "vcard", ""],
  [
    "several",
    {
      content: [
        { type: "image", url: link },
        { type: "file", url: link },
      ],
    },
    "image",
    "",
  ],
  ["words only", { message_type: "text", text: "hi" }, null, "hi"],
  ["something new", { message_type: "sticker" }, "sticker", ""],
  ["something odd", { message_type: 7, image: "x", content: "y" }, "file", ""],
])("an MMS with %s", (_, more, media, text) => {
  const read = kept(mms(more));
  expect(read).toMatchObject({ media, text });
  expect(JSON.stringify(read)).not.toMatch(/example\.com|me\.jpg/);
});

test.each([
  ["12125550123", "12125550123", "+12125550123"],
  ["+12125550123", "12125550123", "+12125550123"],
  ["72345", "72345", null],
  ["CVSHealth", "CVSHealth", null],
  ["someone@example.com", "someone@example.com", null],
  [" 12125550123 ", "12125550123", "+12125550123"],
])("from %s", (from, read, e164) => {
  expect(kept(inbound({ from })).from).toBe(read);
  expect(e164Of(read)).toBe(e164);
});

test.each([
  [{ from: "" }],
  [{ message_uuid: "7" }],
  [{ channel: "carrier pigeon" }],
  [{ text: 7 }],
  [{ from: null }],
])("what cannot be filed is refused: %o", (more) => {
  expect(InboundPayload.safeParse(inbound(more)).success).toBe(false);
});

test.each(["submitted", "delivered", "rejected", "undeliverable"])("a receipt: %s", (status) => {
  const read = StatusPayload.parse(receipt({ status, client_ref: "r" }));
  expect(read).toMatchObject({ status, client_ref: "r" });
  expect(read).not.toHaveProperty("note");
  expect(StatusPayload.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

test.each([
  ["accepted", "status accepted"],
  ["read", "status read"],
  ["12125550123 called", "status unreadable"],
])("a status that is not listed is kept with a note: %s", (status, note) => {
  const read = StatusPayload.parse(receipt({ status }));
  expect(read).toMatchObject({ status: "other", note });
  expect(StatusPayload.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

test.each([
  [{ title: "1240" }, "1240"],
  [{ title: 1240 }, "1240"],
  [{ title: "Throttled", type: "https://x/api-errors/messages#1000" }, "1000"],
  [{ title: "12125550123 is barred" }, "unknown"],
  [{}, "unknown"],
  ["a word", undefined],
  [null, undefined],
])("the error %o of a receipt is %s", (error, code) => {
  const read = StatusPayload.parse(receipt({ status: "rejected", error }));
  expect(read.error?.title).toBe(code);
  expect(StatusPayload.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
});
