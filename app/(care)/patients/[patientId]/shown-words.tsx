import { ChevronRight } from "lucide-react";
import { languageName } from "@/app/(care)/patients/words";

type Props = { words: string; version: string | null; language: string | null };

/** The very words, behind a line that says which. */
export function ShownWords({ words, version, language }: Props) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 items-center gap-1 rounded text-accent underline-offset-2 hover:underline max-md:min-h-11">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        The exact words{language && `, in ${languageName(language)}`}
      </summary>
      <blockquote className="mt-1 max-w-prose border-l-2 pl-3">
        <p lang={language ?? undefined}>{words}</p>
        {version && <p className="text-muted text-sm">Version {version}</p>}
      </blockquote>
    </details>
  );
}
