import { expect, test } from "vitest";
import type { SegmentCount } from "@/lib/messaging/types";
import { encodingWords, replyWords, sizeWords } from "./count-words";

const plain: SegmentCount = {
  segments: 1,
  encoding: "GSM-7",
  characters: 79,
  forcing: [],
  segmentsWithout: 1,
};
const wide = (forcing: string[], segments: number, segmentsWithout: number): SegmentCount => ({
  ...{ encoding: "UCS-2", characters: 70 * segments, forcing, segments, segmentsWithout },
});

test("size and cost, in singular and plural", () => {
  expect(sizeWords(plain, 7_500, "Rosa")).toBe("79 characters, 1 segment ($0.0075) for Rosa.");
  expect(sizeWords({ ...plain, characters: 1 }, 10_000, "Rosa")).toBe(
    "1 character, 1 segment ($0.01) for Rosa.",
  );
  expect(sizeWords({ ...plain, characters: 1_000, segments: 7 }, 7_500, "Rosa")).toBe(
    "1,000 characters, 7 segments ($0.0525) for Rosa.",
  );
});

test.each<[SegmentCount, string]>([
  [plain, "One segment holds 160 characters."],
  [{ ...plain, segments: 2 }, "Each segment holds 153 characters."],
  [wide(["á", "í"], 2, 1), "á and í make this 2 segments instead of 1. It still goes out as written."],
  [wide(["í"], 3, 2), "í makes this 3 segments instead of 2. It still goes out as written."],
  [wide(["á"], 1, 1), "á makes a segment hold 70 characters instead of 160. It goes out as written."],
  [
    wide(["á", "ó"], 2, 2),
    "á and ó make a segment hold 67 characters instead of 153. It goes out as written.",
  ],
  [
    wide(["á", "í", "ó", "ú", "😀"], 2, 1),
    "á, í, ó and 2 more make this 2 segments instead of 1. It still goes out as written.",
  ],
  [
    wide(["👩", "\u200d", "\u{1f3fd}"], 2, 1),
    "👩 makes this 2 segments instead of 1. It still goes out as written.",
  ],
  [
    wide(["\u200c"], 2, 1),
    "A sign that cannot be seen makes this 2 segments instead of 1. It still goes out as written.",
  ],
  [wide(["您", "，"], 1, 1), "In Chinese, one segment holds 70 characters."],
  [wide(["您", "á"], 2, 1), "In Chinese, each segment holds 67 characters."],
])("%j", (count, words) => {
  expect(encodingWords(count)).toBe(words);
});

test("a reply says nothing while it is one plain text", () => {
  const of = (count: SegmentCount) => replyWords(count, 7_500);
  expect(of(plain)).toBe("");
  expect(of({ ...plain, segments: 0 })).toBe("");
  expect(of({ ...plain, segments: 2 })).toBe("This goes out as 2 segments, about $0.02.");
  expect(of(wide(["á"], 1, 1))).toContain("á makes a segment hold 70");
  expect(of(wide(["á"], 2, 1))).toBe(
    "á makes this 2 segments instead of 1. It still goes out as written. It costs about $0.02.",
  );
  expect(of(wide(["á"], 2, 2))).toMatch(/^This goes out as 2 segments, about \$0\.02\. á makes/);
  expect(of(wide(["您"], 3, 1))).toBe(
    "This goes out as 3 segments, about $0.02. In Chinese, each segment holds 67 characters.",
  );
});

test("what more than one segment costs is said in cents, and nothing where texts are free", () => {
  const two = { ...plain, segments: 2 };
  expect(replyWords(two, 50_000)).toBe("This goes out as 2 segments, about $0.10.");
  expect(replyWords(two, 4_000)).toBe("This goes out as 2 segments, under one cent.");
  expect(replyWords(two, 0)).toBe("This goes out as 2 segments.");
  expect(replyWords(wide(["á"], 2, 1), 0)).toBe(
    "á makes this 2 segments instead of 1. It still goes out as written.",
  );
});
