/** What a form action answers: nothing yet, done, or why not, with what was typed. */
export type ActionState =
  | {
      ok: true;
      message?: string;
      /** Shown this once, in a line of its own that can be copied. */
      secret?: string;
    }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string[]>;
      values?: Record<string, string>;
    }
  | null;
