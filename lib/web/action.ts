import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { Invalid } from "@/lib/errors";
import { currentSession } from "./auth";
import { failureOf } from "./failure";
import { contextOf, type PersonCtx } from "./page-context";
import type { ActionState } from "./types";

interface Shown {
  message: string;
  secret: string;
}

/**
 * A server action: finds the person, parses the form, calls one verb. A sentence that it returns is shown, with what to
 * copy from it if there is such a thing. What was typed comes back with
 * the failure, so that nothing is lost; fields named `password` do not.
 */
export function action<Schema extends z.ZodType>(
  schema: Schema,
  run: (ctx: PersonCtx, input: z.infer<Schema>) => Promise<string | Shown | undefined>,
) {
  return async (_previous: ActionState, form: FormData): Promise<ActionState> => {
    try {
      const live = await currentSession({ touch: true });
      if (!live)
        return {
          ok: false,
          code: "signed-out",
          message: "Your session is over. Sign in again: what you typed is still here.",
          values: typed(form),
        };
      const answer = await run(contextOf(live.user), parse(schema, form));
      return { ok: true, ...(typeof answer === "string" ? { message: answer } : answer) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, ...failureOf(error, "action"), values: typed(form) };
    }
  };
}

/** Repeated names become lists; `a.b` stays a flat name. Throws Invalid with a sentence per field. */
export function parse<Schema extends z.ZodType>(schema: Schema, form: FormData): z.infer<Schema> {
  const object: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    // PostgreSQL keeps no NUL, and no browser types one.
    const all = form.getAll(name).map((v) => (typeof v === "string" ? v.replaceAll("\u0000", "") : v));
    const [first] = all;
    if (first !== undefined) object[name] = all.length > 1 ? all : first;
  }
  return check(schema, object);
}

/** Throws Invalid with a sentence per field. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  throw new Invalid("Some of this needs another look. Nothing was saved yet.", fields);
}

function typed(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries())
    if (typeof value === "string" && !name.startsWith("$ACTION") && !/password/i.test(name))
      values[name] = value;
  return values;
}
