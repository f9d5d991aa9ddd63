import { SegmentedMessage } from "sms-segments-calculator";
import type { SegmentCount } from "./types";

/** How a text is cut and charged. Canonical composition and single line feeds first: both cost otherwise. */
export function segmentsOf(text: string): SegmentCount {
  const counted = new SegmentedMessage(normaliseText(text));
  return {
    segments: counted.segmentsCount,
    encoding: counted.encodingName === "UCS-2" ? "UCS-2" : "GSM-7",
    characters: counted.numberOfCharacters,
  };
}

/** What really leaves: NFC, LF, no space at the ends. */
export const normaliseText = (text: string): string => text.normalize("NFC").replaceAll("\r\n", "\n").trim();

const fullSeptets = [153, 160];
const fullUnits = [67, 70];

/** Whether a text, as it came, is exactly as long as a full part: then the next one may go on from it. */
export function isFullPart(text: string): boolean {
  // Counting is slow, and a stranger chooses the length.
  if (text.length < Math.min(...fullUnits) || text.length > Math.max(...fullSeptets)) return false;
  const counted = new SegmentedMessage(text);
  if (counted.segmentsCount !== 1) return false;
  return counted.encodingName === "UCS-2"
    ? fullUnits.includes(text.length)
    : fullSeptets.includes(counted.messageSize / 7);
}
