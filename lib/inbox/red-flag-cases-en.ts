import type { FlagCases } from "./red-flag-cases";

export const englishCases: FlagCases = {
  "emergency breathing": `
    cant breath | I can't breathe | i cnt breathe | cantbreathe | I can not breath good | having trouble breathing
    she cant catch her breath | short of breath when i lay down | hard to breathe since last nite
    my baby isnt breathing right | he stopped breathing | im gasping for air pls help | its gettin hard 2 breathe
    struggling to breathe | shortness of breath | i feel like im suffocating | I CANT BREATHE | can’t breathe
    my asthma attack wont stop inhaler not working | cant get enough air | dificulty breathing`,
  "emergency chest": `
    chest pain | my chest hurts real bad | chest is so tight | pressure on my chest like an elephant
    pain in my chest and left arm | chest pian since morning | i think im having a heart attack | my chest is hurtin
    theres a pain on the left side of my chest | tightness in chest`,
  "urgent chest":
    "my heart is racing | heart wont stop pounding so fast | palpitations all day | heart beating really fast",
  "emergency stroke": `
    my moms face is drooping | half my face is numb | slurred speech | her speech is slurred | cant move my left arm
    i think hes having a stroke | my right side went numb | cant talk right and my arm is weak | she cant lift her arm`,
  "emergency seizure": `
    my son had a seizure | having a siezure | she is having seizures | he is shaking and his eyes rolled back
    baby is seizing | my husband is convulsing on the floor | seezure | had a convulsion last night`,
  "emergency unresponsive": `
    she is unresponsive | he passed out and wont wake up | my dad is unconcious | i cant wake him up
    he collapsed in the kitchen | shes not responding to me | husband not waking up | he has no pulse`,
  "emergency airway": `
    hes choking | my throat is closing | my tongue is swelling up | allergic reaction face is swelling cant swallow
    baby is choking on a grape | my lips are swollen and throat tight`,
  "emergency heavy_bleeding": `
    soaking a pad every hour | bleeding so much | im bleeding heavily | passing huge clots | wont stop bleeding
    blood everywhere | i am gushing blood | bleeding thru my pads | blood clots the size of golf balls
    theres so much blood | bleeding alot after birth | the bleeding wont stop | i went thru 3 pads in an hour
    hemorrhaging | big clots coming out | blood running down my legs`,
  "emergency poisoning": `
    my toddler drank bleach | he swallowed a battery | my son ate my pills | she got into my moms meds
    baby drank some fabuloso | kid ate a tide pod | carbon monoxide alarm and we feel sick`,
  "emergency overdose": `
    i took too many pills | he overdosed | my boyfriend od'd | took the whole bottle of tylenol
    i took a bunch of pills | she took like 30 pills | overdosing | gave him double dose of his medicine`,
  "emergency head_injury": `
    she hit her head and is throwing up | baby fell off the bed on his head and hes sleepy
    he bumped his head and vomited twice | head injury | he fell and hit his head wont wake up`,
  "urgent head_injury":
    "my son hit his head | she bumped her head on the table | baby rolled off the bed | i dropped the baby",
  "emergency glucose": `
    my sugar is 45 | blood sugar 400 | glucose 38 and shaky | my sugar is way too high | meter says HI my sugar
    blood suger is 512`,
  "emergency blood_pressure": "my bp is 170/112 | 165/100 | blood pressure 180 over 110",
  "urgent blood_pressure": "bp 145/92 | my blood pressure is really high | bp is high",
  "emergency accident":
    "my kid almost drowned he was under water | she was hit by a car | he got shot | somebody stabbed him",
  "urgent accident":
    "i fell down the stairs | car accident this morning | i fell on my belly im 7 months pregnant",
  "emergency dying": "i think im dying | i feel like im dying | am i going to die | im gonna die help",
  "emergency ambulance":
    "call 911 | i need an ambulance | should i call 911 | calling 911 now | its an emergency pls",
  "emergency self_harm": `
    i want to die | suicidal | suicidle | i wanna kill myself | thinking about killing my self | i dont want to live anymore
    i dont wanna be here anymore | everyone would be better off without me | i wish i was dead | want to end it all
    no reason to live | im gonna hurt myself | kms | i keep thinking of suicide | i don't want to wake up | i want to end my life
    i cut myself again | i cant do this i just want to disappear | tired of living | id be better off dead
    gonna jump off the bridge | thoughts of suiside`,
  "emergency harm_baby": `
    i want to hurt my baby | im scared im going to hurt the baby | i shook the baby | thoughts of hurting my baby
    i feel like throwing my baby | afraid i will harm him | i keep having thoughts of drowning the baby
    cant stop thinking about smothering her`,
  "emergency harm_others":
    "im going to kill him | i want to kill my husband | he has a gun | she pulled a knife on me",
  "emergency violence": `
    he hit me | my boyfriend is beating me | he choked me last night | my husband hits me | im scared of my husband
    he says he will kill me | i was raped | im not safe at home | he wont let me leave | he threatened to kill us
    domestic violence | my ex keeps hitting me | he pushed me down and kicked my belly`,
  "emergency mind": `
    i hear voices | voices telling me to do things | seeing things that arent there | havent slept in 4 days
    i think im losing my mind`,
  "urgent mind": `
    i feel hopeless | i cant do this anymore | i cant stop crying | having a panic attack | im so depressed
    i dont feel anything for my baby | i cant cope | crying all day for no reason | my post partum is bad cant take it anymore`,
  "emergency fetal_movement": `
    baby is not moving | i cant feel the baby move | no movement today | baby stopped kicking | havent felt him kick all day
    i no longer feel the baby move | baby hasnt moved since last night | i dont feel her moving | no kicks today
    cant feel my baby | baby not movin | i havent felt baby move`,
  "urgent fetal_movement": `
    baby is moving less | baby moving less than usual | fewer kicks today | baby barely moves | baby isnt moving as much
    decreased movement | baby kicks are slower | the baby is moving a lot less`,
  "emergency waters":
    "my water broke | i think my water just broke | waters broke | water brok | bag of water broke im 30 wks",
  "urgent waters":
    "leaking fluid | fluid is leaking down there | im leaking something idk if its pee | clear fluid coming out my vagina",
  "emergency labor": `
    the baby is coming | i need to push | contractions and im only 32 weeks | 34 weeks having contractions
    i can see the head | preterm labor | contractions its too early`,
  "urgent labor": "contractions every 5 min | im in labor | lost my mucus plug | think im going into labor",
  "urgent bleeding": `
    im bleeding | bleedin a little | some spotting | blood when i wipe | pink discharge im pregnant | bleading
    not only bleeding but cramping | no doubt im bleeding | blood in my underwear | there is blood | bleeding`,
  "urgent loss": "i think im having a miscarriage | am i losing the baby | i passed tissue | miscarrying",
  "emergency headache": "worst headache of my life | worst headache ever",
  "urgent headache": `
    headache that wont go away | bad headache | my head hurts so bad | headake for 3 days | severe headache
    my head is pounding | migraine all day nothing helps | I have a headache | tylenol not helping my headache`,
  "urgent faint":
    "i fainted | i passed out | almost passed out | feel like im gonna faint | blacked out | so dizzy i cant stand | feeling faint | im dizzy",
  "urgent vision":
    "blurry vision | my vision is blurry | seeing spots | i see stars | seeing double | blury eyes | flashing lights in my eyes",
  "emergency vision": "i cant see anything | went blind in one eye | lost my vision",
  "urgent fever": `
    i have a fever | temp 101 | my temp is 102.3 | 100.4 | 39.5 | fever of 103 | feaver | running a temperature of 101
    temp is 38.5 | 101.2F | chills and fever | i have fever`,
  "urgent swelling":
    "my face is swollen | hands and face are swelling | swollen hands | my hands are so swollen | eyes puffy and face swelling | my ring wont fit so much swelling",
  "urgent vomiting":
    "cant keep anything down | throwing up all day | i cant stop throwing up | vomiting nonstop | been puking for 2 days",
  "emergency vomiting": "throwing up blood | vomiting blood",
  "urgent belly":
    "severe belly pain | my stomach hurts so bad | bad cramps | sharp pain in my belly | terrible pain in my stomach | my tummy hurts really bad | stomach pain",
  "urgent leg":
    "my leg is swollen and red | pain in my calf | one leg is bigger than the other | leg is swelling up",
  "urgent tired":
    "so tired i cant get out of bed | too weak to stand | im so weak i cant hold the baby | extremely tired",
  "urgent wound":
    "my incision is open | c section scar is oozing | my stitches smell bad | bad smelling discharge | pus coming out of my incision",
  "emergency infant_fever": `
    my newborn has a fever | baby has fever | my 3 week old has a temp of 101 | baby feels hot temp 100.6
    my baby is burning up | baby temperature is 101`,
  "urgent infant_fever": "my 8 month old baby has a fever | my 2 year old son has a fever of 102",
  "emergency infant_color":
    "my baby is blue | his lips are blue | baby turning blue | her lips look purple | lips turned gray | hes turning blue | baby lips bluish",
  "emergency infant_breathing":
    "baby is grunting | baby stops breathing for a few seconds | baby breathing really fast | my baby pauses in her breathing | ribs sucking in when baby breathes",
  "emergency infant_limp": `
    baby wont wake up | my baby is limp | hes floppy | cant wake the baby | baby is not waking up to eat | baby is lethargic
    hard to wake her up | baby too sleepy to eat`,
  "urgent infant_feeding":
    "baby wont eat | baby is not eating | she wont latch | baby refuses the bottle | baby wont nurse | baby throwing up everything",
  "urgent infant_diapers":
    "no wet diapers today | baby hasnt peed today | only 1 wet diaper | baby has not peed in 12 hours | diaper is dry all day",
  "urgent infant_yellow":
    "baby is yellow | his eyes are yellow | jaundice | babys skin looks yellow | baby looks yellowish",
  "urgent infant_crying": "baby wont stop crying | baby crying nonstop for hours | high pitched cry",
};

/** Texts of tired, scared people, written down before the rules were looked at. */
export const englishScared: FlagCases = {
  "emergency breathing": `
    somethings wrong i cant breathe n my heart goin fast | she dont breathe good | breathing is real hard im scared
    my lil girl breathin funny | i wake up at night and cant breath have to sit up | feels like sumone sitting on me cant take a breath`,
  "emergency chest": "got this pain in my chest it dont go away | chest hurt when i take a breath in",
  "emergency heavy_bleeding": `
    i had my baby tuesday an im bleeding thru everything | i keep having to change my pad every 20 min | im 12 weeks and bleeding is that bad
    theres alot of blood nurse what do i do | blood just pouring out | had my baby last wk now big clots comin out`,
  "urgent bleeding": "theres blood when i pee im 20 wks | started bleeding this morning",
  "emergency self_harm": `
    i just want it to be over i cant live like this | my kids would be better without me | i feel like ending it
    i dont see a point in living | sometimes i think about just driving off the road | i dont want to be alive
    i got pills and im gonna take them all | im done with life goodbye`,
  "emergency harm_baby":
    "he wont stop cryin i feel like im gonna shake him | i get pictures in my head of hurting my baby",
  "emergency violence": `
    he put his hands on me again | my bf put his hands around my neck | he beat me up im hiding in the bathroom
    dont text here he is looking at my phone he hits me | my babys dad threaten to kill me`,
  "emergency infant_limp":
    "my baby wont wake up to eat she just lays there | hes real limp like a rag doll | i cant get her to wake up",
  "emergency infant_color":
    "his lips turn kinda blue when he cry | his face went blue | babys hands and feet and mouth are blue",
  "emergency infant_breathing":
    "baby keeps stopping breathing for like 10 seconds | his belly suckin in when he breathes and he grunts",
  "emergency infant_fever":
    "newborn hot to the touch | my baby 2 weeks old got fever wat do i do | she is 1 month old and temp 100.9",
  "urgent infant_feeding":
    "he dont wanna eat since last nite | baby not takin his bottle | she keeps spitting up green stuff",
  "urgent infant_diapers": "she aint peed all day | his diaper been dry since yesterday",
  "urgent infant_yellow": "my baby eyes lookin yellow",
  "emergency fetal_movement":
    "i aint felt baby move all day | baby hasnt kicked in hours | my baby aint moving | i dont feel him no more",
  "urgent fetal_movement": "baby dont move like he used to | baby been real quiet today",
  "emergency waters": "water came out like a gush of water im 33 wks | my water done broke",
  "urgent headache":
    "my head been killing me for 2 days | head hurts n i see spots | head pounding wont stop",
  "urgent vision": "seein spots and my head hurt | my eyes went blurry",
  "urgent swelling": "my face n hands all swole up | woke up and my eyes are swollen shut",
  "urgent belly": "pain under my ribs on right side wont quit | my stomach been hurting real bad",
  "urgent leg": "my leg hurt and its red and hot",
  "urgent faint": "i got up and just passed out | everything went black for a sec i almost fell out",
  "urgent mind": "i cry all the time and dont know why | i cant handle this no more | i feel nothing for her",
  "emergency mind": "i been hearing voices at night | havent slept in 5 days people are after me",
  "urgent tired": "im so tired i cant even get up | no energy to get out of bed",
  "emergency seizure": "his body got stiff and was shaking and eyes rolled back",
  "emergency stroke": "my mouth is crooked and cant talk right",
  "emergency overdose": "i took all my sleeping pills",
};
