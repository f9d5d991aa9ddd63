const english = {
  first: [
    "Amara",
    "Beth",
    "Carla",
    "Dana",
    "Elena",
    "Faith",
    "Grace",
    "Hannah",
    "Imani",
    "Joy",
    "Kayla",
    "Lena",
    "Maya",
    "Nora",
    "Olive",
    "Priya",
    "Quinn",
    "Ruth",
    "Sara",
    "Tessa",
    "Uma",
    "Vera",
    "Wendy",
    "Zoe",
    "Aaron",
    "Ben",
    "Caleb",
    "Derek",
    "Evan",
    "Felix",
  ],
  last: [
    "Abbott",
    "Baker",
    "Carter",
    "Dawson",
    "Ellis",
    "Foster",
    "Greene",
    "Hayes",
    "Irving",
    "Jensen",
    "Keller",
    "Lawson",
    "Mercer",
    "Nolan",
    "Osborn",
    "Parker",
    "Reed",
    "Sawyer",
    "Tucker",
    "Vance",
    "Walsh",
    "Young",
  ],
};
const spanish = {
  first: [
    "Alma",
    "Beatriz",
    "Camila",
    "Daniela",
    "Esperanza",
    "Fernanda",
    "Gabriela",
    "Itzel",
    "Jimena",
    "Lucía",
    "Marisol",
    "Noemí",
    "Paloma",
    "Rocío",
    "Sofía",
    "Valeria",
    "Ximena",
    "Andrés",
    "Bruno",
    "Diego",
    "Mateo",
  ],
  last: [
    "Aguilar",
    "Barrera",
    "Cárdenas",
    "Delgado",
    "Escobar",
    "Fuentes",
    "Guzmán",
    "Ibarra",
    "Lozano",
    "Montoya",
    "Núñez",
    "Orozco",
    "Peña",
    "Quiroga",
    "Salazar",
    "Villarreal",
  ],
};

export interface Person {
  memberNumber: string;
  name: string;
  /** YYYY-MM-DD */
  birthDate: string;
  language: "en" | "es";
  zip3: string;
  /** E.164, fictional. */
  phone: string;
  notTextable: "toll_free" | null;
  consent: boolean;
}

/** Numbers between 0 and 1, always the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Members of an invented plan: about a third speak Spanish, most can be texted and have consented. */
export function people(count: number, next: () => number): Person[] {
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const language = next() < 0.32 ? "es" : "en";
    const names = language === "es" ? spanish : english;
    const tollFree = next() < 0.05;
    const year = 1984 + Math.floor(next() * 22);
    const month = 1 + Math.floor(next() * 12);
    const day = 1 + Math.floor(next() * 28);
    return {
      memberNumber: `DM${String(100_001 + i * 7)}`,
      name: `${pick(names.first)} ${pick(names.last)}`,
      birthDate: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      language,
      zip3: pick(["100", "104", "112", "606", "770"]),
      phone: fictionalPhone(i, tollFree),
      notTextable: tollFree ? "toll_free" : null,
      consent: next() > 0.06,
    };
  });
}

/** NPA-555-01XX is set aside for fiction in every area code. */
function fictionalPhone(i: number, tollFree: boolean): string {
  const areaCodes = tollFree ? ["800", "888", "877"] : ["646", "917", "718", "347"];
  return `+1${areaCodes[Math.floor(i / 100) % areaCodes.length]}55501${String(i % 100).padStart(2, "0")}`;
}
