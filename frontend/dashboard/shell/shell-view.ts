export type Section = "ringkasan" | "stok" | "leads" | "inbox" | "laporan" | "pengaturan";

/** What the frame around every page shows. */
export type ShellView = {
  showroomName: string;
  /** Address of the public site. */
  siteHref: string;
  userName: string;
  /** "Pemilik", "Admin", "Sales" */
  roleLabel: string;
  sections: readonly Section[];
  active: Section | null;
  /** Conversations with something unread. */
  unreadCount: number;
};

export type FlashView = {
  kind: "ok" | "error";
  text: string;
  /** Address of the form that was taken. */
  took: string | null;
  /** A form that takes it back. */
  undo: { action: string; fields: Record<string, string>; label: string } | null;
};
