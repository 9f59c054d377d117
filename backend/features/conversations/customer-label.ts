import { formatPhone } from "@/backend/platform/phone";

type Customer = { name: string; phone: string | null };

/** How staff are told who it is about: "*Rina* (0812-3456-7890)". */
export function customerLabel(customer: Customer): string {
  const name = customerName(customer);
  return customer.phone && name !== formatPhone(customer.phone)
    ? `*${name}* (${formatPhone(customer.phone)})`
    : `*${name}*`;
}

/** The name, else the number. What WhatsApp would read as markup is not part of a name. */
export function customerName({ name, phone }: Customer): string {
  const plain = name.replace(/[*_~`\s]+/g, " ").trim();
  if (plain) return plain;
  return phone ? formatPhone(phone) : "Pelanggan";
}
