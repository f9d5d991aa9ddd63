import { longestText } from "./types";

// Words by which a text would say, to whoever reads the lock screen, what it is about. Law 6.
const healthWords =
  /\b(pregnan\w*|prenatal|postpartum|maternity|embaraz\w*|vaccin\w*|vacuna\w*|immuni[sz]\w*|inmuniza\w*|hiv|vih|cancer|cáncer|diabet\w*|depress\w*|depresi\w*|asthma|asma|surgery|cirug[ií]a|diagnos\w*|test results?|lab results?|medication|medicamento|prescription|receta|dose|dosis|std|sti|abortion|aborto|screening|mammogram|mamograf\w*|blood pressure|presi[oó]n)\b/iu;
const longDigits = /\d[\d -]{7,}\d/;
// Patients are asked to call: a number written the way people write numbers is no identifier.
const phoneNumber = /(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/g;
const link = /\b(https?:\/\/|www\.)\S+/iu;

/**
 * What keeps a campaign's text from leaving, a sentence each; none means it may. `first` is the text as a
 * patient would get it first: it names the clinic and says how to stop.
 */
export function textProblems(text: string, { brand, first }: { brand: string; first: boolean }): string[] {
  const problems: string[] = [];
  if (text.trim() === "") return ["There is no text yet."];
  if (text.length > longestText) problems.push(`It is longer than ${longestText} characters.`);
  const word = healthWords.exec(text)?.[0];
  if (word)
    problems.push(
      `“${word}” says something about health. Texts are not private: keep them neutral and let the patient ask for a call.`,
    );
  if (longDigits.test(text.replace(phoneNumber, "")))
    problems.push(
      "It holds a long number. Member numbers and dates of birth never go by text; write a phone number as 212-555-0123.",
    );
  if (link.test(text)) problems.push("It holds a link. Links in texts are not allowed here yet.");
  if (first && !text.includes("{brand}") && !text.toLowerCase().includes(brand.toLowerCase()))
    problems.push(`It does not say who writes. Name ${brand}, or use {brand}.`);
  if (first && !/\bSTOP\b/.test(text))
    problems.push("It does not say how to stop. End with “STOP to stop” or the same in its language.");
  return problems;
}
