"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { CsvField, problemOfCsv } from "@/components/files/csv-field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { uploadLimit } from "@/lib/rosters/types";
import { upload } from "./upload";

const megabytes = uploadLimit.bytes / 1_000_000;
const hint = `A CSV file with member number, name, birth date, phone and consent; language, address, plan, tags, due dates and status too if you have them. Columns may be called what they are called. Up to ${uploadLimit.rows.toLocaleString("en-US")} rows and ${megabytes} MB.`;

/** Sends the file as it is. While it goes up the page says so, and a second press does nothing. */
export function UploadForm({ programId }: { programId: string }) {
  const router = useRouter();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [wrongFile, setWrongFile] = useState<string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending) return;
    const file = picker.current?.files?.[0];
    const wrong = problemOfCsv(file, uploadLimit);
    setWrongFile(wrong ? [wrong] : []);
    setFailure(null);
    if (!file || wrong) {
      picker.current?.focus();
      return;
    }
    setSending(true);
    const answer = await upload(programId, file);
    if (answer.ok) {
      router.push(`/programs/${programId}/rosters/${answer.rosterId}`);
      return;
    }
    setSending(false);
    setFailure(answer.message);
    router.refresh();
  }

  return (
    <form
      onSubmit={(event) => void submit(event)}
      aria-busy={sending || undefined}
      noValidate
      className="grid max-w-prose gap-4"
    >
      {failure && <Notice tone="danger" role="alert" title={failure} />}
      <CsvField
        id={id}
        label="Roster file"
        hint={hint}
        sample="/sample-roster.csv"
        picker={picker}
        errors={wrongFile}
        disabled={sending}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={sending} pendingLabel="Uploading the file">
          Upload and check
        </SubmitButton>
        <p role="status" className="text-muted">
          {sending && "The file is being uploaded: stay on this page. Checking goes on by itself afterwards."}
        </p>
      </div>
    </form>
  );
}
