import type { Metadata } from "next";
import { TimedRefresh } from "@/components/shell/timed-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { carrierSettings } from "@/lib/env";
import { lineStanding } from "@/lib/messaging/line-checks";
import { parkedEvents } from "@/lib/messaging/parked-event";
import { accountPace, carrierStanding, senderStandings } from "@/lib/messaging/standing";
import { webhookSilence } from "@/lib/messaging/webhook-silence";
import { standingOf } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { AccountPace } from "./account-pace";
import { Leaving } from "./leaving";
import { LineChecks } from "./line-checks";
import { LineTable } from "./line-table";
import { ParkedEvents } from "./parked-events";

export const metadata: Metadata = { title: "Sending" };

export default async function SendingPage() {
  const ctx = await pageContext();
  // First: the queries after it do not ask who may.
  const senders = await load(() => senderStandings(ctx));
  const [perSecond, standing, silence, parked, lines, { zone }] = await Promise.all([
    accountPace(ctx),
    carrierStanding(ctx),
    webhookSilence(ctx),
    parkedEvents(ctx),
    lineStanding(ctx),
    standingOf(ctx),
  ]);
  const now = ctx.now.toISOString();
  const configured = carrierSettings() !== undefined;

  return (
    <PageFrame title="Sending" lead="Whether everything leaves, and what waits.">
      <Leaving
        configured={configured}
        standing={standing}
        silence={silence && { since: silence.since.toISOString(), texts: silence.texts }}
        senders={senders}
        now={now}
      />
      <Section title="Our numbers" lead="What waits to leave from each, and what it has sent today.">
        {senders.length === 0 ? (
          <EmptyState title="No number yet" action={<ButtonLink href="/senders">Add a number</ButtonLink>}>
            Nothing can leave before there is one.
          </EmptyState>
        ) : (
          <LineTable senders={senders} now={now} zone={zone} />
        )}
      </Section>
      <AccountPace perSecond={perSecond} />
      <LineChecks configured={configured} lines={lines} now={now} zone={zone} />
      <ParkedEvents events={parked} now={now} zone={zone} />
      <TimedRefresh every={10_000} />
    </PageFrame>
  );
}
