import { ButtonLink } from "@/components/ui/button-link";

/** What somebody sees who asks for a thing that is not there, or not theirs to see: the same words for both. */
export function Missing() {
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
