import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { checkFile } from "./boundaries/check";

// Every source file that git knows or does not ignore; public/ is served, never imported.
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
  maxBuffer: 64_000_000,
})
  .split("\0")
  .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.startsWith("public/") && existsSync(file));

const checked = files.map((file) => checkFile(file, readFileSync(file, "utf8")));
const violations = checked.flatMap((c) => c.violations);
const imports = checked.reduce((sum, c) => sum + c.imports, 0);

if (violations.length > 0) {
  for (const line of violations) console.error(line);
  console.error(`boundaries: ${violations.length} crossed, in ${files.length} files and ${imports} imports`);
  process.exitCode = 1;
} else {
  console.log(`boundaries: ${files.length} files, ${imports} imports, none crosses`);
}
