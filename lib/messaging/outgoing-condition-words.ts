/**
 * Conditions. Symptoms are left out on purpose: a nurse who answers to a symptom puts safety first. An * stands for
 * any letters; see outgoing-words.
 */
export const conditionWords = {
  en: [
    "miscarr* stillb* abortion* *eclampsi* gestational ectopic endometrio* pcos fibroid* menopaus* perimenopaus*",
    "covid* flu rsv mpox monkeypox measles chickenpox hiv hpv std stds sti stis herpes syphilis gonorrh* chlamydia",
    "hepatitis tubercul* infection* scabies pneumonia uti utis cancer* tumor* tumour* diabet* a1c glucose insulin*",
    "cholesterol hypertens* thyroid* hypothyroid* hyperthyroid* asthma* copd epilep* seizure* migraine* stroke",
    "dementia alzheimer* parkinson* arthritis osteoporo* lupus anemia eczema autis* adhd ptsd bipolar schizo* anxiety",
    "depress* suicid* addict* alcoholi* overdos* obes* anorexi* bulimi* bleeding",
  ],
  enPhrases: [
    "heart disease, heart attack*, heart failure, kidney disease, liver disease, sickle cell, eating disorder*",
    "whooping cough, sleep apnea, cerebral palsy, head lice, down syndrome, hearing loss",
  ],
  es: [
    "aborto* *eclampsia gestacional ectopic* endometrio* menopaus* gripe gripa influenza sarampion viruela vih sida",
    "vph herpes sifilis gonorrea clamidia hepatitis tubercul* infeccion* neumonia cancer tumor* diabet* insulin*",
    "glucosa colesterol hipertens* tiroid* asma epilep* convulsi* migraña* demencia artritis lupus anemia autis*",
    "bipolar esquizof* ansiedad depresi* suicid* adiccion* alcoholi* sobredosis obesidad anorexia bulimia sangrado*",
    "enfermedad* droga drogas",
  ],
  esPhrases: [
    "derrame cerebral, un derrame, ataque al corazon, enfermedad del corazon, trastorno alimenticio",
  ],
  zh:
    "流产 流產 堕胎 墮胎 宫外孕 宮外孕 子痫 子癇 艾滋 愛滋 梅毒 淋病 性病 疱疹 感染 麻疹 猴痘 癌 肿瘤 腫瘤 糖尿病 胰岛素 胰島素 胆固醇 膽固醇 甲状腺 " +
    "甲狀腺 更年期 哮喘 气喘 氣喘 肝炎 结核 結核 肺炎 流感 新冠 中风 中風 心脏病 心臟病 癫痫 癲癇 偏头痛 偏頭痛 关节炎 關節炎 痴呆 自闭症 自閉症 抑郁 " +
    "抑鬱 忧郁症 憂鬱症 焦虑症 焦慮症 厌食症 厭食症 精神病 自杀 自殺 毒瘾 毒癮",
};
