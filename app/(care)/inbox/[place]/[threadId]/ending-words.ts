import type { Disposition } from "@/lib/inbox/types";

type Ending = { button: string; effect: string };

/**
 * What closing with this ending will do, on its button and in a sentence. `whose` is the name of the patient whom it is
 * about; null where nobody on file has the phone, or where it is not chosen yet.
 */
export function endingWords(disposition: Disposition, whose: string | null): Ending {
  const reopens = "The conversation opens again when the patient texts.";
  switch (disposition) {
    case "answered":
      return { button: "Close as answered", effect: reopens };
    case "no_reply_needed":
      return { button: "Close, no reply needed", effect: reopens };
    case "reached_outside":
      return { button: "Close as reached another way", effect: reopens };
    case "escalated":
      return { button: "Close as handed on", effect: `A clinician has it now. ${reopens}` };
    case "moved":
      return {
        button: "Close as moved away",
        effect: "Only this conversation closes: their record and what campaigns send stay as they are.",
      };
    case "opted_out":
      return {
        button: "Close, and stop all texts to this number",
        effect: "Nobody can text the number then, in any program, for everybody who has it.",
      };
    case "wrong_number":
      return whose
        ? {
            button: `Close, and take this number off ${whose}`,
            effect: `No campaign texts ${whose} on it, also what is in line already. Anybody else who has it keeps it, and texts to them go on. You can take it back on their page.`,
          }
        : { button: "Close as a wrong number", effect: reopens };
    case "deceased":
      return whose
        ? {
            button: `Close, and hold all outreach to ${whose}`,
            effect: `${whose} is noted as having died. No campaign of any program texts them, also what is in line already. Others on this phone are not touched.`,
          }
        : { button: "Close as deceased", effect: nobodyHeld };
    case "loss":
      return whose
        ? {
            button: `Close, and hold all outreach to ${whose}`,
            effect: `No campaign of any program texts ${whose}, also what is in line already, until somebody lets it go on. Others on this phone are not touched.`,
          }
        : { button: "Close as a loss", effect: nobodyHeld };
  }
}

const nobodyHeld = "Nobody of your programs is on file with this phone, so nobody's outreach is held.";
