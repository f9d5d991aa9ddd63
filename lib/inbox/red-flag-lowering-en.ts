import type { LoweringWords } from "./red-flag-signs";

export const englishLowering: LoweringWords = {
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
  again: "again|still|worse|returned|returning|restarted|except|started|starting|worsening|coming|came|comes",
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
};
