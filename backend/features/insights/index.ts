export { createSearchLog, type SearchEntry, type SearchLog } from "./search-log";
export { type CarView, createViewCounter, type ViewCounter } from "./view-counter";
