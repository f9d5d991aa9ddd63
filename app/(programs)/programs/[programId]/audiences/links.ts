import type { Route } from "next";

// Next types built addresses as patterns, which props of type Route do not take: the cast is made once, here.
export const audiencesLink = (programId: string) => `/programs/${programId}/audiences` as Route;
export const newAudienceLink = (programId: string) => `/programs/${programId}/audiences/new` as Route;
export const audienceLink = (programId: string, audienceId: string) =>
  `/programs/${programId}/audiences/${audienceId}` as Route;
export const campaignLink = (programId: string, campaignId: string) =>
  `/programs/${programId}/campaigns/${campaignId}` as Route;
