"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { ShareBar } from "@/components/ui/share-bar";
import { type AudiencePreview, type AudienceRule, excludedWords } from "@/lib/campaigns/types";
import { countRule } from "./count-rule";

type Props = {
  programId: string;
  /** Of the finished conditions. */
  rule: AudienceRule;
  sentence: string;
  unfinished: number;
};

const typingPause = 350;
const whole = new Intl.NumberFormat("en-US");

/** Who the rule takes in now, and who of them could be texted. The last count stays until the next one is here. */
export function LiveCount({ programId, rule, sentence, unfinished }: Props) {
  const asked = JSON.stringify({ programId, rule });
  const [shown, setShown] = useState<{ asked: string; answer: AudiencePreview | string }>();
  const [counted, setCounted] = useState<AudiencePreview>();

  useEffect(() => {
    const stale = new AbortController();
    async function count() {
      const answer = await countRule(asked, stale.signal);
      if (stale.signal.aborted) return;
      setShown({ asked, answer });
      if (typeof answer !== "string") setCounted(answer);
    }
    const timer = setTimeout(() => void count(), typingPause);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [asked]);

  const isCurrent = shown?.asked === asked;
  const failure = isCurrent && typeof shown.answer === "string" ? shown.answer : null;

  return (
    <section aria-label="Who that is now" className="grid content-start gap-3 self-start md:sticky md:top-20">
      <p className="font-medium">{sentence}</p>
      {unfinished > 0 && (
        <p className="text-muted">
          {unfinished === 1 ? "One condition is" : `${unfinished} conditions are`} not finished, and not
          counted yet.
        </p>
      )}
      <p role="status" className="min-h-5 text-muted">
        {isCurrent ? (counted && !failure ? countedWords(counted) : "") : "Counting…"}
      </p>
      {failure && <Notice tone="warning" title={failure} />}
      <div className="grid min-h-40 content-start gap-3">
        {counted && !failure && <Count preview={counted} />}
      </div>
    </section>
  );
}

const countedWords = ({ supplied, reachable }: AudiencePreview) =>
  supplied === 0
    ? "Nobody in the program is like that now."
    : `${whole.format(supplied)} ${supplied === 1 ? "person" : "people"}, ${whole.format(reachable)} could be texted now.`;

function Count({ preview: { supplied, reachable, excluded } }: { preview: AudiencePreview }) {
  if (supplied === 0) return null;
  return (
    <>
      <ShareBar count={reachable} of={supplied} words="could be texted" />
      {excluded.length > 0 && (
        <div>
          <p className="text-muted">The others, and why not:</p>
          <ul className="grid">
            {excluded.map(({ code, people }) => (
              <li key={code} className="flex justify-between gap-4 border-b py-1.5 last:border-b-0">
                <span>{excludedWords[code] ?? code}</span>
                <span className="tabular-nums">{whole.format(people)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
