export { enrollAudiences } from "./enrolling";
export { followTexts } from "./progress";
export { renderDueSteps } from "./stepping";
