import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { FormText } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/page-frame";
import { paceAccountAction } from "./actions";

/** How many calls the carrier takes from all our numbers together. */
export function AccountPace({ perSecond }: { perSecond: number }) {
  return (
    <Section title="All numbers together">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="tabular-nums">
          At most {perSecond.toLocaleString("en-US")} {perSecond === 1 ? "text" : "texts"} a second.
        </p>
        <ConfirmDialog
          trigger={<Button aria-label="Change the pace of all numbers together">Change</Button>}
          title="How fast all numbers send together"
          description={<p>30 a second, unless the carrier raised it for this account.</p>}
          confirm="Change the pace"
          pending="Changing"
          action={paceAccountAction}
        >
          <FormText
            name="requestsPerSecond"
            label="Texts a second"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={String(perSecond)}
          />
        </ConfirmDialog>
      </div>
    </Section>
  );
}
