export { fileInboundTexts } from "./arrival";
