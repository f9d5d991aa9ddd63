import { type Module, targetOf, withoutEnding } from "./imports";
import { neverInBrowser } from "./table";

/** Follows what the browser loads from file to file: a line for each client file that drags in what must not leave the server. */
export function checkBrowser(files: ReadonlyMap<string, Module>): string[] {
  const modules = new Map([...files].map(([file, module]) => [withoutEnding(file), module]));
  const starts = [...files].filter(
    ([file, { directives }]) => directives.includes("use client") || /^lib\/[^/]+\/types\.ts$/.test(file),
  );
  return starts.flatMap(([file]) => {
    const way = wayToForbidden(modules, withoutEnding(file));
    return way ? [`${file} is loaded by the browser and reaches ${way.join(" by way of ")}.`] : [];
  });
}

/** The shortest way, the forbidden package first. Types are gone by then, and actions are only called from afar. */
function wayToForbidden(modules: ReadonlyMap<string, Module>, start: string): string[] | undefined {
  const seen = new Set([start]);
  const waiting: string[][] = [[start]];
  for (const way of waiting) {
    const here = way[0] ?? start;
    const module = modules.get(here) ?? modules.get(`${here}/index`);
    if (!module || module.directives.includes("use server")) continue;
    for (const { specifier, isType } of module.imports) {
      if (isType || specifier === undefined) continue;
      if (neverInBrowser.test(specifier)) return [specifier, ...way.slice(0, -1)];
      const target = targetOf(here, specifier);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      waiting.push([target, ...way]);
    }
  }
  return undefined;
}
