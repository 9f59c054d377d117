export { stockPages } from "./stock-pages";
