import type { Nature } from "./natures";
import type { Contact } from "./texts";

export interface LivePhone {
  /** E.164, both of them. */
  phone: string;
  sender: string;
  language: "en" | "es";
  /** Whether they have written before, and how they are. */
  nature: "answers" | "quiet";
}

/** Phones that a text reached, that nobody stopped and where nobody waits: newest texts first, at most `most`. */
export function livePhonesOf(
  contacts: Contact[],
  natures: ReadonlyMap<string, Nature>,
  waiting: ReadonlySet<Contact>,
  most: number,
): LivePhone[] {
  return contacts
    .filter((contact) => {
      const { household, step } = contact;
      return step.deliveredAt && !household.phone?.row.stoppedAt && !waiting.has(contact);
    })
    .sort((a, b) => (a.thread.id < b.thread.id ? 1 : -1))
    .slice(0, most)
    .map(({ household: { phone, program, language }, member }) => ({
      ...{ phone: phone?.number ?? "", sender: program.sender, language },
      nature: natures.get(member.id)?.says ? "answers" : "quiet",
    }));
}
