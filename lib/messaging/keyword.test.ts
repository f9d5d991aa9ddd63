import { expect, test } from "vitest";
import { keywordOf } from "./keyword";

test.each([
  ["STOP", "stop"],
  ["stop.", "stop"],
  [" Stop! ", "stop"],
  ["ＳＴＯＰ", "stop"],
  ["Opt-Out", "stop"],
  ["opt out", "stop"],
  ["S T O P", "stop"],
  ["🛑 stop", "stop"],
  ["Unsubscribe", "stop"],
  ["quit", "stop"],
  ["revoke", "stop"],
  ["ALTO", "stop"],
  ["Baja", "stop"],
  ["¡Parar!", "stop"],
  ["退订", "stop"],
  ["HELP", "help"],
  ["info?", "help"],
  ["Ayuda", "help"],
  ["START", "start"],
  ["unstop", "start"],
])("%s is %s", (text, kind) => {
  expect(keywordOf(text)?.kind).toBe(kind);
});

test.each([
  "stop by the clinic",
  "can't stop coughing",
  "YES",
  "1",
  "cancelar cita",
  "para mi niña",
  "dada de baja del seguro",
  "",
  "help me please",
  "I quit dairy",
  "the end is near",
  "constructor",
  "__proto__",
])("“%s” is no keyword", (text) => {
  expect(keywordOf(text)).toBeUndefined();
});
