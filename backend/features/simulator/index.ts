export { listSimulatedShowrooms, type SimulatedShowroom } from "./list-simulated-showrooms";
export {
  listPhoneMessages,
  listUnreadOnPhone,
  type PhoneMessage,
  type PhoneMessagesQuery,
} from "./phone-messages";
export { getSimulatedDevice, type SimulatedDevice } from "./simulated-device";
