import { careWords } from "./outgoing-care-words";
import { conditionWords } from "./outgoing-condition-words";
import { drugWords } from "./outgoing-drug-words";

/**
 * The words that the check of outgoing texts looks for. Data, not rule: change a list, then the version and the digest
 * beside it. An * stands for any letters. Accents and case do not matter, but in `exact`.
 */
export const outgoingWordsVersion = "2026-11-25";
export const outgoingWordsDigest = "7680de74c08ee971";

/** Written as people write them; in other words, or in small letters, they mean nothing of health. */
export const exactHealthWords = ["AIDS", "PrEP", "TB", "OCD", "OB", "BP", "Plan B"];

const words = (lists: readonly string[]) => lists.flatMap((list) => list.split(" "));
const phrases = (lists: readonly string[]) => lists.flatMap((list) => list.split(", "));

/** Whole words, without accents (but ñ). */
export const healthWords = [
  ...new Set([
    ...words([...careWords.en, ...careWords.es, ...conditionWords.en, ...conditionWords.es]),
    ...words([...drugWords.en, ...drugWords.es]),
    ...phrases([...careWords.enPhrases, ...careWords.esPhrases]),
    ...phrases([...conditionWords.enPhrases, ...conditionWords.esPhrases]),
  ]),
];

/** Anywhere: Chinese is written without spaces. */
export const chineseHealthWords = words([careWords.zh, conditionWords.zh, drugWords.zh]);

/** What holds such a word and says nothing of health. */
export const harmlessPhrases = [
  ...["stroke of luck", "family medicine", "sin presion", "sin azucar"],
  ...["booster seat*", "booster club", "booster cable*", "lithium batter*"],
  ...["best shot*", "a shot", "long shot", "shot glass*", "shots of", "shot of", "screen shot*", "mug shot*"],
  ...["due date of the form", "due date of the bill", "due date for the form", "payment due date"],
];

/** Hosts that every text may link to; theirs below them too. None yet. */
export const allowedLinks: readonly string[] = [];

/** What carriers or patients take for consent, besides the keywords that we know. Compared without accents. */
export const consentWords = ["yes", "si"];

/** What a first text may tell patients to send, by language: each must be a keyword that we act on. */
export const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: ["STOP"],
  es: ["STOP", "ALTO", "PARAR", "BAJA"],
  zh: ["STOP", "退订", "停止"],
};
const anyOf = (words: readonly string[] = []) => `(?:${words.join("|")})`;
const spanishStop = anyOf(stopWords.es);
const chineseStop = anyOf(stopWords.zh);

/** How a first text says how to stop, by language. The words in capitals are what patients send. */
export const stopWording: Readonly<Record<string, { example: string; patterns: readonly RegExp[] }>> = {
  en: {
    example: "STOP to stop",
    // After a word for answering "stop" may be written small; alone it would be "Stop by".
    patterns: [
      /(?<!\p{L})(?:reply|text|txt|send|type)(?: back)?(?: with)?[\s:"'“‘]{1,3}stop(?!\p{L}| by)/iu,
      /(?<!\p{L})STOP\W{1,3}(?:to|2|ends?|any ?time|TO|ENDS?|ANY ?TIME)(?!\p{L})/u,
    ],
  },
  es: {
    example: "STOP para parar",
    patterns: [
      new RegExp(
        String.raw`(?<!\p{L})(?:respond(?:a|e|er)|contest[ae]|env[ií][ae]|mand[ae]|escrib[ae])(?: con| la palabra)?[\s:"'“‘]{1,3}${spanishStop}(?!\p{L})`,
        "iu",
      ),
      new RegExp(
        String.raw`(?<!\p{L})${spanishStop}\W{1,3}(?:en cualquier momento )?(?:para|termina|y no|si(?: ya)? no|PARA)(?!\p{L})`,
        "u",
      ),
    ],
  },
  zh: {
    example: "回复STOP退订",
    patterns: [
      new RegExp(
        String.raw`(?:回复|回覆|回|发送|發送|发|發|输入|輸入)\P{L}{0,3}${chineseStop}` +
          String.raw`|${chineseStop}\P{L}{0,3}(?:即可|以|可)?(?:退订|退訂|停止|取消)`,
        "u",
      ),
    ],
  },
};
