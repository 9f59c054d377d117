export { eventStream } from "./event-stream";
export { type Changes, LIVE_TYPES, type LiveEvent, type LiveType, listChanges } from "./list-changes";
export { cursorAt, type LiveCursor, readCursor, writeCursor } from "./live-cursor";
export { type AdminLiveDeps, adminLiveRoutes } from "./routes.admin";
