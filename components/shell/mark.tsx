/** A speech bubble with an arrow that comes back. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0">
      <path
        d="M4 2.500h12A2.5 2.5 0 0 1 18.5 5v7.500A2.5 2.5 0 0 1 16 15H9.500L5 18.500V15H4a2.5 2.5 0 0 1-2.5-2.500V5A2.5 2.5 0 0 1 4 2.500Z"
        className="fill-accent"
      />
      <path
        d="M13.5 11.500v-.7a2.3 2.3 0 0 0-2.3-2.300H6.700M9.2 5.8 6.5 8.500l2.7 2.7"
        className="fill-none stroke-on-accent"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
