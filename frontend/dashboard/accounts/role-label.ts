const LABELS = { owner: "Pemilik", admin: "Admin", sales: "Sales" } as const;

export type Role = keyof typeof LABELS;

export function roleLabel(role: Role): string {
  return LABELS[role];
}

/** What a role may do, in a sentence for whoever gives it. */
export const ROLE_HINTS: Record<Role, string> = {
  owner: "Semua, termasuk tim, domain, dan harga modal.",
  admin: "Stok, leads, inbox, laporan, dan pengaturan; mengelola sales.",
  sales: "Leads miliknya atau yang belum ada pemegangnya, inbox, dan melihat stok.",
};
