import { eq } from "drizzle-orm";
import { programs } from "@/db/schema";
import { fieldProblems } from "@/lib/campaigns/templates";
import type { Ctx } from "@/lib/context";
import { Invalid, NotFound } from "@/lib/errors";
import { checkText } from "@/lib/messaging/outgoing-text";
import { normaliseText } from "@/lib/messaging/segments";
import type { WriteCannedInput } from "./inputs";
import { cannedLanguages } from "./types-canned";

/** The texts as they would leave. Throws Invalid with sentences per language. */
export async function fitTexts(
  tx: Ctx,
  { programId, texts }: WriteCannedInput,
): Promise<{ language: string; body: string }[]> {
  const [program] = await tx.db
    .select({ brand: programs.brand, linkHosts: programs.linkHosts })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new NotFound();
  const written = cannedLanguages.flatMap((language) => {
    const body = normaliseText(texts[language]);
    return body === "" ? [] : { language, body };
  });
  const problems: Record<string, string[]> = {};
  if (!written.some(({ language }) => language === "en"))
    problems.en = ["Write it in English: whoever has no text in their language gets that one."];
  for (const { language, body } of written) {
    const found = [
      ...fieldProblems(body),
      ...checkText(body, {
        ...{ brand: program.brand, allowedLinks: program.linkHosts, now: tx.now, language },
        ...{ first: false, template: true },
      }).map(({ sentence }) => sentence),
    ];
    if (found.length > 0) problems[language] = found;
  }
  if (Object.keys(problems).length > 0)
    throw new Invalid(
      "This reply cannot be kept yet. Nothing was saved; what you wrote is still here.",
      problems,
    );
  return written;
}
