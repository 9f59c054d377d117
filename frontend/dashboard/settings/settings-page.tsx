import type { ReactNode } from "react";
import { PageHeader } from "../ui/card";

export const SETTINGS = "/dashboard/pengaturan";

export type SettingsPageProps = {
  title: string;
  description?: string;
  /** The page above; absent: the index of the settings. */
  back?: { href: string; label: string };
  badge?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Every settings page: one column that is comfortable to read. */
export function SettingsPage({
  back = { href: SETTINGS, label: "Pengaturan" },
  children,
  ...header
}: SettingsPageProps) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader {...header} back={back} />
      <div className="stack">{children}</div>
    </div>
  );
}

/** What a form comes back with: everything as it was typed, and a sentence per field that is wrong. */
export type FormState<Values> = { values: Values; errors: Record<string, string> };
