import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { codesOf, quotesOf } from "./outgoing-testing";
import {
  chineseHealthWords,
  exactHealthWords,
  harmlessPhrases,
  healthWords,
  outgoingWordsDigest,
  outgoingWordsVersion,
} from "./outgoing-words";

describe("health", () => {
  test.each([
    ["Your prenatal visit is due.", "“prenatal”"],
    ["Time for the flu shot", "“flu shot”"],
    ["Your HIV test result is in", "“HIV”, “test result”"],
    ["your hiv results", "“hiv”"],
    ["Please take your Metformin", "“Metformin”"],
    ["Your blood-pressure check", "“blood-pressure”"],
    ["Family Medicine can refill it", "“refill”"],
    ["The AIDS clinic", "“AIDS”"],
    ["Ask us about PrEP", "“PrEP”"],
    ["PREGNANCY class today", "“PREGNANCY”"],
    ["H\u200bIV", "“HIV”"],
    ["ＨＩＶ", "“HIV”"],
    ["asthma, diabetes, cancer and depression", "“asthma”, “diabetes”, “cancer”"],
    ["Es hora de la vacuna", "“vacuna”"],
    ["Su control de embarazo", "“embarazo”"],
    ["Control de la presión", "“presión”"],
    ["control de la PRESION", "“PRESION”"],
    ["su depresión y la insulina", "“depresión”, “insulina”"],
    ["Análisis de sangre mañana", "“Análisis de sangre”"],
    ["Recoja su receta", "“receta”"],
    ["您的产检时间到了", "“产检”"],
    ["請記得接種疫苗", "“接種”, “疫苗”"],
    ["糖尿病复诊", "“糖尿病”"],
    ["约好了B超", "“B超”"],
    ["your OB/GYN visit", "“OB/GYN”"],
    ["your Depo shot and labs", "“Depo”, “shot”, “labs”"],
  ])("is in %s", (text, quote) => {
    expect(quotesOf(text, "health_word")).toEqual([quote]);
  });

  test.each([
    "We will call you at 3.",
    "Can you come on Tuesday at 9?",
    "Your hearing aids are here",
    "We prep the room, come at 2",
    "What a stroke of luck",
    "Bring the booster seat",
    "A cancelled visit, a screenshot, a fluent nurse",
    "Valley Care has a message about your visit",
    "Llame cuando pueda, sin presión",
    "El reparto llega a las 3. ¿Le parece bien?",
    "Feliz año, tenemos un mensaje para usted",
    "您好，我们下午给您打电话",
    "药房？请来电",
    "{prenatal} stays a field",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).not.toContain("health_word");
  });

  test.each(
    `
    MMR and DTaP are due | Tdap booster | RSV season is here | HPV series | Time for your shot | Booster time | Your well-child visit | Well woman exam
    Your due date is near | Your OB visit | OB/GYN clinic | ob appt today | the NICU team | WIC office | Your labs are back | Your eye exam
    Lead test due | Urine test today | Drug screen at 9 | Behavioral health visit | Counseling session | Bring your inhaler | Hospice team | Preeclampsia class
    Eclampsia | Gestational check | Ectopic | Thyroid visit | Hypothyroidism | Lupus group | PCOS group | Endometriosis
    Menopause class | Migraine plan | Arthritis class | Yeast infection | Infections | Measles near you | Mpox | Anorexia
    Eating disorder group | Vasectomy visit | Sterilization form | Epidural class | Depo-Provera | Your Depo is due | Nexplanon | Mirena
    Your Plan B is ready | Makena | Labetalol | Nifedipine | Progesterone | Metoprolol | Simvastatin | statins
    Trazodone | Lorazepam | Valium | Ativan | Lantus | Humalog | Jardiance | Trulicity
    Januvia | Lipitor | Crestor | Plavix | Coumadin | Percocet | Vicodin | Naltrexone
    Vivitrol | Lithium | Seroquel | Abilify | Paxlovid | Tamiflu | Flagyl | Metronidazole
    Doxycycline | Fluconazole | Acyclovir | Valtrex | Viagra | Cialis | Su recién nacido | DIU
    su azúcar | sus análisis | laboratorio | visita del niño sano | infección | inhalador | consejería | dar pecho
    preeclampsia | metronidazol | 预产期快到了 | 体检 | 月经 | 妇科 | 产科 | 妇产科
    婦產科 | 心理咨询 | 检验报告`
      .split(/[|\n]/)
      .filter((text) => text.trim() !== ""),
  )("is said by%s", (text) => {
    expect(codesOf(text)).toContain("health_word");
  });

  test.each(
    `
    We give it a shot | Give it your best shot | It is a long shot | The booster club | Lithium batteries | The due date of the form is Friday
    You shall see | We deposit it at the depot | A thermostat | Our plan, then plan b | She is a poet | Observe the sign
    Se analiza mañana | El diurno | 请来药房 | Call your ride, we wait | We test the phone line | Look at the eye of the needle
    Lead the way`
      .split(/[|\n]/)
      .filter((text) => text.trim() !== ""),
  )("is not said by%s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test("is not found in our own name, which every text bears", () => {
    expect(codesOf("Valley Cancer Center: call us", { brand: "Valley Cancer Center" })).toEqual([]);
    expect(
      codesOf("valley women's health and OB: call us", { brand: "Valley Women’s Health and OB" }),
    ).toEqual([]);
    expect(codesOf("Clinica de Vacunas: llame", { brand: "Clínica de Vacunas" })).toEqual([]);
    expect(codesOf("华人妇科诊所请您来电", { brand: "华人妇科诊所" })).toEqual([]);
    expect(codesOf("Vacuna mañana", { brand: "Vacu" })).toEqual(["health_word"]);
  });

  test("the list has no word that could never match, and a version", () => {
    const unmatched = healthWords.filter(
      (word) => !codesOf(word.replaceAll("*", "")).includes("health_word"),
    );
    expect(unmatched).toEqual([]);
    expect(outgoingWordsVersion).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("no word changes under the same version: then both are raised, the version and the digest beside it", () => {
    const digest = createHash("sha256")
      .update(
        JSON.stringify([
          outgoingWordsVersion,
          healthWords,
          exactHealthWords,
          chineseHealthWords,
          harmlessPhrases,
        ]),
      )
      .digest("hex");

    expect(digest.slice(0, 16)).toBe(outgoingWordsDigest);
  });
});
