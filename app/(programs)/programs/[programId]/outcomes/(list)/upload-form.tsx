"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { CsvField, problemOfCsv } from "@/components/files/csv-field";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  evidenceWords,
  type OutcomeKind,
  outcomeKinds,
  outcomeKindWords,
  outcomeLimit,
} from "@/lib/outcomes/types";
import { upload } from "./upload";

const megabytes = outcomeLimit.bytes / 1_000_000;
const most = `Up to ${outcomeLimit.rows.toLocaleString("en-US")} rows and ${megabytes} MB.`;
const columns: Record<OutcomeKind, string> = {
  claims: "A CSV file with member_id, service_date and, if you have it, code.",
  clinic: "A CSV file with member_id, visit_date and, if you have it, code.",
  touches: "A CSV file with member_id, date, channel and, if you have it, reached (yes or no).",
};
const samples: Record<OutcomeKind, string> = {
  claims: "/sample-claims.csv",
  clinic: "/sample-claims.csv",
  touches: "/sample-touches.csv",
};

/** Sends the file as it is. While it is read the page says so, and a second press does nothing. */
export function UploadForm({ programId }: { programId: string }) {
  const router = useRouter();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<OutcomeKind>("claims");
  const [codes, setCodes] = useState("");
  const [reading, setReading] = useState(false);
  const [wrongFile, setWrongFile] = useState<string[]>([]);
  const [wrongCodes, setWrongCodes] = useState<string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const hint = `${columns[kind]} ${most}`;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (reading) return;
    const file = picker.current?.files?.[0];
    const wrong = problemOfCsv(file, outcomeLimit);
    setWrongFile(wrong ? [wrong] : []);
    setWrongCodes([]);
    setFailure(null);
    if (!file || wrong) {
      picker.current?.focus();
      return;
    }
    setReading(true);
    const answer = await upload(programId, { kind, file, codes: kind === "touches" ? "" : codes });
    if (answer.ok) {
      router.push(`/programs/${programId}/outcomes/${answer.fileId}`);
      return;
    }
    setReading(false);
    setFailure(answer.message);
    setWrongCodes(
      Object.entries(answer.fields ?? {}).flatMap(([name, why]) => (/^codes/.test(name) ? why : [])),
    );
    router.refresh();
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      aria-busy={reading || undefined}
      noValidate
      className="grid max-w-prose gap-4"
    >
      {failure && <Notice tone="danger" role="alert" title={failure} />}
      <RadioGroup
        label="What the file holds"
        name="kind"
        defaultValue={kind}
        onValueChange={(value) => setKind(value as OutcomeKind)}
        options={outcomeKinds.map((value) => ({
          ...{ value, label: outcomeKindWords[value], hint: evidenceWords[value], disabled: reading },
        }))}
      />
      <CsvField
        id={id}
        label="File of outcomes"
        hint={hint}
        sample={samples[kind]}
        picker={picker}
        errors={wrongFile}
        disabled={reading}
      />
      {kind !== "touches" && (
        <TextField
          label="Only these codes count"
          optional
          hint="Such as 99381, 99382; 9939* stands for all that begin so. Left empty, every row counts."
          errors={wrongCodes}
          value={codes}
          onChange={(event) => setCodes(event.target.value)}
          disabled={reading}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={reading} pendingLabel="Reading the file">
          Upload and match
        </SubmitButton>
        <p role="status" className="text-muted">
          {reading && "Every row is being matched. This takes up to two minutes; stay on this page."}
        </p>
      </div>
    </form>
  );
}
