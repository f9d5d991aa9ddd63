import type { Finding } from "@/lib/messaging/types";

/** What is wrong with a text, a sentence each. */
export function Findings({ findings }: { findings: readonly Pick<Finding, "sentence">[] }) {
  if (findings.length === 1) return <p>{findings[0]?.sentence}</p>;
  return (
    <ul className="grid list-disc gap-1 pl-4">
      {findings.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
