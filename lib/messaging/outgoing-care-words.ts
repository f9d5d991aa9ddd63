/** Care that says by itself why somebody is a patient. An * stands for any letters; see outgoing-words. */
export const careWords = {
  en: [
    "pregnan* prenatal antenatal postnatal postpartum maternity contracept* iud iuds ivf infertil* fertility breastfe*",
    "breast-fe* lactation newborn* obstetric* gynecolog* obgyn midwi* doula trimester ultrasound* sonogram* pap cesarean",
    "vbac epidural* vasectom* steriliz* sterilis* mammogra* colonoscop* biops* mri x-ray* vaccin* immuniz* immunis*",
    "shot shots booster boosters mmr tdap dtap nicu wic labs chemo chemotherap* radiolog* oncolog* dialysis therapy",
    "therapist* counseling counselling rehab detox hospice palliative psychiatr* psycholog* surger* surgical diagnos*",
    "treatment* prescription* refill* medication* medicine* dose doses dosage pill pills injection* inhaler* screening*",
  ],
  enPhrases: [
    "well child, well woman, well baby, due date*, ob visit*, ob appt*, ob appointment*, ob gyn, d&c, c section*",
    "birth control, pap smear*, pap test*, breast exam*, eye exam*, blood pressure, blood sugar, your sugar, blood test*",
    "blood work, blood draw*, lab work, lab result*, lab test*, test result*, your result*, lead test*, lead level*",
    "lead screening*, urine test*, drug test*, drug screen*, flu shot*, booster shot*, prenatal vitamin*, folic acid",
    "ct scan*, mental health, behavioral health, behavioural health, substance use, weight loss, tubal ligation",
    "gender affirming, physical therapy, speech therapy, domestic violence",
  ],
  es: [
    "embaraz* prenatal* postparto posparto preparto parto maternidad matern* anticoncept* diu lactancia amamant*",
    "obstetr* ginecolog* partera* ultrasonido* ecografia* cesarea epidural vasectom* esteriliz* mamograf* colonoscop*",
    "biopsia* papanicolau papanicolaou radiograf* vacun* inmuniza* laboratorio* analisis oncolog* quimioterap*",
    "dialisis psiquiatr* psicolog* consejeria terapia terapeuta* cirugia* diagnos* tratamiento* receta recetas",
    "medicamento* medicina* dosis pastilla* pildora* inyeccion* inhalador* presion azucar",
  ],
  esPhrases: [
    "recien nacid*, dar pecho, dar el pecho, dando pecho, niño sano, niña sana, mujer sana, fecha de parto",
    "azucar en la sangre, analisis de sangre, prueba de sangre, prueba de orina, prueba de embarazo, examen de orina",
    "examen de la vista, resultado* de laboratorio, resultado* de su, su resultado, sus resultados, salud mental",
    "salud conductual, acido folico, planificacion familiar, ligadura de trompas, violencia domestica",
  ],
  zh:
    "怀孕 懷孕 孕 妊娠 预产期 預產期 产检 產檢 产前 產前 产后 產後 产科 產科 妇科 婦科 分娩 避孕 节育 節育 母乳 新生儿 新生兒 体检 體檢 月经 月經 " +
    "疫苗 接种 接種 打针 打針 化疗 化療 放疗 放療 精神科 心理咨询 心理諮詢 心理健康 戒毒 手术 手術 活检 活檢 化验 化驗 验血 驗血 尿检 尿檢 检查结果 " +
    "檢查結果 检验结果 檢驗結果 检验报告 檢驗報告 诊断 診斷 治疗 治療 处方 處方 药物 藥物 药片 藥片 药品 藥品 服药 服藥 吃药 吃藥 用药 用藥 剂量 劑量 " +
    "筛查 篩查 超声 超聲 B超 乳腺 宫颈 宮頸 子宫 子宮 血糖 血压 血壓",
};
