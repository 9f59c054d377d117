import type { CustomerContext, CustomerReading } from "./customer-message";

export function parseCustomerMessage(_text: string, _context: CustomerContext = {}): CustomerReading {
  return { intents: ["off_topic"], slots: {} };
}
