import { hash } from "@node-rs/argon2";
import { v7 } from "uuid";
import { connect, type Db } from "@/db/client";
import * as s from "@/db/schema";
import { memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { chance, type Person, people } from "./people";

const hours = 3_600_000;

interface Demo {
  databaseUrl: string;
  /** Of all three accounts. */
  password: string;
  /** Business time at which the demo begins. */
  now: Date;
}

/** One small program whose first campaign is about to go out: worker and carrier do the rest before your eyes. */
export async function seedDemo({ databaseUrl, password, now }: Demo): Promise<void> {
  const { db, close } = connect(databaseUrl, { max: 2 });
  try {
    const staff = await addStaff(db, password, now);
    const program = await addProgram(db, staff, now);
    for (const batch of inBatches(people(140, chance(20_130)), 70))
      await addPatients(db, program, batch, now);
    await addCampaign(db, staff.manager, program, now);
  } finally {
    await close();
  }
}

async function addStaff(db: Db, password: string, now: Date) {
  // OWASP's argon2id floor, as lib/users hashes.
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const staff = { nurse: v7(), secondNurse: v7(), manager: v7(), admin: v7() };
  await db.insert(s.users).values([
    {
      id: staff.nurse,
      name: "Nadia Brooks",
      email: "nurse@valleycare.example",
      role: "nurse",
      passwordHash,
      createdAt: now,
    },
    {
      id: staff.secondNurse,
      name: "Owen Castillo",
      email: "nurse2@valleycare.example",
      role: "nurse",
      passwordHash,
      createdAt: now,
    },
    {
      id: staff.manager,
      name: "Marta Lindqvist",
      email: "manager@valleycare.example",
      role: "manager",
      passwordHash,
      createdAt: now,
    },
    {
      id: staff.admin,
      name: "Ade Okafor",
      email: "admin@valleycare.example",
      role: "admin",
      passwordHash,
      createdAt: now,
    },
  ]);
  return staff;
}

async function addProgram(db: Db, staff: Awaited<ReturnType<typeof addStaff>>, now: Date): Promise<string> {
  const programId = v7();
  await db.insert(s.programs).values({
    id: programId,
    name: "Spring visits",
    brand: "Valley Care",
    desiredAction: "Came to the visit that was due",
    windowDays: 30,
    timeZone: "America/New_York",
    segmentCostMicros: 7_500,
    createdBy: staff.manager,
    createdAt: now,
  });
  await db
    .insert(s.staffedHours)
    .values([1, 2, 3, 4, 5].map((weekday) => ({ programId, weekday, opens: "08:00", closes: "18:00" })));
  await db
    .insert(s.programMembers)
    .values(
      [staff.nurse, staff.secondNurse, staff.manager].map((userId) => ({ userId, programId, addedAt: now })),
    );
  const numbers = ["+13155550100", "+15185550100", "+16075550100"];
  for (const [i, number] of numbers.entries()) {
    const id = v7();
    await db.insert(s.senders).values({
      id,
      number,
      kind: "10dlc",
      programId: i === 0 ? programId : null,
      segmentsPerSecond: 10,
      createdAt: now,
    });
    await db.insert(s.pace).values({ key: id, perSecond: 10, tokens: 10, refilledAt: new Date() });
  }
  return programId;
}

async function addPatients(db: Db, programId: string, batch: Person[], now: Date): Promise<void> {
  const rows = batch.map((person) => ({ person, id: v7(), phoneId: v7() }));
  await db.insert(s.patients).values(
    rows.map(({ person, id }) => ({
      id,
      memberNumber: seal("patients.member_number", id, person.memberNumber),
      memberIndex: memberIndex(person.memberNumber),
      name: seal("patients.name", id, person.name),
      birthDate: seal("patients.birth_date", id, person.birthDate),
      birthYear: Number(person.birthDate.slice(0, 4)),
      birthMonth: Number(person.birthDate.slice(5, 7)),
      language: person.language,
      zip3: person.zip3,
      rowDigest: rowDigest(JSON.stringify(person)),
      createdAt: now,
      updatedAt: now,
    })),
  );
  await db
    .insert(s.programPatients)
    .values(rows.map(({ id }) => ({ programId, patientId: id, addedAt: now })));
  await db.insert(s.phones).values(
    rows.map(({ person, phoneId }) => ({
      id: phoneId,
      number: seal("phones.number", phoneId, person.phone),
      numberIndex: phoneIndex(person.phone),
      notTextable: person.notTextable,
      createdAt: now,
    })),
  );
  await db.insert(s.patientPhones).values(
    rows.map(({ id, phoneId }) => ({
      patientId: id,
      phoneId,
      relationship: "self" as const,
      validFrom: now,
    })),
  );
  await db.insert(s.consents).values(
    rows
      .filter(({ person }) => person.consent)
      .map(({ id, phoneId }) => ({
        patientId: id,
        phoneId,
        id: v7(),
        given: true,
        basis: "roster" as const,
        recordedAt: now,
      })),
  );
}

/** Left where a launch leaves it: the enrolling loop goes on from there. */
async function addCampaign(db: Db, manager: string, programId: string, now: Date): Promise<void> {
  const campaignId = v7();
  const sendGroupId = v7();
  await db
    .insert(s.sendGroups)
    .values({ id: sendGroupId, programId, open: true, expiresAt: new Date(now.getTime() + 7 * 24 * hours) });
  await db.insert(s.campaigns).values({
    id: campaignId,
    programId,
    name: "First invitation",
    state: "enrolling",
    sendGroupId,
    createdBy: manager,
    createdAt: now,
    launchedBy: manager,
    launchedAt: now,
  });
  await db.insert(s.campaignTexts).values([
    {
      campaignId,
      step: 1,
      language: "en",
      body: "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.",
    },
    {
      campaignId,
      step: 1,
      language: "es",
      body: "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
    },
  ]);
  await db.insert(s.audit).values({
    id: v7(),
    at: now,
    actorKind: "user",
    actorId: manager,
    actorRole: "manager",
    action: "campaign.launched",
    programId,
    details: { campaignId },
  });
}

function inBatches<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
