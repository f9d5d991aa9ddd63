import { readFileSync } from "node:fs";
import { isObject, parseJson } from "./json";
import type { Person } from "./patients/nature";
import { isPhone } from "./validation";

/** Reads one JSON object a line; throws a sentence that names the line. */
export function readPeople(path: string): Person[] {
  return contentOf(path)
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readPerson(line, index + 1)]));
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error("CARRIER_PEOPLE must name a file that can be read.", { cause });
  }
}

function readPerson(line: string, lineNumber: number): Person {
  const value = parseJson(line);
  const { phone, sender, language } = isObject(value) ? value : {};
  const [from, to] = [phone, sender].map(withoutPlus);
  if (!isPhone(from) || !isPhone(to) || (language !== "en" && language !== "es")) {
    throw new Error(
      `Line ${lineNumber} of CARRIER_PEOPLE must be {"phone": "+1…", "sender": "+1…", "language": "en" or "es"}.`,
    );
  }
  return { phone: from, sender: to, language };
}

function withoutPlus(number: unknown): unknown {
  return typeof number === "string" ? number.replace(/^\+/, "") : number;
}
