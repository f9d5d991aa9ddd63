import { expect, test } from "vitest";
import { segmentsOf } from "@/lib/messaging/segments";
import { fieldProblems, firstNameOf, pickLanguage, render } from "./templates";
import { campaignLanguages, firstTexts } from "./types";

const rosa = { first_name: "Rosa", brand: "Valley Care" };

test("fills every field in, each as often as it stands there", () => {
  expect(render("Hi {first_name}, {brand} here. {brand}!", rosa)).toEqual({
    ok: true,
    text: "Hi Rosa, Valley Care here. Valley Care!",
  });
});

test("braces inside a name are a name, not a field", () => {
  expect(render("Hi {first_name}", { ...rosa, first_name: "{brand}" })).toEqual({
    ok: true,
    text: "Hi {brand}",
  });
});

test.each(["", "   "])("an empty value (%j) blocks instead of leaving a hole", (first_name) => {
  expect(render("Hi {first_name}", { ...rosa, first_name })).toEqual({
    ok: false,
    problem: "merge_field_empty",
    field: "first_name",
  });
});

test("an empty value that the text does not use blocks nothing", () => {
  expect(render("{brand} here", { ...rosa, first_name: "" })).toMatchObject({ ok: true });
});

test.each(["{last_name}", "{First_Name}", "{ first_name }", "{}"])("%s is no field", (unknown) => {
  expect(render(`Hi ${unknown}`, rosa)).toMatchObject({ ok: false, problem: "merge_field_unknown" });
  expect(fieldProblems(`Hi ${unknown}`)).toHaveLength(1);
});

test.each(["Hi {first_name", "Hi first_name}", "Hi {{first_name}}"])(
  "a brace alone is a problem: %s",
  (text) => {
    expect(fieldProblems(text)).toEqual([expect.stringContaining("A brace stands alone")]);
  },
);

test("picks the exact language, then the primary one, then English", () => {
  const texts = new Map([
    ["en", "Hi"],
    ["es", "Hola"],
    ["es-mx", "Qué tal"],
  ]);
  expect(pickLanguage(texts, "es-MX")).toBe("Qué tal");
  expect(pickLanguage(texts, "es-419")).toBe("Hola");
  expect(pickLanguage(texts, "ES")).toBe("Hola");
  expect(pickLanguage(texts, "ht")).toBe("Hi");
});

test("the first name is the first word, unless that is too long to be one", () => {
  expect(firstNameOf("  Rosa  Marín ")).toBe("Rosa");
  expect(firstNameOf("")).toBe("");
  expect(firstNameOf("x".repeat(41))).toBe("");
});

test.each(campaignLanguages)("the first text in %s costs one segment", (language) => {
  const rendered = render(firstTexts[language], rosa);
  expect(rendered.ok && segmentsOf(rendered.text)).toMatchObject({ segments: 1, encoding: "GSM-7" });
});
