"use server";

import { refresh } from "next/cache";
import { restartByConsent } from "@/lib/messaging/consent-restart";
import { recordConsent } from "@/lib/patients/consent";
import { ConsentOnPhoneInput, RecordRiskNoticeInput } from "@/lib/patients/inputs";
import { recordRiskNotice } from "@/lib/patients/risk-notice";
import { action } from "@/lib/web/action";

export const recordConsentAction = action(ConsentOnPhoneInput, async (ctx, { stoppedAt, ...consent }) => {
  if (stoppedAt) await restartByConsent(ctx, { ...consent, stoppedAt });
  else await recordConsent(ctx, consent);
  refresh();
  return stoppedAt ? "Recorded. Texts may go to this number again." : "Recorded.";
});

export const recordRiskNoticeAction = action(RecordRiskNoticeInput, async (ctx, input) => {
  await recordRiskNotice(ctx, input);
  refresh();
  return "Recorded.";
});
