import type { WordingRules } from "./wording-rules";
import { leaving } from "./wording-rules-en-list";
import { insisting } from "./wording-rules-en-short";
import { stopping } from "./wording-rules-en-stop";
import { wishing } from "./wording-rules-en-wish";
import { sent, texting, texts } from "./wording-words-en";

export const english: WordingRules = {
  language: "en",
  unless: [
    // The wish to stay: nobody who says one of these asks to go.
    "(?<!(?:you|u|yall|they|why) )(?:dont|don t|dnt|do not|donot|never|not|didnt|did not|havent|have not|wont|will not)(?: (?:please|pls|ever|even|yet|just|really|want|wanna|wish|like|need|mean|meant|ask|asked|asking|tell|told|telling|try|trying|going|gonna|plan|planning|you|u|yall|them|anyone|to|be|get|have|for|that)){0,5} (?:opt(?:ed|ing)? (?:me|us|my number) out|opt(?:ed|ing)? out|removed?|removing|taken off|take (?:me|us) off|tak(?:e|en) off|unsubscribed?|deleted?|dropped|revok(?:e|ed|ing)|withdr(?:aw|ew|awn|awing)|rescind(?:ed)?|block(?:ed|ing)?|report(?:ed|ing)?|lost|delete my|unenroll(?:ed)?)(?: (?:me|us|you|u|myself|my number|this number|this|the number))?(?: (?:from|off|of|out of|on)(?: (?:the|your|ur|this|any|that))?(?: (?:list|lists|texts|program|service))?)?",
    `(?:dont|don t|dnt|do not|donot|never|not)(?: (?:please|ever|you|u|want|wish|like|need|you to)){0,3} (?:make|let) ${sent}(?:${texts}|texting|them|it) (?:to )?(?:stop|end)`,
    `(?:dont|don t|do not|donot|never|not|wouldnt|didnt)(?: (?:really|ever|even))? (?:want|wish|like|need)(?: for)? ${sent}(?:${texts}|texting|them) to (?:stop|end)`,
    "(?:not|never|isnt|arent|aint|im not|wasnt)(?: (?:really|getting|at all|even|so|yet))? (?:tired|sick|fed up|done|over it|harassing|spamming|annoyed|bothered)",
    "(?:did|didnt|has|have|who|why|why did|why have|was it you who)(?: (?:someone|somebody|anyone|anybody|you|u|you guys|yall|they|the clinic|the nurse|it))? (?:(?:just|already|accidentally) )?(?:removed?|take|took|taken|drop|dropped|delete|deleted|kick|kicked|unsubscribed?|opt|opted|unenrolled?) (?:me|us|my number|my name)(?: (?:off|out|from|of))*",
    // "don't stop texting me", and yet "if you don't stop texting me" is no praise.
    "hope (?:you|u|yall) (?:dont|do not|never|wont) stop",
    "(?<!(?:you|u|yall|they|why) )(?:dont|don t|dnt|do not|donot|never|not|cant|cannot|couldnt|wont|will not|doesnt|does not|didnt|did not|wouldnt|never ever|nor|without)(?: (?:please|pls|ever|you|u|want (?:you|u|yall|them) to|want to|want|need to|make them|let them|just|seem to|have to|(?:you )?dare|need (?:you|u) to))? (?:stop|quit|end|cease|cancel|remove|unsubscribe|opt out|take me off|delete|leave (?:me|us) alone|revoke|lose my|halt)",
    // Asked, told or supposed, not wished.
    "(?:do|does) (?:you|they|it|he|she) (?:ever )?(?:stop|quit|end|cancel)",
    "(?:did|have|had|why did|when did|if|unless|until|before|when|once|after) (?:you|u|yall|they|we|i|he|she|it) (?:just |ever |all |already )?(?:stop|quit|end|cancel|leave)",
    "(?:doctor|dr|nurse|midwife|pharmacist|they|he|she|mom) (?:said|says|told (?:me|us)|wants me|asked me)(?: to)? (?:stop|quit|end|cancel)",
    "(?:told|asked|tells|advised) (?:me|us|him|her) to (?:stop|quit|end|cancel)",
    // The writer's own doing: "I need to stop texting you".
    `(?:i|ill)(?: (?:will|have to|need to|must|should|gotta|had to|can|could|might))? (?:just )?(?:stop|quit) (?:${texting}|bothering|annoying|calling)`,
    "(?:let me|lemme|ill|i will) (?:stop|quit|leave)",
  ],
  rules: [...stopping, ...wishing, ...leaving, ...insisting],
};
