/** How long a reply waits before it leaves, so that it can be taken back. Of an emergency it leaves at once. */
export const undoSeconds = 5;

/** A draft may hold words that came back and what was typed meanwhile: more than fits into one text. */
export const longestDraft = 4_000;

/** What a nurse began to write and did not send, as the server has it. */
export interface SavedDraft {
  /** Another one each time that it is saved. */
  id: string;
  body: string;
  patientId: string | null;
}

/** What came of saving a draft. */
export interface DraftAnswer {
  /** Of what the server has now; null: nothing. */
  id: string | null;
  /** Words from another tab or browser that this one had not seen, and that are not in the draft now. */
  other: string | null;
}

/** A reply that was taken, and until when it can be taken back. */
export interface TakenReply {
  messageId: string;
  /** ISO, business time. */
  dueAt: string;
  /** Milliseconds until it leaves; 0 when it leaves now or has left. */
  heldFor: number;
}

/** A reply that has not begun to leave. */
export interface HeldReply {
  messageId: string;
  /** ISO, business time. */
  dueAt: string;
  /** Who wrote it; null: the reader. */
  author: string | null;
}

/** What time it is where the patient may be, and whether texts are welcome there now. */
export interface TheirTime {
  /** IANA, the likeliest first. */
  zones: string[];
  /** ISO: when texting hours begin in all of them, while they are closed somewhere; null while they are open. */
  opensAt: string | null;
}

/** What the reply field of a conversation starts from. */
export interface Composing {
  draft: SavedDraft | null;
  held: HeldReply[];
  /** The newest reply of somebody else since the patient's last text. */
  newestOfOthers: string | null;
  theirTime: TheirTime;
}
