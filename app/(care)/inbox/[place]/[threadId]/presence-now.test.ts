import { expect, test } from "vitest";
import { othersWords } from "./presence-now";

const other = (name: string, typing = false) => ({ userId: name, name, typing });

test("who else is here, typing before looking", () => {
  expect(othersWords([])).toBeNull();
  expect(othersWords([other("Dana")])).toBe("Dana is looking");
  expect(othersWords([other("Dana"), other("Ada")])).toBe("Dana and Ada are looking");
  expect(othersWords([other("Dana"), other("Ada", true)])).toBe("Ada is typing");
  expect(othersWords([other("Dana"), other("Ada"), other("Bo")])).toBe("Dana and 2 others are looking");
});
