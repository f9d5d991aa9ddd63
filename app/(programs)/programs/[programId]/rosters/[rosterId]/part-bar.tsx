/** How far something is, as words with a bar beside. Drawn on the server, so that a reload shows it at once. */
export function PartBar({ done, of, words }: { done: number; of: number; words: string }) {
  const percent = of > 0 ? Math.min(99, Math.floor((done / of) * 100)) : 0;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {/* An attribute, not a style: the content security policy refuses inline styles. */}
      <svg aria-hidden className="h-2 w-60 max-w-full shrink-0 overflow-hidden rounded">
        <rect width="100%" height="100%" className="fill-line" />
        <rect width={`${percent}%`} height="100%" className="fill-chart-outreach" />
      </svg>
      <span className="whitespace-nowrap tabular-nums">
        {percent} % {words}
      </span>
    </div>
  );
}
