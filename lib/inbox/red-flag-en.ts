import { englishEveryday } from "./red-flag-everyday-en";
import { englishLowering } from "./red-flag-lowering-en";
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
    leaking: "leakin lekin leeking leaken",
    hurting: "hurtin hurtn",
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
    "c section": "csection",
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
  lowering: englishLowering,
};
