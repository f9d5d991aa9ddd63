import { expect, test } from "vitest";
import { playSmall } from "./small-run";

const sending = ["F3", "F4", "F5", "F6", "F8", "F28", "P1", "P7"];
const receiving = ["F9", "F10", "F11", "F12", "F13", "F19", "P5", "P6"];

// On a server of its own: some of them stop the database.
test("whatever the carrier, its webhooks, the database, patients and nurses do, each text goes once", async () => {
  const { held, said } = await playSmall([...sending, ...receiving]);
  expect(held, said).toBe(true);
}, 480_000);
