export { type DeviceChatRow, listDeviceChats } from "./device-chats";
export { listSimulatedShowrooms, type SimulatedShowroom } from "./list-simulated-showrooms";
export {
  type ChatSide,
  listPhoneMessages,
  listUnreadOnPhone,
  type PhoneMessage,
  type PhoneMessagesQuery,
} from "./phone-messages";
export { getSimulatedDevice, type SimulatedDevice } from "./simulated-device";
