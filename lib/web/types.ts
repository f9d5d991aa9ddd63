/** What a form action answers: nothing yet, done, or why not, with what was typed. */
export type ActionState =
  | { ok: true; message?: string }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string[]>;
      values?: Record<string, string>;
    }
  | null;
