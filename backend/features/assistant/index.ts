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
  type SettingsVersion,
  updateAssistantSettings,
  type VersionedSettings,
} from "./assistant-settings";
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
export { type AssistantSettings, type AssistantSettingsInput, assistantSettingsSchema } from "./settings";
