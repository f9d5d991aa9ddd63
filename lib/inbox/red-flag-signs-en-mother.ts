import type { Signs } from "./red-flag-signs";

/** In pregnancy and the year after a birth. */
export const motherSigns: Signs = {
  headache: {
    emergency: [
      "worst headache|migraine of|ever|in, worst headache i ever, thunderclap headache, sudden severe|terrible|horrible headache",
    ],
    urgent: [
      "head wont|doesnt|dont|not stop|quit|stopping hurting|pounding|aching|throbbing",
      "headache|headaches|migraine|migraines ... {lasts}, head ... hurt|hurts|hurting|pounding|killing|throbbing|splitting ... {lasts}",
      "{bad} headache|headaches|migraine|migraines, {bad} head ache|pain|pains, headache|migraine __ {bad}, head hurts|hurting|hurt __ {bad}",
      "my? head is? __ pounding|throbbing|splitting|exploding, constant|splitting|pounding|throbbing headache|headaches|migraine",
      "head feels like? ... explode|exploding|pop|split",
    ],
    review: [
      "headache|headaches|migraine|migraines|headake|headach|headacke",
      "head hurts|hurt|hurting|ache|aches|aching|pain|pains",
      "pain in|on my? head",
    ],
  },
  faint: {
    urgent: [
      "fainted|fainting|feint|fainty|faintin, passed|passing|passin|past|pass|blacked|blacking|black _ out, gonna|going|about to? faint|pass, feel|feeling|felt __ faint, blackout",
      "{bad} dizzy|dizziness, dizzy ... {lasts}, cant stand|walk up? __ dizzy, dizzy __ fall|fell|falling|stand, almost|nearly fell|fall out",
    ],
    review: [
      "faint|fainting|fainty",
      "dizzy|dizziness|dizy|lightheaded|woozy",
      "light headed|head, room|everything __ spinning|spins, vertigo",
    ],
  },
  vision: {
    emergency: [
      "cant|cannot|couldnt see anything|shit|nothing, went|going|gone blind, lost|losing|loss my|of|all? __ vision|sight|eyesight, cant see out of? __ eye|eyes",
    ],
    urgent: [
      "vision|sight|eyesight ... blurry|blurred|blury|double|spotty|weird|off|bad|gone|blurring|fuzzy|changes|changed|dark, {blurry} vision|sight|eyes|eye, double vision",
      "see|seeing|seein|saw __ spots|stars|double|flashes|floaters|lights|sparkles|black, spots|stars|flashes|floaters in|on my|front|the? vision|eyes|eye|sight",
      "cant see right|good|straight|clear|clearly|well, eyes __ {blurry}, everything __ {blurry}, flashing lights, blurred vision, cant see __ blurry",
    ],
    review: ["{blurry}"],
  },
  swelling: {
    urgent: [
      "{swell} __ {face}, {face} ... {swell}, {swell} ... all over, {swell} ... suddenly|sudden|fast|overnight|everywhere, sudden swelling, rings __ dont|wont fit|come, cant ... ring off, cant make a fist, face _ puffy|puffed",
    ],
    review: ["{swell}", "puffy|puffed hands|face|fingers|eyes|feet"],
  },
  vomiting: {
    emergency: ["{vomits} ... blood|bloody, blood in|w|with my|the? {vomit}, vomit ... coffee grounds"],
    urgent: [
      "throw|throwing|threw|throws __ everything|all|it up",
      "cant|cannot|couldnt|wont|unable keep|hold __ down, {vomits} ... all|whole day|night|morning|week, {vomits} ... everything|constantly|nonstop|green|days|hours|times|since, {not} stop|stopped|stopping {vomits}, nonstop|keep|keeps|kept|constantly {vomits}",
      "{vomits} and? cant|wont stop, {bad} vomiting|nausea, keep|keeps|kept {vomits}, constant|constantly|nonstop {vomits}, non stop {vomits}, nothing|food|water __ stay|stays|staying down",
      "havent|hasnt|cant|couldnt eat|eaten|drink|drank|drunk|ate or? __ days, so|very|severely dehydrated, so sick __ cant eat|drink|keep",
    ],
    review: ["{vomits}", "nauseous|nausea|nauseated"],
  },
  belly: {
    urgent: [
      "{bad} {belly} {hurt}, {bad} {hurt} ... {belly}, {belly} {hurt} ... {bad}, {belly} {hurt} ... {lasts}, {belly} __ killing me, {bad} cramps|cramping|cramp, cramps|cramping ... {bad}, sharp pain|pains",
      "doubled over, upper right pain, {hurt} under _ rib|ribs, stabbing pain|pains, belly|stomach|tummy __ hard|rock|rigid ... {hurt}, pain|hurts ... cant stand|walk|move",
    ],
    review: [
      "{belly} _ {hurt}",
      "{hurt} ... {belly}, cramping, belly|stomach|tummy|period|menstrual cramps, cramps in|on|down|and|all, having|having bad? cramps, stomachache|bellyache",
    ],
  },
  fetal_movement: {
    emergency: [
      "{baby} ... {not} moving|move|moved|kicking|kicked|kick|movin|kickin !as|much|like|enough|normal|usual|alot|into|until|to|house, cant|cannot|dont|didnt|havent|hasnt|aint|not|no|never|stopped __ feel|felt|feeling|fell|feelin __ {baby} !less|much",
      "cant|dont|havent|not|no|longer|more|stopped feel|felt|feeling _ her|him|it|movement|movements|kicks|moving|kicking|move|kick, no movement|movements|kicks|kicking _ {baby}?, no more|fetal movement|movements|kicks",
      "havent|not|cant|dont|stopped|longer|more feel|felt|feeling|fell any|much? movement|movements|kicks|kicking|moving|moves, {baby} ... stopped|quit|stoped _ moving|kicking|movin|move",
      "her|him|she|he|shes|hes|it stopped|hasnt|isnt|not|wont _ moving|moved|kicked|kicking in|inside|all|today|since|as|much|my, {baby} ... still|quiet in|inside my? belly|womb|stomach|me, no heartbeat",
      "{not} felt|feeling|feel _ kick|kicks|movement|movements|flutter|flutters, {baby} ... wont|dont move|kick !as|much|like|enough",
    ],
    urgent: [
      "{baby} ... {lessly} moving|move|moves|moved|movin|kicking|kick|kicks|movement|active|kickin, {baby} ... moving|moves|moved|movin|kicking|kicks|move|movement|movements ... {lessly}, {lessly} movement|movements|kicks|kicking|moving",
      "{baby} ... {not} active|moving|move|kicking as|much|like, feel|feeling|felt {baby} ... {lessly}, {lessly} ... feel|feeling _ {baby} move|moving|kick, decreased|reduced|slow|slower fetal? movement|movements|moving|kicks, movement|movements|kicks ... {lessly}",
      "{baby} ... quiet|still _ today, {baby} ... {not} moved|moving|move as|much|like, {baby} __ super|so|really|very|too|been|unusually quiet|still",
    ],
  },
  waters: {
    emergency: [
      "hanging ... cord",
      "water|waters|wtr|bag __ broke|broken|broked|breaked|burst|bursted|ruptured|breaking|brok, broke my water|waters, bag of? water|waters __ broke|leaking|burst, gush|gushing|gushed of? fluid|water|liquid|clear",
      "cord __ out|hanging|coming|visible, mucus and water",
    ],
    urgent: [
      "something|somthing|sumthin ... hanging|coming|came|falling|sticking out|down, bulge ... vagina|down",
      "leaking|leaked|leakin|leak|lekin|leeking _ fluid|water|liquid|clear|something|down, fluid|water|liquid ... leaking|coming|leak|dripping|gushing|running|trickling ... out|down|vagina|me|legs|leg|from, leaking fluid|water|amniotic, amniotic fluid, fluid from my? vagina, trickle|trickling of? fluid|water",
      "wet ... pee or water|fluid, dont know __ pee|peed or __ water|fluid, underwear|panties|pants|undies|bed ... soaked|wet, im leaking",
    ],
  },
  labor: {
    emergency: [
      "{baby} __ coming|comin now|out|fast|early|right, baby is coming, babys coming, head __ coming|comin|sticking out, see _ head, have|need|feel|feeling|urge to push, feel|feeling like? pushing|push, need|gotta|wanna push, crowning",
      "labor|contractions|contracting|contraction ... too? early|preterm|premature|prematurely, early|preterm|premature labor|contractions, contractions|contraction ... 20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36 weeks|wks|week|wk|w",
      "20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36 weeks|wks|week|wk|w ... contractions|contracting|contraction|labor, baby came out, gave|had birth|baby in|at the|my? car|home|toilet",
    ],
    urgent: [
      "contractions|contraction|contracting|contraxions|contrations, in labor|labour, im in labor|labour, labor|labour pains|pain|started|starting|now, lost|losing my mucus plug, pressure ... down there|pelvis|bottom, mucus plug, going into labor|labour",
    ],
  },
  loss: {
    urgent: [
      "miscarriage|miscarrying|miscarried|miscariage|misscarriage|miscarry, losing|loosing|lose my|the? {baby}|pregnancy, passed|passing tissue|clump|clumps|something|sac, ectopic",
    ],
    review: [
      "lost my|the|our|this {baby}|pregnancy, {baby} __ died|dead|stillborn|passed, stillborn|stillbirth",
    ],
  },
  bleeding: {
    urgent: [
      "blood coming|came|comes|come|comin",
      "there|theres|some|see|seeing|saw|had|little|bright|fresh|dark|red|brown|passing|passed|of|is|have|having|tinged|pink blood !type|test|work|draw|drawn|pressure|sugar",
      "{bleed}, spotting|spottin, blood|bloody ... underwear|panties|paper|toilet|pee|urine|stool|poop|wipe|wiped|discharge|pad|vagina|down, bleed|bleeding ... down there|vagina, brown|bloody|pink discharge, period came|started _ pregnant, pink|red when|on i?|the? wipe|paper, hemorrage|hemoraging|hemorrhage|hemorrhaging",
    ],
    review: ["nosebleed|nosebleeds, nose bleed|bleeds|bleeding"],
  },
  heavy_bleeding: {
    emergency: [
      "{heavy} ... {bleed}, {bleed} ... {heavily}, {not} stop|stopped|stopping|slow _ {bleed}|blood, nonstop|keep|keeps|kept|constantly {bleed}, {bleed} __ {not} stop|stopped|stopping|slow|slowing|quit, {bleed} _ nonstop|constantly, blood ... {not} stop|stopping, blood ... everywhere|gushing|pouring|gushes|running|legs, gush|gushing|gushes|pouring|puddle|pool|losing|loosing|lots|tons|lost|lot|alot|bunch|so of? much? blood, soaking|soaked|soakin|soak|filling|filled|fill|thru|through|bleeding ... pad|pads|diaper|towel|towels|bed|sheets|mattress|tampon|clothes",
      "pad|pads|tampon|tampons every|an|per|each|in _ hour|hr|hours|minutes|mins|min|hrs, clots|clot|clotts ... big|large|huge|size|golf|egg|lemon|plum|fist, big|large|huge|giant|golf|lots|massive ... clots|clot|clotts, passing|passed|passin blood? clots|clot|chunks|clotts, {bleed} ... clots|clot|clotts|chunks, clots|clotts ... {bleed}, hemorrhage|hemorrhaging|hemoraging|hemorrage|hemoraging, bleeding out|profusely|nonstop, bleeding to death",
      "blood ... down my leg|legs, coughing|coughed|pooping|throwing|spitting up? blood, period ... {heavy} ... weeks|pads",
    ],
  },
  leg: {
    urgent: [
      "leg|legs|calf|calves|thigh|calfs ... {swell}|red|warm|hot|clot|purple, {swell} __ leg|legs|calf|thigh, one leg ... bigger|{swell}|{hurt}, calf|calves|thigh ... {hurt}|cramp|cramping|tender|tight, {hurt} ... calf|calves|thigh, {bad} leg pain, leg|legs __ {bad} {hurt}, leg|legs __ {hurt} ... {bad}|walk, blood clot in|leg",
    ],
    review: [
      "leg|legs _ {hurt}",
      "{hurt} in|down my|the? __ leg|legs, leg cramps, feet|foot|ankles|ankle ... {swell}, {swell} ... feet|foot|ankles|ankle",
    ],
  },
  tired: {
    urgent: [
      "tired|weak|exhausted|fatigued|week ... cant|cannot|couldnt|hardly|barely ... get|stand|move|walk|up|function|hold|lift|care, too tired|weak|exhausted to get|stand|move|walk|hold|care|eat|lift, {bad} tired|exhausted|weak|fatigue|fatigued|tiredness|weakness, cant|cannot|couldnt get|getting out|up of? bed, no energy|strength to|at|for, extremely|overwhelmingly|dangerously tired|weak|exhausted, never been this|so tired|weak|exhausted, tired ... dont go|help|away|matter",
    ],
    review: ["exhausted|fatigue|fatigued|exausted|exhaustion", "very|feel|feeling|so weak"],
  },
  wound: {
    urgent: [
      "smell|smells|stinks bad|weird|funny|fishy|horrible __ down|there|vagina, nipple ... red|hard|hot|pus|bleeding",
      "{wound} ... open|opened|opening|apart|pus|puss|infected|oozing|leaking|smells|stinks|red|hot|smell|green|draining|split|ripped|{bleed}, pus|puss|oozing|infected|draining __ {wound}, popped a? stitch, {smelly} discharge|smell|odor __ vagina|down|there|private, {smelly} discharge, discharge ... {smelly}|green|yellow|stinks|smells, infection ... spreading|worse|fever, red streaks, breast|boob|breasts|boobs ... red|hot|lump|hard ... {hurt}|fever, mastitis",
    ],
    review: ["infected|pus", "burns|burning|hurts when|to i? pee"],
  },
};
