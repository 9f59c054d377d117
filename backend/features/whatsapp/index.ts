export type { BurstDelay } from "./burst-delay";
export { type ConversationLaneDeps, type PhotoIntake, workConversationLane } from "./conversation-lane";
export { type DeviceLaneDeps, workDeviceLane } from "./device-lane";
export { createFonnteGateway } from "./gateways/fonnte";
export type { GatewayName, OutgoingMessage, SessionResult, WhatsAppGateway } from "./gateways/gateway";
export { createSimulatorGateway, type SimulatorSink } from "./gateways/simulator";
export type { InboxMessage } from "./inbox";
export { createLaneLoop, type LaneLoop } from "./lanes/lane-loop";
export { type AddDeviceInput, type AddedDevice, addDevice } from "./manage/add-device";
export {
  type ConnectionDeps,
  connectDevice,
  type DeviceConnection,
  disconnectDevice,
  getDeviceStatus,
} from "./manage/connection";
export { type DeviceView, getDevice, listDevices } from "./manage/device-list";
export { followDevice } from "./manage/follow-device";
export { removeDevice } from "./manage/remove-device";
export { renewWebhookSecret } from "./manage/renew-webhook-secret";
export { optOut } from "./opt-out";
export { wantsCustomerMode, wantsStaffMode } from "./persona";
export { receiveWebhook, type WebhookDeps } from "./receive-webhook";
export { adminDeviceRoutes, type DeviceRouteDeps } from "./routes.admin";
export { type WebhookRouteDeps, webhookRoutes } from "./routes.public";
export { type SendMessageInput, sendMessage } from "./send-message";
export { createSendPacer } from "./send-pacer";
export { staffConversation } from "./staff-conversation";
export { sweepUnroutedWebhooks } from "./sweep-unrouted-webhooks";
export {
  endTakeover,
  type LockedConversation,
  lockConversation,
  NOTICE_MINUTES,
  SHOWROOM_PHONE,
  SILENCE_MINUTES,
  startTakeover,
  type TakeoverEnd,
  type TakeoverVia,
} from "./takeover-store";
export { touchDeviceLanes } from "./touch-device-lanes";
export type { ReceivedPhoto, Relay, Reply, Responder, Turn, TurnAnswer } from "./turn";
