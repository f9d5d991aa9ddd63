// Plain JavaScript without packages: it runs before there are any.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const lockFile = path.join(root, "package-lock.json");
const markFile = path.join(root, "node_modules", ".hearback-lock");
const installedFile = path.join(root, "node_modules", ".package-lock.json");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Hearback needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}

const wanted = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
if (!isInstalled()) await install();
// Also where the packages came from elsewhere, or without npm's own scripts.
await import("./mend-postgres.mjs");

function isInstalled() {
  if (existsSync(markFile)) return readFileSync(markFile, "utf8") === wanted;
  // npm ci or npm install by hand leaves its own lock file, written last.
  if (!existsSync(installedFile) || statSync(installedFile).mtimeMs < statSync(lockFile).mtimeMs)
    return false;
  writeFileSync(markFile, wanted);
  return true;
}

async function install() {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log("Installing packages (about a minute, once) …");
  const tick = process.stdout.isTTY && setInterval(() => process.stdout.write(`\r  ${seconds()} `), 1000);
  const { code, said } = await npmInstall();
  if (tick) {
    clearInterval(tick);
    process.stdout.write("\r");
  }
  if (code !== 0) {
    console.error(
      `${said.trim()}\nThe packages could not be installed: npm ci failed (above is what it said).`,
    );
    process.exit(1);
  }
  writeFileSync(markFile, wanted);
  console.log(`Packages installed in ${seconds()}.`);
}

function npmInstall() {
  // npm run says which npm it is; another package manager's path would not understand npm ci.
  const cli = process.env.npm_execpath ?? "";
  const ours = /npm-cli\.[cm]?js$/.test(cli);
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const command = ours ? process.execPath : "npm";
  const child = spawn(command, [...(ours ? [cli] : []), "ci", ...flags], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: !ours && process.platform === "win32",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, said: error.message }));
    child.once("close", (code) => resolve({ code, said }));
  });
}
