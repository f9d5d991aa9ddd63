import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { RootMark } from "@/components/shell/root-mark";

type Props = {
  reason: string;
  /** Who looks writes replies. */
  replies: boolean;
  /** Who looks can put it right. */
  admin: boolean;
};

/** Over every page while the carrier refuses the account. */
export function CarrierBanner({ reason, replies, admin }: Props) {
  return (
    <div
      role="status"
      data-banner
      className="flex items-start gap-2.5 border-b bg-danger-soft px-4 py-2 md:px-6 lg:h-(--shell-banner) lg:items-center lg:overflow-y-auto print:hidden"
    >
      <RootMark of="banner" />
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger lg:mt-0" />
      <p>
        <strong className="font-semibold">Texts are not leaving.</strong> {reason} What patients send still
        arrives; {replies ? "your replies" : "replies and campaigns"} wait and go later.{" "}
        {admin ? (
          <Link href="/sending" className="inline-block font-medium underline underline-offset-2">
            Look at sending
          </Link>
        ) : (
          "An admin must look."
        )}
      </p>
    </div>
  );
}
