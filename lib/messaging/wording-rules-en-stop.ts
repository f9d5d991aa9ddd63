import type { WordingRule } from "./wording-rules";
import { end, last, me, sent, stop, text, texting, texts } from "./wording-words-en";

/** Texts are told to stop. */
export const stopping: WordingRule[] = [
  {
    id: "en-stop-texting",
    says: [
      `(?:${stop}) (?:(?:all|with|the|just|ever|fucking|damn|always|constantly|keep) ){0,2}(?:${texting}|bothering|annoying|hitting (?:me |us )?up|blowing (?:me |us )?up)(?! (?:you|u|with|about) )`,
      `(?:${stop}) (?:calling|ringing|emailing) (?:${me}(?: phone)?)${end}`,
      `(?:${stop}) using (?:my|this) (?:phone |cell )?number`,
      `(?:${stop}) (?:writing|reaching out) (?:to )?${me}`,
      `(?:${stop}) sending (?:out )?(?:(?:me|us|them|it) )?${sent}(?:${texts}|${text}|stuff|shit|crap|anything)`,
      `(?:${stop}) sending(?: (?:(?:me |us )?(?:this|these|those|it|them)|me|us|(?:this|these|it|them|stuff) to (?:me|us|this (?:number|phone)|my (?:phone|number|cell))))?${end}`,
      `(?<=^ (?:(?:please|pls|plz|so|ok|and|just) ){0,2})stop (?:${text}|contact|bother|send)(?: ${me}| ${sent}(?:${texts}|${text}))`,
      `(?:${stop}) (?:calling|ringing|emailing)(?: ${me})? (?:and|or|n) (?:${texting})`,
      `(?:${stop}) (?:reminding|nagging|disturbing) ${me}`,
    ],
  },
  {
    id: "en-stop-texts",
    unless: [
      `(?:${texts}|${text}) (?:at|on|in|before|after|during) (?:night|work|the night|bedtime|english|spanish)`,
      "(?:alerts|notifications|reminders) (?:on|from) (?:my|the) (?:glucose|monitor|phone|watch|pump|cgm|\\w{1,12} app|app)",
    ],
    says: [
      `(?:want|need|make|get|like|wish|have) ${sent}(?:${texts}|texting) (?:to )?(?:just )?(?:stop|end)${last}`,
      `(?:these|the|your|ur|all) (?:${texts}) (?:need to|have to|must|should|gotta|better) (?:stop|end)${last}`,
      `(?:${stop}|end|cancel|turn off|shut off|disable|deactivate) ${sent}(?:${texts}|texting|subscription(?! (?:to|for|of) )|sms service|text service|text program)`,
      `(?:${stop}|end|cancel) (?:all |all of )?(?:these|this|those|the|your|ur|my|any|all) (?:${text})(?! (?:me|us|you|u|from|about|said|says) )`,
      `(?:stop it|quit it|knock it off|cut it out) with ${sent}(?:${texts}|texting|messaging)`,
      `(?:want|wanna|like|wish|need|can i|can we|how (?:do|can|could) (?:i|we)|how to)(?: to)? stop (?:(?:getting|receiving|recieving|hearing) (?:(?:any|all|more|of) )*(?:these|this|those|from (?:you|u|yall|your \\w{1,12}))|these)${last}`,
      `(?<=^ (?:(?:please|pls|plz|just|so|now|can you|will you|could you|would you) )*)make (?:them|these|your texts|the texts) stop${last}`,
      `how (?:do|can|could) (?:i|we) (?:get|make) (?:these|your texts|the texts) (?:to )?stop${last}`,
      `will (?:these|your|ur) (?:${texts}) (?:(?:ever|finally|please) )?(?:stop|end)${last}`,
      `hate (?:these|your|ur|getting these) (?:${texts}) stop${last}`,
    ],
  },
  {
    id: "en-all-contact",
    says: [
      `(?:${stop}|end) (?:all|any|every|further|all further|all future|any further|any and all) (?:contact|contacts|communications?|correspondence|outreach)`,
      "(?:no|cease all) (?:further|more) (?:contact|communications?|correspondence)",
      "cease and desist",
      "cease (?:all )?(?:communications?|contact|correspondence)",
    ],
    isClause: [
      "no contact(?: please)?",
      "do not contact",
      "stop (?:all )?contact",
      "(?:please |pls |plz )?stop (?:text|txt|message|msg)(?: please)?",
    ],
  },
  {
    id: "en-no-more-texts",
    unless: [
      "(?:got|get|gets|getting|have|had|has|receive|received|receiving|seen|see|saw|are|were|is|was|why|been|sent|there) no (?:more|further)",
    ],
    says: [
      `no (?:more|further) (?:of )?${sent}(?:${texts}|${text}|texting|messaging)(?! (?:me if|me when|plan|credit|than|and driving) )`,
      "(?<=^ (?:(?:ok|okay|please|pls|seriously|thats|that is) ){0,2})enough (?:already )?(?:with |of )?(?:the |all the |these |all these |your )?(?:texts|txts|text messages|texting|messages|messaging|reminders|alerts|notifications|spam)",
    ],
    isClause: [`no (?:${texts}|texting|text) (?:please|pls|plz|thanks|thank you)`],
  },
  {
    id: "en-text-no-more",
    says: [
      `(?:${text}|contact|bother|call or text|text or call) (?:me|us) (?:no more|never again|nevermore)(?! than )`,
    ],
  },
];
