export { createResponder } from "./respond";
export { type TestChatAnswer, type TestChatInput, testChat } from "./test-chat";
