export { expireLeases } from "./attempt";
export { fileReceipts } from "./receipt";
export { finishSending, sendTexts } from "./sending";
export { watchWebhooks } from "./webhook-silence";
