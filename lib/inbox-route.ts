/**
 * `/inbox/<id>?view=mine` is the route `/inbox/view=mine/<id>` inside: what the queue shows is a layout of it, which
 * stays while somebody goes from one conversation to the next. Null for other pages.
 */
export function insideInbox({
  pathname,
  searchParams,
}: {
  pathname: string;
  searchParams: URLSearchParams;
}): string | null {
  const [, first, threadId, ...more] = pathname.split("/");
  if (first !== "inbox" || more.length > 0) return null;
  const asked = new URLSearchParams(searchParams);
  // The router's own, for caches on the way.
  asked.delete("_rsc");
  asked.sort();
  return ["/inbox", encodeURIComponent(asked.toString() || nothing), threadId].filter(Boolean).join("/");
}

const nothing = "-";

/** What the address asked for, of that part of the route. */
export const askedInside = (part: string): Record<string, string> =>
  part === nothing ? {} : Object.fromEntries(new URLSearchParams(decodeURIComponent(part)));
