import { describe, expect, test } from "vitest";
import { checkBrowser } from "./boundaries/browser";
import { checkFile } from "./boundaries/check";
import { readModule } from "./boundaries/imports";
import { table } from "./boundaries/table";

const crossing = (file: string, source: string) => checkFile(file, source, readModule(file, source));
const importing = (file: string, address: string) => crossing(file, `import { x } from "${address}";`);

/** Importing file, what it may import, what it may not. At least one line for each row of the table. */
const house: [file: string, may: string[], never: string[]][] = [
  [
    "app/(care)/inbox/[place]/page.tsx",
    [
      "./reply-form",
      "@/app/(care)/inbox/actions",
      "@/components/ui/button",
      "@/lib/inbox/queries",
      "@/lib/audit/queries",
      "@/lib/feed/types",
      "@/lib/web/page-context",
      "@/lib/errors",
      "next/navigation",
    ],
    [
      "./deeper/form",
      "@/app/(admin)/users/user-form",
      "@/db/schema",
      "@/lib/database",
      "@/lib/testing",
      "@/lib/phi/seal",
      "@/lib/messaging/vonage/client",
      "@/lib/worker/main",
      "@/scripts/demo",
      "zod",
      "drizzle-orm",
      "next-auth",
    ],
  ],
  ["app/api/replies/route.ts", ["zod", "@/lib/web/route"], ["postgres", "@vonage/auth"]],
  ["app/(care)/inbox/page.test.ts", ["@/lib/testing", "@/db/schema", "vitest"], ["@/db/testing/given"]],
  [
    "components/ui/menu.tsx",
    ["./button", "@/components/charts/bar", "react", "next/link"],
    ["@/components/shell/rail", "@/lib/users/types", "@/app/layout"],
  ],
  [
    "components/inbox/message.tsx",
    ["@/components/ui/button", "@/lib/inbox/types", "next/navigation"],
    ["@/lib/inbox/queries", "@/lib/inbox/inputs", "@/db/client", "@/app/actions", "next/headers", "zod"],
  ],
  [
    "lib/web/sse.ts",
    [
      "./route",
      "@/lib/feed/relay",
      "@/lib/users/session",
      "@/lib/access/authorize",
      "@/lib/env",
      "react",
      "zod",
    ],
    ["@/lib/inbox/queries", "@/lib/worker/main", "@/app/layout", "@/db/schema", "next-auth"],
  ],
  ["lib/web/auth.ts", ["next-auth", "next-auth/providers/credentials"], ["@/lib/programs/queries"]],
  ["lib/web/sse.test.ts", ["@/lib/testing", "@/db/schema"], ["@/lib/inbox/queries"]],
  [
    "lib/users/account.ts",
    ["@/db/schema", "@/lib/access/authorize"],
    ["@/lib/programs/queries", "react", "zod"],
  ],
  ["lib/users/inputs.ts", ["zod"], ["next/headers"]],
  ["lib/programs/staffing.ts", ["@/lib/users/queries"], ["@/lib/patients/queries"]],
  ["lib/patients/phones.ts", ["@/lib/programs/types", "@/lib/phi/seal"], ["@/lib/inbox/y", "@/lib/worker/x"]],
  ["lib/resources/links.ts", ["@/lib/patients/queries"], ["@/lib/training/queries"]],
  ["lib/training/decks.ts", ["@/lib/patients/queries"], ["@/lib/resources/links"]],
  [
    "lib/messaging/outbox.ts",
    ["./vonage/client", "@/lib/feed/record"],
    ["@/lib/campaigns/x", "@vonage/auth"],
  ],
  ["lib/messaging/vonage/client.ts", ["@vonage/server-sdk", "zod", "@/lib/env"], ["@/lib/web/webhook"]],
  [
    "lib/rosters/commit.ts",
    ["@/lib/messaging/stops"],
    ["@/lib/outcomes/actions", "@/lib/messaging/vonage/client"],
  ],
  ["lib/outcomes/actions.ts", ["@/lib/patients/queries"], ["@/lib/rosters/queries"]],
  ["lib/campaigns/launch.ts", ["@/lib/messaging/send-groups", "@/lib/audit/record"], ["@/lib/inbox/arrival"]],
  [
    "lib/inbox/arrival.ts",
    ["@/lib/campaigns/replies", "drizzle-orm"],
    ["@/lib/metrics/rates", "@/components/ui/cn"],
  ],
  ["lib/metrics/rates.ts", ["@/lib/inbox/types"], ["@/lib/exchange/csv", "@/db/testing/given"]],
  ["lib/exchange/csv.ts", ["@/lib/inbox/queries"], ["@/lib/metrics/rates", "@/lib/testing"]],
  ["lib/exchange/csv.test.ts", ["@/lib/testing", "vitest"], ["@/db/testing/given"]],
  ["lib/phi/seal.ts", ["./keys", "@/lib/env"], ["@/db/client", "@/lib/access/reach"]],
  ["lib/access/reach.ts", ["@/db/schema", "@/lib/errors"], ["@/lib/audit/record", "@/lib/programs/queries"]],
  ["lib/feed/cursor.ts", ["@/db/client", "@/lib/access/reach"], ["@/lib/audit/record", "@/lib/inbox/types"]],
  [
    "lib/audit/queries.ts",
    ["@/lib/access/authorize", "@/db/schema"],
    ["@/lib/feed/record", "@/lib/users/queries"],
  ],
  [
    "lib/worker/main.ts",
    ["@/lib/messaging/loops", "@/lib/feed/loops", "@/lib/log", "@/db/client"],
    ["@/lib/messaging/outbox", "@/lib/web/auth", "@/app/layout"],
  ],
  ["lib/testing-carrier.ts", ["vitest"], ["@/e2e/carrier/main"]],
  ["lib/testing.ts", ["@/db/testing/given", "@/db/schema", "vitest"], ["@/lib/inbox/queries"]],
  ["lib/context.ts", ["@/db/client", "./errors"], ["@/lib/users/types", "@/lib/testing"]],
  ["lib/env.test.ts", ["./env", "@/lib/testing"], ["@/lib/users/types"]],
  ["db/client.ts", ["./schema", "postgres", "drizzle-orm"], ["@/lib/env", "./migrate"]],
  ["db/schema/messaging.ts", ["./patients"], ["@/lib/messaging/types"]],
  ["db/migrate.ts", ["./client", "./server"], ["@/lib/env", "./testing/given"]],
  [
    "db/testing/given.ts",
    ["@/db/schema", "@/lib/phi/seal", "@/lib/rosters/types", "@/db/migrate"],
    ["@/lib/rosters/commit", "@/lib/env", "@/e2e/fixtures"],
  ],
  ["e2e/carrier/ledger.ts", ["./json"], ["@/e2e/fixtures", "@/lib/messaging/types", "@/db/testing/given"]],
  [
    "e2e/specs/reply.spec.ts",
    ["@/e2e/fixtures", "@/db/testing/phi-scan"],
    ["@/lib/env", "@/db/client", "@/app/layout"],
  ],
  ["scripts/demo.ts", ["@/db/server", "@/lib/env", "@/e2e/carrier/main", "next"], ["@/app/layout", "zod"]],
  ["instrumentation.ts", ["@/lib/web/sse", "@/lib/env"], ["@/lib/users/queries", "@/db/client"]],
  ["proxy.ts", ["next/server", "@/lib/env"], ["@/lib/web/auth", "@/lib/database", "@/db/client"]],
];

describe.each(house)("%s", (file, may, never) => {
  test.each(may)("may import %s", (address) => expect(importing(file, address)).toEqual([]));
  test.each(never)("may not import %s", (address) => {
    const [line, ...more] = importing(file, address);
    expect(more).toEqual([]);
    expect(line).toMatch(`${file}:1 imports ${address}: `);
  });
});

test("each row of the table is held against an import that passes and one that fails", () => {
  const tried = house.map(([file]) => {
    const here = file.replace(/\.tsx?$/, "");
    return table.find((row) => row.from.holds(here, here));
  });
  expect(table.filter((row) => !tried.includes(row)).map((row) => row.from.name)).toEqual([]);
});

test("the message says what would be allowed", () => {
  expect(importing("lib/programs/x.ts", "@/lib/inbox/y")).toEqual([
    "lib/programs/x.ts:1 imports @/lib/inbox/y: lib/programs may import only lib/programs; db/client, db/schema; " +
      "root files of lib; lib/access; lib/audit; lib/phi; lib/feed; lower domains (users).",
  ]);
});

test.each([
  'import x from "@/lib/inbox/y";',
  'import "@/lib/inbox/y";',
  'import type { X } from "@/lib/inbox/y";',
  'import { type X } from "@/lib/inbox/y.ts";',
  'export * from "@/lib/inbox/y";',
  'export type { X } from "@/lib/inbox/y";',
  'const x = await import("@/lib/inbox/y");',
  "const x = await import(`@/lib/inbox/y`);",
  'function f(x: import("@/lib/inbox/y").X): void {}',
  'type Y = typeof import("@/lib/inbox/y");',
  'const x = require("@/lib/inbox/y");',
  'import x = require("@/lib/inbox/y");',
])("found: %s", (source) => {
  const [line, ...more] = crossing("lib/users/x.ts", source);
  expect(more).toEqual([]);
  expect(line).toMatch(/imports @\/lib\/inbox\/y.*: lib\/users may/);
});

test.each(["../programs/x", "./../x", "@/lib/users/../inbox/y", "/lib/inbox/y", "file:///lib/y"])(
  "no way round: %s",
  (address) =>
    expect(importing("lib/users/x.ts", address)).toMatchObject([expect.stringContaining("never ..")]),
);

test("a computed address is refused", () => {
  expect(
    crossing("lib/users/x.ts", "export const f = (name: string) => import(`@/lib/$" + "{name}`);"),
  ).toEqual(["lib/users/x.ts:1 imports …: a computed address cannot be checked."]);
});

test("the line of the import is named", () => {
  expect(crossing("lib/users/x.ts", 'const a = 1;\n\nimport "next/link";')[0]).toMatch(
    "lib/users/x.ts:3 imports",
  );
});

describe("what the browser loads", () => {
  const form = "app/(care)/inbox/reply-form.tsx";
  const house = {
    "app/(care)/inbox/actions.ts": '"use server"; import { x } from "@/lib/inbox/inputs";',
    "components/inbox/row.tsx":
      'import { x } from "@/lib/inbox/types"; import type { Y } from "@/lib/inbox/inputs";',
    "lib/inbox/types.ts": 'import type { Role } from "@/lib/context"; import { x } from "@/lib/users/types";',
    "lib/users/types.ts": "",
    "lib/inbox/inputs.ts": 'import { z } from "zod";',
    "lib/inbox/queries.ts": 'import { x } from "@/lib/context";',
    "lib/context.ts": 'import { at } from "@/db/client";',
    "db/client.ts": 'import * as schema from "./schema"; import postgres from "postgres";',
    "db/schema/index.ts": 'export * from "drizzle-orm/pg-core";',
  };
  const loading = (more: Record<string, string>) =>
    checkBrowser(
      new Map(
        Object.entries({ ...house, ...more }).map(([file, source]) => [file, readModule(file, source)]),
      ),
    );
  const client = (address: string) => loading({ [form]: `"use client"; import { x } from "${address}";` });

  test.each(["react", "./actions", "@/components/inbox/row", "@/lib/inbox/types"])("may be %s", (address) =>
    expect(client(address)).toEqual([]),
  );
  test.each([
    ["zod", "zod"],
    ["temporal-polyfill", "temporal-polyfill"],
    ["next-auth/react", "next-auth/react"],
    ["@/lib/inbox/inputs", "zod by way of lib/inbox/inputs"],
    ["@/db/schema", "drizzle-orm/pg-core by way of db/schema"],
    ["@/lib/inbox/queries", "postgres by way of db/client by way of lib/context by way of lib/inbox/queries"],
  ])("may not be %s", (address, way) =>
    expect(client(address)).toEqual([`${form} is loaded by the browser and reaches ${way}.`]),
  );
  test("a types.ts is held to it before anybody loads it", () => {
    const types = 'import { x } from "@/lib/inbox/inputs";';
    expect(loading({ "lib/programs/types.ts": types })).toEqual([
      "lib/programs/types.ts is loaded by the browser and reaches zod by way of lib/inbox/inputs.",
    ]);
  });
});

describe('"use server" files', () => {
  const server = (source: string) => crossing("app/(care)/inbox/actions.ts", `"use server";\n${source}`);

  test("export actions", () => {
    expect(server("export const claimAction = action(Input, async () => {});")).toEqual([]);
  });
  test.each([
    "export async function claimAction() {}",
    "export const claim = action(Input, async () => {});",
    "export const claimAction = async () => {};",
    "const claimAction = 1;\nexport { claimAction };",
    "export default action(Input, async () => {});",
    'export * from "./more";',
  ])("do not: %s", (source) => expect(server(source)).toHaveLength(1));

  test("are the only place of server actions", () => {
    const page = 'export default function Page() { async function save() { "use server"; } return save; }';
    expect(crossing("app/page.tsx", page)).toHaveLength(1);
  });
});

describe("names and lengths", () => {
  test.each([
    "lib/users/sessionStore.ts",
    "lib/users/utils.ts",
    "lib/users/date-helpers.ts",
    "lib/users/index.ts",
  ])("%s is refused", (file) => expect(crossing(file, "")).toHaveLength(1));
  test.each(["db/schema/index.ts", "lib/phi/blind-index.ts", "lib/users/session.test.ts", "next.config.ts"])(
    "%s is fine",
    (file) => expect(crossing(file, "")).toEqual([]),
  );
  test("a folder that the table does not know is refused", () => {
    expect(crossing("lib/shared/x.ts", "")).toMatchObject([expect.stringContaining("no part of the house")]);
    expect(crossing("tools/x.ts", "")).toHaveLength(1);
  });
  test("300 lines are the stop, but not for tests and components/ui", () => {
    const long = "const a = 1;\n".repeat(301);
    expect(crossing("lib/users/x.ts", long)).toMatchObject([expect.stringContaining("301 lines")]);
    expect(crossing("lib/users/x.test.ts", long)).toEqual([]);
    expect(crossing("components/ui/x.tsx", long)).toEqual([]);
    expect(crossing("lib/users/x.ts", "const a = 1;\n".repeat(300))).toEqual([]);
  });
});
