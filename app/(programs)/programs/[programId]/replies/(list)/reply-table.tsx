import Link from "next/link";
import { replyLink } from "@/app/(programs)/programs/[programId]/replies/links";
import { ReplyState } from "@/app/(programs)/programs/[programId]/replies/reply-state";
import { Cell, Column, Row, Table, TableHead } from "@/components/ui/table";
import { type CannedReply, cannedLanguages, cannedLanguageWords } from "@/lib/inbox/types-canned";

const link = "rounded underline underline-offset-2 max-md:inline-block max-md:min-h-11";

export function ReplyTable({ programId, replies }: { programId: string; replies: CannedReply[] }) {
  return (
    <Table caption="Canned replies, by name" stacked>
      <TableHead>
        <Column>Reply</Column>
        <Column>Words in English</Column>
        <Column>Languages</Column>
        <Column>State</Column>
      </TableHead>
      <tbody>
        {replies.map((reply) => (
          <Row key={reply.id}>
            <Cell heading>
              <Link href={replyLink(programId, reply.id)} className={link}>
                {reply.name}
              </Link>
            </Cell>
            <Cell label="Words in English" className="max-w-prose">
              {reply.texts.en}
            </Cell>
            <Cell label="Languages">
              {cannedLanguages
                .filter((language) => reply.texts[language])
                .map((language) => cannedLanguageWords[language])
                .join(", ")}
            </Cell>
            <Cell label="State">
              <ReplyState reply={reply} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
