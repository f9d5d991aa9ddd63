import type { Reading } from "./red-flag-reading";
import { squeezed } from "./red-flag-spelling";
import type { FlagLowering, FlagPriority, FlagRule } from "./red-flag-types";

/** What a figure says, with its place in the plain text. */
export interface Figure {
  rule: FlagRule;
  priority: FlagPriority;
  from: number;
  to: number;
  lowered?: FlagLowering;
}

const figure = /(?<![\d.,/$#])(\d{2,3})(?:[.,](\d{1,2}))?(?![\d/])/g;
/** Letters may be doubled, as everywhere. */
const loosely = (words: string) => words.replace(/[a-z]/g, "$&+");

const warmWords = loosely("fever|fevr|feaver|temp|tmp|fiebre|fievre|calentura|termometro|thermometer");
const warm = new RegExp(`${warmWords}|烧|体温|热|度数`, "u");
const unit = /^\s*(?:°|º|degrees?\b|deg\b|grados?\b|度|摄氏|华氏|℃|℉)|^\s*[fc]\b(?!\s*(?:section|sec))/u;
const otherUnit =
  /^\s*(?:%|lbs?\b|pounds?\b|kg|kilos?\b|libras?\b|weeks?\b|wks?\b|semanas?\b|sem\b|days?\b|dias?\b|years?\b|yrs?\b|anos?\b|months?\b|meses|mos?\b|miles?\b|min|mg|ml|oz|onzas?|cm|inch|in\b|ft|dollars?\b|bucks|dolares|pesos|am\b|pm\b|w\b|hours?|hrs?|horas?|mmhg|周|岁|天|个|块|元|斤|公斤|磅|点|分|号|路|楼|室|percent|street|st\b|ave|calle)/u;
const weather =
  /(?:outside|weather|oven|heat wave|in the shade|afuera|horno|clima|hace calor|sun\b|car is|water heater|天气|外面|气温|烤箱|today in|its hot|out here|hot out)/u;

const near = (plain: string, from: number, to: number, before: number, after: number) =>
  `${plain.slice(Math.max(0, from - before), from)} ${plain.slice(to, to + after)}`;

/** 100.4 F or 38 C. */
const isFever = (degrees: number): boolean =>
  (degrees >= 100.4 && degrees < 111) || (degrees >= 38 && degrees < 43.5);
const isNormal = (degrees: number): boolean =>
  (degrees >= 95 && degrees < 100.4) || (degrees >= 35 && degrees < 38);

/** Temperatures of a fever; `normal` where the only one given is none. */
export function temperaturesIn({ plain }: Reading): { fevers: Figure[]; isNormal: boolean } {
  const fevers: Figure[] = [];
  let normal = 0;
  for (const found of plain.matchAll(figure)) {
    const [from, to] = [found.index, found.index + found[0].length];
    const after = plain.slice(to, to + 14);
    const degrees = Number(`${found[1]}.${found[2] ?? 0}`);
    if (
      otherUnit.test(after) ||
      /(?:room|apt|apto|suite|route|bus|hwy|highway|exit|gate|ext|lane|cuarto|sala|ruta|pregnant|embarazada|code|codigo|bpm|pulse|weigh\w*|pesa|peso|at|las)\s*#?$/u.test(
        plain.slice(Math.max(0, from - 12), from),
      )
    )
      continue;
    const isMeant = unit.test(after) || found[2] !== undefined || warm.test(near(plain, from, to, 28, 16));
    if (!isMeant) continue;
    if (isNormal(degrees)) normal++;
    if (!isFever(degrees)) continue;
    const isWeather =
      weather.test(near(plain, from, to, 40, 30)) && !warm.test(near(plain, from, to, 28, 16));
    fevers.push({
      rule: "fever",
      priority: "urgent",
      from,
      to,
      ...(isWeather && { lowered: "idiom" as const }),
    });
  }
  return { fevers, isNormal: normal > 0 && fevers.length === 0 };
}

const sugarWords = loosely("sugar|suger|glucose|glucosa|azucar|glucometer|glucometro");
const sugar = new RegExp(
  String.raw`(?:${sugarWords})\D{0,24}?(\d{2,3}(?:[.,]\d)?)(?![\d/])|血糖\D{0,12}?(\d{1,3}(?:[.,]\d)?)(?![\d/])`,
  "gu",
);
const pressure = /(?<![\d/])(\d{2,3})\s*(?:\/|o+v+e+r+|s+o+b+r+e+|con|\\)\s*(\d{2,3})(?![\d/])/gu;

/** Blood sugar in mg/dL (mmol/L in Chinese texts), and blood pressure in mmHg, that are dangerous by themselves. */
export function measuresIn({ plain }: Reading): Figure[] {
  const found: Figure[] = [];
  for (const { 0: words, 1: spelled, 2: inChinese, index } of plain.matchAll(sugar)) {
    const level = Number((spelled ?? inChinese ?? "").replace(",", "."));
    const isMmol = words.startsWith("血糖") && level < 40;
    const [low, high] = isMmol ? [3.9, 16.7] : [60, 300];
    const isCrisis = isMmol ? level < 3 || level > 16.7 : level < 60 || level >= 300;
    const place = { from: index, to: index + words.length };
    if (isCrisis) found.push({ rule: "glucose", priority: "emergency", ...place });
    else if (level < low + 10 * Number(!isMmol) || level > 0.8 * high)
      found.push({ rule: "glucose", priority: "urgent", ...place });
  }
  for (const { 0: words, 1: upper, 2: lower, index } of plain.matchAll(pressure)) {
    const [systolic, diastolic] = [Number(upper), Number(lower)];
    if (systolic < 100 || systolic > 260 || diastolic < 50 || diastolic > 160) continue;
    const place = { from: index, to: index + words.length };
    if (systolic >= 160 || diastolic >= 110)
      found.push({ rule: "blood_pressure", priority: "emergency", ...place });
    else if (systolic >= 140 || diastolic >= 90)
      found.push({ rule: "blood_pressure", priority: "urgent", ...place });
  }
  return found;
}

const older =
  /\b(?:[1-9]|1\d|one|two|thre+|four|five|six|un|dos|tres)\s*-?\s*(?:years?|yrs?|yo|y\/o|yr|anos?|anitos?)\b|\b(?:[3-9]|1\d|2\d|thre+|four|five|six|seven|eight|nine|ten|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\s*-?\s*(?:months?|mos?|mnths?|mes|meses)\b|tod+ler|(?:[1-9]|1\d|一|两|二|三|四|五)\s*岁|(?:[3-9]|1\d|三|四|五|六|七|八|九|十)\s*个?多?月(?!孕)/u;

const young =
  /\b(?:[1-9]|1[0-2]|one|two|thre+|four|five|six|un|una|dos|tres)\s*-?\s*(?:we?eks?|wks?|wk|semanas?|sem)\s*-?\s*(?:old|de nacid[oa]|de edad)|\b\d{1,2}\s*-?\s*(?:days?|dias?)\s*-?\s*(?:old|de nacid[oa])|\b(?:1|2|one|two|un|dos)\s*-?\s*(?:months?|mos?|mes(?:es)?)\s*-?\s*(?:old\b|de edad|de nacid[oa])|(?:出生|刚生|才)[^。]{0,4}(?:天|周)|(?:满月|未满月)/u;

/** What the text itself says of a child's age; read when first asked, and once. */
export interface Ages {
  /** Younger than three months. */
  isYoungInfant: () => boolean;
  /** Older than three months. */
  isOlderChild: () => boolean;
}

export function agesIn({ plain }: Reading): Ages {
  return {
    isYoungInfant: once(() => young.test(squeezed(plain))),
    isOlderChild: once(() => older.test(squeezed(plain))),
  };
}

function once(look: () => boolean): () => boolean {
  let seen: boolean | undefined;
  return () => {
    seen ??= look();
    return seen;
  };
}
