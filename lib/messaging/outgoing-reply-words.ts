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

const helpOrTime = String.raw`(?:(?:or|and|o|y|u|&)\s+)?(?:(?:reply|text|send|responda|env[ií]e|mande)\s+)?[${quotes}]?(?:help|info|ayuda)(?!\p{L})|(?:at\s+)?any\s?time|en cualquier momento`;
/** What may end the words for stopping: the end, a mark, an emoji, another answer, the offer of HELP, a time. */
const end = String.raw`\s*(?:$|[^\p{L}\p{N}\s${quotes}]|\d\s*(?:=|for)|${helpOrTime})`;
/** What may follow the word itself: "STOP (to cancel your visit)" is not over. */
const wordEnd = String.raw`\s*(?:$|[.,;!)…。，！]|\p{Extended_Pictographic}|[|/&]?\s*(?:${helpOrTime}))`;
const texts =
  "(?:(?:text|sms|de texto)\\s+)?(?:texts?|messages?|msgs?|alerts?|reminders?|notifications?|updates?|mensajes?|textos?|avisos?|recordatorios?)(?:\\s+de texto)?";
const ours = String.raw`(?:\s+(?:getting|receiving|hearing|all|of|from|these|those|our|your|the|this|no|more|any|future|further|us|text|sms))*\s+(?:${texts}|us|service|program|list|subscription)(?!\p{L})`;
/** Words that mean to stop texts, whatever the sentence says, and those that are also an act of their own. */
const plainStops = new Set("stop stopall unsubscribe optout alto parar baja 退订 停止".split(" "));
const stopsTexts = new RegExp(
  String.raw`^[${quotes}]?\s*(?:(?:at\s+)?any\s?time\s+|en cualquier momento\s+|to this (?:message|text|number)\s+)?(?:` +
    String.raw`(?:to|2|=)\s*(?:stop|opt.?out|unsubscribe|end|leave|be removed|be taken off)${end}` +
    String.raw`|(?:to|2|=)\s*(?:stop|opt.?out|unsubscribe|end|quit|cancel|leave|get|receive|block|no longer (?:get|receive)|be removed|be taken off)${ours}` +
    String.raw`|if you (?:do not|don'?t|no longer) (?:want|wish)(?:\s+(?:to (?:get|receive)))?(?:${ours}|\s+(?:these|them|this)${end})` +
    String.raw`|para\s+(?:parar|salir|terminar|dejar de recibir|no recibir|optar por no recibir|no m[aá]s|darse de baja)` +
    String.raw`|para\s+(?:detener|cancelar|terminar|parar|anular)\s+(?:(?:los|estos|sus|nuestros|la|su)\s+)?(?:${texts}|suscripci[oó]n)(?!\p{L})` +
    String.raw`|si (?:ya )?no (?:quiere|desea)(?:\s+recibir)?(?:\s+(?:m[aá]s|estos|nuestros|los|sus))*\s+${texts}` +
    `|(?:即可|以|可)?(?:退订|退訂|停止|取消(?:订阅|訂閱|短信)|不再))`,
  "iu",
);
/** STOP alone, or to cancel: with nothing after it that could be cancelled but texts. */
const justStops = new RegExp(
  String.raw`^[${quotes}]?${wordEnd}|^[${quotes}]?\s*(?:to|2|=|para)\s*(?:cancel|quit|cancelar|detener)${end}|^[${quotes}]?\s*(?:(?:at\s+)?any ?time|en cualquier momento|to this (?:message|text)|即可|就可以|就行)`,
  "iu",
);
/** "To opt out reply STOP or call": what it is for stands before it. */
const isToStop = new RegExp(
  String.raw`(?<!\p{L})(?:to|para)\s+(?:stop|opt.?out|unsubscribe|end|parar|darse de baja|no recibir|dejar de recibir)(?:${ours})?[,:]?\s+(?:please\s+|por favor\s+)?(?:${answer}|${send})(?:\s+(?:with|con))?:?\s+[${quotes}]?$`,
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
    for (const spot of offersIn(sentence)) {
      const finding = judge(spot);
      if (finding) found.set(bareLetters(spot.offered), finding);
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
    spotAt(sentence, match.index + match[0].length, match[1]),
  );
}

const spotAt = (sentence: string, end: number, offered = ""): Spot => ({
  offered,
  before: sentence.slice(0, end - offered.length),
  after: sentence.slice(end),
});

/** Of "yes or no", the second. */
function alternativeOf({ after }: Spot): Spot[] {
  const match = alternative.exec(after);
  return match ? [spotAt(after, match[0].length, match[1])] : [];
}

function judge({ offered, before, after }: Spot): Finding | undefined {
  const kind = keywordOf(offered)?.kind;
  const bare = bareLetters(offered).replace(" ", "");
  if (kind === "stop") {
    if (stopsTexts.test(after)) return undefined;
    if (plainStops.has(bare) && (justStops.test(after) || isToStop.test(before))) return undefined;
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
