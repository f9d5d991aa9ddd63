import { describe, expect, test } from "vitest";
import { codesOf, quotesOf } from "./outgoing-testing";
import { allowedLinks } from "./outgoing-words";

describe("links", () => {
  test.each([
    ["see https://example.org/x.", "https://example.org/x"],
    ["vea www.example.org", "www.example.org"],
    ["tap bit.ly/abc12", "bit.ly/abc12"],
    ["go to valleycare.com!", "valleycare.com"],
    ["请看https://example.org/x。谢谢", "https://example.org/x"],
    ["care.example/visit", "care.example/visit"],
    ["see clinic.care", "clinic.care"],
    ["valleycare.health now", "valleycare.health"],
    ["evil.us", "evil.us"],
    ["EVIL.CO", "EVIL.CO"],
    ["evil.app", "evil.app"],
    ["go to 1.2.3.4/x", "1.2.3.4/x"],
    ["例子.com", "例子.com"],
    ["请看例子.com/x。", "请看例子.com/x"],
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
    "We are here.Care team, call us.Health first",
    "ok.thanks, see attached.pdf",
    "Version 1.2.3, step 1.2.3.4.5",
    "either/or, 24/7, a.m. or p.m.",
  ])("not %s", (text) => {
    expect(codesOf(text, { allowedLinks: ["ok.example"] })).toEqual([]);
  });

  test("none is allowed yet by itself", () => {
    expect(allowedLinks).toEqual([]);
  });
});
