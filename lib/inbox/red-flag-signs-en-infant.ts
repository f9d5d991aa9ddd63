import type { Signs } from "./red-flag-signs";

/** In babies and small children; fever at any age. */
export const infantSigns: Signs = {
  fever: {
    urgent: [
      "fever|feaver|fevers|fevr|fver|feverish|fevar|fevor|feber|fiver of|101|102|103|104?, fever|feaver|fevers|fevr|fver|feverish|fevar|fevor|febrile, chills|shivering|shaking|chils _ cant|all|stop|wont|fever|bad?|and, {bad} chills, high|hi temp|temperature|temprature|temperture, running|runnin|has|have|got|having|spiked a|of|very|high? high|hi? temp|temperature|temprature|tempature, temp|temperature|tempature ... too|so|very|really|wont|still|is|going|way|gone|went high|up, {burning} up",
    ],
    review: ["chills|shivering|shivers"],
  },
  infant_fever: {
    urgent: [
      "{little} __ real|so|very|super|ice|freezing cold !water",
      "{baby} ... fever|feaver|fevers|fevr|feverish|fver|febrile, fever|feaver|fevr|fver ... {baby}, {baby} ... {burning}|burns up|hot|fever?|with, {baby} ... high|hi|running|has|got|have a? temp|temperature|tempature|temprature, {baby} ... feels|feel|felt|is|so|very|really|too|super hot|warm|burning, hot|high|warm|fever on|in|with|for my|the {baby}, {baby} ... {cold}, {baby} temp|temperature high|low|is, hot to touch|the ... {baby}",
    ],
  },
  infant_color: {
    emergency: [
      "{little} __ blue|bluish|grey|gray|purple|bluue|ashy|blueish|bleu|purpley|purplish|dusky|grayish|blu, {lips} ... blue|purple|bluish|grey|gray|bleu|blueish|white, blue|bluish|purple|grey|gray|bleu|blueish|blu {lips}|baby|color|around|skin, turned|turning|turns|turnd|went|goes|going|looks|look|looking|gone|tuned|is|got|gets blue|purple|grey|gray|bluish|bleu|blu|ashen, pale|white ... limp|floppy, cyanosis|cyanotic",
    ],
    urgent: ["{baby} ... pale|white|mottled|blotchy|ghost"],
  },
  infant_breathing: {
    emergency: [
      "{little} ... grunting|gruntin|grunts|grunt|retracting, grunting|gruntin|retracting|retractions with|when|every|and|sounds?|noise|breaths|breathing|baby, {baby} ... stops|stopped|stop|stoped|pauses|paused|pause|pausing|skips|holds|forgets|forget|quit|stopping ... {breathe}, stops|stopped|stop|stoped|pauses|paused|pause|pausing|skips|holding|forgets|quit _ in|to|her|his? {breathe}, {breathe} ... stops|pauses|pausing|paused|gaps|stopped, apnea, nostrils|nose ... flaring, flaring nostrils|nose, sucking in|at _ ribs|chest|stomach|breathing, {baby} ... belly|chest|ribs ... sucking|sinking|caving, {baby} {breathe}, {baby} ... {breathe} ... {fastly}|hard|funny|weird|heavy|wrong|loud|struggling, barky|barking cough, stridor, croup",
    ],
  },
  infant_limp: {
    emergency: [
      "cant|cannot|couldnt|wont get|make him|her|my|the|them|baby __ to? wake|respond|waken",
      "{little} ... limp|floppy|lifeless|flopy|lethargic|rag|ragdoll|listless|unresponsive|flimsy|letargic|lethargy, limp|floppy|lethargic|listless ... {baby}|body|arms|neck, went|gone|goes|going|is|and|very|so|like|feels limp|floppy|lethargic|listless, {little} ... {not} wake|waking|wakes|waken|awake|awaken|respond|responding|moving|wakin|up !as|much|like|enough, cant|cannot|couldnt|hard|difficult|trouble|wont|not|impossible __ wake|waking|awaken|waken ... {baby}|him|her|up?|son|daughter, hard|difficult|wont|cant|couldnt|not to? wake|waken|waking, {baby} ... too|very|so|super|really|extra|extremely|unusually sleepy|drowsy|weak|tired, sleepy ... {not} eat|wake|feed|eating|nurse, {baby} ... {not} move|moving|moved|movin !as|much|like|enough|normal|usual|alot|into|until|to|house, soft spot|fontanel|fontanelle|spot ... sunken|bulging|sunk|swollen|bulges|sinking|in|sticking, {little} ... {not} cry|crying|acting|react|reacting|focus|responsive|normal|right ... sound|noise|right|normal|himself|herself|limp",
    ],
    urgent: [
      "lethargic|listless, {baby} ... {not} acting|themselves|himself|herself right|normal|himself|herself|like, {baby} ... acting weird|funny|strange|off|different",
    ],
  },
  infant_feeding: {
    urgent: [
      "{little} __ dont|doesnt|wont|not|isnt want|wanna|wana|wanting|takin|taking|finishing to? eat|nurse|feed|drink|bottle|milk|his|her|breast, {baby} ... {not} takin|eatin|nursin|drinkin|latchin",
      "{baby} ... {not} eat|eating|feed|feeding|nurse|nursing|latch|latching|drink|drinking|take|taking|suck|sucking|ate|eaten|drank|fed|fead|swallow|hungry|breastfeed|gaining|eatin|nursed|nursin, {little} __ wont|refuses|refusing|refused|refuse __ eat|feed|nurse|latch|drink|bottle|breast|milk|take|eating|feeding|formula|food, refuses|refusing|refused|refuse _ bottle|breast|milk|feed|feeds|eat|feeding|nurse|formula|eating, {lessly} eating|feeding|nursing|milk|drinking, {baby} ... {lessly} ... eat|eating|feeding|nursing|feed|milk|drinking|nurse, {baby} ... feeding|eating|eats|feeds|nursing|drinking|drinks ... poorly|less|bad|badly|poor|barely|half, {baby} ... {vomits} ... everything|every|all|after|green|milk|forcefully|feed|projectile|bottle|feeding|whole|times, projectile, {baby} ... {vomits}, spitting|spits up everything|green|blood|bloody|every|whole, missed|skipped|skipping _ feeding|feedings|feeds, dehydrated|dehidrated|dehydration|dryhydrated, losing|loosing|lost weight __ baby|him|her, sleeping through|past __ feeds|feedings, {not} have|enough|no|giving|left _ formula|milk ... baby|feed|him|her|left, out of formula|milk, watering|watered down __ formula",
    ],
  },
  infant_diapers: {
    urgent: [
      "{not} __ pee|peed|peeing|wet|urinate|urinated|pees|peein|pee'd|urinating|piss|wetting ... {baby}|diaper|diapers|today|all|since|hours|hrs|day|yesterday|much|night|12|24|8|10|morning, no|less|fewer|few|only|dry|one|hardly|barely|1|2|two _ wet? diapers|diaper|pampers|nappies|nappy|pee|dipers|diapper|dyper, diaper|diapers|pampers|dipers ... dry|no|empty|not|never|still|less|fewer|hasnt, {little} ... {not}|barely|hardly _ peed|pee|wet|peeing|urinated|urinating|pees, havent|hasnt|not changed|had a? wet? diaper|wet, dry diaper|diapers, dark|orange|brick|red|pink __ pee|urine|dust|diaper, cries|crying with|without|no _ tears, sunken eyes, dry mouth ... baby|lips, {baby} ... blood|bloody ... diaper|poop|stool, blood|bloody|white|black ... diaper|babys|poop, {baby} ... white|black|bloody|chalky poop|poops|stool",
    ],
  },
  infant_yellow: {
    urgent: [
      "jaundice|jaundiced|jaundis|jandice|jaundace|jawndice|jondis|bilirubin, {little} ... yellow|yelow|yellowish|yello|orange|yellowy, yellow|yelow|yellowish|yello eyes|skin|eye|baby|face|color, eyes|skin|eye|face|whites ... yellow|yelow|yellowish|yello|orange",
    ],
  },
  infant_crying: {
    urgent: [
      "high pitched|pitch cry|crying|scream|screaming, inconsolable|inconsolably, {baby} ... {not} stop|stopped|stopping _ crying|screaming|cryin, {baby} ... screaming|crying ... hours|hrs|nonstop|day|night|pain|since, {baby} ... cries|crying|screams ... nonstop|hours, baby weak cry",
    ],
    review: ["{not} stop crying|screaming|cryin", "{baby} ... cries|crying|screaming ... all|always"],
  },
};
