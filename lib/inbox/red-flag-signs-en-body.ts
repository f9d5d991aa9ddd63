import type { Signs } from "./red-flag-signs";

/** At any age: airway, chest, brain, injury, numbers. */
export const bodySigns: Signs = {
  airway: {
    emergency: [
      "choking|chocking|chokin|choked on|him|her|and|baby|help|my|wont|cant|now, is|hes|shes|im|baby|he|she|son|daughter|started choking|chocking|chokin, throat ... closing|closed|closes|swelling|swollen|tight|tightening|close, tongue|lips|lip ... {swell}, {swell} ... tongue|lips|throat, allergic|alergic reaction, anaphyla*, something|stuck in|his|her|my throat __ cant|breathe, cant swallow __ drool|spit|drooling, epipen|epi pen",
    ],
  },
  breathing: {
    emergency: [
      "cant|cannot|couldnt|unable|hardly|barely|not|no|never|isnt|aint|stopped|hasnt|doesnt|dont|wont|wasnt _ {breathe}, cant|cannot|couldnt get|catch|caught|take|getting|catching|seem __ {breathe}|air, trouble|troubles|difficulty|struggling|struggles|struggle|strugling|problem|problems|hard|harder|diffculty|truble|gasping|fighting|issues|tough __ to|with|when|for|time? {breathe}|air",
      "short|shortness|out of? breath|breathe|breth, {breathe} ... hard|heavy|difficult|fast|trouble|struggle|struggling|weird|funny|labored|rapid|shallow|problem|problems|hurts|noisy, hurts|painful|hurt when|to i? {breathe}, gasping|gasp|gaspin, suffocating|sufocating, wheezing|weezing|wheeze, {fastly} {breathe}, sob __ cant|rest|walk, lungs|lung ... {hurt}|tight|clot|closing, asthma|asma attack, inhaler ... {not}|out, {not} getting|enough|get _ air|oxygen, ribs ... sucking|pulling in",
    ],
  },
  chest: {
    emergency: [
      "chest _ {hurt}|tight|tightness|pressure|heavy|burning|squeezing|crushing|discomfort, {hurt}|tight|tightness|pressure|burning|crushing|squeezing|elephant ... my|his|her|the|me|left? chest|cheast|chst, chest ... {hurt}|hurtin|tight|tightness|heavy|crushing|squeezed, heart attack|atack, {hurt} ... heart, heart __ {hurt}|stopped|stopping, chestpain, pain ... left arm|jaw, tightness|tight in|my chest, passing|passed out __ heart",
    ],
    urgent: [
      "heart ... jump|explode|pop|burst|jumpin",
      "heart|hart|pulse ... racing|racin|pounding|fast|skipping|fluttering|irregular|flutter|beating|palpitations|weird|jumping|quick, palpitations|palpitation|palpatations, rapid|racing|fast|irregular heart|heartbeat|pulse, heartbeat ... fast|racing|irregular|crazy",
    ],
  },
  stroke: {
    emergency: [
      "face|mouth|smile|eye ... drooping|droopy|droop|droops|droped|crooked|lopsided|drooped|sagging|paralyzed, {side} ... numb|weak|paralyzed|tingling|dead|limp, numb|weak|paralyzed|numbness|weakness|cant ... {side}, slurred|slurring|slurs speech|words|talking|speaking|her|his|my, speech ... slurred|slurring|funny|weird|off, cant|cannot|couldnt|suddenly|trouble|difficulty|hard __ speak|talk|talking|speaking|lift|raise|move __ right|clear|clearly|straight|words|arm|arms|leg|legs|side|face, having|had|has|have|mini|think|a|after|sign|signs|of|is stroke, face|arm|arms|leg|hand _ numb|limp|paralyzed, words ... coming out|wrong|jumbled, cant feel|move my|his|her|the __ arm|arms|leg|legs|face|hand|hands|side, talking gibberish|nonsense, stroke symptoms|symptom",
    ],
  },
  seizure: {
    emergency: [
      "seizure|seizures|seizing|siezure|seisure|seazure|siezures|ceizure|seezure|sezure|seizuring|convulsion|convulsions|convulsing|convulse|convultion|convolsion|fitting|eclampsia, having a? fit|fits, shaking|jerking|twitching ... uncontrollably|uncontrollable|eyes|wont|cant|stop|respond|over|control, eyes ... rolled|rolling ... back|head, body ... jerking|shaking|stiff, stiff ... shaking, foaming ... mouth, epilep*",
    ],
  },
  unresponsive: {
    emergency: [
      "unresponsive|unconscious|unconcious|unconsious|uncontious|unresponsiv|unresponcive|unconscience, {not} responding|responsive|respond|responds|conscious|concious|waking|wake|awake|wakes|waken|breathing|wakin, cant wake|wake|waking him|her|up|my|the|them|baby|me?, collapsed|colapsed|collapse|collapsing, no pulse, lifeless, passed|pass|blacked out ... {not} wake|waking|respond|responding|up, out cold, knocked out, heart stopped, found __ on|in|not the|breathing floor|moving|breathing",
    ],
    urgent: [
      "confused|disoriented|delirious ... {lasts}, so|very|really|acting|is|seems confused|delirious|disoriented",
    ],
  },
  poisoning: {
    emergency: [
      "swallowed|swalowed|drank|ate|ingested|swallow|got|drunk|swollowed|put|chewed|eaten|eating ... {poison}, poison|poisoned|poisoning|poisonous, carbon monoxide, gas leak, swallowed|swalowed|swollowed a|an|the|some|something|it|my __ pill|pills|battery|magnet|coin|penny|bead|something, {little} ... ate|took|drank|into|swallowed ... my|grandmas|moms|dads|wrong|someones __ pills|meds|medicine|medication|vitamins|gummies|edible|edibles, got|gotten into __ pills|meds|medicine|medication|vitamins|gummies|edibles|bleach, ate|swallowed|eaten __ pills|meds|vitamins|edible|edibles|gummies",
    ],
  },
  overdose: {
    emergency: [
      "overdose|overdosed|overdosing|overdosis|overdoes|overdosd|overdos|od|oded|oding|overdoze, took|take|taken|swallowed|takin|taking|ate ... {lotof} ... {pills}, took|take|taken|taking all|whole|entire|too __ {pills}, too much|many {pills}, took|taken|had|gave|given ... double|triple|twice|extra|too many|much? dose|doses|medicine, fentanyl|heroin|narcan|naloxone",
    ],
  },
  head_injury: {
    emergency: [
      "{headhit} ... {vomits}|unconscious, {vomits} ... {headhit}, head injury|trauma, skull __ fracture|cracked|soft, cracked __ head|skull, concussion|concusion, hit|bumped|banged|smacked|hurt|knocked|fell|busted ... head ... {vomits}|out|wont|cant|sleepy|bleeding|dizzy, {baby} ... dropped|fell|fallen ... head, dropped _ {baby} ... head",
    ],
    urgent: [
      "hit|bumped|banged|smacked|busted|knocked|hurt|hitted his|her|my|the|their|babys|on|babies head, fell|fall|landed ... on|hit _ head, {baby} ... fell|falled|rolled|fallen off|out|from|down|on|of, dropped|droped _ {baby}, head ... hit|hitting|slammed|struck ... floor|ground|wall|table|door|concrete",
    ],
  },
  accident: {
    emergency: [
      "drowning|drowned|drownd, electrocuted, electric shock, hit|struck by a? car|truck|bus, ran|run over by, stabbed|gunshot, got|been|was|someone|somebody shot !of|for|at|in, i|he|she|was|got|been|im stabbed|shot me|him|her|in|with, underwater, under water, house __ on? fire, snake bit|bite",
    ],
    urgent: [
      "fell|fall|fallen|slipped|slip|tripped ... on my __ butt|back|belly|stomach|side|tummy|knees|bottom, i|ive just? fell !asleep|behind|in|through|off|for",
      "car|auto accident|wreck|crash|accidnt, in|had an? accident, fell|fallen|falling|tripped|slipped|fall ... stairs|belly|stomach|tub|shower|hard|ice|ladder|pregnant, i|hes|she|he fell down|off|on, burned|burnt|burn|scalded ... hot|water|face|hand|hands|arm|bad|skin|stove|oil|baby|himself|herself|myself, {bad} burn, broke|broken|fractured my|his|her|a|the arm|leg|wrist|ankle|bone|hip|collarbone|hand|foot, bitten by, dog|cat bit",
    ],
  },
  glucose: {
    emergency: [
      "meter|monitor says|reads|reading hi|lo|high|low|error",
      "{sugar} ... {bad}|crazy|dangerously|so|really|too|super|very|way low|high|lo|hi, {sugar} ... reads|says|meter hi|high|lo|low|error, insulin ... {not}|too|out|double|ran __ much|have|any|more|left|of|dose, diabetic|diabetes ... shaking|confused|coma|pass|passing|ketones|vomiting|shaky|emergency|passed, hypoglyc*, ketoacidosis|dka, keto acidosis, {sugar} ... dropping|crashing|crashed|shaky|dropped|bottomed",
    ],
    urgent: ["{sugar} ... low|high|up|lo|off, low|high blood? sugar|sugars"],
  },
  blood_pressure: {
    urgent: [
      "blood|my|bp pressure ... {bad}|sky|high|through|up, bp _ high|up|elevated|crazy, high blood pressure|presure, high bp, preeclampsia|preclampsia|preeclamsia|toxemia, pre eclampsia",
    ],
  },
  dying: {
    emergency: [
      "im|hes|shes|she|he|baby|is|are|i|am dying|dieing|diying|dyin, going|gonna|about|bout|think|afraid|scared to? die, feel|feels|feeling like im|i _ dying|dieing, feel|feeling|like i could|might|will die, i|he|she|might could|might|may die, dying help, doom|impending",
    ],
  },
  ambulance: {
    emergency: [
      "call|called|calling|dial|dialed|need|callin|phone|send|get 911|ambulance|paramedics|an|a|the|help ambulance|paramedics|now, call|called|calling|dial|dialed|phone|callin 911|ambulance, ambulance, paramedics, 911 on|is|said|told|coming|came|please|now|help|emergency|operator, its|this|is|have|medical|an|a|real|having emergency now|help|please|here|asap|medical|urgent|911, medical emergency, this|its|is is? an? emergency, help me please __ now|hurry, sos help",
    ],
    review: [
      "911 call|emergency",
      "going|heading|headed|go|in|at|went|take|took|taking to? the|him|her|me|er? er|emergency|hospital, emergency room",
    ],
  },
};
