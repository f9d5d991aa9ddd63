import { beforeEach, describe, expect, test } from "vitest";
import { threadEvents } from "@/db/schema";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread } from "./claim";
import { conversations } from "./conversation-testing";
import { NoteInput, OutsideInput } from "./inputs";
import { addNote } from "./note";
import { recordOutside } from "./outside";

const t = testDatabase();
const { text, threadOf, eventsOf, waitsOf, colleague } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const thread = () => threadOf(clinic.patient.phone.id);

async function waiting(words = "please call me") {
  await text({ from: clinic.patient.phone, to: clinic.sender }, words);
  return thread();
}

const called = ({ id, lastInboundId }: { id: string; lastInboundId: string | null }) =>
  OutsideInput.parse({
    threadId: id,
    seen: lastInboundId,
    how: "phone",
    words: "Spoke with her, visit moved",
  });

describe("reached another way", () => {
  test("ends the wait, and what came of it stands sealed in the timeline", async () => {
    const asked = await waiting();
    await recordOutside(nurse(), called(asked));
    expect(await thread()).toMatchObject({ waitingSince: null, closedAt: null });
    expect(await waitsOf(asked.id)).toMatchObject([
      { ending: "outside", endedBy: clinic.nurse.id, endedAt: wednesdayMorning },
    ]);
    expect(await eventsOf(asked.id)).toEqual([
      {
        ...{ kind: "outside", userId: clinic.nurse.id, details: { how: "phone" } },
        words: "Spoke with her, visit moved",
      },
    ]);
    const [row] = await t.db.select({ words: threadEvents.words }).from(threadEvents).limit(1);
    expect(row?.words?.toString("utf8")).not.toContain("visit moved");
    expect(await t.auditOf("thread.reached-outside")).toContainEqual({
      ...{
        actorId: clinic.nurse.id,
        programId: clinic.program.id,
        details: { threadId: asked.id, how: "phone" },
      },
    });
    expect(await t.feedOf("thread.changed")).toContainEqual({
      ...{ programId: clinic.program.id, threadId: asked.id },
    });
  });

  test("is refused when a newer text came, which still waits, and when a colleague holds it", async () => {
    const asked = await waiting();
    await waiting("my chest hurts");
    await expect(recordOutside(nurse(), called(asked))).rejects.toThrow("newer text");
    expect((await thread()).waitingSince).toEqual(wednesdayMorning);

    const dana = await colleague(clinic.program.id);
    await claimThread(t.ctxFor(dana), { threadId: asked.id });
    await expect(recordOutside(nurse(), called(await thread()))).rejects.toThrow(Conflict);
    expect((await thread()).waitingSince).toEqual(wednesdayMorning);
  });
});

describe("a note", () => {
  test("stands in the timeline for colleagues, and changes nothing else", async () => {
    const asked = await waiting();
    await addNote(nurse(), { threadId: asked.id, words: "Her mother answers this phone" });
    expect(await thread()).toEqual(asked);
    expect(await eventsOf(asked.id)).toEqual([
      { kind: "note", userId: clinic.nurse.id, words: "Her mother answers this phone", details: {} },
    ]);
    const [noted] = (await t.auditOf("thread.noted")).filter((row) => row.actorId === clinic.nurse.id);
    expect(noted).toMatchObject({ programId: clinic.program.id, details: { threadId: asked.id } });
    expect(JSON.stringify(noted)).not.toContain("mother");
    expect(await t.feedOf("thread.changed")).toContainEqual({
      ...{ programId: clinic.program.id, threadId: asked.id },
    });
  });

  test("may be written while a colleague holds the conversation, and says something", async () => {
    const asked = await waiting();
    const dana = await colleague(clinic.program.id);
    await claimThread(t.ctxFor(dana), { threadId: asked.id });
    await addNote(nurse(), { threadId: asked.id, words: "I know her, ask me" });
    expect((await eventsOf(asked.id)).map(({ kind }) => kind)).toEqual(["claimed", "note"]);
    expect(NoteInput.safeParse({ threadId: asked.id, words: "  " }).error?.issues[0]?.message).toBe(
      "Write the note first.",
    );
  });
});

test("others do neither", async () => {
  const asked = await waiting();
  const elsewhere = await t.given.clinic();
  for (const [ctx, refused] of [
    [t.ctxFor(elsewhere.nurse), NotFound],
    [t.ctxFor(clinic.manager), Forbidden],
  ] as const) {
    await expect(recordOutside(ctx, called(asked))).rejects.toThrow(refused);
    await expect(addNote(ctx, { threadId: asked.id, words: "hello" })).rejects.toThrow(refused);
  }
  expect(await eventsOf(asked.id)).toEqual([]);
});
