import type { Route } from "next";

// Next types built addresses as patterns, which props of type Route do not take: the cast is made once, here.
export const audiencesLink = (programId: string) => `/programs/${programId}/audiences` as Route;
export const rostersLink = (programId: string) => `/programs/${programId}/rosters` as Route;
export const campaignsLink = (programId: string) => `/programs/${programId}/campaigns` as Route;
export const newCampaignLink = (programId: string) => `/programs/${programId}/campaigns/new` as Route;
export const campaignLink = (programId: string, campaignId: string) =>
  `/programs/${programId}/campaigns/${campaignId}` as Route;
export const editCampaignLink = (programId: string, campaignId: string) =>
  `/programs/${programId}/campaigns/${campaignId}/edit` as Route;
