import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns, campaignTexts, programs } from "@/db/schema";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { allowLinks } from "@/lib/programs/links";
import { testDatabase } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { launchCampaign } from "./launch";
import { firstTexts } from "./types";

const t = testDatabase();

const textsOf = async (campaignId: string) =>
  Object.fromEntries(
    (await t.db.select().from(campaignTexts).where(eq(campaignTexts.campaignId, campaignId))).map((row) => [
      row.language,
      row.body,
    ]),
  );

test("a draft keeps its name and texts, who wrote it and an audit row", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);

  const campaignId = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });

  const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(campaign).toMatchObject({ name: "Visits", state: "draft", createdBy: manager.id, launchedAt: null });
  expect(await textsOf(campaignId)).toEqual(firstTexts);
  expect(await t.auditOf("campaign.written")).toContainEqual({
    actorId: manager.id,
    programId: program.id,
    details: { campaignId },
  });
  expect(await t.feedOf("campaign.changed")).toContainEqual({ programId: program.id, threadId: null });
});

test("a draft can be changed", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const draft = { programId: program.id, name: "Visits", ...firstTexts };
  const campaignId = await writeCampaign(ctx, draft);
  const en = "Valley Care has a message for you. Reply 1 for a call, STOP to stop.";

  await writeCampaign(ctx, { ...draft, campaignId, name: "Spring visits", en });

  const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(campaign?.name).toBe("Spring visits");
  expect(await textsOf(campaignId)).toEqual({ ...firstTexts, en });
});

test("what was launched can no longer be changed", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const draft = { programId: program.id, name: "Visits", ...firstTexts };
  const campaignId = await writeCampaign(ctx, draft);
  await launchCampaign(ctx, { campaignId, expected: 1 });

  await expect(writeCampaign(ctx, { ...draft, campaignId, en: `${firstTexts.en} Bye` })).rejects.toThrow(
    Conflict,
  );
  expect(await textsOf(campaignId)).toEqual(firstTexts);
});

test.each([
  ["no brand", "You have a message. Reply 1 for a call, STOP to stop.", "Valley Care"],
  ["no way to stop", "{brand} has a message for you. Reply 1 for a call.", "STOP"],
  ["an unknown field", "{brand} has a message for {last_name}. STOP to stop.", "{last_name}"],
  ["health", "{brand}: time for your prenatal visit. STOP to stop.", "health"],
  ["somebody's name", "Hola Rosa, {brand} tiene un mensaje. STOP para parar.", "{first_name}"],
  ["a wrong answer", "{brand}: responda CANCELAR para cambiar la cita. STOP para parar.", "CANCELAR"],
  ["another language's way to stop", "{brand} tiene un mensaje. STOP to stop.", "STOP para parar"],
  ["a number", "{brand}: miembro 884213, llame. STOP para parar.", "member or record number"],
  ["a hidden link", "{brand}: vea exam\u200bple.org/x. STOP para parar.", "link"],
])("a text with %s is refused, with a sentence at its field", async (_, es, sentence) => {
  const { manager, program } = await t.given.clinic();
  const writing = writeCampaign(t.ctxFor(manager), { programId: program.id, name: "V", ...firstTexts, es });

  const refusal: Invalid = await writing.then(
    () => expect.unreachable(),
    (error) => error,
  );

  expect(refusal).toBeInstanceOf(Invalid);
  expect(refusal.fields?.es?.join(" ")).toContain(sentence);
  expect(refusal.fields?.en).toBeUndefined();
  const written = await t.db.select().from(campaigns).where(eq(campaigns.programId, program.id));
  expect(written).toEqual([]);
});

test("a text is kept as it will leave: plain signs, accents and names as they were", async () => {
  const { manager, program } = await t.given.clinic();
  const es = "Hola\u00a0{first_name} – aquí “{brand}”, ¿está bien mañana?… STOP para parar.\r\n";

  const campaignId = await writeCampaign(t.ctxFor(manager), {
    programId: program.id,
    name: "V",
    ...firstTexts,
    es,
  });

  expect((await textsOf(campaignId)).es).toBe(
    'Hola {first_name} - aquí "{brand}", ¿está bien mañana?... STOP para parar.',
  );
});

test("a link goes to the hosts that the program allows, and nowhere else", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const write = (host: string) =>
    writeCampaign(ctx, {
      programId: program.id,
      name: "Visits",
      ...firstTexts,
      en: `{brand} has a message: ${host}/m. STOP to stop.`,
    });
  await expect(write("go.valley.example")).rejects.toThrow(Invalid);

  await allowLinks(ctx, { programId: program.id, seen: "", hosts: ["valley.example"] });
  const campaignId = await write("go.valley.example");
  await expect(write("evilvalley.example")).rejects.toThrow(Invalid);

  await allowLinks(ctx, { programId: program.id, seen: "valley.example", hosts: [] });
  await expect(launchCampaign(ctx, { campaignId, expected: 1 })).rejects.toThrow(/does not allow links/);
});

test("a launch looks at the texts again: one that became unfit does not go, and stays a draft", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const en = "Valley Care has a message for you. Reply 1 for a call, STOP to stop.";
  const campaignId = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts, en });
  const launch = () => launchCampaign(ctx, { campaignId, expected: 1 });

  await t.db.update(programs).set({ brand: "Hill Clinic" }).where(eq(programs.id, program.id));
  await expect(launch()).rejects.toThrow(/does not say who writes/);

  await t.db.update(programs).set({ brand: "Valley Care" }).where(eq(programs.id, program.id));
  await t.db
    .update(campaignTexts)
    .set({ body: "{brand}: su vacuna le espera. STOP para parar." })
    .where(and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.language, "es")));
  await expect(launch()).rejects.toThrow(Blocked);

  const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(campaign).toMatchObject({ state: "draft", launchedAt: null });
  expect(await t.auditOf("campaign.launched")).not.toContainEqual(
    expect.objectContaining({ programId: program.id }),
  );
});

test("nurses and other programs' managers cannot write", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const stranger = await t.given.clinic();
  const draft = { programId: program.id, name: "Visits", ...firstTexts };
  const campaignId = await writeCampaign(t.ctxFor(manager), draft);

  await expect(writeCampaign(t.ctxFor(nurse), draft)).rejects.toThrow(Forbidden);
  await expect(writeCampaign(t.ctxFor(stranger.manager), draft)).rejects.toThrow(NotFound);
  const smuggled = { ...draft, programId: stranger.program.id, campaignId };
  await expect(writeCampaign(t.ctxFor(stranger.manager), smuggled)).rejects.toThrow(NotFound);
});
