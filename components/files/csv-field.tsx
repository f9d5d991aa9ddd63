import type { RefObject } from "react";
import { FieldError } from "@/components/ui/field-error";
import { control, describe } from "@/components/ui/field-frame";

type Props = {
  id: string;
  label: string;
  hint: string;
  /** Address of a file that shows what one looks like. */
  sample: string;
  picker: RefObject<HTMLInputElement | null>;
  errors: string[];
  disabled: boolean;
};

/** Where a CSV file is chosen. `problemOfCsv` says what is wrong with it before it is sent. */
export function CsvField({ id, label, hint, sample, picker, errors, disabled }: Props) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-muted">
        {hint}{" "}
        <a href={sample} download className="text-accent underline underline-offset-2">
          Download the sample file
        </a>
      </p>
      <FieldError id={`${id}-error`} errors={errors} />
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,text/csv"
        disabled={disabled}
        {...describe(id, { hint, errors })}
        className={`${control} py-1 file:mr-3 file:min-h-6 file:rounded file:border-0 file:bg-hover file:px-2 file:font-medium max-md:py-2.5`}
      />
    </div>
  );
}

/** What can be said of a file before it is sent; null when nothing is wrong. */
export function problemOfCsv(file: File | undefined, limit: { bytes: number }): string | null {
  if (!file) return "Choose a file first.";
  if (/\.(pdf|xlsx?|xlsm|ods|numbers|docx?|zip)$/i.test(file.name))
    return "This is not a CSV file. Open it in your spreadsheet program, save it as CSV, and choose that file.";
  if (file.size === 0) return "This file is empty. Choose another one.";
  if (file.size > limit.bytes)
    return `This file is larger than ${limit.bytes / 1_000_000} MB. Split it and upload the parts one after the other.`;
  return null;
}
