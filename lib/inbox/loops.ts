export { fileInboundTexts } from "./arrival";
export { returnClaims } from "./claim";
