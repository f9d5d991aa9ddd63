import { describe, expect, test } from "vitest";
import { keywordOf } from "./keyword";
import { checkText, type TextSituation } from "./outgoing-text";
import { allowedLinks, healthWords, outgoingWordsVersion, stopWords } from "./outgoing-words";
import type { Finding } from "./types";

const situation: TextSituation = {
  brand: "Valley Care",
  first: false,
  now: new Date("2026-11-22T15:00:00Z"),
};
const codesOf = (text: string, more: Partial<TextSituation> = {}) =>
  checkText(text, { ...situation, ...more }).map((finding) => finding.code);
const quotesOf = (text: string, code: Finding["code"], more: Partial<TextSituation> = {}) =>
  checkText(text, { ...situation, ...more }).flatMap((finding) =>
    finding.code === code ? [finding.quote] : [],
  );

describe("health", () => {
  test.each([
    ["Your prenatal visit is due.", "“prenatal”"],
    ["Time for the flu shot", "“flu shot”"],
    ["Your HIV test result is in", "“HIV”, “test result”"],
    ["your hiv results", "“hiv”"],
    ["Please take your Metformin", "“Metformin”"],
    ["Your blood-pressure check", "“blood-pressure”"],
    ["Family Medicine can refill it", "“refill”"],
    ["The AIDS clinic", "“AIDS”"],
    ["Ask us about PrEP", "“PrEP”"],
    ["PREGNANCY class today", "“PREGNANCY”"],
    ["H\u200bIV", "“HIV”"],
    ["ＨＩＶ", "“HIV”"],
    ["asthma, diabetes, cancer and depression", "“asthma”, “diabetes”, “cancer”"],
    ["Es hora de la vacuna", "“vacuna”"],
    ["Su control de embarazo", "“embarazo”"],
    ["Control de la presión", "“presión”"],
    ["control de la PRESION", "“PRESION”"],
    ["su depresión y la insulina", "“depresión”, “insulina”"],
    ["Análisis de sangre mañana", "“Análisis de sangre”"],
    ["Recoja su receta", "“receta”"],
    ["您的产检时间到了", "“产检”"],
    ["請記得接種疫苗", "“接種”, “疫苗”"],
    ["糖尿病复诊", "“糖尿病”"],
    ["约好了B超", "“B超”"],
  ])("is in %s", (text, quote) => {
    expect(quotesOf(text, "health_word")).toEqual([quote]);
  });

  test.each([
    "We will call you at 3.",
    "Can you come on Tuesday at 9?",
    "Your hearing aids are here",
    "We prep the room, come at 2",
    "What a stroke of luck",
    "Bring the booster seat",
    "A cancelled visit, a screenshot, a fluent nurse",
    "Valley Care has a message about your visit",
    "Llame cuando pueda, sin presión",
    "El reparto llega a las 3. ¿Le parece bien?",
    "Feliz año, tenemos un mensaje para usted",
    "您好，我们下午给您打电话",
    "药房？请来电",
    "{prenatal} stays a field",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).not.toContain("health_word");
  });

  test("is not found in our own name, which every text bears", () => {
    expect(codesOf("Valley Cancer Center: call us", { brand: "Valley Cancer Center" })).toEqual([]);
  });

  test("the list has no word that could never match, and a version", () => {
    const unmatched = healthWords.filter((word) => !codesOf(word.replace("*", "")).includes("health_word"));
    expect(unmatched).toEqual([]);
    expect(outgoingWordsVersion).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("who a patient is", () => {
  test.each([
    ["SSN 123-45-6789", "social_security"],
    ["Su seguro social es 123 45 6789", "social_security"],
    ["Your member number is 884213", "member_number"],
    ["Member ID: VC-88421", "member_number"],
    ["MRN 0045512", "member_number"],
    ["Medicare 1EG4-TE5-MK73", "member_number"],
    ["Use VC1A2B3C4D5E at the desk", "member_number"],
    ["Número de miembro 884213", "member_number"],
    ["Su expediente no. 55120", "member_number"],
    ["您的会员号是884213", "member_number"],
    ["病历号：0045512", "member_number"],
    ["Write to rosa.marin@example.org", "email"],
    ["Escriba a rosa@example.org.mx", "email"],
    ["请写信到 rosa@example.org", "email"],
    ["We see you at 120 Main Street", "address"],
    ["We see you at 120 N Main St. at 3", "address"],
    ["at 4501 martin luther king blvd", "address"],
    ["PO Box 1234", "address"],
    ["Venga a la calle Juárez 45", "address"],
    ["Avenida de la Paz # 1200", "address"],
    ["请到中山路120号", "address"],
    ["Your number 1234567890123", "long_number"],
    ["1234 5678 9012", "long_number"],
    ["call 2125550123", "long_number"],
    ["+52 55 1234 5678", "long_number"],
    ["请打13800138000", "long_number"],
  ])("is in %s", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  test.each([
    "Call 212-555-0123",
    "Call (212) 555-0123 or +1 212-555-0123",
    "call 212.555.0123, 1-800-222-1222, or 911 or 988",
    "Call member services at 800-555-0123",
    "Come at 9:30, 10 or 11 on 12/5, room 210, floor 3",
    "Open 10AM-1230PM, 8-5, 24/7",
    "In 20 minutes on the main street",
    "In 2025 and 2026 we saw 12500 people",
    "The case is closed. Your plan 2026 begins.",
    "It costs $1200",
    "Llame al 212-555-0123 entre las 9 y las 5",
    "Venga a la calle de siempre",
    "请打212-555-0123",
    "下午3点到5点，2号诊室",
    "At 3 Dr. Lee calls you",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("a date of birth", () => {
  test.each([
    ["You were listed as 5/17/1994", "5/17/1994"],
    ["05-17-94, right?", "05-17-94"],
    ["17.05.1994", "17.05.1994"],
    ["1994-05-17", "1994-05-17"],
    ["May 17, 1994", "May 17, 1994"],
    ["Sept. 3rd 2019", "Sept. 3rd 2019"],
    ["17 May 1994", "17 May 1994"],
    ["17 de mayo de 1994", "17 de mayo de 1994"],
    ["17 DE MAYO DEL 1994", "17 DE MAYO DEL 1994"],
    ["1994年5月17日", "1994年5月17日"],
    ["Born 10/2/2026?", "10/2/2026"],
    ["Fecha de nacimiento: 2/10/2026", "2/10/2026"],
    ["出生日期 2026年10月2日", "2026年10月2日"],
  ])("is in %s", (text, quote) => {
    expect(quotesOf(text, "birth_date")).toEqual([quote]);
    expect(codesOf(text)).toEqual(["birth_date"]);
  });

  test.each([
    "Your visit is on 12/5/2026 at 3",
    "See you 12/5/26 or 1/8/27",
    "On 2026-12-05 or December 5, 2026",
    "El 5 de diciembre de 2026",
    "下次见：2026年12月5日",
    "On 12/5, or May 17",
    "Version 1.10.30",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("other people's names", () => {
  const phone = { otherNames: ["Luis Marín Ortega", "May Long", "王小明"], ownNames: ["Rosa Marín"] };
  test.each([
    ["Luis is due too", "Luis"],
    ["luis can come at 3", "luis"],
    ["LUIS's visit", "LUIS"],
    ["La cita de Luis", "Luis"],
    ["Señora Ortega, llame", "Ortega"],
    ["We saw May today", "May"],
    ["May, call us", "May"],
    ["May's visit is at 3", "May"],
    ["请带小明来", "小明"],
    ["王小明的预约", "王小明"],
  ])("%s", (text, quote) => {
    expect(quotesOf(text, "other_name", phone)).toEqual([quote]);
  });

  test.each([
    "Rosa, call us at 3",
    "Mrs. Marin, call us",
    "May we call you?",
    "May 5, 2027 works",
    "Come on May 5 or 6 May. How long can you stay?",
    "Luisa and Fluis",
    "小红您好",
    "Hi {first_name}",
  ])("not %s", (text) => {
    expect(codesOf(text, phone)).not.toContain("other_name");
  });

  test.each([
    ["Hi Rosa, Valley Care has a message", "Rosa"],
    ["hello Rosa we have a message", "Rosa"],
    ["Dear Ms. Lee: call us", "Lee"],
    ["Good morning, Ana!", "Ana"],
    ["Hola María, tenemos un mensaje", "María"],
    ["Estimada Sra. Núñez: llame", "Núñez"],
    ["Buenos días José", "José"],
    ["王小明您好，请来电", "王小明"],
    ["尊敬的李女士，请来电", "李"],
  ])("greets everybody by one name: %s", (text, quote) => {
    expect(quotesOf(text, "written_name", { template: true })).toEqual([quote]);
    expect(codesOf(text)).not.toContain("written_name");
  });

  test.each([
    "Hi {first_name}, {brand} has a message",
    "Hello from Valley Care",
    "Hi Valley Care has a message for you",
    "Hello there. Rosa is our nurse",
    "Hi, We have a message",
    "Dear Parent, call us",
    "Hola {first_name}, llame",
    "Hola de Valley Care",
    "Estimada familia, llame",
    "{first_name}您好，请来电",
    "尊敬的家长您好，请来电",
  ])("greets nobody by a name: %s", (text) => {
    expect(codesOf(text, { template: true })).toEqual([]);
  });
});

describe("links", () => {
  test.each([
    ["see https://example.org/x.", "https://example.org/x"],
    ["vea www.example.org", "www.example.org"],
    ["tap bit.ly/abc12", "bit.ly/abc12"],
    ["go to valleycare.com!", "valleycare.com"],
    ["请看https://example.org/x。谢谢", "https://example.org/x"],
    ["care.example/visit", "care.example/visit"],
    ["https://ok.example@evil.example/x", "https://ok.example@evil.example/x"],
    ["https://notok.example", "https://notok.example"],
  ])("%s", (text, quote) => {
    expect(quotesOf(text, "link", { allowedLinks: ["ok.example"] })).toEqual([quote]);
  });

  test.each([
    "see https://ok.example/r/12345678901",
    "https://go.ok.example",
    "OK.example/visit",
    "Gracias.me llama usted",
    "Come at 3.30 or 4.Thanks",
    "either/or, 24/7, a.m. or p.m.",
  ])("not %s", (text) => {
    expect(codesOf(text, { allowedLinks: ["ok.example"] })).toEqual([]);
  });

  test("none is allowed yet by itself", () => {
    expect(allowedLinks).toEqual([]);
  });
});

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

describe("a first text", () => {
  const en = "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.";
  test.each<[string, string | undefined]>([
    [en, "en"],
    [en, undefined],
    [
      "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
      "es",
    ],
    ["Somos {brand}. Responda ALTO para no recibir mensajes.", "es-US"],
    ["valley care has a message for you. Text STOP to end.", "en"],
    ["{brand}: call 212-555-0123 when it suits you. STOP to stop.", "en-US"],
    ["{brand}：请来电212-555-0123。回复STOP退订", "zh"],
    ["{brand}：请来电。回复“退订”即可", "zh-Hans"],
    ["{brand}: call us. STOP to stop.", "vi"],
  ])("may go: %s", (text, language) => {
    expect(checkText(text, { ...situation, first: true, template: true, language })).toEqual([]);
  });

  test.each([
    ["A message for you. STOP to stop.", "en", "no_brand", "who writes"],
    ["Un mensaje para usted. STOP para parar.", "es", "no_brand", "Valley Care"],
    ["请来电。回复STOP退订", "zh", "no_brand", "{brand}"],
    ["{brand} has a message for you.", "en", "no_stop_wording", "STOP to stop"],
    ["{brand} has a message, please don't stop.", "en", "no_stop_wording", "how to stop"],
    ["{brand} tiene un mensaje. STOP to stop.", "es", "no_stop_wording", "STOP para parar"],
    ["{brand} has a message. STOP para parar.", "en", "no_stop_wording", "STOP to stop"],
    ["{brand}：请来电", "zh", "no_stop_wording", "回复STOP退订"],
  ] as const)("is held back: %s", (text, language, code, why) => {
    const found = checkText(text, { ...situation, first: true, template: true, language });
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.sentence).toContain(why);
  });

  test("names only words that we act on", () => {
    for (const word of Object.values(stopWords).flat())
      expect([word, keywordOf(word)?.kind]).toEqual([word, "stop"]);
    expect(codesOf("{brand}：请来电。回复TD", { first: true, language: "zh" })).toEqual(["no_stop_wording"]);
  });

  test("says so once; a later one need not say it again", () => {
    expect(codesOf("We will call you at 3.")).toEqual([]);
    expect(codesOf("We will call you at 3.", { first: true })).toEqual(["no_brand", "no_stop_wording"]);
  });
});

test("nothing at all, and too much", () => {
  expect(codesOf(" \u200b\n")).toEqual(["no_text"]);
  expect(codesOf("x ".repeat(501))).toEqual(["too_long"]);
  // An ellipsis leaves as three full stops.
  expect(codesOf(`${"x ".repeat(499)}…`)).toEqual(["too_long"]);
});

test("no text takes long to judge, whatever it repeats", () => {
  for (const unit of [
    "1 a ",
    "9-",
    "reply ",
    "calle a ",
    "Aa1-",
    "a.",
    "hi, ",
    "12 Aa ",
    "STOP to ",
    "\u00e1",
  ])
    expect(() => checkText(unit.repeat(1_000), { ...situation, first: true, template: true })).not.toThrow();
});
