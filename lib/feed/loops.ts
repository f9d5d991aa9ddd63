export { trimFeed } from "./retention";
