import Link from "next/link";
import { CampaignStatus } from "@/app/(programs)/programs/[programId]/campaigns/campaign-status";
import { campaignLink } from "@/app/(programs)/programs/[programId]/campaigns/links";
import { share } from "@/components/ui/share";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { exactTime } from "@/components/ui/time-words";
import type { CampaignItem } from "@/lib/campaigns/types";

type Props = { programId: string; campaigns: CampaignItem[]; zone: string };

export function CampaignTable({ programId, campaigns, zone }: Props) {
  return (
    <Table caption="Campaigns, newest first" stacked>
      <TableHead>
        <Column>Campaign</Column>
        <Column>State</Column>
        <Column>Launched</Column>
        <Column numeric>Sent</Column>
        <Column numeric>Delivered</Column>
        <Column numeric>Replied</Column>
      </TableHead>
      <tbody>
        {campaigns.map(({ id, name, state, launchedAt, textable, waiting, sent, delivered, replied }) => (
          <Row key={id}>
            <Cell heading>
              <Link
                href={campaignLink(programId, id)}
                className="rounded underline underline-offset-2 max-md:inline-block max-md:min-h-11"
              >
                {name}
              </Link>
            </Cell>
            <Cell label="State">
              <CampaignStatus state={state} allSent={waiting === 0} />
            </Cell>
            <Cell label="Launched" className="min-w-28 md:whitespace-nowrap">
              {launchedAt ? exactTime(new Date(launchedAt), zone) : "–"}
            </Cell>
            <Cell numeric label="Sent">
              {launchedAt ? share(sent, textable) : "–"}
            </Cell>
            <Cell numeric label="Delivered">
              {launchedAt ? share(delivered, sent) : "–"}
            </Cell>
            <Cell numeric label="Replied">
              {launchedAt ? share(replied, sent) : "–"}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
