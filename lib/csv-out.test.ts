import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvLine, csvStream } from "./csv-out";

test.each([
  ["=1+1", "'=1+1"],
  ["+12125550101", "'+12125550101"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tcmd", '"\'\tcmd"'],
  ["\rcmd", '"\'\rcmd"'],
  ["a=b", "a=b"],
  ["", ""],
])("%j is written as %j", (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

test("whatever stands in a cell comes back as it was", () => {
  const cells = ['5" Ann', "Marín, Rosa", "two\r\nlines", "a;b", "plain"];
  expect(parse(csvLine(cells))).toEqual([cells]);
});

test("a file is streamed row by row, and who stops reading stops the reading of rows", async () => {
  let asked = 0;
  let ended = false;
  async function* rows() {
    try {
      for (;;) {
        asked += 1;
        yield [`row ${asked}`, "José"];
      }
    } finally {
      ended = true;
    }
  }
  const reader = csvStream(rows()).getReader();
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  const first = await reader.read();
  expect(text.decode(first.value)).toBe("\uFEFF");
  const second = await reader.read();
  expect(text.decode(second.value)).toBe("row 1,José\r\n");
  await reader.cancel();
  expect(ended).toBe(true);
  expect(asked).toBeLessThan(5);
});
