export { addLeadNote } from "./add-lead-note";
export { assignLead } from "./assign-lead";
export { type CapturedLead, captureLead } from "./capture-lead";
export { coolLeads } from "./cool-leads";
export { editLead } from "./edit-lead";
export { getLead, type HandoverView, type LeadDetail, type LeadEventView } from "./get-lead";
export { answerOffer, type OfferAnswer } from "./handover/answer-offer";
export type { Claim } from "./handover/claim-handover";
export { claimLead } from "./handover/claim-lead";
export { type Expiry, expireOffer } from "./handover/expire-offer";
export { type PendingOffer, pendingOffer } from "./handover/pending-offer";
export { type HandoverStart, startHandover } from "./handover/start-handover";
export { type LeadBesideChat, type LeadNote, leadBesideChat } from "./lead-beside-chat";
export { type LeadColumn, leadBoard } from "./lead-board";
export { type Assignee, type LeadChoices, leadChoices } from "./lead-choices";
export { isHotSignal, LEAD_SIGNALS, type LeadSignal, reasonOf, type SignalInput, scoreOf } from "./lead-signals";
export { isOver, LEAD_STATUSES, type LeadStatus, type StatusReason } from "./lead-status";
export type { LeadInterestView, LeadView } from "./lead-view";
export { type LeadPage, listLeads } from "./list-leads";
export { type AdminLeadDeps, adminLeadRoutes } from "./routes.admin";
export type {
  AddLeadNoteInput,
  AnswerOfferInput,
  AssignLeadInput,
  CaptureLeadInput,
  CustomerManner,
  EditLeadInput,
  ExpireOfferInput,
  LeadIdInput,
  ListLeadsInput,
  SetLeadStatusInput,
  StartHandoverInput,
} from "./schemas";
export { setLeadStatus } from "./set-lead-status";
