export {
  type Assistant,
  type AssistantDeps,
  createAssistant,
  type ModelOutcome,
  type ModelQuestion,
  type QuestionCar,
} from "./assistant";
export {
  getAssistantSettings,
  listSettingsVersions,
  restoreSettingsVersion,
  type SettingsVersion,
  updateAssistantSettings,
  type VersionedSettings,
} from "./assistant-settings";
export { adminFaqRoutes } from "./faq-routes.admin";
export { createFaq, deleteFaq, type FaqView, getFaq, listFaqs, moveFaq, orderFaqs, updateFaq } from "./faqs";
export { type Branch, type Faq, type Knowledge, loadKnowledge } from "./knowledge";
export { type FaqMatch, matchFaq } from "./match-faq";
export { type ConfiguredModels, createModels } from "./model/create-model";
export {
  answerQuestion,
  type CustomerQuestionView,
  dismissQuestion,
  listOpenQuestions,
  type QuestionReason,
  recordQuestion,
} from "./questions";
export { adminAssistantRoutes, type TestChatDoor } from "./routes.admin";
export { type AssistantSettings, type AssistantSettingsInput, assistantSettingsSchema } from "./settings";
export { type SettingsChange, settingsChanges } from "./settings-changes";
