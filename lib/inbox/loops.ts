export { fileInboundText } from "./arrival";
