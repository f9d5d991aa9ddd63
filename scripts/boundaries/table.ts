/** A part of the house. Paths are from the root and without their ending: "lib/users/session". */
export interface Part {
  name: string;
  holds(path: string, importer: string): boolean;
}

const part = (name: string, pattern: RegExp): Part => ({ name, holds: (path) => pattern.test(path) });
const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

/** Low to high. A domain imports those of lower lines; those of one line do not know each other. */
const order = [
  ["users"],
  ["programs"],
  ["patients"],
  ["resources", "training"],
  ["messaging"],
  ["rosters", "outcomes"],
  ["campaigns"],
  ["inbox"],
  ["metrics", "exchange"],
];

// Only lib/messaging knows who the carrier is.
const domainsNamed = (title: string, names: string[]) =>
  part(title, new RegExp(`^lib/(${names.join("|")})/(?!vonage/)`));
const lower = (level: number) => {
  const names = order.slice(0, level).flat();
  return names.length > 0 ? [domainsNamed(`lower domains (${names.join(", ")})`, names)] : [];
};

const within = (domain: string) => part(`lib/${domain}`, new RegExp(`^lib/${domain}/`));

const app = part("app", /^app\//);
const ownRoute: Part = {
  name: "files of its own route or of one above it",
  holds: (path, importer) => app.holds(path, importer) && importer.startsWith(folderOf(path)),
};
const ui = part("components/ui, components/charts", /^components\/(ui|charts)\//);
const components = part("components", /^components\//);
const types = part("lib/*/types.ts", /^lib\/[^/]+\/types$/);
const loops = part("lib/*/loops.ts", /^lib\/[^/]+\/loops$/);
const rootFiles = part("root files of lib", /^lib\/(?!testing)[^/]+$/);
const harmlessRootFiles = part("root files of lib but database", /^lib\/(?!testing|database$)[^/]+$/);
const libTesting = part("lib/testing*.ts", /^lib\/testing[a-z-]*$/);
const access = part("lib/access", /^lib\/access\//);
const audit = part("lib/audit", /^lib\/audit\//);
const phi = part("lib/phi", /^lib\/phi\//);
const feed = part("lib/feed", /^lib\/feed\//);
const web = part("lib/web", /^lib\/web\//);
const worker = part("lib/worker", /^lib\/worker\//);
const users = part("lib/users", /^lib\/users\//);
const domains = domainsNamed("lib domains", order.flat());
const db = part("db/client, db/schema", /^db\/(client|schema)([./]|$)/);
const dbTools = part("db/migrate, db/server", /^db\/[^/]+$/);
const dbTesting = part("db/testing", /^db\/testing\//);
const dbFolders = part("db/seed, db/testing", /^db\/(seed|testing)\//);
const carrier = part("e2e/carrier", /^e2e\/carrier\//);
const e2e = part("e2e", /^e2e\//);
const scripts = part("scripts", /^scripts\//);
const instrumentation = part("instrumentation.ts", /^instrumentation[a-z-]*$/);
const configs = part("proxy.ts and the config files", /^[^/]+$/);
const notApp = part("anything but app", /^(?!app\/)/);

export interface Row {
  from: Part;
  may: Part[];
  /** What tests of this part may import besides. */
  inTests?: Part[];
}

/** Who may import whom: of the rows, the first whose `from` holds the importing file. */
export const table: Row[] = [
  {
    from: app,
    may: [ownRoute, components, domains, audit, types, web, harmlessRootFiles],
    inTests: [libTesting, db],
  },
  { from: ui, may: [ui] },
  { from: components, may: [components, types] },
  { from: web, may: [web, access, users, feed, rootFiles], inTests: [libTesting, db] },
  ...order.flatMap((level, height) =>
    level.map((name) => ({
      from: within(name),
      may: [within(name), db, rootFiles, access, audit, phi, feed, ...lower(height)],
      inTests: [libTesting],
    })),
  ),
  { from: phi, may: [phi, rootFiles], inTests: [libTesting, db] },
  { from: access, may: [access, rootFiles, db], inTests: [libTesting] },
  { from: feed, may: [feed, access, rootFiles, db], inTests: [libTesting] },
  { from: audit, may: [audit, access, rootFiles, db], inTests: [libTesting] },
  { from: worker, may: [worker, loops, rootFiles, db], inTests: [libTesting] },
  { from: libTesting, may: [rootFiles, db, dbTesting] },
  { from: part("root files of lib", /^lib\/[^/]+$/), may: [rootFiles, db], inTests: [libTesting] },
  { from: db, may: [db], inTests: [libTesting] },
  { from: dbTools, may: [db, dbTools], inTests: [libTesting] },
  { from: dbFolders, may: [dbFolders, db, dbTools, phi, types], inTests: [libTesting] },
  { from: carrier, may: [carrier] },
  { from: e2e, may: [e2e, dbTesting] },
  { from: scripts, may: [notApp] },
  { from: instrumentation, may: [web, rootFiles] },
  { from: configs, may: [harmlessRootFiles] },
];

const tests = part("tests", /\.test$/);
const testing = part("what tests start from", /(^|\/)testing[a-z-]*(\/|$)/);
const carrierClient = part("lib/messaging/vonage", /^lib\/messaging\/vonage\//);

/** Which parts may import a package: the first row whose `packages` matches; one without a row is free. */
export const packages: { packages: RegExp; in: Part[] }[] = [
  // Of "next" itself, components take the type of a route.
  { packages: /^next(\/(link|navigation))?$/, in: [app, components, web, instrumentation, configs, scripts] },
  { packages: /^next-auth(\/|$)/, in: [part("lib/web/auth.ts", /^lib\/web\/auth$/)] },
  { packages: /^next(\/|$)/, in: [app, web, instrumentation, configs, scripts] },
  { packages: /^react(-dom)?(\/|$)/, in: [app, components, web] },
  { packages: /^@vonage\//, in: [carrierClient] },
  {
    packages: /^zod(\/|$)/,
    in: [
      part("lib/**/inputs.ts", /^lib\/.+\/inputs$/),
      part("lib/env.ts", /^lib\/env$/),
      web,
      carrierClient,
      part("route handlers", /^app\/.+\/route$/),
    ],
  },
  { packages: /^drizzle-orm(\/|$)/, in: [part("lib", /^lib\//), part("db", /^db\//)] },
  { packages: /^postgres(\/|$)/, in: [part("db", /^db\//)] },
  { packages: /^vitest(\/|$)/, in: [tests, testing, configs] },
];

/** What the browser never loads, not even by way of another file; a types.ts is held to it as well. */
export const neverInBrowser =
  /^(zod|temporal-polyfill|next-auth|drizzle-orm|postgres|pino|server-only|node:[a-z_/]+)(\/|$)/;

export const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
export const emptyNames = /^(index|(.+-)?(utils?|helpers?|services?|managers?))$/;
export const namedIndex = "db/schema/index";

export const longestFile = 300;
export const mayBeLonger: Part[] = [
  tests,
  part("specs", /\.spec$/),
  part("components/ui", /^components\/ui\//),
];
