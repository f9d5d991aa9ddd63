import { expect, test } from "vitest";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { AllowLinksInput } from "./inputs";
import { allowLinks } from "./links";
import { programSummary } from "./queries";

const t = testDatabase();
const hosts = ["clinic.example", "valleycare.example"];
const allowed = async (programId: string) =>
  (await t.auditOf("program.links-allowed")).filter((row) => row.programId === programId);

test("a manager says where texts may link to, and the trail says from what to what", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  expect((await programSummary(ctx, program.id)).linkHosts).toEqual([]);

  await allowLinks(ctx, { programId: program.id, seen: "", hosts });
  await allowLinks(ctx, { programId: program.id, seen: hosts.join(", "), hosts });

  expect((await programSummary(ctx, program.id)).linkHosts).toEqual(hosts);
  expect(await allowed(program.id)).toEqual([
    {
      actorId: manager.id,
      programId: program.id,
      details: { from: "none", to: "clinic.example, valleycare.example" },
    },
  ]);
  expect(await t.feedOf("program.changed")).toContainEqual({ programId: program.id, threadId: null });
});

test("of two managers who write at once, one is told that the hosts changed", async () => {
  const { manager, program } = await t.given.clinic();
  const results = await Promise.allSettled(
    hosts.map((host) => allowLinks(t.ctxFor(manager), { programId: program.id, seen: "", hosts: [host] })),
  );
  expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([expect.any(Conflict)]);
  expect(await allowed(program.id)).toHaveLength(1);
});

test("no nurse, no admin, nobody else's program", async () => {
  const { nurse, program } = await t.given.clinic();
  const input = { programId: program.id, seen: "", hosts };

  await expect(allowLinks(t.ctxFor(nurse), input)).rejects.toThrow(Forbidden);
  await expect(allowLinks(t.ctxFor(await t.given.user("admin")), input)).rejects.toThrow(Forbidden);
  await expect(allowLinks(t.ctxFor(await t.given.user("manager")), input)).rejects.toThrow(NotFound);
  expect(await allowed(program.id)).toEqual([]);
});

const form = { programId: "019aa000-0000-7000-8000-000000000001", seen: "" };

test.each([
  ["", []],
  ["Valleycare.EXAMPLE\n\nhttps://clinic.example/visit?x=1", hosts],
  ["clinic.example, valleycare.example; clinic.example", hosts],
])("hosts may be written as %j", (typed, expected) => {
  expect(AllowLinksInput.parse({ ...form, hosts: typed }).hosts).toEqual(expected);
});

test.each([
  ["valleycare", "like this"],
  ["*.example.org", "like this"],
  ["1.2.3.4", "like this"],
  ["bit.ly", "shorteners"],
  [Array.from({ length: 21 }, (_, i) => `a${i}.example`).join(" "), "at most 20"],
])("hosts may not be written as %j", (typed, why) => {
  const { error } = AllowLinksInput.safeParse({ ...form, hosts: typed });
  expect(error?.issues.map((issue) => issue.message).join(" ")).toContain(why);
});
