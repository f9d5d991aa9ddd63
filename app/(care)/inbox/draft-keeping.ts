import type { SavedDraft } from "@/lib/inbox/types-sending";

export interface Draft {
  body: string;
  /** The patient whom it is about, or "". */
  about: string;
}

/** A draft as this tab has it, and as the server does as far as this tab knows. */
export interface Kept {
  draft: Draft;
  saved: { id: string | null } & Draft;
  /** Words that the server's draft held and this one does not: from another tab, or from a reply that came back. */
  other: string | null;
  /** ISO, the server's: when it last told this tab what it has. A page that was read before that knows less. */
  at: string;
}

const nothing = { id: null, body: "", about: "" };

export const draftFrom = (server: SavedDraft | null, about = ""): Draft =>
  server ? { body: server.body, about: server.patientId ?? "" } : { body: "", about };

const savedFrom = (server: SavedDraft | null) =>
  server ? { id: server.id, ...draftFrom(server) } : { ...nothing };

/** What was typed and is not on the server yet. Whom no words are about does not matter. */
export function isUnsaved({ draft, saved }: Kept): boolean {
  if (draft.body.trim() === "" && saved.body.trim() === "") return false;
  return draft.body !== saved.body || draft.about !== saved.about;
}

/** The page was read anew: the server's draft counts, unless something is typed here that it does not have. */
export function adopted(
  kept: Kept | undefined,
  { server, at, about = "" }: { server: SavedDraft | null; at: string; about?: string },
): Kept {
  if (kept && (at <= kept.at || isUnsaved(kept) || kept.saved.id === (server?.id ?? null))) return kept;
  return { draft: draftFrom(server, about), saved: savedFrom(server), other: kept?.other ?? null, at };
}

export function typedIn(kept: Kept | undefined, draft: Draft): Kept {
  return { ...(kept ?? { saved: { ...nothing }, other: null, at: "" }), draft };
}

/** The server has these words now, or none; and perhaps words of another tab. */
export function savedAs(
  kept: Kept,
  words: Draft,
  { id, other, at }: { id: string | null; other: string | null; at: string },
): Kept {
  // What another tab wrote was not dropped with ours: it is still what the server has.
  const has = id !== null && words.body.trim() === "" && other ? { ...words, body: other } : words;
  const isHere = other !== null && kept.draft.body.includes(other);
  return { ...kept, saved: { id, ...has }, other: isHere ? null : (other ?? kept.other), at };
}

/** These words became a reply: what is in the field now is another one, of which the server has nothing. */
export const sentAway = (kept: Kept, at: string): Kept => ({ ...kept, saved: { ...nothing }, at });

/** A reply was refused: its words stand first, and what was typed meanwhile below them. */
export function cameBack(kept: Kept | undefined, words: Draft): Kept {
  const typed = kept?.draft.body ?? "";
  return typedIn(kept, { ...words, body: together(words.body, typed) });
}

/** A reply was taken back: the server has its words, with what was saved meanwhile. `sent` where this tab knows it. */
export function takenBack(
  kept: Kept | undefined,
  { server, at, sent }: { server: SavedDraft; at: string; sent?: string | undefined },
): Kept {
  const back = { draft: draftFrom(server), saved: savedFrom(server), other: null, at };
  if (!kept || !isUnsaved(kept)) return back;
  return { ...back, draft: { ...back.draft, body: together(sent ?? server.body, kept.draft.body) } };
}

export function together(first: string, second: string): string {
  const [above, below] = [first.trim(), second.trim()];
  if (above === "" || below === "" || above === below) return above || below;
  return `${above}\n\n${below}`;
}
