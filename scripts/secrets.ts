import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Secrets = ReturnType<typeof makeSecrets>;

const words =
  "amber apple aspen autumn bamboo beacon birch breeze brook candle canyon cedar cherry clover copper coral cotton " +
  "daisy ember fern field forest garden ginger harbor hazel heron honey island ivory jasmine juniper lagoon lantern " +
  "lemon linen maple marble meadow mellow mint morning olive orchard otter pebble pepper pine prairie quiet rain " +
  "river robin saffron silver sparrow spring summer sunny thistle timber velvet walnut willow winter";

/** The secrets of one data folder, made when it is new. Data that they sealed cannot be read without them. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  mkdirSync(dataDir, { recursive: true });
  const secrets = makeSecrets();
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function makeSecrets() {
  const key = () => randomBytes(32).toString("base64");
  const pair = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return {
    phiKeys: `1:${key()}`,
    indexKey: key(),
    nextauthSecret: key(),
    apiKey: randomBytes(4).toString("hex"),
    applicationId: randomUUID(),
    privateKey: pair.privateKey,
    publicKey: pair.publicKey,
    signatureSecret: randomBytes(32).toString("hex"),
    demoPassword: readablePassword(),
  };
}

function readablePassword(): string {
  const list = words.split(" ");
  const picked = Array.from({ length: 3 }, () => list[randomInt(list.length)]);
  return `${picked.join("-")}-${randomInt(1000, 10_000)}`;
}
