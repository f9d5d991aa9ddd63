export { escalateAlerts } from "./alert";
export { fileInboundTexts } from "./arrival";
export { returnClaims } from "./claim";
