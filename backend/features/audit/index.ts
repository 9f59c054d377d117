export { type AuditEvent, recordEvent } from "./record-event";
