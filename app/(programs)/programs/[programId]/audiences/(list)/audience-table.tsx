import Link from "next/link";
import { audienceLink, campaignLink } from "@/app/(programs)/programs/[programId]/audiences/links";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { exactTime } from "@/components/ui/time-words";
import type { AudienceItem } from "@/lib/campaigns/types";

type Props = { programId: string; audiences: AudienceItem[]; zone: string };

const link = "rounded underline underline-offset-2 max-md:inline-block max-md:min-h-11";

export function AudienceTable({ programId, audiences, zone }: Props) {
  return (
    <Table caption="Audiences, by name" stacked>
      <TableHead>
        <Column>Audience</Column>
        <Column>Who that is</Column>
        <Column numeric>Could be texted</Column>
        <Column>Saved</Column>
        <Column>Used by</Column>
      </TableHead>
      <tbody>
        {audiences.map(({ id, name, sentence, people, reachable, changedAt, changedBy, campaigns }) => (
          <Row key={id}>
            <Cell heading>
              <Link href={audienceLink(programId, id)} className={link}>
                {name}
              </Link>
            </Cell>
            <Cell label="Who that is" className="max-w-prose">
              {sentence}
            </Cell>
            <Cell numeric label="Could be texted">
              {share(reachable, people)}
            </Cell>
            <Cell label="Saved" className="min-w-28">
              {exactTime(new Date(changedAt), zone)} by {changedBy}
            </Cell>
            <Cell label="Used by">
              {campaigns.length === 0
                ? "–"
                : campaigns.slice(0, 3).map((campaign) => (
                    <span key={campaign.id} className="block">
                      <Link href={campaignLink(programId, campaign.id)} className={link}>
                        {campaign.name}
                      </Link>
                      {campaign.draft && " (draft)"}
                    </span>
                  ))}
              {campaigns.length > 3 && <span className="text-muted">and {campaigns.length - 3} more</span>}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
