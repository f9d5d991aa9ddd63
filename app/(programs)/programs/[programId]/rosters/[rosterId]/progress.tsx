import type { Route } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { ShareBar } from "@/components/ui/share-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { exactTime } from "@/components/ui/time-words";
import { daysKept, type RosterDetail } from "@/lib/rosters/types";
import { startCommitAction } from "./actions";
import { ColumnForm } from "./column-form";
import { EffectCounts } from "./effect-counts";
import { PartBar } from "./part-bar";
import { patientsOf } from "./words";

type Props = { roster: RosterDetail; mayImport: boolean; mayUpload: boolean; zone: string };

/** Where the roster stands and the one next step. */
export function Progress({ roster, mayImport, mayUpload, zone }: Props) {
  const { state, rows, importable, committed, programId } = roster;
  const again = (
    <ButtonLink href={`/programs/${programId}/rosters` as Route} className="justify-self-start">
      Upload another file
    </ButtonLink>
  );

  const kept = roster.keptUntil && (
    <p className="max-w-prose text-muted">
      Its file and its rows are deleted on {exactTime(new Date(roster.keptUntil), zone)}, unless somebody
      imports it before.
    </p>
  );

  switch (state) {
    case "failed":
      return (
        <div className="grid max-w-prose gap-4">
          <Notice tone="danger" title="This file could not be read">
            <p>{roster.failure}</p>
          </Notice>
          {again}
        </div>
      );
    case "lapsed":
      return (
        <div className="grid max-w-prose gap-4">
          <Notice title="Nobody imported this roster">
            <p>
              {roster.failure} A roster that nobody imports is kept for {daysKept} days. To import it after
              all, upload the file again.
            </p>
          </Notice>
          {again}
        </div>
      );
    case "reading":
      return (
        <Notice className="max-w-prose" title="This file is being uploaded">
          <p>You decide about the import when all of it is here and checked.</p>
        </Notice>
      );
    case "mapping":
      return (
        <div className="grid gap-4">
          {mayUpload && roster.columns ? (
            <ColumnForm rosterId={roster.id} fileColumns={roster.columns} />
          ) : (
            <Notice className="max-w-prose" title="Somebody has to say which column is which" />
          )}
          {kept}
        </div>
      );
    case "checking":
      return (
        <Notice role="status" className="max-w-prose" title="The rows are being checked">
          <PartBar done={roster.bytesChecked} of={roster.bytes} words="of the file" />
          <p>{rows.toLocaleString("en-US")} rows so far. You can leave this page: it goes on by itself.</p>
        </Notice>
      );
    case "checked":
      return (
        <div className="grid gap-4">
          <ShareBar count={importable} of={rows} words="rows can be imported" />
          <EffectCounts roster={roster} />
          {importable === 0 ? (
            <>
              <Notice tone="warning" title="No row can be imported" className="max-w-prose">
                <p>Below is what is wrong with each row. Correct the file and upload it again.</p>
              </Notice>
              {again}
            </>
          ) : (
            mayImport && (
              <ActionForm action={startCommitAction}>
                <input type="hidden" name="rosterId" value={roster.id} />
                <p className="text-muted">
                  Patients we know are brought up to date, new ones are added. Importing texts nobody and
                  undoes no stop.
                </p>
                <SubmitButton pendingLabel="Starting the import" className="justify-self-start">
                  Import {patientsOf(importable)}
                </SubmitButton>
              </ActionForm>
            )
          )}
          {kept}
        </div>
      );
    case "committing":
      return (
        <Notice role="status" className="max-w-prose" title="The import is running">
          <ShareBar count={committed} of={importable} words="imported" />
          <p>You can leave this page: it goes on by itself.</p>
        </Notice>
      );
    case "committed":
      return (
        <div className="grid max-w-prose gap-4">
          <Notice role="status" tone="success" title={`${patientsOf(committed)} imported`}>
            <p>
              {roster.added.toLocaleString("en-US")} were new, {roster.changed.toLocaleString("en-US")}{" "}
              changed, {roster.unchanged.toLocaleString("en-US")} as we knew them.
            </p>
            {rows > committed && (
              <p>
                {(rows - committed).toLocaleString("en-US")} of {rows.toLocaleString("en-US")} rows were left
                out; below is why.
              </p>
            )}
          </Notice>
          <ButtonLink href={`/programs/${programId}/campaigns` as Route} className="justify-self-start">
            Go to campaigns
          </ButtonLink>
        </div>
      );
  }
}
