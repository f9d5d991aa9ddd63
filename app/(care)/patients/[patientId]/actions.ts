"use server";

import { refresh } from "next/cache";
import { restartByConsent } from "@/lib/messaging/consent-restart";
import { recordConsent } from "@/lib/patients/consent";
import {
  AddPhoneInput,
  ChangeRecordInput,
  ConsentOnPhoneInput,
  EndPhoneInput,
  RecordRiskNoticeInput,
} from "@/lib/patients/inputs";
import { addPhone, endPhone } from "@/lib/patients/phone-record";
import { changeRecord } from "@/lib/patients/record";
import { recordRiskNotice } from "@/lib/patients/risk-notice";
import { notTextableWords } from "@/lib/patients/types";
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

export const changeRecordAction = action(ChangeRecordInput, async (ctx, input) => {
  await changeRecord(ctx, input);
  refresh();
  return "Saved.";
});

export const addPhoneAction = action(AddPhoneInput, async (ctx, input) => {
  const why = await addPhone(ctx, input);
  refresh();
  return why
    ? `Added. It is ${notTextableWords[why]}, so no texts.`
    : "Added. Campaigns text it once consent is on file for it.";
});

export const endPhoneAction = action(EndPhoneInput, async (ctx, input) => {
  await endPhone(ctx, input);
  refresh();
});
