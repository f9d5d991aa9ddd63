import path from "node:path";
import { type Import, type Module, targetOf, withoutEnding } from "./imports";
import * as house from "./table";

const namesOf = (parts: house.Part[]) => parts.map((p) => p.name).join("; ");

/** Holds one file against the table: a line for each thing that is not allowed. `file` is its path from the root. */
export function checkFile(file: string, source: string, module: Module): string[] {
  const here = withoutEnding(file);
  const row = house.table.find((r) => r.from.holds(here, here));
  if (!row) return [`${file} stands in no part of the house (scripts/boundaries/table.ts).`];

  const found = module.imports.flatMap((i) =>
    reasons(here, i, row).map((why) => `${file}:${i.line} imports ${i.specifier ?? "…"}: ${why}.`),
  );
  if (module.directives.includes("use server"))
    for (const line of module.strangeExports)
      found.push(`${file}:${line} exports something that is not \`const …Action = action(…)\`.`);
  for (const line of module.inlineServer)
    found.push(`${file}:${line} makes a server action inside of a function; it belongs into actions.ts.`);
  return [...found, ...nameAndLength(file, here, source)];
}

function reasons(here: string, { specifier }: Import, row: house.Row): string[] {
  if (specifier === undefined) return ["a computed address cannot be checked"];
  if (/^(\/|file:)/.test(specifier) || specifier.split("/").includes(".."))
    return ["across folders it is @/…, within one ./…, and never .."];
  const target = targetOf(here, specifier);
  if (target === undefined) return packageReasons(here, specifier);

  const may = here.endsWith(".test") ? [...row.may, ...(row.inTests ?? [])] : row.may;
  return may.some((p) => p.holds(target, here)) ? [] : [`${row.from.name} may import only ${namesOf(may)}`];
}

function packageReasons(here: string, specifier: string): string[] {
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
