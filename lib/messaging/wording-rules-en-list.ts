import type { WordingRule } from "./wording-rules";
import { clinic, end, last, myNumber, sent, texts } from "./wording-words-en";

/** The number, the name or the consent is taken back. */
export const leaving: WordingRule[] = [
  {
    id: "en-remove-me",
    unless: [
      "(?:can|could|did|when|will|should|would|if) (?:he|she|they|the doctor|dr|it|we) (?:take|remove|get|delete)",
    ],
    says: [
      `(?:remove|delete|drop|erase|scratch|cross|take|pull|get|unenroll|disenroll|withdraw|cancel|want|be|pls|please|keep|leave) (?:(?:me|us|him|her|them|my (?:mom|mother|dad|father|husband|wife|son|daughter|grandma|grandmother|sister|brother|baby)(?: (?:number|name))?|my (?:name|number|phone|cell)(?: and (?:name|number|phone))?|this number|this phone|it|removed|taken) )?(?:off|from|out of) (?:of )?(?:(?:the|this|that|your|ur|you|any|all|these|every) )?(?:(?:call|calling|mailing|text|texting|contact|message|messaging|clinic|sms|phone|patient) )?(?:lists?|texts|text|messages|program|thread|group text|group chat|distribution|database|system|service|alerts|sms|contacts)(?! for (?!texts|messages|text))`,
      `(?:remove|delete|erase|unenroll|disenroll|unlist|withdraw) (?:me|us)${end}`,
      `(?:take|cross|scratch|get) (?:me|us|${myNumber}) off(?: (?:of )?(?:this|it|here))?${last}`,
      `(?:remove|delete|erase) (?:me|us) (?:from|off) (?:of )?(?:this|here|it|everything)${last}`,
    ],
    isClause: ["(?:please|pls|plz) remove"],
    isText: ["(?:remove|delete) (?:number|my phone|my cell)", "(?:get )?off (?:the|your|this) list"],
  },
  {
    id: "en-lose-number",
    unless: [
      "(?:i|ill|we|will|might|may|did|would|to|could|never|dont|didnt|not) (?:just )?(?:lose|forget)",
      `(?:delete|remove|erase) ${myNumber} (?:from|off|on) (?:of )?(?:(?:the|your|my|this|his|her|old) ){0,2}(?:${clinic}|forms?)`,
    ],
    says: [
      "(?:lose|forget|delete|erase|remove|drop|unlist) (?:my|our|this|that) (?:(?:phone|cell|mobile) )?(?:number|num|info|contact|contact info|phone number|contact information)(?! (?:to|with|for) )",
      `(?:take|get|cross|keep) ${myNumber} (?:off|out of)(?: (?:of )?(?:the|your|this|ur))? (?:lists?|system|phones?|records|database|computers?)`,
      "(?:i am|im|i will|ill|going to|gonna) (?:now )?(?:block|blocking|report|reporting) (?:you|u|this number|your number|ur number|this|yall)(?! (?:the|my|off|a|his|her|if|when|for|in) )",
      "report(?:ing)? (?:you|u|yall|this number|this) (?:as|for) (?:spam|harassment|a spammer)",
    ],
  },
  {
    id: "en-leave-alone",
    unless: [
      "(?:dont|do not|never|they|he|she|nurses|pains?|thoughts|cramps|wont|cant|didnt) (?:ever |just |even |please )?leave (?:me|us) alone",
      "alone (?:in|with|at|for|when|while|during) (?:the|my|a|this|labor|hospital|home|night)",
    ],
    says: [
      "leave (?:me|us) (?:the (?:hell|fuck) |tf )?(?:alone|be|in peace)(?= (?:$|please|pls|now|stop|already|and|you|i|im|\\?))",
      "(?:want|like|wish|prefer) to be left alone",
    ],
    isClause: [
      "(?:please |just )*go away(?: please| now)?",
      "get lost",
      "(?:just )?(?:fuck|piss|f|bug|buzz) off(?: already)?",
      "get (?:off|out of) my phone",
    ],
  },
  {
    id: "en-revoke",
    unless: [
      `(?:consents?|permission|authorization|agree) (?:form )?(?:(?:to|for|of|on) )?(?:(?:have|having|get|getting|the|my|his|her|a|any|this|that|release|do|be|use) ){0,4}(?:${clinic}|records|blood|operation|anesthesia|procedures|recording|sharing|research|students?)`,
      "consent (?:forms?|paper\\w*|signed|yet|sheet)",
    ],
    says: [
      "(?:revoke|revoking|withdraw|withdrawing|rescind|retract|take back|taking back|cancel|pull) (?:(?:my|all|any|the|our|prior|previous|written) ){0,3}(?:consent|permission(?! slips?)|authorization|opt in)",
      "(?:dont|do not|didnt|did not|never|no longer|not) (?:consent|consented|gave consent|give consent|give permission|gave permission|give you permission|gave you permission|give my consent|gave my consent|give you consent|gave you consent|give my permission|authorize)(?= (?:$|to (?:be|being|get|receive|these|this|your|any|the|you|texts|text|messages|contact|that)|for (?:these|this|you|texts|messages|contact)|anymore|\\?))",
      "(?:dont|do not|no longer|never) have (?:my |any |our )?(?:consent|permission) (?:to|for)",
      "(?:without|no) (?:my |any )?(?:consent|permission) (?:to|for) (?:text|contact|message|call|send|these|texting|messages|texts)",
      "(?:revoke|revoking)(?: it| this| that)?(?= $)",
    ],
  },
  {
    id: "en-opt-out",
    unless: [
      `opt(?:ing)? (?:me |us )?out (?:of|from) (?:(?:the|your|my|any|all|these|this|getting|having|doing|genetic|flu|covid|glucose|blood|\\w{1,12}) ){0,2}${clinic}`,
    ],
    says: [
      `opt(?:ing)? (?:me|us|my number|this number) out(?= (?:$|please|pls|now|of (?:these|this|your|the|all|any|it|texts|messages|everything)|from|thanks|\\?))`,
      `(?:opt|opting) out (?:of|from) ${sent}(?:${texts}|texting|messaging|it|everything|service|program|list|communications?|contact)`,
      `(?:want|wanna|wish|like|choose|chose|need|wants|how (?:do|can|to)(?: i| we)?|can i|i|i am|im|please|pls|let me)(?: to)? (?:opt|opting) out${last}`,
      "opt out (?:of|from) (?:this|these)(?= $)",
    ],
  },
  {
    id: "en-unsubscribe",
    unless: [
      "unsubscribe (?:me )?from (?:(?:the|my|your|all) )?(?:\\w{1,12} )?(?:emails?|newsletters?|mailings?)",
      "(?:(?:i|we|already|did|had) (?:accidentally |just )?unsubscribed|(?:accidentally|mean to|meant to|didnt|did not|did i|did you|if i|when i) unsubscribe)",
    ],
    says: [
      "(?:unsubscribe|unsub|desubscribe)(?= (?:$|me|us|my|this|from|now|please|pls|all|immediately|thanks|\\?))",
    ],
  },
  {
    id: "en-do-not-call-list",
    says: [
      "(?:on|to|in) (?:(?:your|the|a|ur|national|ya) ){0,2}do not (?:call|text|contact|message)(?: (?:list|registry|lists))?(?= (?:$|\\?|please|pls|now|so|and|thanks|thank))",
    ],
    isText: ["do not (?:call|text|contact) list"],
  },
  {
    id: "en-cancel-me",
    says: [
      `cancel (?:me|us) (?:out of|from) (?:this|these|it)${last}`,
      "cancel my (?:enrollment|registration|participation|sign up)(?= (?:$|please|in (?:the |this |your )?(?:texts?|program|messages)))",
    ],
    isClause: ["(?:(?:please|pls|plz|just|so|ok) )*cancel (?:me|us)(?: (?:please|pls|now|thanks))*"],
    isText: ["cancel (?:this |the |your )?(?:service|program)"],
  },
];
