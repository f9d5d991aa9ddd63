import type { Route } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Activity } from "@/components/shell/activity";
import { AlertBanner } from "@/components/shell/alert-banner";
import { AppShell } from "@/components/shell/app-shell";
import { LiveConnection } from "@/components/shell/live-connection";
import { LiveRefresh } from "@/components/shell/live-refresh";
import type { NavItem } from "@/components/shell/rail";
import { Notice } from "@/components/ui/notice";
import { carrierIsSimulated, carrierSettings } from "@/lib/env";
import { myClaims } from "@/lib/inbox/hand-over";
import { openAlerts } from "@/lib/inbox/queries-alerts";
import { carrierStanding } from "@/lib/messaging/standing";
import { coversOf } from "@/lib/programs/cover";
import { standingOf } from "@/lib/programs/queries";
import { roleWords } from "@/lib/users/types";
import { sessionTag } from "@/lib/web/auth";
import { mayI, pageContext } from "@/lib/web/page-context";
import { acknowledgeAlertAction } from "./alert-actions";
import { CarrierBanner } from "./carrier-banner";
import { CarrierWatch } from "./carrier-watch";
import { CoverMenu } from "./cover-menu";
import { coverWords } from "./cover-words";
import { Standing } from "./standing";

const places: { item: NavItem; needs: Parameters<typeof mayI>[1] }[] = [
  { item: { href: "/inbox" as Route, label: "Inbox", icon: "inbox" }, needs: "inbox.read" },
  { item: { href: "/patients", label: "Patients", icon: "patients" }, needs: "patient.search" },
  { item: { href: "/programs", label: "Programs", icon: "programs" }, needs: "campaign.read" },
  { item: { href: "/users", label: "People", icon: "users" }, needs: "user.read" },
  { item: { href: "/senders", label: "Numbers", icon: "senders" }, needs: "sender.add" },
  { item: { href: "/sending", label: "Sending", icon: "sending" }, needs: "carrier.read" },
  { item: { href: "/audit", label: "Audit", icon: "audit" }, needs: "audit.read" },
];

type Props = { needs: Parameters<typeof mayI>[1]; children: ReactNode };

/** The shell around every signed-in page. It shows where one may go and proves nothing: pages authorize. */
export async function Frame({ needs, children }: Props) {
  const ctx = await pageContext();
  // Here because the answer's status is still open; the pages inside would say the same.
  if (!mayI(ctx, needs)) notFound();
  const mayCover = mayI(ctx, "cover.take");
  const [standing, carrier, streamKey, covers, claims, alerts] = await Promise.all([
    standingOf(ctx),
    carrierStanding(ctx),
    sessionTag(),
    mayI(ctx, "program.read") ? coversOf(ctx) : [],
    mayCover ? myClaims(ctx) : [],
    openAlerts(ctx),
  ]);
  const covered = coverWords(covers);
  const { name, role } = ctx.actor;
  const now = ctx.now.toISOString();
  const configured = carrierSettings() !== undefined;

  return (
    <AppShell
      items={places.filter(({ needs }) => mayI(ctx, needs)).map(({ item }) => item)}
      organization={standing.brand}
      me={{ name, role: roleWords[role], signOut: "/api/auth/sign-out" }}
      connection={<LiveConnection streamKey={streamKey} now={now} zone={standing.zone} />}
      cover={
        mayCover && covers.length > 0 ? (
          <CoverMenu words={covered ?? "Nobody covers"} covers={covers} claims={claims.length} />
        ) : (
          covered
        )
      }
      alert={<AlertBanner read={alerts} acknowledge={acknowledgeAlertAction} />}
      standing={
        <Standing
          words={[configured && carrierIsSimulated() && "Simulated carrier", standing.words]
            .filter(Boolean)
            .join(" · ")}
          changesAt={standing.changesAt}
          now={now}
        />
      }
    >
      <Activity />
      <LiveRefresh kinds={["program.changed"]} atMostEvery={5_000} />
      <CarrierWatch stopped={carrier.stopped !== null} />
      {carrier.stopped && (
        <CarrierBanner
          reason={carrier.stopped.reason}
          replies={mayI(ctx, "thread.reply")}
          admin={mayI(ctx, "carrier.resume")}
        />
      )}
      {!configured && (
        <Notice
          tone="warning"
          title="Texting is not configured: nothing leaves."
          className="mx-4 mt-4 md:mx-6"
        >
          <p>No text reaches a patient until this deployment's four VONAGE_ settings are set.</p>
        </Notice>
      )}
      {children}
    </AppShell>
  );
}
