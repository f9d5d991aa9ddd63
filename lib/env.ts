import { z } from "zod";

const isBase64Key = (value: string) => Buffer.from(value, "base64").length === 32;

const optional = (schema: z.ZodType<string>) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());

const Environment = z
  .object({
    DATABASE_URL: z
      .string({
        error: "is missing: the address of a PostgreSQL database, postgres://user:password@host/name.",
      })
      .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://."),
    PHI_KEYS: z
      .string({ error: "is missing: keys that seal patient data, as 1:<base64 of 32 bytes>." })
      .refine(
        (v) =>
          v
            .split(",")
            .every(
              (k) => /^([1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]):/.test(k) && isBase64Key(k.split(":")[1] ?? ""),
            ),
        "must list keys as id:base64, separated by commas; ids 1 to 255, each key 32 bytes.",
      ),
    INDEX_KEY: z
      .string({ error: "is missing: the key of the blind indexes, base64 of 32 bytes." })
      .refine(isBase64Key, "must be base64 of exactly 32 bytes."),
    NEXTAUTH_URL: z.url({
      error: "must be the address that people type, such as https://hearback.example.org.",
    }),
    NEXTAUTH_SECRET: z
      .string({ error: "is missing: a random secret of 32 characters or more." })
      .min(32, "must have 32 characters or more."),
    VONAGE_API_HOST: optional(z.url({ error: "must be an address, such as https://api.nexmo.com." })),
    VONAGE_INSIGHTS_HOST: optional(
      z.url({ error: "must be an address, such as https://api-eu.vonage.com." }),
    ),
    VONAGE_API_KEY: optional(z.string()),
    VONAGE_APPLICATION_ID: optional(z.uuid({ error: "must be the application's UUID." })),
    VONAGE_PRIVATE_KEY: optional(z.string().includes("PRIVATE KEY", { error: "must be a PEM private key." })),
    VONAGE_SIGNATURE_SECRET: optional(z.string().min(16, "must have 16 characters or more.")),
    CLOCK_OFFSET_SECONDS: z.coerce.number({ error: "must be a whole number of seconds." }).int().default(0),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug"], {
        error: "must be fatal, error, warn, info or debug.",
      })
      .default("info"),
  })
  .superRefine((env, ctx) => {
    const carrier = [
      "VONAGE_API_KEY",
      "VONAGE_APPLICATION_ID",
      "VONAGE_PRIVATE_KEY",
      "VONAGE_SIGNATURE_SECRET",
    ] as const;
    const missing = carrier.filter((name) => env[name] === undefined);
    if (missing.length > 0 && missing.length < carrier.length)
      ctx.addIssue({
        code: "custom",
        path: [missing[0] ?? ""],
        message:
          "is missing while other VONAGE_ values are set. Set all four, or none: then nothing is sent.",
      });
    // Fictional numbers go to the simulated carrier only, and nothing of a demonstration to the real one.
    const { VONAGE_API_HOST: texts, VONAGE_INSIGHTS_HOST: lookups } = env;
    if (lookups && isLoopback(lookups) !== isLoopback(texts))
      ctx.addIssue({
        code: "custom",
        path: ["VONAGE_INSIGHTS_HOST"],
        message: "and VONAGE_API_HOST must both be this machine (the simulated carrier), or neither.",
      });
    if (env.CLOCK_OFFSET_SECONDS !== 0 && !isLoopback(env.VONAGE_API_HOST))
      ctx.addIssue({
        code: "custom",
        path: ["CLOCK_OFFSET_SECONDS"],
        message: "may be set only when VONAGE_API_HOST is this machine (the simulated carrier).",
      });
  });

export type Environment = z.infer<typeof Environment>;

/** All that is wrong, a sentence a line. Throws an Error whose message a person at a terminal can act on. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`Hearback cannot start. Its settings need care (see .env.example):\n${lines.join("\n")}`);
}

let current: Environment | undefined;

/** This process's settings, checked once. */
export function env(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}

/** The first line of a process: settings that are wrong end it, with the sentences and nothing else. */
export function requireSettings(): void {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function isLoopback(address: string | undefined): boolean {
  if (!address) return false;
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

/** True when texts go to the simulated carrier: the only one that fictional numbers may go to. */
export const carrierIsSimulated = (): boolean => isLoopback(env().VONAGE_API_HOST);

/** The carrier's settings, or undefined: then screens say "not configured" and nothing leaves. */
export function carrierSettings() {
  const e = env();
  if (!e.VONAGE_API_KEY || !e.VONAGE_APPLICATION_ID || !e.VONAGE_PRIVATE_KEY || !e.VONAGE_SIGNATURE_SECRET)
    return undefined;
  return {
    apiHost: e.VONAGE_API_HOST ?? "https://api.nexmo.com",
    insightsHost: insightsHostOf(e),
    apiKey: e.VONAGE_API_KEY,
    applicationId: e.VONAGE_APPLICATION_ID,
    privateKey: e.VONAGE_PRIVATE_KEY.replaceAll("\\n", "\n"),
    signatureSecret: e.VONAGE_SIGNATURE_SECRET,
  };
}

/** Where lines are looked up: where nobody says otherwise, at the simulated carrier if texts go there. */
export function insightsHostOf({
  VONAGE_API_HOST: texts,
  VONAGE_INSIGHTS_HOST: lookups,
}: Pick<Environment, "VONAGE_API_HOST" | "VONAGE_INSIGHTS_HOST">): string {
  return lookups ?? (texts && isLoopback(texts) ? texts : "https://api-eu.vonage.com");
}
