import type { Nature } from "./natures";
import { isSilent } from "./stopping";
import type { Contact } from "./texts";
import type { Waiting } from "./waiting";

export interface LivePhone {
  /** E.164, both of them. */
  phone: string;
  sender: string;
  language: "en" | "es";
  /** Whether they have written before, and how they are. */
  nature: "answers" | "quiet";
  /** What they wait for a person about; only who does. */
  waitsAbout?: Waiting["about"];
}

/**
 * Phones of people who are in conversation with us, and that nobody stopped: whoever waits for a person, then those
 * whom a text reached, newest texts first, at most `most` in all.
 */
export function livePhonesOf(
  contacts: Contact[],
  from: { natures: ReadonlyMap<string, Nature>; waiting: Waiting[]; most: number },
): LivePhone[] {
  const about = new Map(from.waiting.map((waiting) => [waiting.contact, waiting.about]));
  const reached = contacts
    .filter((contact) => contact.step.deliveredAt && !about.has(contact))
    .sort((a, b) => (a.thread.id < b.thread.id ? 1 : -1));
  return [...about.keys(), ...reached]
    .filter(({ household }) => !isSilent(household.phone))
    .slice(0, from.most)
    .map((contact) => {
      const { household, member } = contact;
      const { phone, program, language } = household;
      const waitsAbout = about.get(contact);
      return {
        ...{ phone: phone?.number ?? "", sender: program.sender, language },
        nature: waitsAbout || from.natures.get(member.id)?.says ? "answers" : "quiet",
        ...(waitsAbout ? { waitsAbout } : {}),
      };
    });
}
