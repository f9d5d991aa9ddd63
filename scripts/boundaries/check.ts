import path from "node:path";
import { type Import, readModule } from "./imports";
import * as house from "./table";

export interface Checked {
  imports: number;
  /** A line each: where, and what is not allowed there. */
  violations: string[];
}

const withoutEnding = (file: string) => file.replace(/\.[cm]?[jt]sx?$/, "");
const namesOf = (parts: house.Part[]) => parts.map((p) => p.name).join("; ");

/** Holds one file against the table. `file` is its path from the root. */
export function checkFile(file: string, source: string): Checked {
  const here = withoutEnding(file);
  const row = house.table.find((r) => r.from.holds(here, here));
  if (!row)
    return {
      imports: 0,
      violations: [`${file} stands in no part of the house (scripts/boundaries/table.ts).`],
    };

  const { imports, directives, strangeExports, inlineServer } = readModule(file, source);
  const isClient = directives.includes("use client");
  const found = imports.flatMap((i) =>
    reasons(here, i, row, isClient).map((why) => `${file}:${i.line} imports ${i.specifier ?? "…"}: ${why}.`),
  );
  if (directives.includes("use server"))
    for (const line of strangeExports)
      found.push(`${file}:${line} exports something that is not \`const …Action = action(…)\`.`);
  for (const line of inlineServer)
    found.push(`${file}:${line} makes a server action inside of a function; it belongs into actions.ts.`);
  return { imports: imports.length, violations: [...found, ...nameAndLength(file, here, source)] };
}

function reasons(here: string, { specifier, isType }: Import, row: house.Row, isClient: boolean): string[] {
  if (specifier === undefined) return ["a computed address cannot be checked"];
  if (/^(\/|file:)/.test(specifier) || specifier.split("/").includes(".."))
    return ["across folders it is @/…, within one ./…, and never .."];

  const isOurs = /^(@\/|\.)/.test(specifier);
  if (!isOurs) return packageReasons(here, specifier, isClient);

  const address = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(here), specifier);
  const target = withoutEnding(address);
  const lies = (parts: house.Part[]) => parts.some((p) => p.holds(target, here));

  const may = here.endsWith(".test") ? [...row.may, ...(row.inTests ?? [])] : row.may;
  if (!lies(may)) return [`${row.from.name} may import only ${namesOf(may)}`];
  if (isClient && !isType && !lies(house.clientMay))
    return [`a "use client" file may import only ${namesOf(house.clientMay)}`];
  if (/^lib\/[^/]+\/types$/.test(here) && !isType && !lies(house.typesMay))
    return [`the browser loads types.ts, so it may import only types, or from ${namesOf(house.typesMay)}`];
  return [];
}

function packageReasons(here: string, specifier: string, isClient: boolean): string[] {
  if (isClient && house.clientNever.test(specifier)) return ['never in a "use client" file'];
  const rule = house.packages.find((p) => p.packages.test(specifier));
  if (!rule || rule.in.some((p) => p.holds(here, here))) return [];
  return [`this package belongs only into ${namesOf(rule.in)}`];
}

function nameAndLength(file: string, here: string, source: string): string[] {
  const name = path.posix.basename(here);
  const found: string[] = [];
  if (!house.kebabCase.test(name)) found.push(`${file} is not named in kebab-case.`);
  if (house.emptyNames.test(name.replace(/\..*/, "")) && here !== house.namedIndex)
    found.push(`${file} has a name that says nothing: name what happens in it.`);

  const lines = source.trimEnd().split("\n").length;
  if (lines > house.longestFile && !house.mayBeLonger.some((p) => p.holds(here, here)))
    found.push(
      `${file} has ${lines} lines; ${house.longestFile} are the stop outside of ${namesOf(house.mayBeLonger)}.`,
    );
  return found;
}
