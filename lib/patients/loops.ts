export { indexPatients } from "./indexing";
