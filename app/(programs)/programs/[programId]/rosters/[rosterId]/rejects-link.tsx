export const RejectsLink = ({ rosterId }: { rosterId: string }) => (
  <a href={`/api/exports/rosters/${rosterId}`} download className="text-accent underline underline-offset-2">
    Download the rows left out
  </a>
);
