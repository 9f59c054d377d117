export { type CapturedLead, captureLead } from "./capture-lead";
