import type { WordingRule } from "./wording-rules";
import { about, clinic, last, sent, text, texting, texts, whenOrWhat } from "./wording-words-en";

/** Said short, said again, or said in anger. */
export const insisting: WordingRule[] = [
  {
    id: "en-please-stop",
    says: [
      `(?:please|pls|plz|kindly) (?:just )?(?:stop|quit)${last}`,
      `(?:i|we) (?:really |just )?(?:want|need|would like|am asking|am telling|am begging) (?:you|u|yall|you guys|you people|you all) to (?:please )?stop${last}`,
      `(?<!(?:says?|said|thinks?|told me|when|if) )(?:you|u|yall|you guys|you people|you all) (?:really )?(?:need to|have to|must|should|got to|gotta|better) stop${last}`,
      `(?:can|could|will|would|wont) (?:you|u|yall|you guys|you people|you all) (?:please |just )?stop${last}`,
      "(?:wrong|no thanks|no thank you|not interested|wrong number|wrong person|not me) (?:please |so |just )?stop(?= $)",
      "(?:anymore|any more|spam|annoying|a patient|your patient|im deaf|patient there) (?:please |so |just )?stop(?= $)",
    ],
  },
  {
    id: "en-stop-it",
    isClause: [
      "(?:reply |text |txt |send |type )?stop (?:to|2) (?:stop|end|quit|cancel|unsubscribe|opt out)",
      "(?:reply|text|txt|send|type) stop",
      "(?:please |pls |just |ok |omg |seriously )*(?:stop|quit) (?:it|this|these|already|everything|messing with me|playing)(?: (?:please|now|already|thanks|thank you))*",
      "(?:ok |okay |alright |seriously |for real |for the last time |enough |ugh |well |kindly |yes |yeah |no |hey |hi |hello |omg |just |no thanks |no thank you |i want to |i would like to |id like to |i choose to |i choose )(?:stop|quit)(?: (?:please|now))?",
    ],
    isText: [
      "(?:knock it off|cut it out|back off|this (?:needs|has) to stop|discontinue|cease|how (?:to|do i|can i) stop(?: this)?)(?: \\?)?",
    ],
  },
  {
    id: "en-stop-first",
    isClause: [
      "stop(?: (?:all|please|now|pls|ok|okay|and|thank|thanks|you))*",
      "stopall",
      "(?:opt|opting) out",
    ],
    says: [
      "(?<=^ (?:(?:please|pls) )?)stop (?:wrong|not (?:interested|my|a|the|for)|(?:u|you|yall|they) (?:have|got|has) (?:the )?wrong|this (?:is|number is|number isnt|line is|phone is) (?:my|our|a|an|the|for|not|work|business)|(?:please )?(?:im|i am) (?:tired|done|busy|over|sick of|not|on the do not)|who is|who are|im not|i am not|this is not|this isnt|this aint|not my|not me|i dont|i do not|i never|no more|i didnt|my number|you have the wrong|u have the wrong|you got the wrong)",
    ],
    isText: ["stop (?:(?:for|to|texting|calling|from|number) )*(?:1 ?)?(?:\\d{10}|\\d{3} \\d{3} \\d{4})"],
  },
  {
    id: "en-said-stop",
    says: [
      "(?:i|ive|we|weve) (?:(?:have|already|just|even|literally|clearly) ){0,3}(?:said|texted|replied|wrote|typed|sent|put|answered|messaged|responded)(?: (?:with|the word|you|back|to))? stop(?= (?:$|and (?!(?:he|she|it|they|then he) )|but|already|before|yesterday|twice|\\d+|many|several|multiple|times|last|so|why|you|now|like|a ))",
      "(?:i|ive|we|weve|i have|already) (?:(?:already|just|even) )?(?:told|asked) (?:you|u|yall|you guys|you people|you all) (?:to (?:please )?|already to |before to )?stop(?! (?:by|the|my|at|in) )",
      "(?:reply|text|send|type)ing stop (?:doesnt|does not|isnt|didnt|wont|is not)",
      "how many times (?:do|must|will|should|can|did) (?:i|we) (?:have to |need to |gotta )?(?:say|tell|text|ask|type|reply|send)(?: (?:you|u|yall))?(?: to)? stop",
      "what part of stop",
      "for the last time (?:please )?stop",
    ],
  },
  {
    id: "en-asked-before",
    unless: [
      `(?:not to|opted out) (?:be )?(?:${text}|texted|contact|call|contacted|messaged|bother) (?:(?:me|us) )?${whenOrWhat}(?= )`,
      `(?:removed|taken off|deleted|dropped|opted out) (?:(?:from|of|off) )?(?:(?:the|my|his|her|a|your) )?(?:${clinic})`,
      "(?:doctor|dr|nurse|midwife|husband|boyfriend|mom|he|she|they) (?:(?:already|just) )?(?:said|asked|told|has asked)",
      "(?:he|she|they|husband|boyfriend|ex|brother|guy|man|texts|messages|alerts|who|someone) (?:still |even )?(?:havent|have not|hasnt|has not|never|wont)(?: even)? stopped",
    ],
    says: [
      `(?<!(?:was|am|were) )(?:i|ive|we|weve)(?: (?:have|had|already|just|even|literally|clearly))* (?:opted out|unsubscribed)(?= (?:$|already|and|but|twice|\\d+|so|yet|why|last|before|yesterday|several|many|multiple|three|a |of (?:${sent}(?:${texts}|${text})|these|this|it|all)(?: |$)))`,
      `(?:asked|requested|told (?:you|u|yall)|wanted|begged)(?: (?:before|already|twice|many times|multiple times|you|u))* to be (?:removed|unsubscribed|taken off|opted out|left alone|deleted|dropped)`,
      `(?<=(?:^|i|ive|we|weve|have|already|times|just|clearly) )(?:asked|told|said|requested)(?: (?:you|u|yall|you guys|you people|you all|ur clinic|them))?(?: (?:already|before|twice|nicely|many times|\\d+ times))? not to (?:be )?(?:${text}|${texting}|texted|contact|contacted|messaged|bother|bothered|send|call or text)(?= (?:me|us|here|anymore|again|this|please|these|your|$))`,
      `(?:havent|have not|hasnt|has not|never|wont)(?: (?:you|u|yall|they|it))? (?:(?:even|yet|still) )?stopped (?:${texting}|sending|calling and texting)`,
    ],
  },
  {
    id: "en-fed-up",
    says: [
      `(?:tired of|sick of|fed up with|done with|had enough of|over it with) ${about}(?:${texts}|texting|${text}(?= $))`,
      "(?:you are|youre|your|ur|this is|stop) (?:harassing|spamming) (?:me|us)|(?:this is|its) harassment",
    ],
  },
  {
    id: "en-no-more",
    isText: ["no more", "enough is enough", "enough already"],
  },
  {
    // One slip from STOP, but words of their own: a person reads them.
    id: "en-near-word",
    isText: [
      "stoop",
      "atop",
      "stops",
      "stp",
      "sto",
      "unsubscribed",
      "stop (?:help|info)",
      "(?:help|info) stop",
    ],
  },
];
