import { openForLoad } from "@/db/testing/load";
import { openDatabase } from "@/db/testing/open";
import { signInByAddress } from "./browser";
import { openCaller } from "./calls";
import { type Figure, percentile } from "./figures";
import type { Scale, Stage } from "./stage";
import { noWholeReads } from "./whole-reads";

const searchesEach = 40;
const holdTo = "p95 200";
const bigTables = ["patients", "program_patients", "phones", "patient_phones", "measure_windows"];

type Answer = { hits: { name: string }[]; more: boolean };
type Known = { name: string; birthDate: string; member: string; e164: string };

/** What is typed, of somebody who is known to be there. */
const kinds: { what: string; words: (known: Known) => string }[] = [
  { what: "common beginning of a name", words: () => "mar" },
  { what: "rare beginning of a name", words: () => "quillfea" },
  { what: "beginning that is common elsewhere only", words: () => "stonebr" },
  { what: "two words", words: ({ name }) => name.split(" ").reverse().join(" ") },
  { what: "member number", words: ({ member }) => member.toLowerCase() },
  { what: "phone", words: ({ e164 }) => `(${e164.slice(2, 5)}) ${e164.slice(5, 8)}-${e164.slice(8)}` },
  { what: "birth date", words: ({ birthDate }) => birthDate },
  { what: "name and birth date", words: ({ name, birthDate }) => `${name.slice(0, 3)} ${birthDate}` },
];

/** Searches among many patients, over HTTP with the session's check and the audit row, for nurses of three programs. */
export async function measureSearch(stage: Stage, { patients }: Scale): Promise<Figure[]> {
  const given = await openDatabase(stage.databaseUrl);
  const database = openForLoad(stage.databaseUrl);
  const sizes = [0.6, 0.01, 0.002].map((share) => Math.round(patients * share));
  const rest = patients - sizes.reduce((sum, size) => sum + size, 0);
  const places = await Promise.all(
    sizes.map(async (count) => {
      const nurse = await given.person("nurse", "Nadia Brooks");
      return { count, nurse, id: (await given.program({ members: [nurse] })).id };
    }),
  );
  const others = { id: (await given.program()).id, count: rest };
  const settlers = await database.settle({ programs: [...places, others], now: stage.now() });
  await database.tidy();

  const caller = openCaller(1);
  const figures: Figure[] = [];
  const before = await database.wholeReads(bigTables);
  for (const { id, nurse, count } of places) {
    const session = await signInByAddress(stage.baseUrl, { email: nurse.email, password: given.password });
    const known = settlers.filter(({ programId }) => programId === id);
    const search = async (words: string): Promise<Answer> => {
      const body = JSON.stringify({ words });
      const answer = await caller.post(`${stage.baseUrl}/api/patient-search`, body, session);
      if (answer.status !== 200) throw new Error(`A search was answered ${answer.status}: ${answer.body}`);
      return JSON.parse(answer.body) as Answer;
    };
    figures.push({ what: `nurse of ${count.toLocaleString("en-US")} patients`, ours: [count] });
    for (const { what, words } of kinds) {
      const took: number[] = [];
      let found = "";
      for (let i = 0; i < searchesEach; i += 1) {
        const somebody = known[i % known.length];
        if (!somebody) throw new Error("Nobody is known of that program.");
        const started = performance.now();
        const { hits, more } = await search(words(somebody));
        took.push(performance.now() - started);
        found = `${hits.length}${more ? " and more" : ""}`;
      }
      figures.push(
        { what: `  ${what}: p50 ms (${found} found)`, ours: [percentile(took, 50)] },
        { what: "    p95 ms", ours: [percentile(took, 95)], least: holdTo },
      );
    }
  }
  caller.close();
  await noWholeReads(database, bigTables, before);
  await given.close();
  await database.close();
  return figures;
}
