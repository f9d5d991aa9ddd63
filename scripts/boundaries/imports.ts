import path from "node:path";
import { parseSync } from "vite";

export interface Import {
  /** Undefined when the address is computed and cannot be read. */
  specifier: string | undefined;
  line: number;
  /** Gone once types are stripped. */
  isType: boolean;
}

export interface Module {
  imports: Import[];
  /** "use client", "use server" at the top of the file. */
  directives: string[];
  /** Of a "use server" file: exports that are not made by action(...). */
  strangeExports: number[];
  /** Lines of "use server" inside of a function. */
  inlineServer: number[];
}

export const withoutEnding = (file: string): string => file.replace(/\.[cm]?[jt]sx?$/, "");

/** Where in the house an address leads, without its ending; undefined for a package. */
export function targetOf(here: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return withoutEnding(specifier.slice(2));
  if (!specifier.startsWith(".")) return undefined;
  return withoutEnding(path.posix.join(path.posix.dirname(here), specifier));
}

type Node = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) if (typeof child === "object") yield* nodesIn(child);
  }
}

/** Reads one file. `path` tells TypeScript from TSX. Throws when it cannot be parsed. */
export function readModule(path: string, source: string): Module {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);

  const lineOf = (node: Node) => source.slice(0, node.start).split("\n").length;
  const body = program.body as unknown as Node[];
  const directives = body.flatMap((node) => (typeof node.directive === "string" ? [node.directive] : []));
  const imports: Import[] = [];
  const inlineServer: number[] = [];

  for (const node of nodesIn(body)) {
    const address = addressOf(node);
    if (address) imports.push({ specifier: textOf(address), line: lineOf(node), isType: isTypeOnly(node) });
    if (node.directive === "use server" && !body.includes(node)) inlineServer.push(lineOf(node));
  }
  const exported = body.filter((node) => node.type.startsWith("Export") && !isAction(node));
  return { imports, directives, strangeExports: exported.map(lineOf), inlineServer };
}

/** The node that says from where: of import, export from, import(), import("x") types, require() and import = require(). */
function addressOf(node: Node): Node | undefined {
  const [first] = Array.isArray(node.arguments) ? node.arguments : [];
  const isRequire = node.type === "CallExpression" && isNode(node.callee) && node.callee.name === "require";
  const address = isRequire
    ? first
    : node.type === "TSExternalModuleReference"
      ? node.expression
      : /^(Import|Export|TSImportType)/.test(node.type)
        ? node.source
        : undefined;
  return isNode(address) ? address : undefined;
}

function textOf(address: Node): string | undefined {
  if (typeof address.value === "string") return address.value;
  const [only, ...more] = Array.isArray(address.quasis) ? address.quasis : [];
  return isNode(only) && more.length === 0 ? (only.value as { cooked: string }).cooked : undefined;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const names = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return names.length > 0 && names.every((n) => n.importKind === "type" || n.exportKind === "type");
}

/** `export const fooAction = action(...)`, and nothing else. */
function isAction(node: Node): boolean {
  const declared = isNode(node.declaration) ? node.declaration.declarations : undefined;
  return (
    Array.isArray(declared) &&
    declared.every(
      ({ id, init }) =>
        /^[a-z]\w*Action$/.test(id?.name) && init?.type === "CallExpression" && init.callee.name === "action",
    )
  );
}
