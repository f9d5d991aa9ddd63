import type { WordingRule } from "./wording-rules";
import { about, dont, end, last, me, not, sent, text, texting, texts, whenOrWhat } from "./wording-words-en";

/** No texts are wanted, or wanted no longer. */
export const wishing: WordingRule[] = [
  {
    id: "en-dont-text",
    unless: [
      `(?:you|u|they|we|he|she|it|i|who|that|nurse|doctor|dr|clinic|office|people|if|nobody|yall|phone|pain|ones) (?:just |really |even |still |all |usually )?(?:dont|don t|dnt|do not|never|no longer)(?= (?:ever )?(?:${text}|contact|bother|send|call|write))`,
      "(?:my|the|your|his|her) \\w{1,14} (?:dont|don t|do not|never|no longer) bother",
      "why (?:dont|don t|do not) (?:you|u|they|we)",
      `(?:${text}|contact|bother|send) (?:me|us) ${whenOrWhat}(?= )`,
      `send (?:me |us )?${sent}(?:${texts}|${text}) ${whenOrWhat}(?= )`,
      "(?:text|contact|message|call) my (?:husband|wife|kids?|mom|mother) (?:about|that|if|when|for|with|the|because)",
      "(?:texts?|txts|messages?|msgs?|reminders?) about (?:(?:my|the|her|his|our|these) )?(?:results?|tests?|labs?|pregnancy|baby|kids?|health|diagnosis)",
    ],
    says: [
      `${dont} (?:${text}|texting|messaging|contact|contacting|bother|bothering|disturb|harass|spam) (?:or (?:call|calling) )?(?:${me}|anymore|any more|again|to (?:me|this number|my phone))`,
      `${dont} (?:call|text) (?:(?:me|us|here) )?(?:or|and|nor) (?:${text}|call|contact)`,
      `${dont} call (?:(?:me|us|here|this number|my phone) )?(?:anymore|any more|again|ever)`,
      `${dont} call (?:this number|here)`,
      `${dont} (?:write|reach out)(?: to)? (?:me|us|here|anymore|again)`,
      `${dont} (?:send|sent|sending) (?:(?:me|us) )?${sent}(?:${texts}|${text})`,
      `${dont} (?:send|sending) (?:me |us )?(?:anything|nothing|stuff|any more|anymore|no more)(?: (?:else|more))?${end}`,
      `(?:should|must|may|are|better) not (?:to )?(?:${text}|contact|call) (?:${me})`,
      `(?:dont|do not|no|not) (?:need|have) (?:for you )?to (?:keep |continue )?(?:${text}|${texting}|contact|send|sending) (?:(?:me|us|these|any|more|your) ){0,3}(?:anymore|any more|again|texts|messages)`,
      `${dont} (?:send|sending) (?:(?:me|us) )?(?:these|this|those|(?:any ?more|more|any) of (?:these|this|those|that|them))(?: (?:to (?:me|us|this (?:number|phone)|my (?:phone|number|cell))|here))?${end}`,
    ],
    isClause: [
      `(?:(?:please|pls|plz|just|so|ok) )*(?:${dont}) use (?:this|my) (?:phone |cell )?number(?: (?:please|again|anymore|any more|ever|thanks))*`,
    ],
    isText: [
      "(?:just )?(?:dont|don t|dnt|do not|donot) (?:text|txt|message|msg)(?: (?:again|anymore|any more|ever again))?",
      "no (?:texts|txts|text messages|messages|msgs|sms|texting|text alerts)",
    ],
  },
  {
    id: "en-dont-want-texts",
    unless: [
      `(?:${texts}|text|message|texted|contacted|messaged) ${whenOrWhat}(?= )`,
      "(?:more )?(?:texts|messages) just a call",
    ],
    says: [
      `(?:${not}) (?:(?:really|even|ever|currently) )?(?:want|wanna|wish|need|care|like|ask|asked|agree|agreed|sign up|signed up|sign|signed|register|registered|subscribe|subscribed|request|requested|opt in|opted in|interested|appreciate|accept|authorize) ${about}(?:${texts}|texted|txted|messaged|contacted|bothered)`,
      `(?:${not}) (?:want|wanna|wish|like|care) (?:to )?(?:get|receive|recieve|getting|receiving) (?:these|this|them)${last}`,
      `(?:${not}) (?:sign|signed|ask|asked|opt|opted|subscribe|subscribed|register|registered)(?: up| in)? (?:for|to) (?:this|these|any of this)${last}`,
      `(?:${not}) (?:want|wanna|wish|need|like|ask|asked|sign up|signed up|opt in|opted in|request|requested|agree|agreed) ${about}(?:any|this|these|your|ur|more) (?:${text})`,
      `(?:${not}) (?:(?:really|even) )?(?:want|need|like|wish|appreciate) (?:for )?(?:you|u|yall|them|anyone|anybody|your clinic|your office|you guys|you people|you all) (?:to |to keep )?(?:${text}|${texting}|contact|bother|bothering|send(?:ing)? (?:(?:me|us) )?${sent}(?:${texts}|${text}|anything))`,
    ],
    isText: ["i (?:dont|do not|no longer|didnt) want (?:these|this|them) (?:anymore|any more)"],
  },
  {
    id: "en-rather-not",
    unless: [`(?:${texts}|${text}|${texting}|texted|contacted|messaged) (?:(?:me|us) )?${whenOrWhat}(?= )`],
    says: [
      `(?:prefer|rather|mind|request|ask|asking|like|demand)(?: (?:that )?(?:you|u|yall))? not (?:to )?${about}(?:${texts}|texted|txted|contacted|messaged|${texting}|(?:${text}|contact)(?= (?:me|us|anymore|again|$)))`,
      `(?:request|ask|asking|demand|insist|prefer)(?: that)? (?:you|u|yall) (?:no longer|do not|dont|not|never) (?:${text}|contact) ${me}`,
      `(?:no longer|not) (?:authorized|allowed|permitted|welcome) to (?:${text}|contact|call) ${me}`,
    ],
  },
  {
    id: "en-hear-from-you",
    says: [
      `(?:${not}) (?:(?:really|even|ever) )?(?:want|wanna|wish|like|care|need)(?: to)? hear from (?:you|u|yall|this number|your \\w{1,12})(?: \\w{1,8})?${last}`,
    ],
  },
  {
    id: "en-take-no-part",
    says: [
      `(?:${not}) (?:(?:really|even|ever) )?(?:want|wanna|wish|need|like|ask|asked|agree|agreed|sign up|signed up|consent|consented)(?: to)? be (?:on|in|part of|a part of|included in|enrolled in) (?:(?:your|this|the|any|ur|that|these|a) )?(?:(?:call|calling|mailing|text|texting|contact|message|messaging|sms|phone) )?(?:lists?|program|texts|text|messages|database|system|contacts|this)${last}`,
      `(?:${not}|not interested in) (?:(?:want|wanna|wish|like|care)(?: to)? )?(?:participat(?:e|ing)|be enrolled|be involved)(?: (?:in|with) (?:this|the|your|ur|any) (?:(?:text|texting|program|message|messaging|service|list|texts|messages) ?){0,2})?${last}`,
    ],
  },
];
