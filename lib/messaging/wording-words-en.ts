/**
 * Pieces of the English rules, and slips of the pen that are put right before any rule looks: what it is meant to be,
 * by the pattern of how it is written.
 */
export const englishSlips: Readonly<Record<string, string>> = {
  stop: "stpo|sotp|stopp|stopt|stahp|stob|tsop|(?:stp|stap|st0p|s top)(?= [a-z])|stop(?=(?:text|txt|messag|send|contact)[a-z]*(?: |$))",
  contact: "contct|contac|conatct|cotact",
  sending: "sendin|sendng|snding",
  unsubscribe:
    "unsubsribe|unsubscribr|unsubscribbe|unsubscrib|unscribe|unsubcribe|unsubscibe|unsuscribe|un subscribe",
  "texting me": "textingme|txtingme|textme",
  with: "(?<=(?:stop|quit|enough|done) )w",
};

export const texts =
  "texts|txts|text messages?|text msgs?|txt msgs?|messages|msgs|mesages|messeges|sms|alerts|notifications|reminders|spam";
export const text = "text|txt|message|msg";
export const texting =
  "texting|txting|textin|txtin|texing|texitng|messaging|msging|contacting|spamming|harassing|pestering|bugging";
export const stop = "stop|quit|cease|discontinue|desist from|refrain from|knock off|cut out|halt";
export const dont =
  "(?:dont|don t|dnt|do not|donot|never|no longer)(?: (?:ever|you|u|please|pls|even|keep))?";
export const not = "dont|don t|dnt|do not|donot|no longer|never|didnt|did not|not|wouldnt";
export const sent =
  "(?:(?:all|all of|any|any of|these|those|this|that|the|your|ur|my|with|from|sending|getting|receiving|me|us|more|further|future|such|automated|automatic|daily|weekly|constant|stupid|damn|fucking|annoying|clinic|health|text|txt|sms) ){0,5}";
export const about =
  "(?:(?:to|for|about|in|of|no|the|these|those|this|any|more|your|ur|get|getting|receive|receiving|recieve|be|being|all|such|further|future|from|with|automated|have|having) ){0,6}";
export const me =
  "(?:me|us|my (?:phone|cell|number|mobile|line|husband|wife|kids?|mom|mother)|this (?:number|phone|line|cell)|here)";
export const myNumber =
  "(?:my|our|this|that) (?:(?:phone|cell|mobile|contact|personal) )?(?:number|num|cell|phone|contact|info|information|name)";
// What may follow a wish that needs no object, before the clause ends or the next thought begins.
export const softly =
  "(?:(?:please|pls|plz|now|anymore|any more|ever|again|already|ok|okay|at all|thanks|thank you|immediately|asap|today|\\?) )*";
export const end = `(?= ${softly}(?:$|(?:and (?:stop|dont|do not|leave|lose|never|texting|messaging|remove)|or|but|because|i|im|you|this is|wrong) ))`;
export const last = `(?= ${softly}$)`;
export const clinic =
  "(?:schedule|appointments?|appt|waiting list|wait ?list|cancellation list|calendar|medicines?|medication|meds|pills?|insurance|plan|chart|surgery|procedure|vaccines?|shots?|tests?|testing|screening|study|treatment|transfusion|c section|epidural|photos?)";
export const whenOrWhat =
  "(?:so |too |that )?(?:before|after|until|till|til|unless|between|during|while|yet|tonight|tomorrow|right now|early|late|much|often|at (?:night|work|noon|home|school|lunch|this time|the moment|\\d+)|on (?:mon|tues|wednes|thurs|fri|satur|sun|week)\\w*|in (?:the|english|spanish)|this (?:early|late|often|much|week|morning)|if|when|past|the|my)";
