import type { Signs } from "./red-flag-signs";

/** Thoughts, and what others do. */
export const mindSigns: Signs = {
  self_harm: {
    review: ["wont be here|around tomorrow|anymore|longer|much"],
    emergency: [
      "tell my __ i love|loved",
      "want|wish|need|wanted it|this|everything|all to be|just? over, cant|cannot|dont live like|this|with|anymore, feel|feeling like ending it|everything|things, driving|drive|crash|crashing|run|swerve|swerving __ off|into __ bridge|tree|wall|cliff|road|traffic, gonna|going|about|want|wanna to? take|swallow them|these|all __ all|pills, done with life|living, jump|jumping in front",
      "suicide|suicidal|suicidle|suiside|suisidal|sucide|sucidal|suacide|suicid|suicidel|suicde|suiciding|kms|unalive, {want} to? die|dead|disappear|dissapear|dissappear|unalive|vanish, wish|wishing i|it|that|god __ was|were|would|never __ dead|die|died|over|born|gone|end, wish i wasnt|werent|didnt alive|here|born|exist|wake, {kill} myself|meself|herself|himself, ending|end|ended it? my|all|this|everything life|now|tonight|today|pain, end it all|now|tonight, take|taking|took|takes my|own|his|her _ life",
      "{not} want|wanna|wana|feel|wanted|wants|wish|care to|like|if? __ live|alive|living|be|exist|wake|die|i ... anymore|alive|more|living|life|up|live|exist|longer|tomorrow|today|die, {not} wanna|want|wana to? live|exist|life, {not} wanna|want|wana to? be alive|living|around|here anymore|longer|more|no?, better off _ dead, better|good if i|im was|were|wasnt|gone|dead|not|die|died _ here|gone|dead|around|alive?, off|better without me, no|any reason|point|purpose|will to|in|of __ live|living|life|alive, life ... {not} worth, {not} worth living, tired of|off living|life|being alive?, sick of living|life",
      "hurt|harm|cut|cutting|hurting|harming|shoot|shooting|hang|hanging|stab|starve|drown|burn|hurted myself|meself|wrists|wrist, cut|cutting|slit|slitting my wrist|wrists|arms|throat, slit|cut|cutting my|me wrist|wrists|throat, jump|jumping|jumped off|from|in|out|infront __ bridge|building|roof|window|balcony|front|traffic, goodbye note|letter|everyone|forever|world, have|made|got|with a plan to|end|die, self harm|harming|harmed, want|just it|everything|all to? be? over|end|stop __ living|life|die|forever, everyone|they|world|baby|kids|family ... better|happier without|if me|i, drive __ off|into __ bridge|tree|wall|cliff|road|traffic, not here anymore by, pills ... sleep|not forever|wake|die",
      "dont|cant see|want|have no|a|any|to future|point|reason|wake, {not} wake|waking up again|anymore|tomorrow|ever, never|dont|not want|wanna|wake to? wake up, go to sleep __ never|not|dont wake",
    ],
  },
  harm_baby: {
    emergency: [
      "{harm} ... my|the|our|this|his|own|new? {baby}|kids|children|child|son|daughter|twins|kid, {harm} the|my|our|this {baby}|child|kids|son|daughter|children|kid, {thought} ... {harm} ... {baby}|child|kids|him|her|children|son|daughter|kid, {want} ... {harm} ... {baby}|kids|child|him|her|son|daughter|children|kid, throw|throwing|thrown|toss|threw ... {baby}|kids ... window|wall|off|out|river|down|stairs|across, shake|shaking|shook|shaked the|my|our|this|her|him {baby}, hurt|shake|drown|smother|kill|harm|hit my {baby}, afraid|scared|might|going|gonna|about|worried|snap ... {harm} ... {baby}|him|her|kids|child|son|daughter, put _ pillow ... {baby}|face, something|voices ... {harm} ... {baby}, {baby} ... evil|possessed|devil|demon, dont|not trust myself|me __ {baby}",
    ],
  },
  harm_others: {
    emergency: [
      "theres|there|is a? gun|knife",
      "{want} ... kill|stab|shoot|murder|strangle __ him|her|them|husband|boyfriend|wife|people|someone|somebody|everyone|him|mom|ex|you|partner, gonna|going|about to? kill|shoot|stab|murder him|her|them|my|you|somebody|someone|people|everyone, thought|thoughts|thinking|thinkin ... killing|stabbing|shooting|murdering, homicidal|homicide, got|have|has|with|pulled|bring|bringing|pointed|pointing|waving|holding a|his|my|the? gun|knife|pistol, bomb _ clinic|hospital, i|im will|ll|could|gonna kill|shoot|stab him|them|you|everyone|her|somebody",
    ],
  },
  violence: {
    emergency: [
      "put|puts|putting|laid|lays his|hands hands?|on on|around|round? me|my, hands around|round|on my neck|throat",
      "{beats} me|my|us|him|her|on|kids|the __ now?, {beats} me, {beats} on me, {beaten} by|up, been|being|got|getting|gets beaten|hit|choked|abused|raped|beat|punched|slapped|strangled|beating|kicked up? _ husband|boyfriend|bf|ex|man|partner|wife|dad|father|mom|by|at|in|again|me?, raped|rape|raping, assaulted|molested|molesting|molest, sexually abused|assaulted|assault|touched, abusive|abuse|abusing|abused|abuses, going|gonna|tried|trying|try|threatened|threatens|threatening|threaten|threat|says|said|want|wants|will __ kill|hurt|beat|shoot|stab|strangle|harm me|us|my|him|her|kids|baby, afraid|scared|fear|terrified of|for|he|hes _ husband|boyfriend|bf|ex|partner|him|will|going|life|safety|baby, {not} feel|safe|let|allow _ safe|at|me|leave ... home|here|him|house|leave|husband|partner|bf|out, not safe, {not} safe at|here|with|in|where, wont|not let|letting me leave|out|go|see, locked|locking|locks|trapped|held me|in|us|hostage _ in|out|room|house|basement|against?, domestic|dv violence|abuse|situation, stalking|stalked me, trafficked|trafficking, {hurts} me ... husband|boyfriend|bf|ex|partner, husband|boyfriend|bf|ex|partner|dad|he ... {beats} __ me|my|us|baby|kids|face|belly, husband|boyfriend|bf|ex|partner|man __ hurts|hurting|hurt|violent|dangerous|threatening|threatens|threatened me?|us|the|my|baby, hes|he|him got|getting|is|so violent, breaking|broke|break|kicking in|down my|the door, dont|not let|know|tell __ him|husband|he know|see|find ... texting|texted|message",
    ],
    review: ["restraining order, shelter"],
  },
  mind: {
    emergency: [
      "hearing|hear|heard|heering|hearin|listen _ voices|voice|whispers, voices __ telling|tell|told|saying|tells|talking|in|say me?, seeing|see|saw _ things|people|shadows|demons|stuff|faces _ arent|not|that|nobody|no|isnt|dont|dead|there?, hallucinat*, halucinat*, hallucinations|hallucinating|halucinating|hallucination|psychosis|psychotic|manic|mania, they|people|someone|everyone|government|neighbors watching|after|poisoning|spying|following me|us, losing|loosing|lost|lose my mind, out|outta of? my mind, {not} slept|sleep|sleeping in|for _ 3|4|5|6|7|three|four|five|many days|nights|day",
    ],
    urgent: [
      "cant|dont|not sleep|eat _ cant|dont|or eat|sleep, just|only cry",
      "going|gone crazy|insane|mad",
      "hopeless|hopless|helpless|worthless|wortless, no hope, cant|cannot|couldnt|dont|not|no|barely _ cope|coping|go|do|take|handle|deal|continue|keep|function|manage|handel on?|this|it|with|going|anymore|life|being|everything, cant|cannot do|take|go|handle|keep|continue|stand ... anymore|any|longer|much|more|on, giving|give|given up, {cry} ... {lasts}|everyday|reason|nothing|constantly|nonstop|always|cant|time, cant|cannot|wont stop {cry}, panic|anxiety|pannic attack|attacks|atacks|atack, {bad} anxiety|depression|depressed|anxious|panic, depressed|depression|depresed|deppressed|depress, overwhelmed|overwelmed|breakdown|break|mental breakdown|down?, falling apart, dont|not|cant|no|never feel|felt|bond|love|want|care|connection|bonding|connect|look|hold _ bond|love|connection|anything|nothing|my|with|for|to|about|the|at|connected ... baby|him|her|anything|anymore, feel|feeling nothing|numb|empty|dead|trapped|detached|alone inside?|and|so, numb inside, bad|terrible|horrible|worst|awful|failing mom|mother|parent, regret|hate ... baby|myself|mom|life|mother, scary|intrusive|dark|bad|weird|evil thoughts|thought|things, want|wanna to? run|disappear away?, post|postpartum|post partum depression|depressed|deppression, ppd, rage|raging|snapped, cant|dont|not|no sleep|slept ... baby|days|even|nights|scared|week",
    ],
    review: [
      "anxious|anxiety|scared|crying|stressed|terrified|panicking",
      "so|feel|feeling|felt|very sad|alone|lonely|down|low",
    ],
  },
};
