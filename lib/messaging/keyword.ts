export interface Keyword {
  kind: "stop" | "help" | "start";
  language: "en" | "es" | "zh";
  /** What was found in the text, of our own words and never of the patient's: "word stop", "typo cancel". */
  rule: string;
}

// The words that 47 CFR 64.1200(a)(10) names, those of the carriers, and their Spanish and Chinese kin. YES, SI, 1 and
// 2 are not among them: patients confirm visits with them. Nor is TD, a vaccine here: see zh-td of the wording rules.
const words = new Map<string, Keyword>();
const add = (kind: Keyword["kind"], language: Keyword["language"], list: string) => {
  for (const word of list.split(", "))
    words.set(word.replaceAll(" ", ""), { kind, language, rule: `word ${word}` });
};
add("stop", "en", "stop, stop all, unsubscribe, cancel, end, quit, revoke, opt out, remove");
add("stop", "es", "alto, parar, pare, cancelar, baja, dar de baja");
add("stop", "zh", "退订, 停止, 停, 取消, 取消订阅");
add("help", "en", "help, info");
add("help", "es", "ayuda");
add("help", "zh", "帮助");
add("start", "en", "start, unstop");
add("start", "es", "inicio, comenzar, empezar");
add("start", "zh", "开始");

// "pare" is left out: it lies too near to para, pera and padre.
const mistypable = "stop stopall unsubscribe cancel quit revoke optout remove alto parar cancelar baja".split(
  " ",
);

// One slip away from a keyword, and yet what somebody may mean who writes it: words, then names.
const realWords = new Set(
  `atop estop shop slop step stomp stoop stops stow strop swop
   cancels canceler cancela cancelad cancelan cancelas cancele cancelo cancelara cancelare cancer cancerar canela canelar
   cannel cantel carcel caucel chancel cincel cincelar rancel unsubscribed unsubscribes
   quat quia quid quiet quilt quim quin quint quip quirt quis quist quita quite quito quits quiz suit squit qubit quoit
   evoke revoked revoker revokes revote remote removed remover removes remoje remole renove emove
   acto albo alco alfo algo alio almo aloo alot also alta altho alti altor altos alts alzo apto arto asto auto balto falto
   lato palto salto alito
   aparar arar pagar pairar pajar papar para parad parada parae paran parao parara parare paras parear parer parir
   parlar parpar parra parrar pasar payar pirar tarar varar
   abaja ajaa baba baca bada baga bajad bajan bajar bajas baje bajea bajia bajo bajra baju bala bara basa bata bava baya
   baza bana bija boja caja faja laja maja naja paja raja saja taja
   aldo alton alvo alma baha baia banja daja gaja haja jaja kaja quinn quino`.split(/\s+/),
);

/** What people also answer a question with, such as whether to keep a visit. */
const answers = new Set("cancel end remove quit baja cancelar pare parar 取消 停 停止".split(" "));

/** Whether it may be the answer to what a nurse has just asked: then it stops texts, and she has to look as well. */
export const isAlsoAnswer = ({ rule }: Keyword): boolean => answers.has(rule.replace(/^\w+ /, ""));

const traditional =
  "訂閱發給別請們聯繫絡簡騷擾刪號碼單電話錯個這開幫無資從將還來說傳煩終結許銷權願為藥謝馬訊醫預約過沒時寫廣";
const simplified =
  "订阅发给别请们联系络简骚扰删号码单电话错个这开帮无资从将还来说传烦终结许销权愿为药谢马讯医预约过没时写广";
const simpler = new Map([...traditional].map((sign, at) => [sign, [...simplified][at] ?? sign]));

/** Lower case, without accents, width, apostrophes and what cannot be seen, in simplified Chinese signs. */
export const plain = (text: string): string =>
  text
    .replace(/[´`’‘ʼ′]/gu, "'")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}']/gu, "")
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, (sign) => simpler.get(sign) ?? sign);

/** Words in which a letter stands three times or more, as nobody spells but many shout: "stooop". */
export const calm = (text: string): string => text.replace(/(\p{L})\1{2,}/gu, "$1");

const please = "please|pls|plz|plse|plese|pleas|pleese|kindly|por favor|porfavor|porfa|favor";
const before = new RegExp(`^(?:(?:${please}) )+`);
const after = new RegExp(
  `(?: (?:${please}|now|right now|asap|immediately|thanks|thank you|thank u|thankyou|thx|ty|gracias|muchas gracias|ya|` +
    "sir|maam|sent from my (?:iphone|ipad|phone|android|galaxy|samsung galaxy)))+$",
);
const politeChinese = /^(?:请|麻烦|拜托|马上|立即|立刻)+|(?:谢谢你|谢谢|多谢|吧)+$/gu;

/** The words of a plain text, one space between them, without the courtesies around them. */
export const withoutCourtesy = (words: string): string =>
  words.replace(before, "").replace(after, "").replace(politeChinese, "");

const longest = 1_000;

/** All that decides what is a keyword, for the digest of the rules. */
export const keywordRules = [
  ...words,
  ...[mistypable, [...realWords], [...simpler]],
  ...[before, after, politeChinese].map(({ source }) => source),
] as const;

/**
 * The keyword that is the whole text, whatever its case, accents, punctuation, width or spacing; else undefined.
 * Only a STOP may be guessed at, from courtesies, repeats and one slip: START undoes a stop, and HELP is answered by
 * a text that helps nobody who meant something else, so both must be exact.
 */
export function keywordOf(text: string): Keyword | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest) return undefined;
  const spaced = (plain(trimmed).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  // One sign may stand for a whole line of letters.
  if (spaced.length > longest) return undefined;
  const exact = words.get(spaced.replaceAll(" ", ""));
  if (exact) return exact;

  const found = stopIn(withoutCourtesy(calm(spaced)).split(" "));
  return found?.kind === "stop" ? found : undefined;
}

function stopIn(said: string[]): Keyword | undefined {
  const joined = said.join("");
  const known = words.get(joined);
  if (known) return known;
  const all = said.map((word) => words.get(word));
  const isStopOnly = all.every((word) => word?.kind === "stop");
  // "alto, baja" may be somebody's blood pressure; "stop stop" and "STOP/ALTO" are not.
  if (isStopOnly && (new Set(said).size === 1 || all.some((word) => word?.language === "en"))) return all[0];

  const isOneWord = said.length === 1 || said.every((word) => word.length === 1);
  if (!isOneWord || joined.length < 4 || realWords.has(joined)) return undefined;
  // A word that a HELP or a START was also meant by, like "nstop", is for a person to read.
  if ([...words].some(([word, { kind }]) => kind !== "stop" && isOneSlip(joined, word))) return undefined;
  const squeezed = joined.replace(/(\p{L})\1+/gu, "$1");
  const meant =
    mistypable.find((word) => squeezed === word.replace(/(\p{L})\1+/gu, "$1")) ??
    mistypable.find((word) => isOneSlip(joined, word));
  const word = meant === undefined ? undefined : words.get(meant);
  return word && { ...word, rule: `typo ${meant}` };
}

/** Whether one letter too many, too few or wrong, or two neighbours swapped, is all that parts two words. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
