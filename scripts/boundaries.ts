import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { checkBrowser } from "./boundaries/browser";
import { checkFile } from "./boundaries/check";
import { readModule } from "./boundaries/imports";

// Every source file that git knows or does not ignore; public/ is served, never imported.
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
  maxBuffer: 64_000_000,
})
  .split("\0")
  .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.startsWith("public/") && existsSync(file));

const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const modules = new Map([...sources].map(([file, source]) => [file, readModule(file, source)]));
const violations = [
  ...[...modules].flatMap(([file, module]) => checkFile(file, sources.get(file) ?? "", module)),
  ...checkBrowser(modules),
];
const imports = [...modules.values()].reduce((sum, module) => sum + module.imports.length, 0);

if (violations.length > 0) {
  for (const line of violations) console.error(line);
  console.error(`boundaries: ${violations.length} crossed, in ${files.length} files and ${imports} imports`);
  process.exitCode = 1;
} else {
  console.log(`boundaries: ${files.length} files, ${imports} imports, none crosses`);
}
