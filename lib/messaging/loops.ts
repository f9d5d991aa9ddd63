export { expireLeases } from "./attempt";
export { checkLines } from "./line-type";
export { fileReceipts } from "./receipt";
export { finishSending, sendTexts } from "./sending";
export { watchWebhooks } from "./webhook-silence";
