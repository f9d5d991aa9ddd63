import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ShareBar } from "@/components/ui/share-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OutcomeFileDetail } from "@/lib/outcomes/types";
import { startImportAction } from "./actions";
import { countOf, rowsOf } from "./words";

type Props = { file: OutcomeFileDetail; mayImport: boolean };

/** Where the file stands and the one next step. */
export function Progress({ file, mayImport }: Props) {
  const { state, kind, rows, matched, known, rejected, committed, programId } = file;
  const again = (
    <ButtonLink href={`/programs/${programId}/outcomes` as Route} className="justify-self-start">
      Upload another file
    </ButtonLink>
  );

  switch (state) {
    case "failed":
    case "unfinished":
      return (
        <div className="grid max-w-prose gap-4">
          <Notice
            tone="danger"
            title={state === "failed" ? "This file could not be read" : "Reading this file did not finish"}
          >
            <p>{state === "failed" ? file.failure : "Nothing was imported. Upload the file again."}</p>
          </Notice>
          {again}
        </div>
      );
    case "reading":
      return (
        <Notice className="max-w-prose" title="This file is still being read">
          <p>{rowsOf(rows)} so far. You decide about the import when all are matched.</p>
        </Notice>
      );
    case "checked":
      return (
        <div className="grid max-w-prose gap-4">
          <ShareBar count={matched + known} of={rows} words="rows match a patient" />
          {matched === 0 ? (
            <>
              <Notice tone={known > 0 ? "info" : "warning"} title="Nothing in this file is new">
                <p>
                  {known > 0
                    ? `${known === rows ? "All rows are" : `${rowsOf(known)} are`} known already. There is nothing to import.`
                    : "No row matches a patient of this program. Below is what is wrong with each row."}
                </p>
              </Notice>
              {again}
            </>
          ) : (
            mayImport && (
              <ActionForm action={startImportAction}>
                <input type="hidden" name="fileId" value={file.id} />
                <p className="text-muted">{consequence(kind)} What is recorded already stays as it is.</p>
                <SubmitButton pendingLabel="Starting the import" className="justify-self-start">
                  Import {countOf(kind, matched)}
                </SubmitButton>
              </ActionForm>
            )
          )}
        </div>
      );
    case "committing":
      return (
        <Notice role="status" className="max-w-prose" title="The import is running">
          <ShareBar count={committed} of={matched} words="imported" />
          <p>You can leave this page: it goes on by itself.</p>
        </Notice>
      );
    case "committed":
      return (
        <div className="grid max-w-prose gap-4">
          <Notice role="status" tone="success" title={`${countOf(kind, committed)} imported`}>
            {rows > committed && (
              <p>
                Of {rowsOf(rows)}, {known.toLocaleString("en-US")} were known already and{" "}
                {rejected.toLocaleString("en-US")} left out.
              </p>
            )}
          </Notice>
          {kind === "touches" ? (
            again
          ) : (
            <ButtonLink href={`/programs/${programId}/results` as Route} className="justify-self-start">
              See the results
            </ButtonLink>
          )}
        </div>
      );
  }
}

const consequence = (kind: OutcomeFileDetail["kind"]) =>
  kind === "touches"
    ? "Touches are kept beside the patients and move no result."
    : "Each is recorded as the desired action, for everybody alike: the results move with it.";
