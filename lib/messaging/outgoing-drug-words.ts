/** Drugs, by the names that patients know. An * stands for any letters; see outgoing-words. */
export const drugWords = {
  en: [
    "ibuprofen* acetaminophen tylenol advil aspirin* metformin* lisinopril losartan* amlodipin* metoprolol labetalol",
    "nifedipin* *statin *statins lipitor crestor zocor plavix coumadin warfarin* eliquis xarelto lantus humalog",
    "novolog jardiance trulicity januvia ozempic wegovy mounjaro semaglutid* levothyroxin* synthroid albuterol",
    "sertralin* zoloft fluoxetin* prozac lexapro trazodon* *azepam valium ativan klonopin xanax alprazolam* seroquel",
    "abilify lithium adderall ritalin methadon* suboxone buprenorphin* naltrexon* vivitrol naloxon* narcan oxycod*",
    "hydrocod* percocet vicodin morphin* tramadol gabapentin* amoxicil* azithromyc* doxycyclin* metronidazol* flagyl",
    "penicil* antibiotic* fluconazol* acyclovir valacyclovir valtrex paxlovid tamiflu antidepress* prednison*",
    "progesteron* estrogen* makena depo nexplanon mirena mifepriston* misoprostol* methotrexat* tamoxifen*",
    "hydroxychloroquin* omeprazol* zofran ondansetron humira truvada descovy biktarvy viagra cialis",
  ],
  es: [
    "ibuprofeno paracetamol acetaminofen aspirina metformina *statina *statinas amoxicilina azitromicina",
    "doxiciclina metronidazol fluconazol aciclovir penicilina antibiotico* antidepresiv* prednisona sertralina",
    "fluoxetina trazodona litio metadona naltrexona morfina levotiroxina progesterona insulina",
  ],
  zh: "抗生素 阿司匹林 布洛芬 对乙酰氨基酚 對乙酰氨基酚 阿莫西林 青霉素 青黴素 二甲双胍 二甲雙胍 黄体酮 黃體酮 他汀",
};
