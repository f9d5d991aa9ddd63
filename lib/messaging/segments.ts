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
