"use client";

import { Siren } from "lucide-react";
import type { Route } from "next";
import { usePathname } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { KeyCaps } from "@/components/keys/key-caps";
import { useShortcut } from "@/components/keys/shortcuts";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AlertsNow, OpenAlert } from "@/lib/inbox/types";
import { type AcknowledgeAction, useAcknowledging } from "./acknowledging";
import { useRinging, useTestAlert } from "./alert-ringing";
import { useAlerts } from "./alerts-now";
import { RootMark } from "./root-mark";
import { useTitleBadge } from "./title-badge";

type Props = {
  /** As the page was read with them. */
  read: AlertsNow;
  acknowledge: AcknowledgeAction;
};

/** Over every page while an emergency rings: the one of the conversation that is open, else the longest wait. */
export function AlertBanner({ read, acknowledge: action }: Props) {
  const { alerts, now } = useAlerts(read);
  const [testing, endTest] = useTestAlert();
  const path = usePathname();
  const area = useRef<HTMLElement>(null);
  const { acknowledge, pending, answer, putAway } = useAcknowledging(action);

  const isHere = (one: OpenAlert) => one.patient !== null && path === addressOf(one.patient.threadId);
  const shown = alerts.find(isHere) ?? alerts[0];
  const { times, held } = useRinging(shown ? `${shown.id} ${shown.raisedAt}` : testing ? "test" : null);
  useTitleBadge(alerts.length || Number(testing));

  // The buttons go with the alert: the focus must not go with them.
  function take() {
    if (!shown?.patient) return;
    if (area.current?.contains(document.activeElement)) area.current.focus({ preventScroll: true });
    acknowledge(shown.patient);
  }
  useShortcut({ key: "a", words: "Acknowledge the emergency", run: take }, Boolean(shown?.patient));

  const mine = answer && !(answer.refused === null && path === addressOf(answer.threadId));
  return (
    <section
      ref={area}
      tabIndex={-1}
      aria-label="Emergencies"
      className="z-10 outline-none md:sticky md:top-(--shell-head) print:hidden"
    >
      {shown ? (
        <Strip
          times={times}
          words={wordsOf(shown)}
          quote={shown.patient?.words ?? null}
          more={alerts.length - 1}
          held={held}
          since={<RelativeTime at={shown.raisedAt} now={now} zone={shown.timeZone} />}
        >
          {shown.patient && (
            <>
              {!isHere(shown) && (
                <ButtonLink href={addressOf(shown.patient.threadId)} prefetch={false} className={onRed}>
                  Open
                </ButtonLink>
              )}
              <SubmitButton
                variant="secondary"
                pending={pending}
                pendingLabel="Acknowledging"
                onClick={take}
                aria-keyshortcuts="a"
                className={onRed}
              >
                Acknowledge
                <KeyCaps of="a" />
              </SubmitButton>
            </>
          )}
        </Strip>
      ) : testing ? (
        <Strip times={times} words="This is a test. No patient waits." quote={null} held={held}>
          <Button onClick={endTest} className={onRed}>
            End the test
          </Button>
        </Strip>
      ) : null}
      <div role="status">
        {mine && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-danger-soft px-4 py-2 md:px-6">
            <span>{answer.refused ?? `You acknowledged the emergency of ${answer.who}.`}</span>
            {answer.refused === null && (
              <ButtonLink href={addressOf(answer.threadId)} prefetch={false} onClick={putAway}>
                Open
              </ButtonLink>
            )}
            <Button variant="quiet" onClick={putAway}>
              Done
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

const addressOf = (threadId: string): Route => `/inbox/${threadId}` as Route;

const onRed = "border-transparent bg-surface text-ink hover:bg-hover";

const wordsOf = ({ patient, program }: OpenAlert): string =>
  patient
    ? `Emergency: ${patient.who}${patient.stopped ? ", whose number is stopped: call" : ""}`
    : `An emergency in ${program} waits. Reach a nurse.`;

type StripProps = {
  /** How often it rang. */
  times: number;
  words: string;
  quote: string | null;
  /** How many others ring. */
  more?: number;
  held: boolean;
  since?: ReactNode;
  children: ReactNode;
};

/** Said anew each time that it rings; the time stands outside of what is said, or it would be read out each minute. */
function Strip({ times, words, quote, more = 0, held, since, children }: StripProps) {
  return (
    <div
      data-alert
      className="flex h-(--shell-alert) items-center gap-x-4 gap-y-1 bg-emergency px-4 text-on-emergency max-md:flex-col max-md:items-stretch max-md:justify-center md:px-6"
    >
      <RootMark of="alert" />
      <div className="flex min-w-0 flex-1 items-center gap-2.5 max-md:flex-none">
        <Siren aria-hidden className="size-5 shrink-0" />
        <div className="min-w-0">
          <p key={times} role="alert" className="truncate font-semibold">
            {words}
            {quote && <span className="font-normal"> “{quote}”</span>}
          </p>
          <p className="truncate text-sm">
            {since && <>Waiting {since}</>}
            {more > 0 && ` · ${more} more ${more === 1 ? "emergency" : "emergencies"}`}
            {held && " · Press anything, and this browser lets it sound"}
          </p>
        </div>
      </div>
      <div className="flex gap-2 max-md:*:flex-1">{children}</div>
    </div>
  );
}
