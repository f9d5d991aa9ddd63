import type { ReactNode } from "react";

type Props = {
  /** Whose phone this is: "Rosa, in English". */
  label: string;
  /** BCP 47, so that it is read out in its own language. */
  language: string;
  text: string;
  /** What it costs, under the bubble. */
  children?: ReactNode;
};

/** A text as a member would get it. */
export function PhonePreview({ label, language, text, children }: Props) {
  return (
    <figure className="grid content-start gap-2 rounded bg-sunken p-4">
      <figcaption className="text-muted text-sm">{label}</figcaption>
      <p
        lang={language}
        className="max-w-[34ch] justify-self-start whitespace-pre-wrap break-words rounded border bg-surface px-3 py-2 text-lg"
      >
        {text.trim() === "" ? <span className="text-muted">Nothing written yet</span> : text}
      </p>
      {children}
    </figure>
  );
}
