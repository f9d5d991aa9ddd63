import { englishEveryday } from "./red-flag-everyday-en";
import type { FlagLanguage } from "./red-flag-signs";
import { bodySigns } from "./red-flag-signs-en-body";
import { infantSigns } from "./red-flag-signs-en-infant";
import { mindSigns } from "./red-flag-signs-en-mind";
import { motherSigns } from "./red-flag-signs-en-mother";

export const english: FlagLanguage = {
  language: "en",
  signs: [bodySigns, mindSigns, motherSigns, infantSigns],
  groups: {
    baby: "baby|babys|babies|bby|bb|bebe|infant|newborn|preemie|twin|twins|lo|daughter|son|toddler|babe|babygirl|babyboy|grandbaby",
    little:
      "baby|babys|babies|bby|bb|bebe|infant|newborn|preemie|twin|twins|lo|daughter|son|toddler|child|kid|boy|girl|he|hes|she|shes|babygirl|babyboy|grandbaby|him|her|his",
    not: "not|isnt|aint|arent|wasnt|hasnt|havent|hadnt|dont|doesnt|didnt|cant|cannot|couldnt|wont|wouldnt|never|no|stopped|quit|unable|refuses|nt|none|barely|hardly",
    breathe:
      "breathe|breath|breathing|breaths|breathes|breathin|breth|breating|brething|breateh|breth|brethin|air",
    hurt: "hurt|hurts|hurting|hurtin|hurtn|pain|pains|painful|ache|aches|aching|sore|hert|herts|paining|hurst|burning",
    bad: "bad|badly|severe|severely|terrible|terribly|horrible|awful|intense|extreme|extremely|worst|worse|worsening|unbearable|excruciating|excruciatin|sharp|constant|violent|violently|crippling|massive|agonizing|bads|intolerable|sever|really|rly|killer|stabbing",
    lasts:
      "days|weeks|hours|hrs|wont|go|away|going|cant|since|constantly|constant|worse|still|nonstop|help|helping|helps|stop|tylenol|ibuprofen|nothing|yesterday|morning|night|week|keeps|anymore|leave|lasting|unbearable|coming|back|getting",
    blurry: "blurry|blury|blurred|blurr|blured|bluury|blurring|foggy|fuzzy|blur|blurrd",
    swell:
      "swelling|swollen|swell|swells|swelled|swelld|swole|swolen|swollin|swelleing|swealing|sweling|swelin|puffy|swoll|swellin|swolled|ballooned",
    face: "face|hands|hand|fingers|finger|eyes|eye|eyelids|cheeks|facial|fase",
    vomits:
      "vomiting|vomit|vomits|vomited|vomitting|vomitin|vommiting|vomt|puking|puke|pukes|puked|barfing|upchucking",
    vomit: "vomit|puke|throwup|vomiting|barf",
    belly:
      "belly|stomach|tummy|abdomen|abdominal|stomache|stomack|stomac|tumy|abdomin|stomch|uterus|pelvis|pelvic|stumach|ribs|epigastric",
    lessly:
      "less|fewer|slower|slow|slowed|barely|hardly|decreased|reduced|little|lil|weaker|weak|much|usual|normal|rarely|lower|slowing|moving",
    bleed:
      "bleed|bleeding|bleeds|bled|bleedin|bleding|bleedn|bledding|bleedings|hemorrhaging|hemorrhage|bleading|blding|bleadin",
    heavy:
      "heavy|heavily|lots|alot|lot|tons|profuse|profusely|severe|severely|excessive|massive|crazy|gushing|uncontrolled|uncontrollable|uncontrollably|badly|bad|hevy|heavey|hevily|nonstop|pouring",
    heavily:
      "heavy|heavily|lot|alot|lots|tons|profusely|badly|bad|much|everywhere|thru|everything|uncontrollably|severely|hevy|heavey|gushing|pads|pad|soaking|soaked|soaks|hour|nonstop|worse|through|floor|clots|pouring|stop|buckets|ton",
    wound:
      "incision|incission|insision|stitches|stiches|stitch|csection|section|wound|scar|cut|cord|staples|episiotomy|tear|circumcision|insicion|belly|button|perineum",
    smelly:
      "smelly|smelling|smells|stinky|foul|bad|nasty|fishy|rotten|stinks|smell|green|gross|yucky|yellow|odor",
    side: "left|right|side|arm|leg|face|one|hand",
    poison:
      "bleach|cleaner|cleaning|detergent|tide|pods|pod|poison|chemical|chemicals|antifreeze|gasoline|lysol|clorox|ammonia|battery|batteries|magnets|magnet|hairspray|alcohol|pesticide|raticide|perfume|fabuloso|drano|chlorine|lead|mothballs|peroxide|sanitizer|lighter|kerosene|pesticides|nicotine|vape|weed|cocaine|polish|windex|soap|rubbing",
    pills:
      "pills|pill|tylenol|meds|medicine|medication|medications|ibuprofen|advil|xanax|tablets|insulin|percocet|oxy|oxycodone|ambien|aspirin|acetaminophen|motrin|benadryl|norco|dose|doses|zoloft|antidepressants|sleeping|iron|methadone|suboxone|drugs|melatonin|capsules",
    lotof:
      "lot|bunch|bottle|all|handful|whole|many|20|30|40|50|60|15|10|12|25|100|entire|much|lots|alot|fistful|every|rest|dozen|tons|ton|too",
    headhit: "hit|bumped|banged|fell|smacked|falling|knocked|busted|dropped|concussion|whacked",
    sugar: "sugar|sugars|glucose|bloodsugar|glucometer|suger|bg",
    want: "want|wanna|wana|wanting|wanted|wants|going|gonna|gunna|plan|planning|thinking|thought|thoughts|think|ready|feel|feeling|tempted|urge|might|wan|trying|tried|thinkin|considering|considered|wnt|thot|thots|prefer|rather|deserve|thoughs|keep|wish",
    kill: "kill|killing|killed|kil|killin|kiling|kille",
    harm: "hurt|hurting|harm|harming|kill|killing|shake|shaking|drown|drowning|smother|smothering|suffocate|strangle|choke|stab|throw|throwing|hit|hitting|shook|smack|slap|dropping|smash",
    thought:
      "thought|thoughts|thinking|think|want|wanna|urge|urges|visions|images|imagine|picture|fantasize|dream|thot|thots|wana|wanting|feel|feeling|like|afraid|scared",
    beats:
      "hit|hits|hitting|beat|beats|beating|choked|chokes|choking|punched|punching|punches|slapped|slaps|slapping|kicked|kicks|kicking|abuses|abused|abusing|strangled|strangling|pushed|pushes|pushing|shoved|shoves|attacked|attacking|beatin|hittin|grabbed|hited|rapes|raped|forced|forces|forcing|burned|stabbed|dragged|threatened|threatening|threatens|threaten|hiting|bites|shoving",
    beaten: "beaten|beat|hit|choked|abused|attacked|jumped|assaulted|raped|threatened|hurt",
    hurts: "hurts|hurting|hurt|hurtin|touches|scares|controls",
    cry: "cry|crying|cryin|cries|bawling|sobbing|tears",
    burning: "burning|burnin|buring|hot|burns",
    cold: "freezing|hypothermia|ice",
    lips: "lips|lip|mouth|tongue|fingers|toes|nails|hands|feet|fingernails|lipps|nail|face|skin|feets",
    fastly: "fast|rapid|rapidly|quick|quickly|shallow|labored|hard|panting|struggling",
  },
  slips: {
    cant: "cnt cannt cann't canr cantt kant cat't caint cand't cabt cana cannit caan't",
    wont: "wnt woun't won;t wount",
    dont: "dnt dunt don;t dont't donot",
    baby: "bbay baaby babby bady baybe babyy bayb babt bebi babie babi",
    want: "wan't wannt",
    die: "dye diee dei dy",
    heart: "haert hart hear't heartt",
    chest: "chast chesst cheast chst chets chect cest chesy",
    breathe:
      "brethe braeth brathe breate breef breave breah brearhe beathe breaht breethe breethin bretahe bretah brth",
    myself: "mysel meself mself mysef myslf my-self myselff",
    pain: "pian paine payn pane pn",
    hurts: "hurst hrts hertz hirts hurtz",
    blood: "bllod blod bloood blud bood bld",
    fever: "fevr feaver fver fevar faver fevor feever fevere",
    head: "hed heda haed",
    headache: "hedache headake headach hedake hadache headace headeache headacke headahce hedaches headech",
    dizzy: "dissy dizy dizzi diziy dizz",
    pregnant: "preg pregnet pregant prego pregnat",
    fainted: "feinted fainded fanted",
    moving: "movin movng mooving moveing movig mving",
    kicking: "kickin kikin kiking",
    throwing: "trowing throing thowing throwin",
    stomach: "stomache stomac stumach stomack stumick tomach",
    blurry: "blury bluray blurie bluery",
    seizure: "seizer siezure seasure seizur ceizure seizue caesure sezure",
    suicide: "suiside sucide suacide suiside suecide",
    swollen: "swolen swolin swolln",
    medicine: "medecine medicin",
    right: "rite ryt rigth rightt",
    what: "wat wut",
    voices: "voises vocies",
    water: "watter wter wate warer",
    broke: "brock broek",
    wake: "wak wakeup weak-up",
    unconscious: "unconsious unconscience uncontious unconcius",
    enough: "enuf enuff",
    because: "cuz bc becuz",
    anymore: "anymor nymore ny anymoe",
    them: "dem",
    you: "u",
    to: "2",
    sugar: "suger sugr shugar",
    are: "r",
    your: "ur",
    be: "b",
    live: "liv",
    eat: "eet",
    blue: "bloo bleu blew",
    vomiting: "vomitting vomitin vommiting vometing vomting vomating vomeeting",
    bleeding: "bleading bledding bleedin beeding bleedng bleedign blleding blding bleedeng bleeting",
    spotting: "spoting spottin",
  },
  joined: {
    ...Object.fromEntries(
      "can could do does did is are was were has have had will would are".split(" ").flatMap((verb) => {
        const whole = verb === "can" ? "cant" : verb === "will" ? "wont" : `${verb}nt`;
        const cutOff = verb === "can" ? "can t" : verb === "will" ? "won t" : `${verb}n t`;
        return [
          [`${verb} not`, whole],
          [cutOff, whole],
          [`${whole.slice(0, -1)} t`, whole],
        ];
      }),
    ),
    ...Object.fromEntries(
      "throw throwing threw throws throwin thrown trowing throing"
        .split(" ")
        .map((word) => [`${word} up`, "vomiting"]),
    ),
    "i am": "im",
    "i m": "im",
    "head ache": "headache",
    "head aches": "headaches",
    "my self": "myself",
    "her self": "herself",
    "him self": "himself",
    "a lot": "alot",
    "non stop": "nonstop",
    "un responsive": "unresponsive",
    "un conscious": "unconscious",
    "light headed": "lightheaded",
    "any more": "anymore",
    "new born": "newborn",
    "bumble bee": "bumblebee",
  },
  misspelled: `bleeding breathe breathing headache headaches swelling swollen vomiting vomited stomach seizure seizures suicide
    suicidal unconscious unresponsive contractions overdose overdosed spotting dizziness discharge movement movements
    choking fainted fainting numbness convulsion convulsions poisoned swallowed hallucinating hopeless migraine jaundice
    lethargic miscarriage hemorrhaging palpitations ambulance emergency migraine depressed depression anxiety pregnant
    grunting heartbeat incision infected chills blurry floppy kicking throwing`,
  everyday: englishEveryday,
  lowering: {
    nominal: "no|without|zero|denies|denying|none|nor|neither|w/o|absent",
    verbal: "not|never|isnt|aint|arent|wasnt|werent|hasnt|havent|hadnt|dont|doesnt|didnt|stopped",
    between:
      "any|more|real|sign|signs|of|symptoms|symptom|other|new|longer|further|additional|noticeable|sort|kind|the|a|an|my|type|history|hx",
    doing:
      "have|had|has|having|got|get|getting|been|being|feel|feeling|felt|experience|experienced|experiencing|seen|see|seeing|notice|noticed|noticing|currently|actively|to|want|wanna|going|gonna|run|running|ever",
    notNegating:
      "only|just|doubt|joke|kidding|lie|cap|idea|clue|sure|matter|wonder|know|reason|one|because|bs|bc|cuz",
    or: "or|nor|/",
    but: "but|however|although|though|except|yet|besides|just|still",
    hypothetical: [
      "what|wht|wat if|happens i|if|when he|she|my|the|you? baby|your? get|gets|got|have|has|had|feel|feels|start|starts|develop|develops|see|notice|ever, what if|happens i|if|he|she|you|we? i|he|she? get|gets|got|have|has|had|feel|start|starts|develop|see|notice|ever",
      "in case of|i|he|she|the|my, what|which|wat are|r the|some? signs|symptoms|warning, how will|do|would|can|to i? know|tell if|when, can|could|does|do|will|would|did the|this|that|it|these|those|a|pills|iron? vaccine|shot|shots|medicine|pill|pills|vaccines|meds|it|iron|flu|vitamins? cause|causes|give|lead",
      "should i|we __ if|when i|he|she|baby gets|get|have|has, when|if should|to|do|i i|call|get|have|come, side effects|effect, what|whats does|is|do|causes|about, is|are there|it normal|common|any to? get|have|risk, class|classes|article|video|pamphlet|handout|book|info|information|appointment|visit|results|test about|on|for, if i ever|get|have|start|develop|notice|see, if he|she|baby|the gets|develops|starts|has|ever, if the baby gets|develops|starts|has|ever",
    ],
    now: "now|rn|currently|help|since|still|again|already|actively|happening|pls|emergency|hurry|asap|tonight|today|am|im|because|please",
    longAgo: [
      "years|yrs|year|months|yr ago|back, last year|summer|winter|pregnancy|time, in 19*|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024",
      "as a child|kid|teen|teenager|baby, when|wen i|he|she was a|in|younger|little|young|small|5|6|7|8|9|10|11|12, history|hx of, used to, in the past, my first|last|previous|other pregnancy|kid|baby|son|daughter, with my first|last|previous|other",
    ],
    was: ["was|were|had|did|got|been|used|history|hx|felt|threw|fainted|passed|bled|vomited|fell|hurt"],
    over: [
      "fine|ok|okay|better|good|gone|great|alright|normal|well|k now|again|today, all|feel|feeling|feels|im|shes|hes|doing|much|is|am|she|he|me|it all|much|a|lot|so|totally|completely|is|feels|was? better|fine|good|ok|okay|normal|gone, went away|down, has|have|had|it|its|all stopped|gone|passed|resolved|disappeared|cleared|subsided, not anymore|any|now, gone now|away, no more, over now|it, back to normal",
    ],
    ended: [
      "_ stopped|resolved|subsided|ended|passed|cleared|disappeared|gone",
      "_ went|gone away|down",
      "_ broke|over",
    ],
    again:
      "again|still|worse|returned|returning|restarted|except|started|starting|worsening|coming|came|comes",
    strangers: [
      "my|a|our|her|his|the|this|that? neighbor|neighbors|neighbour|coworker|coworkers|colleague|boss|teacher|friend|friends|classmate|landlord|roommate|mailman|pastor|stranger|lady|guy|celebrity|actor|actress|singer|president|customer",
      "somebody|someone|woman|man i know|at|from, on tv|netflix|the|my news|tv|show, movie|show|film|book|article|documentary|novel",
    ],
    linking:
      "had|has|have|having|is|was|are|were|just|died|of|from|a|an|the|got|who|been|really|recently|also|in|with|once|suffered|suffers|experienced|went|through|his|tried|to|she|about|on|where|somebody|someone|there|some|says|because|bad|big|huge|massive|mild|mini|s|getting|gets",
    idioms: [
      "dying|dieing|died|die|dyin|dead of|from|with|by? laughter|laughing|boredom|embarrassment|hunger|heat|thirst|cuteness|curiosity|shame|excitement|waiting, dying|dieing to see|know|meet|hear|go|find|eat|get|hold|try|have|come|be|ask|leave|read, dying for a|some|that|my|his, to die for, laughing|laugh|laughed ... dying|die|death|died|cant|breathe, dying|dieing over|at this|that|here",
      "scared|bored|worried|sick|tickled|starved|talked|freezing|worked me? half? to|too death, killing|kill|kills me|us|my ... feet|smalls|lol|back|allergies|knees|heat|job|commute|schedule|waiting, feet|back|shoes|knees|heat|job|traffic|commute|suspense|hours|weather|homework|allergies|bills|prices|stairs|school|boss|work|wait|waiting|this|you|yall|schedule __ killing|kills me|us|lol, kill for a|some|an, kill me now lol",
      "so __ cute|funny|good|happy|excited|embarrassed|hungry i could|might|almost die|died, could die lol|of, could|would|id|i kill for, almost|nearly|about|bout|just|practically|lol gave|had|having|give me|him|her|a? a|heart heart|attack attack?, gave|give|giving me|my|him|her|us __ heart|a attack|heart attack?, mom|mother|dad|boss|teacher|wife|husband|sister|she|he will|is|gonna|would|going __ kill me if|when|for|lol, kill me if i|we, stroke of luck|genius|midnight, heart|hart skipped a, chest freezer|drawers|of, takes|took|take my breath, catch|caught|catching my|your breath, hold|holding your|my breath, out of breath ... stairs|running|lol|walking|gym, under my|his|her breath, waste your|my breath, save your, bad breath, breath of fresh, breath smells|stinks, blood test|work|draw|drawn|type|drive|bank|donation|donor|results|lab|orange|thinner|sample|relative, labor day|law|department|cost|costs|union|of, parts and|& labor, manual labor, hard labor, heavy lifting, sick of this|waiting|it|work|you|calling|winter|being, over the counter, poison ivy|control|oak, gold|lead paint|role|test|singer",
      "car|truck|van|tire|house|engine|battery|phone|computer|tv|fridge|freezer|app|dog|cat|sink|toilet|pipe|roof|ceiling|faucet|boiler|washer|ac|heater|dishwasher|bathtub|tub|bottle ... leaking|leak|leaked|leaks|dying|died|dead|broke|burning|burned|hot|limp|wont|blue|choking|shaking|smoking|gray|grey|white|yellow|vomiting|threw|fire|bleeding, water heater|bottle|pipe|main|bill|pump|line|meter|park|company|filter|hose, phone|battery __ dying|dies|died|dead, bled the brakes, stole my heart, heart goes|breaks|melts|broken, broke my heart, breaking my heart, heart of gold, fever pitch|dream, cabin|baby|spring|hay|scarlet|jungle|yellow|bieber fever, passing|passed out flyers|candy|the|papers|forms, pass|passed the|my|a|his|her test|class|exam|kidney|inspection|screening, room|clothes|outfit|blanket|walls|dress|car|hair|crib|nursery ... blue|purple|gray|grey|yellow, blue|purple|gray|grey|yellow clothes|outfit|blanket|eyes|shirt|cross|dress|car|room|shield|hat|paint|walls|hospital, eyes __ blue, blue eyed",
      "fell in love|asleep|behind|through|off|for, falling in|behind|asleep love|on?, fall in|semester|break|for|time|weather|schedule|clinic|leaves, sound asleep, suicide prevention|squeeze|squad, shooting|shoot me|for|you|an|over|video|pictures|photo|hoops text|email|message|call|over?, shot|shots of|at|for|in|today|tomorrow|monday|due|record|records, flu|covid|booster|allergy|vaccine shot|shots, best|long|give shot|it|a, throw|throwing|threw|throws a|her|his|him|an|in|it|that|this|the|my party|shower|birthday|away|trash|towel|tantrum|fit|out|food|bottle|paper|shade|clothes|ball|baby shower|party|away|out, throws|throwing|threw a? tantrums|tantrum|fits|fit|parties|toys|balls, hit|hits|hit the|a|my|on gym|sack|road|goal|deductible|send|like|post|wrong|button|limit|by|me, hit me|us up|back, hits|hitting different|milestones|the|his|her goal|milestone|mark|growth, beat|beats me|us to? it|there|traffic, kick|kicks|kicked the habit|bucket",
    ],
    laughing: "lol|lmao|lmfao|haha|hahaha|rofl|jk|hehe|laughing|laugh|lolol|lolz|joking",
  },
};
