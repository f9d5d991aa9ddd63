const carrierBusy = "The carrier was too busy to take it. Send it again in a few minutes.";
const networkFault = "The phone network had a fault. Send it again in a few minutes.";
const phoneAway = "The phone was off or out of reach for too long. Try again later, or call.";
const accountHeld = "The carrier holds our account back, so no text leaves. Tell your admin.";
const noCredit = "Our account with the carrier has run out of credit. Tell your admin.";
const numberDead = "This number is not in use. Ask the patient for another one.";
const numberBarred = "The phone company blocks texts to this number. Call, or ask for another number.";
const notAPhone = "The phone behind this number cannot get texts. Call, or ask for another number.";
const takenForSpam = "The phone company took it for spam. Write it in other words, without links.";
const ourSender = "The carrier does not accept the number that we send from. Tell your admin.";
const ourMistake = "The carrier could not use what we sent it: a fault on our side. Tell your admin.";
const fraudCheck = "The carrier's fraud check held it back. Tell your admin.";
const noReason = "The carrier did not say why. Call if it matters.";

/** Codes of the Messages API: HTTP answers, and what a receipt carries as `error.title`. */
const words: Readonly<Record<string, string>> = {
  401: "The carrier did not let us in, so no text leaves. Tell your admin.",
  402: noCredit,
  422: ourMistake,
  429: carrierBusy,
  1000: carrierBusy,
  1010: ourMistake,
  1020: ourMistake,
  1030: "The carrier had a fault. Send it again in a few minutes.",
  1040: ourMistake,
  1050: numberBarred,
  1060: accountHeld,
  1070: noCredit,
  1080: accountHeld,
  1090: "The text is too long for the carrier. Write it shorter.",
  1100: networkFault,
  1120: ourSender,
  1130: ourMistake,
  1140: accountHeld,
  1150: ourMistake,
  1160: "Our account may not text this number. Tell your admin.",
  1170: "This is not a number that can be texted. Ask the patient for another one.",
  1180: phoneAway,
  1190: numberDead,
  1200: "The number has moved to another phone company, which does not know it yet. Call instead.",
  1210: takenForSpam,
  1220: "The phone was busy and did not take it. Try again later, or call.",
  1230: networkFault,
  1240: "The patient has stopped texts at the phone company. No one can text this number.",
  1250: "No way to this phone's network was found. Call instead.",
  1251: "No way to this phone's network was found. Call instead.",
  1260: "This number cannot be reached by text. Call, or ask for another number.",
  1270: "The phone company blocks this kind of text on this phone. Call instead.",
  1280: numberBarred,
  1282: takenForSpam,
  1290: "The phone's prepaid plan has no credit left to get texts. Call instead.",
  1300: "This number is not on any phone network. Ask the patient for another one.",
  1310: notAPhone,
  1320: "The carrier says that this text was sent before. Wait for the patient, or call.",
  1330: noReason,
  1331: networkFault,
  1360: phoneAway,
  1400: ourMistake,
  1410: ourMistake,
  1420: ourSender,
  1430: "This is not a number that can be texted. Ask the patient for another one.",
  1440: ourMistake,
  1450: ourMistake,
  1460: "We have sent as much as the phone company takes in a day. It can go out tomorrow.",
  1470: fraudCheck,
  1472: fraudCheck,
  1473: fraudCheck,
};

/** The sentence for a failed text's reason: "carrier 1300" as it is stored, or the code alone. */
export function carrierWords(reason: string): string {
  const code = reason.replace(/^carrier /, "");
  return (Object.hasOwn(words, code) && words[code]) || `The carrier refused it (code ${code}).`;
}
