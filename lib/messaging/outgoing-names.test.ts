import { describe, expect, test } from "vitest";
import { codesOf, quotesOf } from "./outgoing-testing";

describe("other people's names", () => {
  const phone = { otherNames: ["Luis Marín Ortega", "May Long", "王小明"], ownNames: ["Rosa Marín"] };
  test.each([
    ["Luis is due too", "Luis"],
    ["luis can come at 3", "luis"],
    ["LUIS's visit", "LUIS"],
    ["La cita de Luis", "Luis"],
    ["Señora Ortega, llame", "Ortega"],
    ["We saw May today", "May"],
    ["May, call us", "May"],
    ["May's visit is at 3", "May"],
    ["请带小明来", "小明"],
    ["王小明的预约", "王小明"],
  ])("%s", (text, quote) => {
    expect(quotesOf(text, "other_name", phone)).toEqual([quote]);
  });

  test.each([
    "Rosa, call us at 3",
    "Mrs. Marin, call us",
    "May we call you?",
    "May 5, 2027 works",
    "Come on May 5 or 6 May. How long can you stay?",
    "Luisa and Fluis",
    "小红您好",
    "Hi {first_name}",
  ])("not %s", (text) => {
    expect(codesOf(text, phone)).not.toContain("other_name");
  });

  test("mother and newborn on one phone: what hospitals call the child names nobody", () => {
    const both = {
      otherNames: ["Baby Boy Marín", "Baby Girl Twin Newborn Infant"],
      ownNames: ["Rosa Marín"],
    };
    for (const text of [
      "How is the baby?",
      "Baby and boy can come",
      "The girl, your twin, the newborn, an infant",
    ])
      expect(codesOf(text, both).filter((code) => code === "other_name")).toEqual([]);
  });

  test.each([
    ["You can see the nurse then. See you", ["See Vang", "An Can", "Then You"]],
    ["our guy will be frank, the robin room in the north", ["Guy Frank", "Robin North"]],
    ["Please hang on. Que le vaya bien, feliz domingo, con amor", ["Hang Amor", "Feliz Domingo"]],
    ["Is your son home? The bus is at dawn. Hope it goes well", ["Hoang Son", "Dawn Bus", "Hope Bell"]],
    ["Grace period, faith, joy and a rose. Mark the day", ["Grace Joy", "Faith Rose", "Mark Day"]],
  ])("are also words: %s", (text, otherNames) => {
    expect(codesOf(text, { otherNames })).toEqual([]);
  });

  test.each([
    ["We saw Guy here", ["Guy Frank"], "Guy"],
    ["Hope, call us", ["Hope Bell"], "Hope"],
    ["La cita de Amor es hoy", ["Amor Leal"], "Amor"],
    ["the visit of Son is at 3", ["Hoang Son"], "Son"],
  ])("count where they are written as names: %s", (text, otherNames, quote) => {
    expect(quotesOf(text, "other_name", { otherNames })).toEqual([quote]);
  });

  test.each([
    ["Hi Rosa, Valley Care has a message", "Rosa"],
    ["hello Rosa we have a message", "Rosa"],
    ["Dear Ms. Lee: call us", "Lee"],
    ["Good morning, Ana!", "Ana"],
    ["Hola María, tenemos un mensaje", "María"],
    ["Estimada Sra. Núñez: llame", "Núñez"],
    ["Buenos días José", "José"],
    ["王小明您好，请来电", "王小明"],
    ["尊敬的李女士，请来电", "李"],
  ])("greets everybody by one name: %s", (text, quote) => {
    expect(quotesOf(text, "written_name", { template: true })).toEqual([quote]);
    expect(codesOf(text)).not.toContain("written_name");
  });

  test.each([
    "Hi {first_name}, {brand} has a message",
    "Hello from Valley Care",
    "Hi Mommy, {brand} has a message",
    "Hola Mami, llame",
    "Hi Valley Care has a message for you",
    "Hello there. Rosa is our nurse",
    "Hi, We have a message",
    "Dear Parent, call us",
    "Hola {first_name}, llame",
    "Hola de Valley Care",
    "Estimada familia, llame",
    "{first_name}您好，请来电",
    "尊敬的家长您好，请来电",
  ])("greets nobody by a name: %s", (text) => {
    expect(codesOf(text, { template: true })).toEqual([]);
  });
});
