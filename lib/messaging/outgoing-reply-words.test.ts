import { describe, expect, test } from "vitest";
import { codesOf, quotesOf } from "./outgoing-testing";

describe("answers that mean something else", () => {
  test.each([
    ["Reply CANCEL to cancel your visit", "CANCEL"],
    ["Reply C to confirm or CANCEL to cancel.", "CANCEL"],
    ["Reply END to end the visit", "END"],
    ["Reply YES to confirm", "YES"],
    ["reply yes or no", "yes"],
    ["Please answer “Yes” if you can come", "Yes"],
    ["Text HELP to reach a nurse", "HELP"],
    ["Reply START for a call", "START"],
    ["YES to confirm, 2 to change", "YES"],
    ["REPLY YES TO CONFIRM", "YES"],
    ["Reply STOP to stop your visits", "STOP"],
    ["Responda CANCELAR para cancelar su cita", "CANCELAR"],
    ["responda SI para confirmar", "SI"],
    ["Conteste sí o no", "sí"],
    ["Envíe BAJA para una cita", "BAJA"],
    ["Responda AYUDA para hablar con nosotros", "AYUDA"],
    ["回复“停止”更改预约", "停止"],
    ["回复开始预约", "开始"],
    ["请回复YES确认", "YES"],
  ])("%s", (text, quote) => {
    expect(quotesOf(text, "reply_word")).toEqual([quote]);
  });

  test.each([
    ["Reply STOP to cancel your visit", "STOP"],
    ["Reply STOP (to cancel your visit)", "STOP"],
    ["Reply STOP or call 212-555-0123 to change your visit", "STOP"],
    ["Reply STOP to end your visit", "STOP"],
    ["Reply STOP if you do not want the ride", "STOP"],
    ["Responda STOP si no quiere la cita", "STOP"],
    ["Reply STOP at noon", "STOP"],
    ["To opt out, reply STOP or CANCEL", "CANCEL"],
  ])("and so does the standard closing with another end: %s", (text, quote) => {
    expect(quotesOf(text, "reply_word")).toEqual([quote]);
  });

  test.each([
    "Reply 1 for a call, STOP to stop.",
    "Reply STOP to end texts, HELP for help.",
    "Reply CANCEL to stop these texts",
    "Text STOP to opt out",
    "Reply STOP to cancel",
    "Reply C to confirm or R to change",
    "Please reply when you can, and we end early",
    "Call us to cancel your visit",
    "Please do not stop. Yes, come at 3. We help you.",
    "We send help. Start at 9.",
    "STOP by the clinic when you can",
    "Responda 1 para una llamada, STOP para parar.",
    "Responda START para recibirlos de nuevo",
    "Responda si puede venir. Sí, a las 3.",
    "AYUDA para ayuda, BAJA para no recibir mensajes",
    "Para cancelar su cita, llame",
    "回复1我们会打电话，回复STOP退订",
    "回复退订即可停止",
    "请回复我们",
  ])("not %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
