"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { FieldError } from "@/components/ui/field-error";
import { control, describe } from "@/components/ui/field-frame";
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
    const wrong = problemOf(file);
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
      <div className="grid gap-1">
        <label htmlFor={id} className="font-medium">
          Roster file
        </label>
        <p id={`${id}-hint`} className="text-muted">
          {hint}{" "}
          <a href="/sample-roster.csv" download className="text-accent underline underline-offset-2">
            Download the sample file
          </a>
        </p>
        <FieldError id={`${id}-error`} errors={wrongFile} />
        <input
          ref={picker}
          type="file"
          accept=".csv,.txt,text/csv"
          disabled={sending}
          {...describe(id, { hint, errors: wrongFile })}
          className={`${control} py-1 file:mr-3 file:min-h-6 file:rounded file:border-0 file:bg-hover file:px-2 file:font-medium max-md:py-2.5`}
        />
      </div>
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

function problemOf(file: File | undefined): string | null {
  if (!file) return "Choose a file first.";
  if (/\.(pdf|xlsx?|xlsm|ods|numbers|docx?|zip)$/i.test(file.name))
    return "This is not a CSV file. Open it in your spreadsheet program, save it as CSV, and choose that file.";
  if (file.size === 0) return "This file is empty. Choose another one.";
  if (file.size > uploadLimit.bytes)
    return `This file is larger than ${megabytes} MB. Split it and upload the parts one after the other.`;
  return null;
}
