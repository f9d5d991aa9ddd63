/** One or two letters away from a sign, and yet what somebody may mean who writes it. */
export const englishEveryday = `
  bathing beating blading blending blessing bleeping breeding breaching breeches choosing chopping checking cheeking coking
  cooking conclusion conclusions confusion conversion compulsion constructions contractors contraceptions conviction
  contusion contributions conditions convention sporting spooning spouting spotted scooting sorting spitting shooting
  smelling selling spelling shelling sweeping sweeting steeling sterling dwelling stolen homeless hopes homelessness
  painting panting planting printing fasting fainting parting granting greeting inflected injected inspected invision
  decision precision division seasons measure leisure seizing overdone overdue overdress wallowed followed shallowed
  allowed swallows stomachs emergence divines business dizzies drizzle discharged discharges suicides vomiter medicines
  hinges hedges heartbeats infested numbers humbleness movements monument migrate migrants breather breathed breaths`;
