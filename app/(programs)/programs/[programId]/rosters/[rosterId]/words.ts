/** "1 patient", "1,204 patients" */
export const patientsOf = (count: number): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? "patient" : "patients"}`;

const names = new Intl.DisplayNames("en", { type: "language" });

/** "es" is "Spanish". */
export const languageName = (tag: string): string => names.of(tag) ?? tag;
