export { createResponder } from "./respond";
