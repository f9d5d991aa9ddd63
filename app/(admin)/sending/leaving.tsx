import Link from "next/link";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { apart } from "@/components/ui/time-words";
import { type CarrierStanding, type SenderStanding, stopRemedies } from "@/lib/messaging/types";
import { resumeAccountAction } from "./actions";
import { allWaiting, isLate, texts } from "./words";

type Props = {
  configured: boolean;
  standing: CarrierStanding;
  silence: { since: string; texts: number } | null;
  senders: SenderStanding[];
  now: string;
};

/** The one line that an admin comes for: does everything leave? If not, why, and what to do. */
export function Leaving({ configured, standing, silence, senders, now }: Props) {
  const waiting = allWaiting(senders);
  if (!configured)
    return <Notice tone="warning" title={`Nothing leaves: texting is not configured. ${waiting}`} />;
  return (
    <div className="grid gap-3" aria-live="polite">
      {standing.stopped ? (
        <Stopped reason={standing.stopped.reason} waiting={waiting} />
      ) : standing.resting ? (
        <Notice tone="warning" title="Sending rests: calls to the carrier fail.">
          <p>It is tried again by itself, at the latest after a minute. Nothing is lost. {waiting}</p>
        </Notice>
      ) : isLate(senders, now) ? (
        <Notice tone="warning" title="Texts wait longer than they should.">
          <p>
            {waiting} Nothing is lost. See whether a worker is running (
            <code className="font-mono text-sm">npm run worker</code>); if one is, its log says why.
          </p>
        </Notice>
      ) : (
        <Notice tone="success" title="Texts are leaving.">
          <p>{waiting}</p>
        </Notice>
      )}
      {silence && (
        <Notice
          tone="warning"
          title={`No word from the carrier for ${apart(Date.parse(now) - Date.parse(silence.since))} while ${texts(silence.texts)} went out.`}
        >
          <p>
            Receipts, replies and STOPs may be on their way to a wrong address. In the carrier's dashboard,
            compare the application's two webhooks with this deployment's address, ending in{" "}
            <code className="font-mono text-sm">/api/vonage/inbound</code> and{" "}
            <code className="font-mono text-sm">/api/vonage/status</code>.
          </p>
        </Notice>
      )}
    </div>
  );
}

function Stopped({ reason, waiting }: { reason: string; waiting: string }) {
  const remedy = stopRemedies[reason] ?? "Put right in the carrier's dashboard what it refuses.";
  return (
    <Notice tone="danger" title="Nothing leaves: the carrier refused the account.">
      <p>
        {reason} {waiting} What patients send still arrives.
      </p>
      <p>
        <strong className="font-semibold">First put it right.</strong> {remedy} Then resume here. The{" "}
        <Link href="/audit?action=account.stopped">audit trail</Link> says since when.
      </p>
      <div className="mt-1">
        <ConfirmDialog
          trigger={<Button variant="primary">Resume</Button>}
          title="Let texts leave again?"
          description={
            <p>
              Only once this is done: {remedy} What waits then leaves by itself. If the carrier still refuses,
              everything stops again and nothing is lost.
            </p>
          }
          confirm="Resume"
          pending="Resuming"
          action={resumeAccountAction}
        />
      </div>
    </Notice>
  );
}
