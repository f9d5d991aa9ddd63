import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <div className="grid max-w-prose justify-items-start gap-4 px-4 py-10 md:px-6">
      <h1 className="font-semibold text-xl">Page not found</h1>
      <p>We could not find that page, or it is not part of your programs.</p>
      <p className="text-muted">
        Nothing was changed. If someone sent you the link, ask them which program it belongs to.
      </p>
      <ButtonLink href="/" variant="primary">
        Go to the start page
      </ButtonLink>
    </div>
  );
}
