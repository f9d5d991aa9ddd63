import { Section } from "@/components/ui/page-frame";
import { share } from "@/components/ui/share";
import { Status } from "@/components/ui/status";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type NotSentCount, stateWords } from "@/lib/messaging/types";
import { reasonWords, tones } from "./words";

/** What happened to how many, most first. Reasons that read the same stand in one line. */
export function ReasonCounts({ counts }: { counts: NotSentCount[] }) {
  const total = counts.reduce((n, { texts }) => n + texts, 0);
  return (
    <Section
      title="What happened"
      lead={`${total.toLocaleString("en-US")} ${total === 1 ? "text" : "texts"} in all.`}
    >
      <Table caption="Texts that did not arrive, by what happened" stacked>
        <TableHead>
          <Column>What happened</Column>
          <Column>Why</Column>
          <Column numeric>Texts</Column>
        </TableHead>
        <tbody>
          {inWords(counts).map(({ state, words, texts }) => (
            <Row key={`${state} ${words}`}>
              <Cell heading className="font-normal">
                <Status tone={tones[state]} className="items-start whitespace-normal [&_svg]:mt-0.5">
                  {stateWords[state]}
                </Status>
              </Cell>
              <Cell label="Why">{words}</Cell>
              <Cell numeric label="Texts">
                {share(texts, total)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function inWords(counts: NotSentCount[]) {
  const lines = new Map<string, { state: NotSentCount["state"]; words: string; texts: number }>();
  for (const { state, reason, texts } of counts) {
    const words = reasonWords(state, reason);
    const line = lines.get(`${state} ${words}`);
    lines.set(`${state} ${words}`, { state, words, texts: texts + (line?.texts ?? 0) });
  }
  return [...lines.values()].sort((a, b) => b.texts - a.texts);
}
