/**
 * The words that the check of outgoing texts looks for. Data, not rule: change a list, then the version. An
 * ending * stands for any ending. Accents and case do not matter, but in `exact`.
 */
export const outgoingWordsVersion = "2026-11-24";

// Conditions, care that gives one away, and drugs. Symptoms are left out on purpose: a nurse who answers to a
// symptom puts safety first.
const english = [
  "pregnan* prenatal antenatal postnatal postpartum maternity miscarr* stillb* abortion* contracept* iud ivf",
  "infertil* fertility breastfe* lactation newborn* obstetric* gynecolog* obgyn midwi* doula trimester",
  "ultrasound* sonogram* cesarean mammogra* colonoscop* biops* mri x-ray* vaccin* immuniz* immunis* shots covid*",
  "flu hiv hpv std stds sti stis herpes syphilis gonorrh* chlamydia hepatitis tubercul* cancer* tumor* tumour*",
  "oncolog* chemo chemotherap* dialysis diabet* insulin* glucose a1c cholesterol hypertens* asthma* copd epilep*",
  "seizure* dementia alzheimer* parkinson* autis* adhd ptsd bipolar schizo* anxiety depress* suicid* psychiatr*",
  "psycholog* therapy therapist* rehab addict* alcoholi* overdos* obes* anemia eczema pneumonia uti stroke",
  "surger* surgical diagnos* treatment* prescription* refill* medication* medicine* dose doses dosage pill pills",
  "injection* screening* bleeding",
  "ibuprofen* acetaminophen tylenol advil aspirin* metformin* lisinopril losartan* atorvastatin* amlodipin*",
  "levothyroxin* albuterol sertralin* zoloft fluoxetin* prozac lexapro xanax alprazolam* adderall ritalin",
  "methadon* suboxone buprenorphin* naloxon* narcan oxycod* hydrocod* morphin* tramadol gabapentin* amoxicil*",
  "azithromyc* penicil* antibiotic* antidepress* prednison* warfarin* eliquis xarelto ozempic wegovy mounjaro",
  "semaglutid* truvada descovy biktarvy mifepriston* misoprostol* methotrexat* tamoxifen* omeprazol* humira",
];
const englishPhrases = [
  "blood pressure, blood sugar, blood test*, blood work, blood draw, lab work, lab result*, test result*",
  "your result*, flu shot*, booster shot*, birth control, pap smear, pap test, breast exam, mental health",
  "heart disease, heart attack, heart failure, kidney disease, sickle cell, weight loss, substance use",
  "drug test*, prenatal vitamin*, folic acid, ct scan*, c section*, ob gyn",
];
const spanish = [
  "embaraz* prenatal* postparto posparto preparto parto maternidad matern* aborto* anticoncept* lactancia",
  "amamant* obstetr* ginecolog* partera* ultrasonido* ecografia* cesarea mamograf* colonoscop* biopsia*",
  "papanicolau papanicolaou radiograf* vacun* inmuniza* gripe gripa influenza vih sida vph herpes sifilis",
  "gonorrea clamidia hepatitis tubercul* cancer tumor* oncolog* quimioterap* dialisis diabet* insulin* glucosa",
  "colesterol hipertens* asma epilep* convulsi* demencia autis* bipolar esquizof* ansiedad depresi* suicid*",
  "psiquiatr* psicolog* terapia terapeuta* adiccion* alcoholi* sobredosis obesidad anemia neumonia cirugia*",
  "diagnos* tratamiento* receta recetas medicamento* medicina* dosis pastilla* pildora* inyeccion* sangrado*",
  "presion ibuprofeno paracetamol acetaminofen aspirina metformina atorvastatina amoxicilina azitromicina",
  "penicilina antibiotico* antidepresiv* prednisona sertralina fluoxetina metadona morfina levotiroxina",
];
const spanishPhrases = [
  "azucar en la sangre, analisis de sangre, prueba de sangre, resultado* de laboratorio, resultado* de su",
  "su resultado, sus resultados, salud mental, derrame cerebral, ataque al corazon, enfermedad del corazon",
  "acido folico, prueba de embarazo, planificacion familiar",
];

/** Written as people write them; in other words, or in small letters, they mean nothing of health. */
export const exactHealthWords = ["AIDS", "PrEP", "TB", "OCD"];

const chinese =
  "怀孕 懷孕 孕妇 孕婦 孕期 孕检 妊娠 产检 產檢 产前 產前 产后 產後 分娩 流产 流產 堕胎 墮胎 避孕 母乳 新生儿 新生兒 " +
  "疫苗 接种 接種 打针 打針 艾滋 愛滋 梅毒 淋病 性病 疱疹 癌 肿瘤 腫瘤 化疗 化療 放疗 放療 糖尿病 血糖 血压 血壓 " +
  "胰岛素 胰島素 胆固醇 膽固醇 哮喘 气喘 肝炎 结核 結核 肺炎 流感 新冠 中风 中風 心脏病 心臟病 癫痫 癲癇 痴呆 自闭症 " +
  "自閉症 抑郁 抑鬱 忧郁症 憂鬱症 焦虑症 焦慮症 精神科 精神病 自杀 自殺 戒毒 毒瘾 手术 手術 活检 化验 化驗 验血 驗血 " +
  "检查结果 檢查結果 检验结果 檢驗結果 诊断 診斷 治疗 治療 处方 處方 药物 藥物 药片 药品 服药 服藥 吃药 吃藥 用药 用藥 " +
  "剂量 劑量 抗生素 阿司匹林 布洛芬 对乙酰氨基酚 阿莫西林 青霉素 二甲双胍 筛查 篩查 超声 超聲 B超 乳腺 宫颈 子宫";

const words = (lists: string[]) => lists.flatMap((list) => list.split(" "));
const phrases = (lists: string[]) => lists.flatMap((list) => list.split(", "));

/** Whole words, without accents (but ñ). */
export const healthWords = [
  ...new Set([...words(english), ...phrases(englishPhrases), ...words(spanish), ...phrases(spanishPhrases)]),
];

/** Anywhere: Chinese is written without spaces. */
export const chineseHealthWords = chinese.split(" ");

/** What holds such a word and says nothing of health. */
export const harmlessPhrases = [
  "stroke of luck",
  "booster seat*",
  "family medicine",
  "sin presion",
  "shots of",
];

/** Hosts that every text may link to; theirs below them too. None yet. */
export const allowedLinks: readonly string[] = [];

/** What carriers or patients take for consent, besides the keywords that we know. Compared without accents. */
export const consentWords = ["yes", "si"];

/** First names and surnames that are ordinary words too, in small letters and without accents. */
export const ordinaryNames = new Set(
  (
    "will may june april august summer autumn dawn grace hope faith joy rose mark bill pat sue art drew chance " +
    "angel angela sol luz paz mar cruz santos flores rosa blanca reyes rios leon campos mesa torres vega prado " +
    "salud consuelo esperanza alba domingo julio abril mercedes white brown green black young long day case " +
    "page price rice wood stone king queen baker cook hill lake field banks ford church person love best good " +
    "small little short rich sharp strong noble early ready bright major junior park parks call cash"
  ).split(" "),
);

/** Parts of names that name nobody. */
export const nameParticles = new Set(
  "del las los von van der den dos das san san saint the and mrs".split(" "),
);

/** After "Hi" or "Hola" they greet everybody. Small letters, without accents. */
export const generalGreetings = new Set(
  (
    "there from this we your you our all everyone everybody friend friends neighbor neighbors mom moms mother " +
    "dad father parent parents guardian patient patients member members family families folks team again it it's " +
    "i i'm i'd i've please here good buenos buenas que " +
    "de del desde somos es esta este le les su sus tenemos a todos todas amigo amiga amigos vecino vecina mama " +
    "papa madre padre padres paciente pacientes miembro miembros familia familias otra soy estimado estimada"
  ).split(" "),
);

/** What a first text may tell patients to send, by language: each must be a keyword that we act on. */
export const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: ["STOP"],
  es: ["STOP", "ALTO", "PARAR", "BAJA"],
  zh: ["STOP", "退订", "停止"],
};
const anyOf = (words: readonly string[] = []) => `(?:${words.join("|")})`;
const spanishStop = anyOf(stopWords.es);
const chineseStop = anyOf(stopWords.zh);

/** How a first text says how to stop, by language. The words in capitals are what patients send. */
export const stopWording: Readonly<Record<string, { example: string; pattern: RegExp }>> = {
  en: {
    example: "STOP to stop",
    pattern:
      /(?<!\p{L})(?:[Rr]eply|[Tt]ext|[Tt]xt|[Ss]end|[Tt]ype)\W{1,3}STOP(?!\p{L})|(?<!\p{L})STOP\W{1,3}(?:to|2|ends?|any ?time)(?!\p{L})/u,
  },
  es: {
    example: "STOP para parar",
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:[Rr]espond(?:a|e|er)|[Cc]ontest[ae]|[Ee]nv[ií][ae]|[Mm]and[ae]|[Ee]scrib[ae])(?: con| la palabra)?\W{1,3}${spanishStop}(?!\p{L})` +
        String.raw`|(?<!\p{L})${spanishStop}\W{1,3}(?:en cualquier momento )?(?:para|termina|y no)(?!\p{L})`,
      "u",
    ),
  },
  zh: {
    example: "回复STOP退订",
    pattern: new RegExp(
      String.raw`(?:回复|回覆|回|发送|發送|发|發|输入|輸入)\P{L}{0,3}${chineseStop}` +
        String.raw`|${chineseStop}\P{L}{0,3}(?:即可|以|可)?(?:退订|退訂|停止|取消)`,
      "u",
    ),
  },
};
