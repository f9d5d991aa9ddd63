import type { WordingRules } from "./wording-rules";

const texts =
  "texts|txts|text messages?|text msgs?|txt msgs?|messages|msgs|mesages|messeges|sms|alerts|notifications|reminders|spam";
const text = "text|txt|message|msg";
const texting =
  "texting|txting|textin|texing|texitng|messaging|msging|contacting|spamming|harassing|pestering|bugging";
const stop = "stop|quit|cease|discontinue|desist from|refrain from|knock off|cut out|halt";
const dont = "(?:dont|don t|dnt|do not|donot|never|no longer)(?: (?:ever|you|u|please|pls|even|keep))?";
const not = "dont|don t|dnt|do not|donot|no longer|never|didnt|did not|not|wouldnt";
const sent =
  "(?:(?:all|all of|any|any of|these|those|this|that|the|your|ur|my|with|from|sending|getting|receiving|me|us|more|further|future|such|automated|automatic|daily|weekly|constant|stupid|damn|fucking|annoying|clinic|health) ){0,5}";
const about =
  "(?:(?:to|for|about|in|of|no|the|these|those|this|any|more|your|ur|get|getting|receive|receiving|recieve|be|being|all|such|further|future|from|with|automated|have|having) ){0,6}";
const me =
  "(?:me|us|my (?:phone|cell|number|mobile|line|husband|wife|kids?|mom|mother)|this (?:number|phone|line|cell)|here)";
const myNumber =
  "(?:my|our|this|that) (?:(?:phone|cell|mobile|contact|personal) )?(?:number|num|cell|phone|contact|info|information|name)";
// What may follow a wish that needs no object, before the clause ends or the next thought begins.
const softly =
  "(?:(?:please|pls|plz|now|anymore|any more|ever|again|already|ok|okay|at all|thanks|thank you|immediately|asap|today|\\?) )*";
const end = `(?= ${softly}(?:$|(?:and (?:stop|dont|do not|leave|lose|never|texting|messaging|remove)|or|but|because|i|im|you|this is|wrong) ))`;
const last = `(?= ${softly}$)`;
const clinic =
  "(?:schedule|appointments?|appt|waiting list|wait ?list|cancellation list|calendar|medicines?|medication|meds|pills?|insurance|plan|chart|surgery|procedure|vaccines?|shots?|tests?|testing|screening|study|treatment|transfusion|c section|epidural|photos?)";
const whenOrWhat =
  "(?:so |too |that )?(?:before|after|until|till|til|unless|between|during|while|yet|tonight|tomorrow|right now|early|late|much|often|at (?:night|work|noon|home|school|lunch|\\d+)|on (?:mon|tues|wednes|thurs|fri|satur|sun|week)\\w*|in (?:the|english|spanish)|this (?:early|late|often|much|week|morning)|if|when|past|the|my)";

export const english: WordingRules = {
  language: "en",
  unless: [
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
  rules: [
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
        `(?:${stop}|end|cancel|turn off|shut off|disable) ${sent}(?:${texts}|texting|subscription(?! (?:to|for|of) )|sms service|text service|text program)`,
        `(?:${stop}|end|cancel) (?:all |all of )?(?:these|this|those|the|your|ur|my|any|all) (?:${text})(?! (?:me|us|you|u|from|about|said|says) )`,
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
        "(?<=^ (?:(?:ok|okay|please|pls|seriously|thats|that is) ){0,2})enough (?:already )?(?:with |of )?(?:the |all the |these |all these |your )?(?:texts|txts|text messages|texting|messages|messaging|spam)",
      ],
      isClause: [`no (?:${texts}|texting|text) (?:please|pls|plz|thanks|thank you)`],
    },
    {
      id: "en-text-no-more",
      says: [
        `(?:${text}|contact|bother|call or text|text or call) (?:me|us) (?:no more|never again|nevermore)(?! than )`,
      ],
    },
    {
      id: "en-dont-text",
      unless: [
        `(?:you|u|they|we|he|she|it|i|who|that|nurse|doctor|dr|clinic|office|people|if|nobody|yall|phone|pain|ones) (?:just |really |even |still |all |usually )?(?:dont|don t|dnt|do not|never|no longer)(?= (?:ever )?(?:${text}|contact|bother|send|call|write))`,
        "(?:my|the|your|his|her) \\w{1,14} (?:dont|don t|do not|never|no longer) bother",
        "why (?:dont|don t|do not) (?:you|u|they|we)",
        `(?:${text}|contact|bother|send) (?:me|us) ${whenOrWhat}(?= )`,
        `send (?:me |us )?${sent}(?:${texts}|${text}) ${whenOrWhat}(?= )`,
      ],
      says: [
        `${dont} (?:${text}|texting|messaging|contact|contacting|bother|bothering|harass|spam) (?:or (?:call|calling) )?(?:${me}|anymore|any more|again|to (?:me|this number|my phone))`,
        `${dont} (?:call|text) (?:(?:me|us|here) )?(?:or|and|nor) (?:${text}|call|contact)`,
        `${dont} call (?:(?:me|us|here|this number|my phone) )?(?:anymore|any more|again|ever)`,
        `${dont} call (?:this number|here)`,
        `${dont} (?:write|reach out)(?: to)? (?:me|us|here|anymore|again)`,
        `${dont} (?:send|sent|sending) (?:(?:me|us) )?${sent}(?:${texts}|${text})`,
        `${dont} (?:send|sending) (?:me |us )?(?:anything|nothing|stuff|any more|anymore|no more)(?: (?:else|more))?${end}`,
        `(?:should|must|may|are|better) not (?:to )?(?:${text}|contact|call) (?:${me})`,
        `(?:dont|do not|no|not) (?:need|have) (?:for you )?to (?:keep |continue )?(?:${text}|${texting}|contact|send|sending) (?:(?:me|us|these|any|more|your) ){0,3}(?:anymore|any more|again|texts|messages)`,
      ],
    },
    {
      id: "en-dont-want-texts",
      unless: [`(?:${texts}|text|message|texted|contacted|messaged) ${whenOrWhat}(?= )`],
      says: [
        `(?:${not}) (?:(?:really|even|ever|currently) )?(?:want|wanna|wish|need|care|like|ask|asked|agree|agreed|sign up|signed up|sign|signed|register|registered|subscribe|subscribed|request|requested|opt in|opted in|interested|appreciate|accept|authorize) ${about}(?:${texts}|texted|txted|messaged|contacted|bothered)`,
        `(?:${not}) (?:want|wanna|wish|like|care) (?:to )?(?:get|receive|recieve|getting|receiving) (?:these|this|them)${last}`,
        `(?:${not}) (?:sign|signed|ask|asked|opt|opted|subscribe|subscribed|register|registered)(?: up| in)? (?:for|to) (?:this|these|any of this)${last}`,
        `(?:${not}) (?:want|wanna|wish|need|like|ask|asked|sign up|signed up|opt in|opted in|request|requested|agree|agreed) ${about}(?:any|this|these|your|ur|more) (?:${text})`,
        `(?:${not}) (?:(?:really|even) )?(?:want|need|like|wish|appreciate) (?:for )?(?:you|u|yall|them|anyone|anybody|your clinic|your office|you guys|you people|you all) (?:to |to keep )?(?:${text}|${texting}|contact|bother|bothering|send(?:ing)? (?:(?:me|us) )?${sent}(?:${texts}|${text}|anything))`,
      ],
    },
    {
      id: "en-remove-me",
      unless: [
        "(?:can|could|did|when|will|should|would|if) (?:he|she|they|the doctor|dr|it|we) (?:take|remove|get|delete)",
      ],
      says: [
        `(?:remove|delete|drop|erase|scratch|cross|take|pull|get|unenroll|disenroll|want|be|pls|please|keep|leave) (?:(?:me|us|my (?:name|number|phone|cell)(?: and (?:name|number|phone))?|this number|this phone|it|removed|taken) )?(?:off|from|out of) (?:of )?(?:(?:the|this|that|your|ur|you|any|all|these|every) )?(?:(?:call|calling|mailing|text|texting|contact|message|messaging|clinic|sms|phone|patient) )?(?:lists?|texts|text|messages|program|thread|group text|group chat|distribution|database|system|service|alerts|sms|contacts)(?! for (?!texts|messages|text))`,
        `(?:remove|delete|erase|unenroll|disenroll|unlist) (?:me|us)${end}`,
        `(?:take|cross|scratch|get) (?:me|us|${myNumber}) off(?: (?:of )?(?:this|it|here))?${last}`,
        `(?:remove|delete|erase) (?:me|us) (?:from|off) (?:of )?(?:this|here|it|everything)${last}`,
      ],
      isClause: ["(?:please|pls|plz) remove"],
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
        "(?:(?:i|we|already|did|had) (?:accidentally |just )?unsubscribed|(?:accidentally|mean to|meant to|didnt|did not|did i|did you|if i|when i) unsubscribe)",
      ],
      says: [
        "(?:unsubscribe|unsub|unsuscribe|unsubcribe|unsubscibe|desubscribe)(?= (?:$|me|us|my|this|from|now|please|pls|all|immediately|thanks|\\?))",
      ],
    },
    {
      id: "en-please-stop",
      says: [
        `(?:please|pls|plz|kindly) (?:just )?(?:stop|quit)${last}`,
        `(?:i|we) (?:really |just )?(?:want|need|would like|am asking|am telling|am begging) (?:you|u|yall|you guys|you people|you all) to (?:please )?stop${last}`,
        `(?<!(?:says?|said|thinks?|told me|when|if) )(?:you|u|yall|you guys|you people|you all) (?:really )?(?:need to|have to|must|should|got to|gotta|better) stop${last}`,
        `(?:can|could|will|would|wont) (?:you|u|yall|you guys|you people|you all) (?:please |just )?stop${last}`,
        "(?:wrong|no thanks|no thank you|not interested|wrong number|wrong person|not me) (?:please |so |just )?stop(?= $)",
      ],
    },
    {
      id: "en-stop-it",
      isClause: [
        "(?:reply |text |txt |send |type )?stop (?:to|2) (?:stop|end|quit|cancel|unsubscribe|opt out)",
        "(?:reply|text|txt|send|type) stop",
        "(?:please |pls |just |ok |omg |seriously )*(?:stop|quit) (?:it|this|these|already|everything|messing with me|playing)(?: (?:please|now|already|thanks|thank you))*",
        "(?:ok |yes |yeah |no |hey |hi |hello |omg |just |no thanks |no thank you |i want to |i would like to |id like to |i choose to |i choose )(?:stop|quit)(?: (?:please|now))?",
      ],
    },
    {
      id: "en-stop-first",
      isClause: ["stop(?: (?:all|please|now|pls))*", "stopall", "(?:opt|opting) out"],
      says: [
        "(?<=^ (?:(?:please|pls) )?)stop (?:wrong|who is|who are|im not|i am not|this is not|this isnt|this aint|not my|not me|i dont|i do not|i never|no more|i didnt|my number|you have the wrong|u have the wrong|you got the wrong)",
      ],
    },
    {
      id: "en-said-stop",
      says: [
        "(?:i|ive|we|weve) (?:(?:have|already|just|even|literally|clearly) ){0,3}(?:said|texted|replied|wrote|typed|sent|put|answered|messaged|responded)(?: (?:with|the word|you|back|to))? stop(?= (?:$|and|but|already|before|yesterday|twice|\\d+|many|several|multiple|times|last|so|why|you|now|like|a))",
        "(?:i|ive|we|weve|i have|already) (?:(?:already|just|even) )?(?:told|asked) (?:you|u|yall|you guys|you people|you all) (?:to (?:please )?|already to |before to )?stop(?! (?:by|the|my|at|in) )",
        "(?:reply|text|send|type)ing stop (?:doesnt|does not|isnt|didnt|wont|is not)",
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
  ],
};
