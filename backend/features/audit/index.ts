export { type ActorRecord, actorRecord } from "./actor-record";
export { type AuditEvent, recordEvent } from "./record-event";
