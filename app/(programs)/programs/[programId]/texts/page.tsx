import type { Metadata, Route } from "next";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageFrame, Section } from "@/components/ui/page-frame";
import { isId } from "@/lib/ids";
import { notSentTexts } from "@/lib/messaging/queries";
import { type NotSentState, notSentStates } from "@/lib/messaging/types";
import { programSummary } from "@/lib/programs/queries";
import { load, pageContext } from "@/lib/web/page-context";
import { ReasonCounts } from "./reason-counts";
import { StateFilter } from "./state-filter";
import { TextTable } from "./text-table";

export const metadata: Metadata = { title: "Texts that did not arrive" };

export default async function TextsPage(props: PageProps<"/programs/[programId]/texts">) {
  const ctx = await pageContext();
  const { programId } = await props.params;
  const wanted = wantedOf(await props.searchParams);
  const [page, program] = await load(() =>
    Promise.all([notSentTexts(ctx, programId, wanted), programSummary(ctx, programId)]),
  );
  const address = `/programs/${programId}/texts` as Route;
  const here = (after?: string) =>
    `${address}?${new URLSearchParams({ ...(wanted.state && { state: wanted.state }), ...(after && { after }) })}` as Route;

  return (
    <PageFrame
      title="Texts that did not arrive"
      lead={`What did not reach its phone in the last ${page.days} days, and why.`}
    >
      <LiveRefresh kinds={["message.changed"]} programId={programId} atMostEvery={10_000} />
      {page.counts.length === 0 ? (
        <EmptyState title={`Every text of the last ${page.days} days arrived, or is on its way`}>
          Texts that are held back, refused, lost on the way or in doubt are listed here, with the reason.
        </EmptyState>
      ) : (
        <>
          <ReasonCounts counts={page.counts} />
          <Section
            title="Each text"
            lead="Newest first. Whom it was for and what it said stands in the nurses' conversations only."
            actions={<StateFilter address={address} counts={page.counts} shown={wanted.state} />}
          >
            {page.texts.length === 0 ? (
              <p className="border-t py-10 text-muted">No text is shown by this filter.</p>
            ) : (
              <TextTable texts={page.texts} now={ctx.now.toISOString()} zone={program.timeZone} />
            )}
            {(wanted.after || page.next) && (
              <nav aria-label="More texts" className="mt-4 flex flex-wrap gap-2 print:hidden">
                {wanted.after && <ButtonLink href={here()}>Newest texts</ButtonLink>}
                {page.next && <ButtonLink href={here(page.next)}>Older texts</ButtonLink>}
              </nav>
            )}
          </Section>
        </>
      )}
    </PageFrame>
  );
}

type Search = Awaited<PageProps<"/programs/[programId]/texts">["searchParams"]>;

function wantedOf({ state, after }: Search): { state?: NotSentState; after?: string } {
  const known = notSentStates.find((one) => one === state);
  return { ...(known && { state: known }), ...(typeof after === "string" && isId(after) && { after }) };
}
