export { escalateAlerts } from "./alert";
export { fileInboundTexts } from "./arrival";
export { returnClaims } from "./claim";
export { sweepPresence } from "./presence";
export { wakeThreads } from "./snooze";
