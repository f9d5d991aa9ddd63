import { bareLetters } from "./bare-letters";
import { keywordOf } from "./keyword";
import { consentWords } from "./outgoing-words";
import type { Finding } from "./types";

const quotes = `"'“”‘’«»「」『』`;
/** After these the next word is what to answer, however it is written; after "send" or "text" only in capitals. */
const answer = "reply|replying|respond|answer|responda|responde|responder|conteste|contesta";
const send = "text|txt|type|send|envíe|envie|envía|mande|manda|escriba|escribe|texto";
const answered = new RegExp(
  String.raw`(?<!\p{L})(?:${answer})(?:\s+(?:back|with|con|the word|la palabra|either))*:?\s+[${quotes}]?(\p{L}{2,12})(?!\p{L})`,
  "giu",
);
const alternative = new RegExp(
  String.raw`^[${quotes}]?\s*(?:or|and|o|y|u|/)\s*[${quotes}]?(\p{L}{2,12})(?!\p{L})`,
  "iu",
);
const capitals = /(?<![\p{L}{])(\p{Lu}{2,12}(?: (?:OUT|ALL))?)(?![\p{L}}])/gu;
const chineseAnswer =
  /(?:回复|回覆|回答|发送|發送|发短信|输入|輸入)[：:\s]*["'“‘「『]?(\p{Script=Han}{1,2}|[A-Za-zÀ-ÿ]{2,12})/gu;

/** What makes a word in capitals an answer: what stands before it in a sentence that asks for one, or after it. */
const asks = new RegExp(String.raw`(?<!\p{L})(?:${answer}|${send})(?!\p{L})`, "iu");
const precedes = new RegExp(
  String.raw`(?:[,;/]|(?<!\p{L})(?:${answer}|${send}|or|and|o|y|u|with|con|word|palabra))\s*[${quotes}]?$`,
  "iu",
);
const leads = new RegExp(String.raw`^[${quotes}]?\s*(?:=|(?:to|for|if|para|si)(?!\p{L}))`, "iu");
const ends = new RegExp(String.raw`^[${quotes}]?\s*(?:$|[.,;!?)。，！/]|(?:or|and|o|y|u)(?!\p{L}))`, "iu");

const texts = "(?:texts?|messages?|msgs?|alerts?|mensajes?|textos?|avisos?)";
const inClause = String.raw`\s*(?:$|[.,;!)。，！])`;
/** Words that mean to stop texts, whatever the sentence says, and those that are also an act of their own. */
const plainStops = new Set("stop stopall unsubscribe optout alto parar baja 退订 停止".split(" "));
const stopsTexts = new RegExp(
  String.raw`^[${quotes}]?\s*(?:any ?time\s+|en cualquier momento\s+)?(?:` +
    String.raw`(?:to|2|=)\s*(?:stop|opt.?out|unsubscribe|end|leave)${inClause}` +
    String.raw`|(?:to|2|=)\s*(?:stop|opt.?out|unsubscribe|end|quit|cancel|leave|get|receive|block)(?:\s+(?:getting|receiving|all|of|from|these|our|the|no|more|any|future|further))*\s+${texts}` +
    String.raw`|para\s+(?:parar|salir|terminar|dejar de recibir|no recibir|no m[aá]s|darse de baja)` +
    String.raw`|para\s+(?:detener|cancelar|terminar|parar)\s+(?:los|estos|sus|nuestros)?\s*${texts}` +
    `|(?:即可|以|可)?(?:退订|退訂|停止|取消(?:订阅|訂閱|短信)|不再))`,
  "iu",
);
const justStops = new RegExp(
  String.raw`^[${quotes}]?${inClause}|^[${quotes}]?\s*(?:to|2|=|para)\s*(?:cancel|quit|cancelar|detener)${inClause}|^[${quotes}]?\s*(?:any ?time|en cualquier momento|即可|就可以|就行)`,
  "iu",
);
const helps = new RegExp(
  String.raw`^[${quotes}]?\s*(?:(?:for|para|=)\s*(?:more\s+|m[aá]s\s+)?(?:help|info|ayuda)|(?:获取|獲取|取得)?(?:帮助|幫助))`,
  "iu",
);
const startsTexts = new RegExp(
  String.raw`^[${quotes}]?\s*(?:to|para)\s+(?:get (?:them|${texts})|start (?:again|${texts})|resume|recibir|volver)`,
  "iu",
);

/** Answers offered to patients that carriers, or we, take for something else: CANCEL would end all texts. */
export function replyWordFindings(text: string): Finding[] {
  const found = new Map<string, Finding>();
  for (const sentence of text.split(/(?<=[.!?。！？\n])/u))
    for (const { offered, after } of offersIn(sentence)) {
      const finding = judge(offered, after);
      if (finding) found.set(bareLetters(offered), finding);
    }
  return [...found.values()];
}

interface Spot {
  offered: string;
  before: string;
  after: string;
}

function offersIn(sentence: string): Spot[] {
  const named = spotsOf(sentence, answered).filter(
    ({ offered, after }) => !isSmall(offered) || leads.test(after) || ends.test(after),
  );
  const inCapitals = /\p{Ll}/u.test(sentence)
    ? spotsOf(sentence, capitals).filter(
        ({ before, after }) => leads.test(after) || (asks.test(before) && precedes.test(before)),
      )
    : [];
  return [...named, ...named.flatMap(alternativeOf), ...inCapitals, ...spotsOf(sentence, chineseAnswer)];
}

const isSmall = (offered: string) => !/^\p{Lu}/u.test(offered);

function spotsOf(sentence: string, pattern: RegExp): Spot[] {
  return [...sentence.matchAll(pattern)].map((match) =>
    spot(sentence, match.index + match[0].length, match[1]),
  );
}

const spot = (sentence: string, end: number, offered = ""): Spot => ({
  offered,
  before: sentence.slice(0, end - offered.length),
  after: sentence.slice(end),
});

/** Of "yes or no", the second. */
function alternativeOf({ after }: Spot): Spot[] {
  const match = alternative.exec(after);
  return match ? [spot(after, match[0].length, match[1])] : [];
}

function judge(offered: string, after: string): Finding | undefined {
  const kind = keywordOf(offered)?.kind;
  const bare = bareLetters(offered).replace(" ", "");
  if (kind === "stop") {
    if (stopsTexts.test(after) || (plainStops.has(bare) && justStops.test(after))) return undefined;
    return {
      code: "reply_word",
      quote: offered,
      sentence: `“${offered}” ends all texts when a patient sends it. Offer another answer, such as 1 or C.`,
    };
  }
  if (kind === "help" && helps.test(after)) return undefined;
  if (kind === "start" && startsTexts.test(after)) return undefined;
  // "Responda si puede" asks for no word; "responda SI" and "responda sí" do.
  if (!kind && (!consentWords.includes(bare) || offered === "si")) return undefined;
  return {
    code: "reply_word",
    quote: offered,
    sentence: `Carriers act on “${offered}” by themselves. Offer another answer, such as 1 or C.`,
  };
}
